import type { Wording } from '../../model/problem.ts';
import { say } from '../../model/problems/kind.ts';
import type { Recognised, Signature } from '../components/index.ts';
import { bare, isCapitals, type Piece } from '../components/pieces.ts';
import { DEGREES, DOTLESS_AUTHORITY, RANKS } from '../components/words.ts';
import { at, type Finding, type Grade } from '../finding.ts';
import { measure } from '../measure.ts';
import type { FormatRule } from './rule.ts';

const TITLE = say('Quyền hạn, chức vụ của người ký', 'Authority and title of the signer');
const NAME = say('Họ tên người ký', 'Name of the signer');

/** Bodies in education, health and science may set degrees before a name: their heads decide. */
const MAY_SET_DEGREES = /\b(?:truong|benh vien|vien|hoc vien|trung tam y te|dai hoc)\b/;

/** Chức vụ, họ tên người ký: II.7. */
export const signer: FormatRule = (document) =>
  document.signatures.flatMap((signature) => {
    const { titles, name } = signature;
    return [
      ...measure(
        { code: 'the-thuc-nguoi-ky', subject: TITLE, place: 'II.7đ', pieces: titles },
        { size: [13, 14], bold: true, italic: false, capitals: true, centred: true },
      ),
      ...(name === undefined
        ? []
        : measure(
            { code: 'the-thuc-nguoi-ky', subject: NAME, place: 'II.7đ', pieces: [name] },
            { size: [13, 14], bold: true, italic: false, capitals: false, centred: true },
          )),
      ...authority(signature, document),
      ...(name === undefined ? [] : honours(name, document)),
    ];
  });

function fault(piece: Piece, subject: Wording, grade: Grade, found: Wording, asked: Wording, place: string): Finding {
  return { code: 'the-thuc-nguoi-ky', grade, subject, found, asked, place, words: true, spots: at(piece.paragraph) };
}

/** `K.T GIÁM ĐỐC`, `T/M ỦY BAN`: as the decree writes it. */
const plainSign = (text: string): string =>
  DOTLESS_AUTHORITY.test(text) ? text.replace(/^\S+/, (typed) => `${typed.replace(/[./]/g, '')}.`) : text;

const sign = (piece: Piece): string =>
  /^(TM|KT|TL|TUQ|Q)\s*\./iu
    .exec(plainSign(piece.text).replace(/^((?:\p{L}\s*\.\s*){2,3})/u, (dots) => `${dots.replace(/[.\s]/g, '')}. `))?.[1]
    ?.toUpperCase() ?? '';

/** TM., KT., TL., TUQ., Q.: II.7b. */
function authority({ titles }: Signature, document: Recognised): readonly Finding[] {
  const findings: Finding[] = [];
  const signs = titles.map(sign);
  const first = titles[0];
  if (first === undefined) return [];
  for (const piece of titles) {
    const dotted = DOTLESS_AUTHORITY.test(piece.text)
      ? /^\S+/.exec(piece.text)?.[0]
      : /^(?:T\.\s*M|K\.\s*T|T\.\s*L|T\.\s*U\.\s*Q)\b\.?/iu.exec(piece.text)?.[0];
    if (dotted !== undefined)
      findings.push(
        fault(
          piece,
          TITLE,
          'decree',
          say(`"${dotted}"`, `"${dotted}"`),
          say('"TM.", "KT.", "TL.", "TUQ."', '"TM.", "KT.", "TL.", "TUQ."'),
          'II.7b',
        ),
      );
    else if (/^(?:TM|KT|TL|TUQ|Q)\s*\.\S/u.test(piece.text))
      findings.push(
        fault(
          piece,
          TITLE,
          'practice',
          say(`"${piece.text}"`, `"${piece.text}"`),
          say('cách chữ sau dấu chấm: "KT. CHỦ TỊCH"', 'a blank after the point: "KT. CHỦ TỊCH"'),
          'II.7b',
        ),
      );
  }
  const deputy = titles.find((piece) => /^(?:pho|thu truong)\b/.test(bare(piece.text)));
  const own = bare(document.letterheads[0]?.issuer.map(({ text }) => text).join(' ') ?? '');
  // Of two who sign minutes, one may hold any office.
  const alone = document.signatures.length === 1;
  if (
    deputy !== undefined &&
    alone &&
    !signs.some((known) => ['KT', 'TL', 'TUQ', 'Q'].includes(known)) &&
    !/^(?:hoi dong|ban)\b/.test(own)
  )
    findings.push(
      fault(
        deputy,
        TITLE,
        'decree',
        say(`cấp phó ký mà không có "KT."`, 'a deputy signs without "KT."'),
        say(
          '"KT." trước chức vụ của người đứng đầu, ở dòng trên',
          '"KT." before the title of the head, on the line above',
        ),
        'II.7b',
      ),
    );
  const kt = titles.findIndex((_, i) => signs[i] === 'KT');
  if (kt >= 0 && kt === titles.length - 1 && titles[kt] !== undefined)
    findings.push(
      fault(
        titles[kt],
        TITLE,
        'decree',
        say('có "KT." mà không ghi chức vụ của người ký', '"KT." without the title of who signs'),
        say('dòng dưới ghi chức vụ cấp phó của người ký', 'the title of the deputy on the line below'),
        'II.7c',
      ),
    );
  // Resolutions of a council are certified by its chairman: no "TM." is asked of them.
  const collective = /^(?:uy ban nhan dan|ubnd)\b/.test(own);
  if (collective && alone && !signs.some((known) => ['TM', 'TL', 'TUQ'].includes(known)))
    findings.push(
      fault(
        first,
        TITLE,
        'practice',
        say('không có "TM."', 'no "TM."'),
        say(
          'ký thay mặt tập thể thì ghi "TM." trước tên cơ quan',
          '"TM." before the body on whose behalf it is signed',
        ),
        'II.7b',
      ),
    );
  return findings;
}

/** No degrees, ranks or honours before the name: II.7c. */
function honours(name: Piece, document: Recognised): readonly Finding[] {
  const found = DEGREES.exec(name.text)?.[0]?.trim() ?? RANKS.exec(bare(name.text))?.[0];
  if (found === undefined || found.length >= name.text.length) return [];
  if (isCapitals(name.text) && !found.includes('.')) return [];
  const owner = bare(
    document.letterheads
      .flatMap(({ issuer }) => issuer)
      .map(({ text }) => text)
      .join(' '),
  );
  const grade: Grade = MAY_SET_DEGREES.test(owner) || RANKS.test(bare(name.text)) ? 'hint' : 'decree';
  const text = name.text.slice(0, found.length);
  return [
    fault(
      name,
      NAME,
      grade,
      say(`có "${text}" trước họ tên`, `"${text}" before the name`),
      say('không ghi học hàm, học vị, danh hiệu', 'no degrees, no honours'),
      'II.7c',
    ),
  ];
}
