import type { Wording } from '../../model/problem.ts';
import { say } from '../../model/problems/kind.ts';
import type { Letterhead } from '../components/index.ts';
import { bare } from '../components/pieces.ts';
import { KIND_SIGNS } from '../components/words.ts';
import { at, type Finding } from '../finding.ts';
import { measure } from '../measure.ts';
import type { FormatRule } from './rule.ts';

const NUMBER = say('Số, ký hiệu', 'Number and sign');
const ROOM = /[\s.…_]/g;

/** "Số: 05/BC-SNV" taken apart; `undefined` where it is written otherwise. */
interface NumberText {
  readonly number: string;
  readonly sign: string;
}

function numberText(text: string): NumberText | undefined {
  const match = /^s[ốôo]\s*:?\s*([^/]*)\/\s*(.*)$/iu.exec(text);
  return match === null ? undefined : { number: match[1] ?? '', sign: match[2] ?? '' };
}

/** Số, ký hiệu: II.3. A number left blank in a draft is no fault. */
export const numberAndSign: FormatRule = ({ letterheads, kind }) =>
  letterheads.flatMap(({ number }): readonly Finding[] => {
    if (number === undefined) return [];
    const component = { code: 'the-thuc-so-ky-hieu', subject: NUMBER, place: 'II.3c', pieces: [number] } as const;
    const findings = [...measure(component, { size: [13, 13], italic: false, bold: false, centred: true })];
    const fault = (found: Wording, asked: Wording, grade: 'decree' | 'practice' = 'decree'): Finding => ({
      ...component,
      grade,
      found,
      asked,
      words: true,
      spots: at(number.paragraph),
    });
    const { text } = number;
    const typed = say(`"${text}"`, `"${text}"`);
    if (!/^Số\s*:/u.test(text))
      findings.push(
        fault(
          typed,
          say(
            'từ "Số" in thường, sau có dấu hai chấm: "Số: 05/BC-SNV"',
            '"Số" in lower case and a colon: "Số: 05/BC-SNV"',
          ),
        ),
      );
    const parts = numberText(text);
    if (parts === undefined) {
      if (/\d/.test(text))
        findings.push(
          fault(
            typed,
            say(
              'giữa số và ký hiệu có dấu gạch chéo: "Số: 05/BC-SNV"',
              'a slash between number and sign: "Số: 05/BC-SNV"',
            ),
          ),
        );
      return findings;
    }
    const digits = parts.number.replace(ROOM, '');
    if (/^[1-9]$/.test(digits))
      findings.push(
        fault(typed, say(`số nhỏ hơn 10 có số 0 phía trước: 0${digits}`, `a leading 0 below 10: 0${digits}`)),
      );
    const sign = parts.sign.replace(/[….]+$/, '').trim();
    const apart =
      /\s/.test(sign) ||
      (/^\d+$/.test(digits) && /\s$/.test(parts.number)) ||
      /^\s/.test(text.slice(text.indexOf('/') + 1));
    if (apart && !/[….]{2}/.test(text))
      findings.push(
        fault(typed, say('không cách chữ quanh dấu gạch chéo và gạch nối', 'no blanks around slash and hyphens')),
      );
    if (/[–—]/.test(sign))
      findings.push(
        fault(typed, say('gạch nối ngắn (-) giữa các nhóm chữ', 'hyphens (-) between the groups'), 'practice'),
      );
    if (/\p{Ll}{2}/u.test(sign.replace(/QyĐ|CTr|TTr|TrS|HĐ/gu, '')))
      findings.push(fault(typed, say('ký hiệu in hoa', 'the sign in capitals')));
    return [...findings, ...signFault(sign, kind.map((piece) => piece.text).join(' '), fault)];
  });

/** "BC" stands for a report: the sign of another kind in front of it is a slip. */
function signFault(
  sign: string,
  kind: string,
  fault: (found: Wording, asked: Wording, grade: 'practice') => Finding,
): readonly Finding[] {
  const short =
    sign
      .replace(/^\d{4}\//, '')
      .split(/[-–]/)[0]
      ?.trim() ?? '';
  const meant = KIND_SIGNS.get(short);
  const name = bare(kind);
  const own = [...KIND_SIGNS].find(([, known]) => name === known)?.[0];
  if (meant === undefined || own === undefined || name === meant) return [];
  return [
    fault(
      say(`ký hiệu "${short}" trên văn bản "${kind}"`, `sign "${short}" on "${kind}"`),
      say(`"${own}"`, `"${own}"`),
      'practice',
    ),
  ];
}

/** Địa danh và thời gian: II.4. A day or month left blank in a draft is no fault. */
export const placeAndDate: FormatRule = ({ letterheads }) =>
  letterheads.flatMap((letterhead): readonly Finding[] => {
    const { placeDate } = letterhead;
    if (placeDate === undefined) return [];
    const component = {
      code: 'the-thuc-dia-danh-ngay',
      subject: say('Địa danh và thời gian', 'Place and date'),
      place: 'II.4c',
      pieces: [placeDate],
    } as const;
    const findings = [
      ...measure(component, { size: [13, 14], italic: true, bold: false, capitals: false, centred: true }),
    ];
    const typed = say(`"${placeDate.text}"`, `"${placeDate.text}"`);
    const fault = (found: Wording, asked: Wording, place = 'II.4b'): void => {
      findings.push({
        ...component,
        grade: 'decree',
        found,
        asked,
        place,
        words: true,
        spots: at(placeDate.paragraph),
      });
    };
    const parts = /^(.*?)([\s,]*)\bngày\s*(\d{1,2})?[\s.…_]*tháng\s*(\d{1,2})?[\s.…_]*năm\s*([\d….\s_]*)/iu.exec(
      placeDate.text,
    );
    if (parts === null) return findings;
    const [, name = '', gap = '', day, month] = parts;
    if (name.trim() !== '' && !gap.includes(','))
      fault(typed, say('dấu phẩy sau địa danh', 'a comma after the place'), 'II.4c');
    if (name.trim() !== '' && /^\p{Ll}/u.test(name.trim()))
      fault(typed, say('chữ cái đầu của địa danh viết hoa', 'capital letters in the place'), 'II.4c');
    if (day !== undefined && day.length === 1) fault(typed, say(`ngày 0${day}`, `day 0${day}`));
    if (month === '1' || month === '2') fault(typed, say(`tháng 0${month}`, `month 0${month}`));
    if (month !== undefined && /^0[3-9]$/.test(month))
      fault(
        typed,
        say(
          `tháng ${month.slice(1)} (chỉ tháng 1, 2 có số 0)`,
          `month ${month.slice(1)} (a 0 for months 1 and 2 only)`,
        ),
      );
    return [...findings, ...sameLine(letterhead, component)];
  });

/** In a table the date stands in the row of the number. */
function sameLine(
  { number, placeDate }: Letterhead,
  component: Pick<Finding, 'code' | 'subject' | 'place'>,
): readonly Finding[] {
  const rowOf = (piece: typeof number) => piece?.paragraph.container.cell;
  const [left, right] = [rowOf(number), rowOf(placeDate)];
  if (left === undefined || right === undefined || placeDate === undefined) return [];
  if (left.table !== right.table || left.row === right.row) return [];
  return [
    {
      ...component,
      grade: 'decree',
      found: say('không cùng dòng với số, ký hiệu', 'not on the line of the number'),
      asked: say('cùng một dòng với số, ký hiệu', 'on the line of the number'),
      spots: at(placeDate.paragraph),
    },
  ];
}
