import type { Block, Field, FieldGroup, Inline } from '../model/document.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Likeness } from './align.ts';
import { keyOf, type Notes, plainText, wordsOf } from './words.ts';

/** What the comparison needs to know of a report's make-up. */

/** A field by its name with points, `ky.ten`. */
export function fieldOf(group: FieldGroup, name: string): Field | undefined {
  let field: Field | undefined = group;
  for (const step of name.split('.')) {
    if (typeof field !== 'object' || !('kind' in field) || field.kind !== 'group') return undefined;
    field = Object.hasOwn(field.fields, step) ? field.fields[step] : undefined;
  }
  return field;
}

export const isRich = (field: Field | undefined): field is readonly Inline[] => Array.isArray(field);

/** A field as rich text; lists and conditions have none. */
export function richOf(field: Field | undefined): readonly Inline[] {
  if (isRich(field)) return field;
  return typeof field === 'string' && field !== '' ? [{ kind: 'text', text: field }] : [];
}

export const textOf = (field: Field | undefined, notes: Notes = []): string => plainText(richOf(field), notes);

/** The items of a list, each by its one field. */
export function itemsOf(field: Field | undefined): readonly FieldGroup[] {
  return typeof field === 'object' && 'kind' in field && field.kind === 'list' ? field.items : [];
}

/** A slot of either version with its headings, in the order of the later one. */
export interface SlotPair {
  readonly slot: string;
  readonly headings: readonly string[];
  readonly before: readonly Block[] | undefined;
  readonly after: readonly Block[] | undefined;
}

export function slotPairs(before: Snapshot, after: Snapshot): readonly SlotPair[] {
  const known = new Map([...before.outline, ...after.outline].map((slot) => [slot.slot, slot.headings]));
  const order = [
    ...after.outline.map(({ slot }) => slot),
    ...before.outline.map(({ slot }) => slot),
    ...Object.keys(after.document.slots),
    ...Object.keys(before.document.slots),
  ];
  return [...new Set(order)]
    .map((slot) => ({
      slot,
      headings: (known.get(slot) ?? []).map((heading) => filled(heading, after.document.fields)),
      before: before.document.slots[slot],
      after: after.document.slots[slot],
    }))
    .filter((pair) => pair.before !== undefined || pair.after !== undefined);
}

/** `Kế hoạch năm {ky.nam}` as it is printed. */
const filled = (heading: string, fields: FieldGroup): string =>
  heading.replace(/\{([^{}#/@^]+)\}/g, (tag, name: string) => textOf(fieldOf(fields, name.trim())) || tag);

export const cellsOf = (block: Extract<Block, { kind: 'table' }>): readonly (readonly Inline[])[] => [
  ...block.head,
  ...block.rows.flat(),
];

/** A table reads row by row. */
export function blockText(block: Block, notes: Notes): string {
  if (block.kind === 'paragraph') return plainText(block.content, notes);
  return [block.head, ...block.rows].map((row) => row.map((cell) => plainText(cell, notes)).join(' | ')).join('\n');
}

/** A block with the footnotes of its own version. */
export interface PlacedBlock {
  readonly block: Block;
  readonly notes: Notes;
}

export const placed = (blocks: readonly Block[] | undefined, notes: Notes): readonly PlacedBlock[] =>
  (blocks ?? []).map((block) => ({ block, notes }));

const shapeOf = (block: Extract<Block, { kind: 'table' }>): string =>
  `table ${[block.head, ...block.rows].map((row) => row.length).join(' ')}`;

/** How blocks are lined up. Tables become one another only when they have the same rows and columns. */
export const BLOCK_LIKENESS: Likeness<PlacedBlock> = {
  key: ({ block, notes }) =>
    block.kind === 'paragraph'
      ? `${block.role} ${keyOf(block.content, notes)}`
      : JSON.stringify([shapeOf(block), cellsOf(block).map((cell) => keyOf(cell, notes))]),
  sort: ({ block }) => (block.kind === 'paragraph' ? block.role : shapeOf(block)),
  words: ({ block, notes }) => wordsOf(blockText(block, notes)),
};
