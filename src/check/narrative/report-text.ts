import { inSmallLetters, SMALL_LETTER } from '../../model/letters.ts';
import { proseStyle } from '../../model/number.ts';
import type { DataPath, Place } from '../../model/problem.ts';
import type { Resolved } from '../../model/resolved.ts';
import type { Template } from '../../model/template.ts';
import { WORDS } from '../../model/words.ts';
import { type BoundText, bindText } from './bound-text.ts';

/** Where a block stands in the report. */
export type BlockKind = 'paragraph' | 'item' | 'subheading' | 'footnote' | 'note' | 'heading';

/**
 * A paragraph, an item of a list, a footnote, a note of the appendix, or a heading of the template: what a reader takes
 * in as one. Offsets count from the beginning of `text`.
 */
export interface Block {
  readonly kind: BlockKind;
  /** As typed: `-`, `1.`, `a)`; the number of a footnote. */
  readonly marker: string;
  /** As read: figures of Handlebars put in, line breaks as blanks. */
  readonly text: string;
  /** The text in small letters, of the same length: patterns without regard to case run on it, and cost less. */
  readonly lower: string;
  /** The slot, or the indicator of a note. */
  readonly name: string;
  /** Footnote marks, by offset. */
  readonly marks: readonly { readonly at: number; readonly mark: string }[];
  /** Whether Handlebars put in any of this stretch. */
  readonly isBound: (start: number, end: number) => boolean;
  readonly placeAt: (offset: number) => Place;
}

/** All texts of a report that the checks read, in reading order. */
export interface ReportText {
  readonly blocks: readonly Block[];
  /** The blocks of each slot, in the report's order. */
  readonly slots: ReadonlyMap<string, readonly Block[]>;
  readonly notes: readonly Block[];
  readonly headings: readonly Block[];
}

const texts = new WeakMap<Resolved, ReportText>();

/** The texts of a report; worked out once, however many rules ask. */
export function textOf(resolved: Resolved, template: Template): ReportText {
  const known = texts.get(resolved);
  if (known !== undefined) return known;
  const made = readTexts(resolved, template);
  texts.set(resolved, made);
  return made;
}

function readTexts(resolved: Resolved, template: Template): ReportText {
  const { report } = resolved;
  const slots = new Map<string, readonly Block[]>();
  const read = (source: string, path: DataPath, name: string, note: boolean): readonly Block[] =>
    blocksOf(bindText(source, resolved, proseStyle(resolved.unit.format)), source, (line, column) => {
      return { kind: 'data', file: report.file, path, inside: { line, column } };
    }).map((block) => ({ ...block, name, ...(note ? { kind: 'note' as const } : {}) }));
  // Slots are read in the template's order, whatever the order in the file.
  const order = template.outline.map(({ slot }) => slot);
  const written = [...report.narrative].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  for (const [slot, source] of written) slots.set(slot, read(source, [WORDS.report.narrative, slot], slot, false));
  const notes = [...report.values].flatMap(([id, { note }]) =>
    note === undefined ? [] : read(note, [WORDS.report.values, id, WORDS.value.note], id, true),
  );
  const headings = template.outline.flatMap(({ slot, heading }) =>
    heading === '' ? [] : [headingBlock(heading, slot, template.file)],
  );
  return { blocks: [...[...slots.values()].flat(), ...notes], slots, notes, headings };
}

function headingBlock(text: string, name: string, file: string): Block {
  const at: Place = { kind: 'template', file, part: 'thân văn bản', heading: text };
  return {
    kind: 'heading',
    marker: '',
    text,
    lower: inSmallLetters(text),
    name,
    marks: [],
    isBound: () => false,
    placeAt: () => at,
  };
}

/** What begins a block on its line: the sign of a list, a number, a sub-heading, a footnote's text. */
const OPENING = new RegExp(
  String.raw`^[ \t]*(?:\[\^([^\]\s]+)\]:|(#{1,6})(?=\s)|([-+*•])(?=\s)|(\d{1,2}[.)]|[${SMALL_LETTER}]\))(?=\s))[ \t]*`,
);

interface Line {
  readonly start: number;
  readonly text: string;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, text: line });
    start += line.length + 1;
  }
  return lines;
}

type PlaceInside = (line: number, column: number) => Place;

function blocksOf(bound: BoundText, source: string, place: PlaceInside): readonly Omit<Block, 'name'>[] {
  const blocks: Omit<Block, 'name'>[] = [];
  let open: { kind: BlockKind; marker: string; start: number; end: number } | undefined;
  const close = (): void => {
    if (open !== undefined) blocks.push(blockOf(bound, source, place, open));
    open = undefined;
  };
  for (const { start, text } of linesOf(bound.text)) {
    if (text.trim() === '') {
      close();
      continue;
    }
    const opening = OPENING.exec(text);
    if (opening !== null) close();
    const [all = '', note, hashes, sign, number] = opening ?? [];
    const kind = (): BlockKind => {
      if (note !== undefined) return 'footnote';
      if (hashes !== undefined) return 'subheading';
      return sign === undefined && number === undefined ? 'paragraph' : 'item';
    };
    const marker = note ?? hashes ?? sign ?? number ?? '';
    open ??= { kind: kind(), marker, start: start + (all.length || text.length - text.trimStart().length), end: 0 };
    open.end = start + text.trimEnd().length;
  }
  close();
  return blocks;
}

function blockOf(
  bound: BoundText,
  source: string,
  place: PlaceInside,
  { kind, marker, start, end }: { kind: BlockKind; marker: string; start: number; end: number },
): Omit<Block, 'name'> {
  const typedAt = (offset: number): number => {
    const stretch = bound.stretches.findLast(({ at }) => at <= offset) ?? bound.stretches[0];
    if (stretch === undefined) return 0;
    return stretch.bound ? stretch.from : stretch.from + Math.min(offset - stretch.at, stretch.length);
  };
  const text = bound.text.slice(start, end).replace(/\n/g, ' ');
  return {
    kind,
    marker,
    text,
    lower: inSmallLetters(text),
    marks: bound.marks.filter(({ at }) => at >= start && at <= end).map(({ at, mark }) => ({ at: at - start, mark })),
    isBound: (from, to) =>
      bound.stretches.some((one) => one.bound && one.at < start + to && one.at + one.length > start + from),
    placeAt: (offset) => {
      const before = source.slice(0, typedAt(start + offset)).split('\n');
      return place(before.length, (before.at(-1) ?? '').length + 1);
    },
  };
}
