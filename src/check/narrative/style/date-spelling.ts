import type { Problem } from '../../../model/problem.ts';
import type { Rule } from '../../rule.ts';
import { datesOf } from '../dates.ts';
import { textOf } from '../report-text.ts';
import { mixed, type Sample } from './mixed.ts';

const PARTS = /^(\d{1,2})[/.-](\d{1,2})[/.-]/;

/** Days, the months 1 and 2, and the months 3 to 9: each with and without a leading zero. */
export const dateSpelling: Rule = {
  code: 'kieu-ngay',
  check(resolved, template): readonly Problem[] {
    const samples = { day: [] as Sample[], early: [] as Sample[], late: [] as Sample[] };
    for (const block of textOf(resolved, template).blocks) {
      for (const { text, start, day, month } of datesOf(block)) {
        const [, typedDay = '', typedMonth = ''] = PARTS.exec(text) ?? [];
        if (typedDay === '' || block.isBound(start, start + 1)) continue;
        const at = () => block.placeAt(start);
        if (day < 10) samples.day.push({ way: typedDay.length > 1 ? 'zero' : 'none', text, at });
        const way = typedMonth.length > 1 ? 'zero' : 'none';
        if (month < 10) (month <= 2 ? samples.early : samples.late).push({ way, text, at });
      }
    }
    return [
      ...mixed('kieu-ngay', { vi: 'Ngày dưới 10', en: 'Days below 10 are written' }, samples.day),
      ...mixed('kieu-ngay', { vi: 'Tháng 1, tháng 2', en: 'The months 1 and 2 are written' }, samples.early),
      ...mixed('kieu-ngay', { vi: 'Tháng 3 đến tháng 9', en: 'The months 3 to 9 are written' }, samples.late),
    ];
  },
};
