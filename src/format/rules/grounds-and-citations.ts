import { say } from '../../model/problems/kind.ts';
import type { BodyParagraph } from '../components/index.ts';
import { share } from '../components/pieces.ts';
import { at, type Finding } from '../finding.ts';
import { points, sizesOutside } from '../measure.ts';
import { lettersOf } from './body-text.ts';
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

/** "Kế hoạch số 09/KH-UBND": what is cited by kind and number. Acts and ordinances have no number. */
const CITED =
  /(Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Công văn|Văn bản|Thông tư|Nghị định|Báo cáo|Tờ trình|Hướng dẫn|Thông báo|Chương trình|Quy chế)\s+(?:liên\s+tịch\s+)?số:?\s*(\d+\/[\p{L}\d&/-]*\p{L})/gu;
const DATED = /^[\s,(]*(?:ngày\s*)?\d{0,2}\s*(?:\/|tháng)\s*\d{0,2}/u;
/** As far behind the number as its date, issuer and subject may reach. */
const REACH = 260;

interface Citation {
  readonly number: string;
  readonly kind: string;
  readonly dated: boolean;
  /** Its number tells the year: those of law are mostly cited without the day. */
  readonly yearly: boolean;
  readonly full: boolean;
  readonly item: BodyParagraph;
}

function citations(body: readonly BodyParagraph[]): readonly Citation[] {
  return body.flatMap((item) =>
    [...item.text.matchAll(CITED)].map((match): Citation => {
      const rest = item.text.slice(match.index + match[0].length).slice(0, REACH);
      const own = rest.split(/[;.](?=\s|$)/)[0] ?? '';
      const dated = DATED.test(own);
      return {
        number: (match[2] ?? '').normalize('NFC'),
        kind: match[1] ?? '',
        dated,
        yearly: /^\d+\/\d{4}\//.test(match[2] ?? ''),
        full:
          dated && /\bcủa\b/u.test(own) && /(?:về|ban hành|phê duyệt|quy định|triển khai|hướng dẫn|sửa đổi)/u.test(own),
        item,
      };
    }),
  );
}

/** Viện dẫn: II.6b. Of the first mention only the date is told for certain; the rest is worth a look. */
export const citation: FormatRule = ({ body }) => {
  const first = new Map<string, Citation>();
  const undated: Citation[] = [];
  const again: Citation[] = [];
  for (const cited of citations(body)) {
    if (first.has(cited.number)) {
      if (cited.full) again.push(cited);
      continue;
    }
    first.set(cited.number, cited);
    if (!cited.dated && !cited.yearly) undated.push(cited);
  }
  const base = { code: 'the-thuc-vien-dan', place: 'II.6b', words: true } as const;
  const names = (list: readonly Citation[]): string =>
    list
      .slice(0, 3)
      .map(({ kind, number }) => `${kind} số ${number}`)
      .join('; ') + (list.length > 3 ? '; …' : '');
  const spotsOf = (list: readonly Citation[]) => at(...new Set(list.map(({ item }) => item.paragraph)));
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
