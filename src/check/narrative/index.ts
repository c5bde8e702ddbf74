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
import { againstAppendix } from './figures/against-appendix.ts';
import { change } from './figures/change.ts';
import { countedList } from './figures/counted-list.ts';
import { dossierBalance } from './figures/dossier-balance.ts';
import { implausibleMoney } from './figures/implausible-money.ts';
import { noteAndRow } from './figures/note-and-row.ts';
import { noteAndValue } from './figures/note-and-value.ts';
import { noteInsteadOfValue } from './figures/note-instead-of-value.ts';
import { partOverWhole } from './figures/part-over-whole.ts';
import { remainder } from './figures/remainder.ts';
import { sentenceRate } from './figures/sentence-rate.ts';
import { sentenceTotal } from './figures/sentence-total.ts';
import { twoGroups } from './figures/two-groups.ts';
import { dateSpelling } from './style/date-spelling.ts';
import { leadingZeros } from './style/leading-zeros.ts';
import { percentSigns } from './style/percent-signs.ts';
import { thousands } from './style/thousands.ts';
import { zeros } from './style/zeros.ts';
import { blanks } from './wording/blanks.ts';
import { brackets } from './wording/brackets.ts';
import { wrongWindow } from './wording/data-window.ts';
import { leftHanging } from './wording/left-hanging.ts';
import { orderOfPoints } from './wording/order-of-points.ts';
import { otherUnit } from './wording/other-unit.ts';
import { pastDeadline } from './wording/past-deadline.ts';
import { promisedAnnex } from './wording/promised-annex.ts';
import { repeatedSentences } from './wording/repeated-sentences.ts';
import { repeatedWords } from './wording/repeated-words.ts';
import { wrongPeriod } from './wording/wrong-period.ts';

/** What a careful reader finds in the narrative, in the notes, and between them and the appendix. */
export const NARRATIVE_RULES: readonly Rule[] = [
  againstAppendix,
  noteAndValue,
  noteAndRow,
  noteInsteadOfValue,
  sentenceTotal,
  sentenceRate,
  change,
  remainder,
  partOverWhole,
  dossierBalance,
  countedList,
  twoGroups,
  implausibleMoney,
  wrongWindow,
  wrongPeriod,
  pastDeadline,
  otherUnit,
  promisedAnnex,
  blanks,
  leftHanging,
  orderOfPoints,
  brackets,
  repeatedWords,
  repeatedSentences,
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
  zeros,
  thousands,
  percentSigns,
  leadingZeros,
  dateSpelling,
];
