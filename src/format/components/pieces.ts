import { plain } from '../../model/text.ts';
import { textWidth } from '../../model/text-width.ts';
import type { Paragraph, Run } from '../docx/model.ts';
import type { Look } from '../docx/styles.ts';

/**
 * A stretch of one printed line: what stands between line breaks, tabs and wide gaps. Officials set two columns with
 * tables, with tabs or with blanks; pieces are the same in each.
 */
export interface Piece {
  readonly paragraph: Paragraph;
  /** NFC, capitals as printed, blanks made one. */
  readonly text: string;
  readonly runs: readonly { readonly text: string; readonly look: Look }[];
  readonly side: Side;
  /** Alone on its line: no tab or wide gap beside it. */
  readonly alone: boolean;
  /** It was moved to its place with blanks or tabs. */
  readonly pushed: boolean;
}

export type Side = 'left' | 'middle' | 'right';

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
const BLANKS = /[\s\u00a0\u2000-\u200a\u202f\u3000]+/g;

export const tidy = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '').replace(BLANKS, ' ').trim();

/** Letters and digits only, lower case, no tone marks: for words that are typed in many ways. */
export const bare = (text: string): string =>
  plain(tidy(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Text as printed: capitals that a style makes are capitals. */
export const shown = ({ text, look }: Run): string => (look.capitals ? text.toLocaleUpperCase('vi') : text);

/** A paragraph's whole text as printed, the number that Word puts in front included. */
export function fullText(paragraph: Paragraph): string {
  const label = /[a-z0-9*+\-–•]/i.test(paragraph.label) ? `${paragraph.label} ` : '';
  return tidy(label + paragraph.runs.map(shown).join(''));
}

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Half an inch, where a paragraph has no tab stops of its own. */
const DEFAULT_TAB = 720;
/** Width of a blank in 14 points. */
const BLANK = 70;

/** Where a stretch of a line begins: after its indent, and the tabs and blanks in front. */
function startOf({ left, firstLine, tabs }: Paragraph, before: string): number {
  const count = before.match(/\t/g)?.length ?? 0;
  const indent = (left ?? 0) + (firstLine ?? 0);
  if (count === 0) return indent + before.length * BLANK;
  const stops = (tabs ?? []).filter(({ at }) => at > indent);
  return stops[count - 1]?.at ?? indent + count * DEFAULT_TAB;
}

/** Where a cell, a box or a stretch of a line stands on the page. */
function sideOf(paragraph: Paragraph, before: string, order: readonly [at: number, count: number], page: number): Side {
  const { left, width, kind } = paragraph.container;
  if (kind !== 'page' && width < page * 0.75) return left + width / 2 < page / 2 ? 'left' : 'right';
  const [at, count] = order;
  if (count > 1) return at === 0 ? 'left' : 'right';
  if (paragraph.alignment === 'center' || paragraph.alignment === 'right') return 'middle';
  const start = startOf(paragraph, before);
  if (start > page * 0.4) return 'right';
  return /^\t/.test(before) && (paragraph.tabs?.length ?? 0) > 1 ? 'left' : 'middle';
}

/** A gap that parts two columns. */
const GAP = /(\t+|[ \u00a0]{6,})/;

/** The pieces of a paragraph, empty ones left out. `textWidth` is that between the margins. */
export function piecesOf(paragraph: Paragraph, widthBetweenMargins: number): readonly Piece[] {
  const lines: { text: string; look: Look }[][] = [[]];
  for (const run of paragraph.runs) {
    shown(run)
      .split('\n')
      .forEach((text, i) => {
        if (i > 0) lines.push([]);
        lines.at(-1)?.push({ text, look: run.look });
      });
  }
  return lines.flatMap((runs, line) => {
    const whole = runs.map(({ text }) => text).join('');
    const segments = segmentsOf(whole);
    return segments.map(({ from, to }, i): Piece => {
      const own = clipped(runs, from, to);
      const label = line === 0 && i === 0 && paragraph.label !== '' ? `${paragraph.label} ` : '';
      return {
        paragraph,
        text: tidy(label + own.map(({ text }) => text).join('')),
        runs: own,
        side: sideOf(paragraph, whole.slice(0, from), [i, segments.length], widthBetweenMargins),
        alone: segments.length === 1,
        pushed: /^(?:\t|[ \u00a0]{3})/.test(whole),
      };
    });
  });
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** "Số:        /BC-UBND", "ngày        tháng 6": room that was left to write in, not a gap between columns. */
function isRoom(before: string, after: string): boolean {
  if (/^\//.test(after)) return true;
  if (/^(?:thang|nam)\b/.test(bare(after))) return true;
  return /\b(?:ngay|thang|nam)$/.test(bare(before));
}

/** Stretches of a line with words in them. */
function segmentsOf(line: string): readonly Stretch[] {
  const segments: Stretch[] = [];
  let from = 0;
  for (const stretch of line.split(GAP)) {
    const to = from + stretch.length;
    if (stretch.trim() !== '' && !GAP.test(stretch)) {
      const last = segments.at(-1);
      if (last !== undefined && isRoom(line.slice(last.from, last.to), stretch.trim()))
        segments[segments.length - 1] = { from: last.from, to };
      else segments.push({ from, to });
    }
    from = to;
  }
  return segments;
}

function clipped(
  runs: readonly { text: string; look: Look }[],
  from: number,
  to: number,
): readonly { text: string; look: Look }[] {
  let at = 0;
  return runs.flatMap(({ text, look }) => {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    return part === '' ? [] : [{ text: part, look }];
  });
}

/** Printed width, as far as it stays on one line. */
export function widthOf(piece: Piece): number {
  const width = piece.runs.reduce(
    (sum, { text, look }) => sum + textWidth(text.normalize('NFC'), look.halfPoints, look.bold),
    0,
  );
  return Math.min(width, piece.paragraph.container.width);
}

/** A line typed with signs: underscores, or a row of dashes. */
export const isTypedLine = ({ text }: Piece): boolean => /^[_\-–—─―¯‾=*.\s]{3,}$/.test(text) && !/^[.\s]+$/.test(text);

/** The share of letters and digits that look in a given way; 1 where there are none. */
export function share(pieces: readonly Pick<Piece, 'runs'>[], holds: (look: Look) => boolean): number {
  let all = 0;
  let some = 0;
  for (const { runs } of pieces) {
    for (const { text, look } of runs) {
      const count = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      all += count;
      if (holds(look)) some += count;
    }
  }
  return all === 0 ? 1 : some / all;
}

/** The look of most of the letters. */
export function mainLook(pieces: readonly Pick<Piece, 'runs'>[]): Look | undefined {
  const counts = new Map<Look, number>();
  for (const { runs } of pieces) {
    for (const { text, look } of runs) {
      const count = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      if (count > 0) counts.set(look, (counts.get(look) ?? 0) + count);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** In capitals throughout; signs and digits do not count. */
export const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

export const isBold = (piece: Piece): boolean => share([piece], ({ bold }) => bold) > 0.5 && hasLetters(piece.text);

export const isCentred = (piece: Piece): boolean => piece.paragraph.alignment === 'center';
