import { addressed } from './addressed.ts';
import { annexes } from './annexes.ts';
import { bodyText } from './body-text.ts';
import { citation, ending, legalGrounds } from './grounds-and-citations.ts';
import { clauses, pointLetters, sectionHeadings } from './headings.ts';
import { issuer, issuerLine, motto, mottoLine, nation, sizeSet, subjectLine, superior } from './letterhead.ts';
import { colour, font } from './letters.ts';
import { numberAndSign, placeAndDate } from './number-and-date.ts';
import { margins, paper } from './page.ts';
import { pageNumber } from './page-number.ts';
import { recipients } from './recipients.ts';
import type { FormatRule } from './rule.ts';
import { signer } from './signature.ts';
import { kindOfDocument, subject } from './title.ts';

/** All rules, in the decree's order. */
export const FORMAT_RULES: readonly FormatRule[] = [
  paper,
  margins,
  font,
  colour,
  pageNumber,
  nation,
  motto,
  mottoLine,
  superior,
  issuer,
  issuerLine,
  numberAndSign,
  placeAndDate,
  sizeSet,
  kindOfDocument,
  subject,
  subjectLine,
  addressed,
  legalGrounds,
  bodyText,
  sectionHeadings,
  clauses,
  pointLetters,
  signer,
  recipients,
  annexes,
];

/** What is asked of a finished text; a template has none yet. */
export const TEXT_RULES: readonly FormatRule[] = [ending];

/** What is asked of narrative that others wrote; of our own it is told where it was typed. */
export const NARRATIVE_RULES: readonly FormatRule[] = [citation];
