import type { ProblemCode } from './problem-codes.ts';

/**
 * `loi` stops its report; `canh_bao` does so with `--strict` only, unless it is justified; `goi_y` never does.
 */
export type Severity = 'loi' | 'canh_bao' | 'goi_y';

/** A message or a remedy in each language that the program speaks. */
export interface Wording {
  readonly vi: string;
  readonly en: string;
}

export type DataPath = readonly (string | number)[];

/** A value (or its key) in a YAML file. Line and column are worked out when the problem is printed. */
export interface DataPlace {
  readonly kind: 'data';
  readonly file: string;
  readonly path: DataPath;
  /** The key itself is meant, not its value. */
  readonly key?: boolean;
  /** A place inside the scalar's text, line and column counted from 1. */
  readonly inside?: { readonly line: number; readonly column: number };
}

/** A line and column in a text file that could not be read any deeper. */
export interface TextPlace {
  readonly kind: 'text';
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A whole file or folder. */
export interface FilePlace {
  readonly kind: 'file';
  readonly file: string;
}

/** A place in a Word file, as someone who has it open in Word would find it. */
export interface TemplatePlace {
  readonly kind: 'template';
  readonly file: string;
  /** `thân văn bản`, `đầu trang`, … */
  readonly part: string;
  /** The heading above. */
  readonly heading?: string;
  /** The paragraph's own words. */
  readonly paragraph?: string;
  /** Row and column counted from 1, when the paragraph stands in a table. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** The same place for programs: a part of the package, and the number of a paragraph in it, counted from 1. */
  readonly anchor?: { readonly part: string; readonly paragraph: number };
  /** The section as a whole (margins, page numbers), counted from 1. */
  readonly section?: number;
}

/** A cell of a workbook that was handed in; the file as the user named it. */
export interface WorkbookPlace {
  readonly kind: 'workbook';
  readonly file: string;
  readonly sheet: string;
  /** `H12`. */
  readonly cell: string;
}

export type Place = DataPlace | TextPlace | FilePlace | TemplatePlace | WorkbookPlace;

/** What a problem is about, by the names that a justification uses. */
export interface Subject {
  readonly indicator?: string;
  readonly slot?: string;
}

/** Why a problem stands as it is: the reason given in the report's `giai_trinh`, and where. */
export interface Justified {
  readonly reason: string;
  readonly at: DataPlace;
}

/** Something that a user got wrong, or should look at. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: Wording;
  readonly hint?: Wording;
  readonly at: Place;
  /** The other places that it rests on: where two things disagree, the second. */
  readonly related?: readonly Place[];
  readonly about: Subject;
  /** A short mark of the figures and words that it rests on: changes when they do (`can_cu` of a justification). */
  readonly basis: string;
  readonly justified?: Justified;
}

/** What a stage returns: it does not throw for what a user can cause. */
export interface Outcome<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((p) => p.severity === 'loi');

/** Warnings that nobody answered for. */
const openWarnings = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((p) => p.severity === 'canh_bao' && p.justified === undefined);

/** How many problems there are of each kind; the justified are counted apart. */
export interface Tally extends Readonly<Record<Severity, number>> {
  readonly justified: number;
}

export const NO_PROBLEMS: Tally = { loi: 0, canh_bao: 0, goi_y: 0, justified: 0 };

export function tallyOf(problems: readonly Problem[]): Tally {
  const tally = { ...NO_PROBLEMS };
  for (const { severity, justified } of problems) tally[justified === undefined ? severity : 'justified'] += 1;
  return tally;
}

/** Whether a report with these problems is not to be made. */
export const stops = (problems: readonly Problem[], strict: boolean): boolean =>
  hasErrors(problems) || (strict && openWarnings(problems).length > 0);
