import type { Catalogue, CatalogueRow } from '../../model/catalogue.ts';
import { countedLabel, Label } from './label.ts';

/** A row of a form among its rows. */
export interface FormRow {
  readonly row: CatalogueRow;
  readonly index: number;
  readonly label: string;
  /** The label as relations are read from it. */
  readonly read: Label;
  /** The pieces of its printed number: `1.2.1.` is 1, 2, 1. Empty in a "Trong đó" block. */
  readonly pieces: readonly string[];
  /** By order and depth, whatever the printed numbers say: forms misprint them. */
  readonly parent: FormRow | undefined;
  /** Numbered rows one level deeper. */
  readonly children: readonly FormRow[];
  /** The rows of its "Trong đó" block. */
  readonly parts: readonly FormRow[];
}

/** A catalogue's rows as a tree. */
export interface Form {
  readonly catalogue: Catalogue;
  readonly rows: readonly FormRow[];
  readonly roots: readonly FormRow[];
  readonly byId: ReadonlyMap<string, FormRow>;
}

class Node implements FormRow {
  readonly label: string;
  readonly read: Label;
  readonly pieces: readonly string[];
  readonly children: Node[] = [];
  readonly parts: Node[] = [];

  constructor(
    readonly row: CatalogueRow,
    readonly index: number,
    readonly parent: Node | undefined,
    readonly level: number,
    pieces: readonly string[],
  ) {
    this.label = countedLabel(row);
    this.read = new Label(this.label);
    this.pieces = pieces;
  }
}

const piecesOf = (number: string | undefined): readonly string[] =>
  (number ?? '')
    .split('.')
    .map((piece) => piece.trim().replace(/[)]$/, ''))
    .filter((piece) => piece !== '');

const SECTION = /^(?![IVXL])[A-ZĐ]$/;
const ROMAN = /^[IVXL]+$/;
const LETTER = /^[a-zđ]$/;
const SIGN = /^[-–+*•]$/;

/** Capitals stand above Roman numerals, these above all numbers; letters below the number that they follow, signs below both. */
function levelOf(pieces: readonly string[], above: number): number {
  const [only = ''] = pieces;
  if (pieces.length !== 1) return pieces.length;
  if (SECTION.test(only)) return -1;
  if (ROMAN.test(only)) return 0;
  if (LETTER.test(only)) return above + 1;
  return SIGN.test(only) ? above + 2 : 1;
}

function build(catalogue: Catalogue): Form {
  const rows: Node[] = [];
  const roots: Node[] = [];
  const open: Node[] = [];
  /** Level of the last row whose number has digits. */
  let numbered = 0;
  for (const [index, row] of catalogue.rows.entries()) {
    const last = open.at(-1);
    const pieces = piecesOf(row.number);
    if (row.part || pieces.length === 0) {
      const node = new Node(row, index, last, last === undefined ? 1 : last.level + 1, pieces);
      if (row.part && last !== undefined) last.parts.push(node);
      rows.push(node);
      continue;
    }
    const level = levelOf(pieces, numbered);
    if (/\d/.test(pieces[0] ?? '')) numbered = level;
    while (open.length > 0 && (open.at(-1)?.level ?? level) >= level) open.pop();
    const parent = open.at(-1);
    const node = new Node(row, index, parent, level, pieces);
    (parent?.children ?? roots).push(node);
    rows.push(node);
    open.push(node);
  }
  return { catalogue, rows, roots, byId: new Map(rows.map((node) => [node.row.id, node])) };
}

const known = new WeakMap<Catalogue, Form>();

/** The form of a catalogue; worked out once for each. */
export function formOf(catalogue: Catalogue): Form {
  const made = known.get(catalogue) ?? build(catalogue);
  known.set(catalogue, made);
  return made;
}

/** What is printed in the rows of a group, its own row left out: its numbered rows and its "Trong đó" rows, all levels. */
export const within = (row: FormRow): readonly FormRow[] => [
  ...row.parts,
  ...row.children.flatMap((child) => [child, ...within(child)]),
];

/** `1.2.1 "Số nhiệm vụ đề ra"`, as a message names a row; one without a number by the row that it belongs to. */
export function nameOf({ row, label, parent }: FormRow): string {
  const number = row.number?.replace(/\.$/, '');
  if (number !== undefined) return `${number} "${label}"`;
  const above = parent?.row.number?.replace(/\.$/, '');
  return above === undefined ? `"${label}"` : `"${label}" (trong ${above})`;
}
