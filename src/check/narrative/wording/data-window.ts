import type { FullDate } from '../../../model/date.ts';
import { dataWindow, type Period, periodsOf } from '../../../model/period.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { ordinal, spelled } from '../dates.ts';
import { textOf } from '../report-text.ts';
import { nameOf } from './periods.ts';

const DAY = String.raw`(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?`;
const RANGE = new RegExp(String.raw`từ\s+(?:ngày\s+)?${DAY}\s*(?:đến(?:\s+hết)?(?:\s+ngày)?|[-–])\s*${DAY}`, 'g');

/** What is counted over a period. */
const COUNTED = /hồ sơ|văn bản|tiếp nhận|giải quyết|số liệu|thống kê|kết quả|tính/;
/** What takes some days of a period, or looks at another. */
const OTHER_TIME =
  /cùng kỳ|năm trước|so với|sẽ |dự kiến|nghỉ|tết|hội nghị|tập huấn|lớp|khảo sát|cuộc thi|thi tuyển|lấy ý kiến/;
const AROUND = 80;

const days = ({ day, month, year }: FullDate): number => Date.UTC(year, month - 1, day) / 86_400_000;
/** Days by which a count up to the day of writing may be off; a hint is enough. */
const NEAR = 7;

/** A range of days as typed; a year left out is that of the last day, or the one before. */
function rangeOf(match: RegExpExecArray): { readonly from: FullDate; readonly to: FullDate } | undefined {
  const [day1 = 0, month1 = 0, year1 = 0, day2 = 0, month2 = 0, year2 = 0] = match.slice(1).map((text) => Number(text));
  if (Number.isNaN(year2)) return undefined;
  const firstYear = Number.isNaN(year1) ? year2 - (month1 > month2 ? 1 : 0) : year1;
  return { from: { day: day1, month: month1, year: firstYear }, to: { day: day2, month: month2, year: year2 } };
}

/** The window of another period: last quarter's, or the same of another year. */
const isAnothersWindow = (from: FullDate, to: FullDate, period: Period): boolean =>
  [period.year - 1, period.year, period.year + 1]
    .flatMap(periodsOf)
    .filter(({ kind, id }) => kind !== 'month' && id !== period.id)
    .map(dataWindow)
    .some((other) => ordinal(other.from) === ordinal(from) && ordinal(other.to) === ordinal(to));

const within = (from: FullDate, to: FullDate, window: ReturnType<typeof dataWindow>): boolean =>
  ordinal(from) >= ordinal(window.from) && ordinal(to) <= ordinal(window.to);

/** A stretch of days that figures are counted over, and that is not the report's period. */
export const wrongWindow: Rule = {
  code: 'khoang-so-lieu-sai',
  check(resolved, template): readonly Problem[] {
    const { period } = resolved.report;
    const window = dataWindow(period);
    return textOf(resolved, template).blocks.flatMap((block) =>
      [...block.lower.matchAll(RANGE)].flatMap((match): readonly Problem[] => {
        const range = rangeOf(match);
        if (range === undefined) return [];
        const { from, to } = range;
        const starts = ordinal(from) === ordinal(window.from);
        const ends = ordinal(to) === ordinal(window.to);
        const fromNewYear = from.day === 1 && from.month === 1 && from.year === period.year;
        const another = isAnothersWindow(from, to, period);
        if (starts === ends && !(fromNewYear && !starts) && !another) return [];
        if (starts && ends) return [];
        const end = match.index + match[0].length;
        const around = block.lower.slice(Math.max(0, match.index - AROUND), end + AROUND);
        if (!COUNTED.test(around) || (!starts && OTHER_TIME.test(around))) return [];
        // A quarter within the period may be counted by itself, when others are too.
        if (another && within(from, to, window) && block.lower.match(RANGE)?.length !== 1) return [];
        const off = Math.abs(days(from) - days(window.from)) + Math.abs(days(to) - days(window.to));
        const params = {
          from: spelled(from),
          to: spelled(to),
          first: spelled(window.from),
          last: spelled(window.to),
          period: nameOf(period),
        };
        const severity = off <= NEAR ? 'goi_y' : 'canh_bao';
        return [problem('khoang-so-lieu-sai', params, block.placeAt(match.index), [], { severity })];
      }),
    );
  },
};
