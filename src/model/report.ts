import type { ReportDate } from './date.ts';
import type { Period } from './period.ts';
import type { DataPlace, Subject } from './problem.ts';
import type { Signatory } from './unit.ts';

/** Số liệu as typed: text only, not yet read by its indicator's kind. */
export interface TypedValue {
  readonly value?: string;
  /** Printed instead of the value; empty: nothing is printed, nor computed. */
  readonly shown?: string;
  readonly note?: string;
  /** It could not be taken as typed, and was told of. */
  readonly unread?: boolean;
}

/** Giải trình: a warning that stands, with its reason. */
export interface Justification {
  /** Of a problem, as typed. */
  readonly code: string;
  readonly about: Subject;
  /** What the warning rested on when the reason was given (`Problem.basis`). */
  readonly basis?: string;
  readonly reason: string;
  readonly at: DataPlace;
}

/** Báo cáo: one unit, one period, as its YAML file says it. */
export interface Report {
  readonly unitId: string;
  readonly period: Period;
  readonly file: string;
  /** Left out in a draft: room to write. */
  readonly number?: string;
  readonly date: ReportDate;
  readonly template?: string;
  readonly catalogue?: string;
  readonly subject?: string;
  readonly signatory?: Signatory;
  readonly recipients?: readonly string[];
  /** Slot → narrative (Handlebars, then Markdown), in the file's order. */
  readonly narrative: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, TypedValue>;
  readonly justifications: readonly Justification[];
  /** Slots and indicators that were taken over from an earlier report and not looked at since. */
  readonly unreviewed: readonly string[];
}
