import type { Recognised } from '../components/index.ts';
import type { Finding } from '../finding.ts';

/** One row of the decree's table: looks at what was recognised, says what is otherwise. Pure. */
export type FormatRule = (document: Recognised) => readonly Finding[];
