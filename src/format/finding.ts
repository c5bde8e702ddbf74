import type { Wording } from '../model/problem.ts';
import type { FORMAT_PROBLEMS } from '../model/problems/format.ts';
import type { Paragraph } from './docx/model.ts';

/** Codes of the rules. */
export type FormatCode = Exclude<
  keyof typeof FORMAT_PROBLEMS,
  'tep-word-khong-doc-duoc' | 'the-thuc-khong-nhan-ra' | 'the-thuc-do-mau' | 'the-thuc-van-ban-khac'
>;

/**
 * `decree`: what the decree states outright. `practice`: what model forms show, or what practice leaves open.
 * `hint`: worth a look, no more.
 */
export type Grade = 'decree' | 'practice' | 'hint';

/** Beside the body. */
export type StoryPart = 'header' | 'footer' | 'footnotes' | 'endnotes';

/** Where a fault stands. */
export type Spot =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph; readonly part?: StoryPart }
  | { readonly kind: 'section'; readonly index: number };

/** One fault, with all the places that share it. */
export interface Finding {
  readonly code: FormatCode;
  readonly grade: Grade;
  readonly subject: Wording;
  readonly found: Wording;
  readonly asked: Wording;
  /** The place in the decree: `II.1a`. */
  readonly place: string;
  /** It is the words that are wrong, as they were typed, not their look. */
  readonly words?: boolean;
  /** The first of them is shown; none: the file as a whole. */
  readonly spots: readonly Spot[];
}

export const at = (...paragraphs: readonly Paragraph[]): readonly Spot[] =>
  paragraphs.map((paragraph) => ({ kind: 'paragraph', paragraph }));
