import type { Wording } from '../../model/problem.ts';
import { say } from '../../model/problems/kind.ts';
import type { FoundLine, Letterhead } from '../components/index.ts';
import { bare, type Piece, widthOf } from '../components/pieces.ts';
import { MOTTO, NATION } from '../components/words.ts';
import { at, type Finding, type FormatCode } from '../finding.ts';
import { mainSize, measure, points } from '../measure.ts';
import type { FormatRule } from './rule.ts';

const NATION_WORDS = say('Quốc hiệu', 'National name');
const MOTTO_WORDS = say('Tiêu ngữ', 'Motto');

const each =
  (rule: (letterhead: Letterhead) => readonly Finding[]): FormatRule =>
  ({ letterheads }) =>
    letterheads.flatMap(rule);

/** Quốc hiệu: II.1a. */
export const nation: FormatRule = each(({ nation: piece }) => {
  if (piece === undefined) return [];
  const component = { code: 'the-thuc-quoc-hieu', subject: NATION_WORDS, place: 'II.1a', pieces: [piece] } as const;
  const findings = [
    ...measure(component, { size: [12, 13], bold: true, italic: false, capitals: true, centred: true }),
  ];
  const fault = (found: Wording, asked: Wording): Finding => ({
    ...component,
    grade: 'decree',
    found,
    asked,
    words: true,
    spots: at(piece.paragraph),
  });
  if (bare(piece.text) !== NATION)
    findings.push(
      fault(
        say(`"${piece.text}"`, `"${piece.text}"`),
        say('"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"', '"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"'),
      ),
    );
  if (piece.side === 'left')
    findings.push(fault(say('ở bên trái', 'on the left'), say('phía trên cùng, bên phải', 'at the top, on the right')));
  return findings;
});

/** Tiêu ngữ: II.1b. */
export const motto: FormatRule = each(({ motto: piece }) => {
  if (piece === undefined) return [];
  const component = { code: 'the-thuc-tieu-ngu', subject: MOTTO_WORDS, place: 'II.1b', pieces: [piece] } as const;
  const findings = [
    ...measure(component, { size: [13, 14], bold: true, italic: false, capitals: false, centred: true }),
  ];
  const typed = say(`"${piece.text}"`, `"${piece.text}"`);
  const asked = say('"Độc lập - Tự do - Hạnh phúc"', '"Độc lập - Tự do - Hạnh phúc"');
  const fault = (grade: 'decree' | 'practice', found: Wording, wanted: Wording): Finding => ({
    ...component,
    grade,
    found,
    asked: wanted,
    words: true,
    spots: at(piece.paragraph),
  });
  const letters = bare(piece.text);
  if (letters.replace(/ /g, '') !== MOTTO.replace(/ /g, '')) return [...findings, fault('decree', typed, asked)];
  if (!/Độc.+Tự.+Hạnh/u.test(piece.text) && findings.every(({ subject }) => !subject.en.includes('capitals')))
    findings.push(
      fault('decree', typed, say('chữ cái đầu của các cụm từ viết hoa', 'capital first letters of its phrases')),
    );
  if (/[–—−]/.test(piece.text))
    findings.push(
      fault(
        'practice',
        say('gạch ngang dài (–)', 'long dashes (–)'),
        say('gạch nối ngắn (-), có cách chữ', 'hyphens (-) between blanks'),
      ),
    );
  else if (!/^\P{Pd}+ - \P{Pd}+ - \P{Pd}+$/u.test(piece.text)) findings.push(fault('decree', typed, asked));
  return findings;
});

/** How long a line under a text is, against the text: a share of one of its lines. */
function lineFault(
  code: FormatCode,
  subject: Wording,
  place: string,
  line: FoundLine | undefined,
  above: readonly Piece[],
  [least, most]: readonly [number, number],
  asked: Wording,
): readonly Finding[] {
  const last = above.at(-1);
  if (last === undefined) return [];
  const fault = (found: Wording, wanted: Wording, grade: 'decree' | 'practice' = 'decree'): Finding => ({
    code,
    grade,
    subject,
    found,
    asked: wanted,
    place,
    // A line hangs from an empty paragraph that nobody finds: its text is shown.
    spots: at(last.paragraph),
  });
  if (line === undefined) return [fault(say('không thấy đường kẻ', 'no line found'), asked)];
  const findings: Finding[] = [];
  if (!line.solid)
    findings.push(
      fault(
        say('nét đứt, hoặc gõ bằng dấu gạch rời', 'dashed, or typed with single dashes'),
        say('nét liền', 'a solid line'),
      ),
    );
  // A long name breaks into lines; people measure against its last or its longest.
  const ratios =
    line.share === undefined ? above.map((piece) => line.length / Math.max(1, widthOf(piece))) : [line.share];
  if (!ratios.some((ratio) => ratio >= least && ratio <= most)) {
    const share = Math.round((line.share ?? line.length / Math.max(1, widthOf(last))) * 100);
    findings.push(fault(say(`dài bằng ${share}% dòng chữ`, `${share}% of the text`), asked));
  }
  return findings;
}

