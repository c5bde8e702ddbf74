import { inSmallLetters } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { spelled } from '../dates.ts';
import { placeOf, type Reference, referencesIn } from './references.ts';

/** What a plan of this year may well say of a year before; in small letters. */
const LOOKS_BACK =
  /khắc phục|tồn tại|hạn chế|kết quả|tổng kết|sơ kết|quyết toán|sau (?:thanh tra|kiểm tra|giám sát)|chỉ số|xếp hạng|xếp loại|bình xét|khen thưởng|báo cáo|giai đoạn/;
/** A year after these is the year of another document. */
const OTHER_DOCUMENT = /Quyết định|Nghị quyết|Luật|Kết luận|Chỉ thị|Thông báo/u;

const YEARS = /(?<!từ\s|so với\s|đến\s)năm\s+(\d{4})/g;

/** The year that a plan is for: the only one in its subject. */
function plannedYear({ subject }: Reference): number | undefined {
  if (subject === undefined || OTHER_DOCUMENT.test(subject)) return undefined;
  const lower = inSmallLetters(subject);
  if (LOOKS_BACK.test(lower)) return undefined;
  const years = [...lower.matchAll(YEARS)].map(([, year]) => Number(year));
  return new Set(years).size === 1 ? years[0] : undefined;
}

/** A plan that was issued when the year it is for had passed. */
export const planForPastYear: Rule = {
  code: 'ke-hoach-nam-cu',
  check(resolved, template): readonly Problem[] {
    return referencesIn(resolved, template).flatMap((reference) => {
      const { symbol, date, name } = reference;
      if (!symbol.startsWith('KH') || date === undefined) return [];
      const year = plannedYear(reference);
      if (year === undefined || year >= date.year) return [];
      return [problem('ke-hoach-nam-cu', { name, date: spelled(date), year }, placeOf(reference))];
    });
  },
};
