import { type Citation, citationsIn } from '../../model/citation.ts';
import { datesIn } from '../../model/date.ts';
import { say } from '../../model/problems/kind.ts';
import type { BodyParagraph } from '../components/index.ts';
import { fullText, share } from '../components/pieces.ts';
import { at, type Finding } from '../finding.ts';
import { points, sizesOutside } from '../measure.ts';
import { isHeading, lettersOf } from './body-text.ts';
import type { FormatRule } from './rule.ts';

/** Căn cứ ban hành: II.6a. */
export const legalGrounds: FormatRule = ({ body }) => {
  const grounds = body.filter(({ role }) => role === 'legal-ground');
  const last = grounds.at(-1);
  if (last === undefined) return [];
  const base = { code: 'the-thuc-can-cu', grade: 'decree', place: 'II.6a' } as const;
  const findings: Finding[] = [];
  const spotsOf = (wrong: readonly BodyParagraph[]) => at(...wrong.map(({ paragraph }) => paragraph));
  const upright = grounds.filter(({ paragraph }) => share(lettersOf(paragraph), ({ italic }) => italic) < 0.85);
  if (upright.length > 0)
    findings.push({
      ...base,
      subject: say('Căn cứ, kiểu chữ', 'Legal grounds, slant'),
      found: say('đứng', 'upright'),
      asked: say('nghiêng', 'italic'),
      spots: spotsOf(upright),
    });
  const sized = grounds.filter(({ paragraph }) => sizesOutside(lettersOf(paragraph), [13, 14]).length > 0);
  if (sized.length > 0) {
    const text = [...new Set(sized.flatMap(({ paragraph }) => sizesOutside(lettersOf(paragraph), [13, 14])))]
      .map(points)
      .join('; ');
    findings.push({
      ...base,
      subject: say('Căn cứ, cỡ chữ', 'Legal grounds, font size'),
      found: say(text, text),
      asked: say('13 - 14', '13 - 14'),
      spots: spotsOf(sized),
    });
  }
  const open = grounds.filter((item) => item !== last && !/;$/.test(item.text));
  if (open.length > 0)
    findings.push({
      ...base,
      subject: say('Căn cứ, cuối dòng', 'Legal grounds, end of line'),
      found: say('không có dấu chấm phẩy', 'no semicolon'),
      asked: say('dấu chấm phẩy (;)', 'a semicolon (;)'),
      spots: spotsOf(open),
    });
  if (!/\.$/.test(last.text))
    findings.push({
      ...base,
      subject: say('Căn cứ, dòng cuối', 'Legal grounds, last line'),
      found: say(`kết thúc bằng "${last.text.slice(-1)}"`, `ends with "${last.text.slice(-1)}"`),
      asked: say('dấu chấm (.)', 'a full stop (.)'),
      spots: spotsOf([last]),
    });
  return findings;
};

/** `ngày     /6/2021`, `ngày … tháng 6`: a date whose day is left to be written in. */
const OPEN_DATE = /^[^;.()\d]{0,40}?\bngày[\s.…_]*(?:\/|tháng)/u;
/** `Quyết định số 15/QĐ-UBND năm 2021` says at least the year. */
const OF_YEAR = /^,?\s+năm\s+\d{4}/u;
/** What a document is about may name another one: `Kế hoạch … về thực hiện Nghị quyết số 39-NQ/TW`. */
const IN_A_SUBJECT = /(?:^|\s)(?:về|V\/v|thực hiện|triển khai|sửa đổi|quy định|hướng dẫn|ban hành)\s[^;.]*$/u;
/** As far as what a document is about reaches. */
const SUBJECT_REACH = 400;

interface CitedHere extends Citation {
  readonly kind: string;
  readonly dated: boolean;
  readonly full: boolean;
  readonly item: BodyParagraph;
}

/** The sentence around a citation. */
function sentenceAround(text: string, { start, end }: Citation): string {
  const before =
    text
      .slice(0, start)
      .split(/[.;](?=\s)/)
      .at(-1) ?? '';
  return before + text.slice(start, end) + (text.slice(end).split(/[.;](?=\s|$)/)[0] ?? '');
}

/** Dated by itself, or by a date of its sentence that is no other document's. */
function isDated(cited: Citation, all: readonly Citation[], text: string): boolean {
  const after = text.slice(cited.end);
  if (cited.date !== undefined || OPEN_DATE.test(after) || OF_YEAR.test(after)) return true;
  const others = new Set(all.flatMap(({ date }) => (date === undefined ? [] : [date.text])));
  return datesIn(sentenceAround(text, cited)).some((date) => !others.has(date.text));
}

