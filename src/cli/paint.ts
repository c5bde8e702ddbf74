import type { Severity } from '../model/problem.ts';

/** What a stretch of text is, for terminals that show colours. */
export type Ink = Severity | 'title' | 'quiet';

export type Paint = (ink: Ink, text: string) => string;

const CODES: Readonly<Record<Ink, string>> = {
  loi: '1;31',
  canh_bao: '1;33',
  goi_y: '1;36',
  title: '1',
  quiet: '2',
};

/** Colours only where a person looks at a terminal; `NO_COLOR` (no-color.org) turns them off. */
export const painter = (coloured: boolean): Paint =>
  coloured ? (ink, text) => `\u001b[${CODES[ink]}m${text}\u001b[0m` : (_, text) => text;