/** What is left to the eye: nobody sees a tenth more or less; widths are those of the font, not of Word's own setting. */
const ABOUT_ALL = [0.85, 1.15] as const;
const THIRD_TO_HALF = [0.3, 0.54] as const;
const THIRD_WORDS = say('1/3 đến 1/2 độ dài dòng chữ', '1/3 to 1/2 of the text');

/** Đường kẻ dưới Tiêu ngữ: II.1b. */
export const mottoLine: FormatRule = each(({ motto: piece, mottoLine: line }) =>
  piece === undefined
    ? []
    : lineFault(
        'the-thuc-ke-tieu-ngu',
        say('Đường kẻ dưới Tiêu ngữ', 'Line under the motto'),
        'II.1b',
        line,
        [piece],
        ABOUT_ALL,
        say('nét liền, dài bằng dòng chữ', 'solid, as long as the text'),
      ),
);

/** Đường kẻ dưới tên cơ quan: II.2b. */
export const issuerLine: FormatRule = each(({ issuer: pieces, issuerLine: line }) =>
  lineFault(
    'the-thuc-ke-co-quan',
    say('Đường kẻ dưới tên cơ quan ban hành', 'Line under the agency'),
    'II.2b',
    line,
    pieces,
    THIRD_TO_HALF,
    THIRD_WORDS,
  ),
);

/** Minutes have no line in their model form: Phụ lục III, Mẫu 1.9. */
const isMinutes = (kind: readonly Piece[]): boolean => bare(kind.map(({ text }) => text).join(' ')) === 'bien ban';

/** Đường kẻ dưới trích yếu: II.5b. */
export const subjectLine: FormatRule = ({ kind, subject, subjectLine: line }) =>
  isMinutes(kind) && line === undefined
    ? []
    : lineFault(
        'the-thuc-ke-trich-yeu',
        say('Đường kẻ dưới trích yếu', 'Line under the subject'),
        'II.5b',
        line,
        subject,
        THIRD_TO_HALF,
        THIRD_WORDS,
      );

/** Cơ quan chủ quản: II.2b. */
export const superior: FormatRule = each(({ superior: pieces }) =>
  measure(
    {
      code: 'the-thuc-co-quan-chu-quan',
      subject: say('Tên cơ quan chủ quản', 'Superior body'),
      place: 'II.2b',
      pieces,
    },
    { size: [12, 13], bold: false, italic: false, capitals: true, centred: true },
  ),
);

/** Cơ quan ban hành: II.2b. */
export const issuer: FormatRule = each(({ issuer: pieces }) =>
  measure(
    { code: 'the-thuc-co-quan-ban-hanh', subject: say('Tên cơ quan ban hành', 'Issuing body'), place: 'II.2b', pieces },
    { size: [12, 13], bold: true, italic: false, capitals: true, centred: true },
  ),
);

/** Bộ cỡ chữ: V. */
export const sizeSet: FormatRule = each(({ nation: top, motto: below, placeDate }) => {
  const sizes = [top, below, placeDate].map((piece) => (piece === undefined ? undefined : mainSize([piece])));
  const [first, second, third] = sizes;
  // A size that is wrong by itself is told of by its own rule.
  const allowed = first !== undefined && second !== undefined && [12, 13].includes(first) && [13, 14].includes(second);
  if (!allowed || top === undefined || (third !== undefined && ![13, 14].includes(third))) return [];
  if (second === first + 1 && (third === undefined || third === second)) return [];
  const words = `Quốc hiệu ${points(first)}, Tiêu ngữ ${points(second)}${third === undefined ? '' : `, ngày tháng ${points(third)}`}`;
  return [
    {
      code: 'the-thuc-bo-co-chu',
      grade: 'decree',
      subject: say('Bộ cỡ chữ', 'Set of sizes'),
      found: say(words, `national name ${first}, motto ${second}${third === undefined ? '' : `, date ${third}`}`),
      asked: say(
        'Quốc hiệu 12 với Tiêu ngữ và ngày tháng 13; hoặc 13 với 14',
        '12 with 13 for motto and date, or 13 with 14',
      ),
      place: 'V',
      spots: at(top.paragraph),
    },
  ];
});
