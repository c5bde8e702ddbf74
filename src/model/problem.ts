import type { ProblemCode } from './problem-codes.ts';

/** Lỗi stops a report, cảnh báo does under --strict, gợi ý never. */
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
}

export type Place = DataPlace | TextPlace | FilePlace | TemplatePlace;

/** Something that a user got wrong, or should look at. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: Wording;
  readonly hint?: Wording;
  readonly at: Place;
  readonly related?: readonly Place[];
}

/** What a stage returns: it does not throw for what a user can cause. */
export interface Outcome<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((p) => p.severity === 'loi');
export const hasWarnings = (problems: readonly Problem[]): boolean => problems.some((p) => p.severity === 'canh_bao');
