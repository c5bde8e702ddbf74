import type { Rule } from '../rule.ts';
import { impossibleDate } from './documents/impossible-date.ts';
import { laterThanReport } from './documents/later-than-report.ts';
import { numbersOutOfOrder } from './documents/numbers-out-of-order.ts';
import { planForPastYear } from './documents/plan-for-past-year.ts';
import { suspiciousYear } from './documents/suspicious-year.ts';
import { symbolMissing } from './documents/symbol-missing.ts';
import { symbolOfKind } from './documents/symbol-of-kind.ts';
import { twoDates } from './documents/two-dates.ts';
import { twoNumbers } from './documents/two-numbers.ts';
import { twoSubjects } from './documents/two-subjects.ts';
import { undated } from './documents/undated.ts';
import { yearDisagrees } from './documents/year-disagrees.ts';
import { yearMissing } from './documents/year-missing.ts';

/** What a careful reader finds in the narrative, in the notes, and between them and the appendix. */
export const NARRATIVE_RULES: readonly Rule[] = [
  twoDates,
  twoSubjects,
  twoNumbers,
  symbolOfKind,
  yearMissing,
  yearDisagrees,
  symbolMissing,
  impossibleDate,
  laterThanReport,
  numbersOutOfOrder,
  suspiciousYear,
  planForPastYear,
  undated,
];
