import type { FullDate } from '../../../model/date.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { isPossible, latest, ordinal, spelled } from '../dates.ts';
import { isOutlook } from '../outlook.ts';
import { type Block, textOf } from '../report-text.ts';

/** In small letters: `trong tháng 01/2023`, `trước ngày 30/11/2022`, `trong quý I năm 2022`: when a task is to be done. */
const DEADLINE =
  /(?:trong|trước|chậm nhất|đến hết|hoàn thành|xong|vào)\s+(?:(?:ngày\s+)?(\d{1,2})\/(\d{1,2})\/(\d{4})|tháng\s+(\d{1,2})(?:\s?\/\s?|\s+năm\s+)(\d{4})|quý\s+(iv|i{1,3}|[1-4])(?:\s?\/\s?|\s+năm\s+)(\d{4}))(?![\d/])/g;
/** The time of something that lies behind and is still to be dealt with. */
const BEHIND =
  /(?:tồn đọng|tồn tại|phát sinh|phát hiện|kéo dài|quá hạn|tiếp nhận|được giao|đã|chưa|chỉ ra|nêu)[^,;.]{0,40}$/;

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

function lastDay(match: RegExpExecArray): FullDate {
  const [, day, month, year, onlyMonth, monthYear, quarter, quarterYear] = match;
  if (day !== undefined) return { day: Number(day), month: Number(month), year: Number(year) };
  if (onlyMonth !== undefined) return latest({ month: Number(onlyMonth), year: Number(monthYear) });
  return latest({ month: (QUARTERS[quarter ?? '1'] ?? 4) * 3, year: Number(quarterYear) });
}

function pastIn(block: Block, reported: FullDate): readonly Problem[] {
  return [...block.lower.matchAll(DEADLINE)].flatMap((match) => {
    const date = lastDay(match);
    if (!isPossible(date) || ordinal(date) >= ordinal(reported)) return [];
    if (BEHIND.test(block.lower.slice(0, match.index))) return [];
    const params = { deadline: block.text.slice(match.index, match.index + match[0].length), date: spelled(reported) };
    return [problem('moc-da-qua', params, block.placeAt(match.index))];
  });
}

/** A task to come whose time had passed when the report was written. */
export const pastDeadline: Rule = {
  code: 'moc-da-qua',
  check(resolved, template): readonly Problem[] {
    const { date } = resolved.report;
    // An open day: the first that it can be.
    const reported: FullDate = { day: date.day ?? 1, month: date.month ?? 1, year: date.year };
    return [...textOf(resolved, template).slots.values()].flatMap((blocks) =>
      blocks.flatMap((block, i) => (isOutlook(block, blocks.slice(0, i), template) ? pastIn(block, reported) : [])),
    );
  },
};
