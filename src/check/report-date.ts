import { shortDate } from '../model/date.ts';
import { dataWindow } from '../model/period.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { latest, ordinal } from './narrative/dates.ts';
import type { Rule } from './rule.ts';

/** How long after the end of its period a report is still made: months. */
const LATEST = 11;

/** A report dated before its period began, or long after it ended: a slip of the year, or a file copied and not mended. */
export const reportDate: Rule = {
  code: 'ngay-ngoai-ky',
  check({ report }): readonly Problem[] {
    const { from, to } = dataWindow(report.period);
    const last = latest(report.date);
    const first = { day: 1, month: 1, ...report.date };
    const months = (first.year - to.year) * 12 + first.month - to.month;
    if (ordinal(last) >= ordinal(from) && months <= LATEST) return [];
    const params = { period: report.period.id, from: shortDate(from), to: shortDate(to) };
    const date = shortDate(report.date).replace(/\u00a0+/g, '…');
    return [problem('ngay-ngoai-ky', { date, ...params }, { kind: 'data', file: report.file, path: ['ngay'] })];
  },
};