function isInSubjectOf(above: Citation | undefined, cited: Citation, text: string): boolean {
  if (above === undefined || cited.start - above.end > SUBJECT_REACH) return false;
  return IN_A_SUBJECT.test(text.slice(above.end, cited.start).replace(/(?:[\p{L}]+\s+){0,3}(?:số:?\s*)?$/u, ' '));
}

function citedIn(item: BodyParagraph): readonly CitedHere[] {
  const text = item.text.normalize('NFC');
  const all = citationsIn(text);
  return all.flatMap((cited, i): readonly CitedHere[] => {
    const { kind, year, date, issuer, subject } = cited;
    if (kind === undefined || !/số:?\s*$/iu.test(text.slice(0, cited.start))) return [];
    // The number of a law tells its year: those are mostly cited without the day.
    const dated = year !== undefined || isDated(cited, all, text) || isInSubjectOf(all[i - 1], cited, text);
    const full = date !== undefined && issuer !== undefined && subject !== undefined;
    return [{ ...cited, kind, dated, full, item }];
  });
}

/** Viện dẫn: II.6b. Of the first mention only the date is told for certain; the rest is worth a look. */
export const citation: FormatRule = ({ body, document }) => {
  const noted = new Set(
    document.notes
      .flatMap(({ paragraphs }) => paragraphs.flatMap((note) => citationsIn(fullText(note))))
      .flatMap(({ name, date }) => (date === undefined ? [] : [name])),
  );
  const first = new Set<string>();
  const undated: CitedHere[] = [];
  const again: CitedHere[] = [];
  // A heading follows the form that asks for the report.
  for (const cited of body.filter((item) => !isHeading(item)).flatMap(citedIn)) {
    if (first.has(cited.name)) {
      if (cited.full) again.push(cited);
      continue;
    }
    first.add(cited.name);
    // What a footnote says in full need not stand in the text.
    if (!cited.dated && !noted.has(cited.name)) undated.push(cited);
  }
  const base = { code: 'the-thuc-vien-dan', place: 'II.6b', words: true } as const;
  const names = (list: readonly CitedHere[]): string =>
    list
      .slice(0, 3)
      .map(({ kind, name }) => `${kind} số ${name}`)
      .join('; ') + (list.length > 3 ? '; …' : '');
  const spotsOf = (list: readonly CitedHere[]) => at(...new Set(list.map(({ item }) => item.paragraph)));
  return [
    ...(undated.length === 0
      ? []
      : [
          {
            ...base,
            grade: 'practice',
            subject: say('Viện dẫn lần đầu', 'First mention of a document'),
            found: say(`không ghi ngày: ${names(undated)}`, `without its date: ${names(undated)}`),
            asked: say('tên loại, số, ngày, cơ quan ban hành, trích yếu', 'kind, number, date, issuer, subject'),
            spots: spotsOf(undated),
          } as const,
        ]),
    ...(again.length === 0
      ? []
      : [
          {
            ...base,
            grade: 'hint',
            subject: say('Viện dẫn lần sau', 'Later mention of a document'),
            found: say(`ghi lại đủ: ${names(again)}`, `in full again: ${names(again)}`),
            asked: say('chỉ ghi tên loại và số, ký hiệu', 'kind and number only'),
            spots: spotsOf(again),
          } as const,
        ]),
  ];
};

/** "./." ends the text in the model forms of Phụ lục III; the decree's own text does not ask for it. */
export const ending: FormatRule = ({ body, signatures, recipients }) => {
  const last = body.findLast(({ role, text }) => role !== 'other' || text.length > 40);
  if (last === undefined || (signatures.length === 0 && recipients === undefined) || body.length < 3) return [];
  if (/\.\/\.\s*$/.test(last.text.replace(/\s+(?=[./])/g, ''))) return [];
  if (body.some(({ text }) => /\.\/\.\s*$/.test(text.replace(/\s+(?=[./])/g, '')))) return [];
  return [
    {
      code: 'the-thuc-ket-thuc',
      grade: 'hint',
      subject: say('Cuối nội dung văn bản', 'End of the text'),
      found: say(`"…${last.text.slice(-20)}"`, `"…${last.text.slice(-20)}"`),
      asked: say('"./." (theo mẫu ở Phụ lục III)', '"./." (after the model forms of Phụ lục III)'),
      place: 'II.6e',
      spots: at(last.paragraph),
    },
  ];
};
