import type { Wording } from '../../model/problem.ts';
import { say } from '../../model/problems/kind.ts';
import type { Recognised } from '../components/index.ts';
import type { Piece } from '../components/pieces.ts';
import { at, type Finding } from '../finding.ts';
import { measure } from '../measure.ts';
import type { FormatRule } from './rule.ts';

const LABEL = say('Từ "Nơi nhận"', 'The words "Nơi nhận"');
const ITEMS = say('Danh sách nơi nhận', 'List of recipients');

/** Nơi nhận: II.9d. */
export const recipients: FormatRule = (document) => {
  const found = document.recipients;
  if (found === undefined) return [];
  const code = 'the-thuc-noi-nhan';
  const { label, items } = found;
  const list = items.filter(({ text }) => /^[-–+•*]|^l[uư]u\b/iu.test(text));
  return [
    ...measure(
      { code, subject: LABEL, place: 'II.9d', pieces: [label] },
      { size: [12, 12], bold: true, italic: true, capitals: false },
    ),
    ...measure({ code, subject: ITEMS, place: 'II.9d', pieces: list }, { size: [11, 11], bold: false, italic: false }),
    ...placed(label, document),
    ...punctuation(label, list),
  ];
};

const fault = (piece: Piece, subject: Wording, found: Wording, asked: Wording): Finding => ({
  code: 'the-thuc-noi-nhan',
  grade: 'decree',
  subject,
  found,
  asked,
  place: 'II.9d',
  words: true,
  spots: at(piece.paragraph),
});

/** Flush left, level with the authority of who signs. */
function placed(label: Piece, { signatures }: Recognised): readonly Finding[] {
  const findings: Finding[] = [];
  const { alignment, container, left, firstLine } = label.paragraph;
  const isAside = alignment === 'center' || alignment === 'right';
  const isIn = (left ?? 0) + (firstLine ?? 0) > 120 || label.pushed;
  if (isAside || (isIn && alignment !== 'both'))
    findings.push(fault(label, LABEL, say('không sát lề trái', 'not flush left'), say('sát lề trái', 'flush left')));
  if (!label.text.includes(':'))
    findings.push(fault(label, LABEL, say('không có dấu hai chấm', 'no colon'), say('"Nơi nhận:"', '"Nơi nhận:"')));
  const title = signatures[0]?.titles[0]?.paragraph.container.cell;
  const own = container.cell;
  if (
    title !== undefined &&
    own !== undefined &&
    title.table === own.table &&
    title.row !== own.row &&
    signatures.length === 1
  )
    findings.push(
      fault(
        label,
        LABEL,
        say('không ngang hàng với quyền hạn, chức vụ của người ký', 'not level with the authority of the signer'),
        say('ngang hàng với quyền hạn, chức vụ của người ký', 'level with the authority of the signer'),
      ),
    );
  return findings;
}

function punctuation(label: Piece, items: readonly Piece[]): readonly Finding[] {
  const last = items.at(-1);
  if (last === undefined) return [];
  const findings: Finding[] = [];
  const before = items.slice(0, -1);
  const dashless = items.filter(({ text }) => !/^-/.test(text));
  const [first] = dashless;
  if (first !== undefined)
    findings.push({
      ...fault(first, ITEMS, quoted(first), say('đầu dòng có gạch đầu dòng (-)', 'a hyphen in front')),
      spots: at(...dashless.map(({ paragraph }) => paragraph)),
    });
  const open = before.filter((item, i) => !/[;:,]$/.test(item.text) && !goesOn(before[i + 1] ?? last));
  const [loose] = open;
  if (loose !== undefined)
    findings.push({
      ...fault(loose, ITEMS, quoted(loose), say('cuối dòng có dấu chấm phẩy', 'a semicolon behind')),
      spots: at(...open.map(({ paragraph }) => paragraph)),
    });
  const archive = items.findLast(({ text }) => /^[-–+•*]?\s*l[uư]u\b/iu.test(text));
  if (archive === undefined)
    findings.push(
      fault(
        label,
        ITEMS,
        say('không có dòng "Lưu"', 'no line "Lưu"'),
        say('dòng cuối "- Lưu: VT, …."', 'a last line "- Lưu: VT, …."'),
      ),
    );
  else {
    if (!/^[-–+•*]?\s*Lưu\s*:/u.test(archive.text))
      findings.push(fault(archive, ITEMS, quoted(archive), say('dấu hai chấm sau chữ "Lưu"', 'a colon after "Lưu"')));
    if (!/\bVT\b/.test(archive.text))
      findings.push(
        fault(archive, ITEMS, quoted(archive), say('có chữ "VT": "- Lưu: VT, …."', '"VT" in it: "- Lưu: VT, …."')),
      );
    if (!/\.$/.test(archive.text))
      findings.push(fault(archive, ITEMS, quoted(archive), say('dòng cuối có dấu chấm', 'a full stop at the end')));
  }
  return findings;
}

/** A line without a dash goes on the one above. */
const goesOn = ({ text }: Piece): boolean => !/^[-–+•*]/.test(text);

const quoted = ({ text }: Piece): Wording => say(`"${text}"`, `"${text}"`);
