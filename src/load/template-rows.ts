import type { RowKind } from '../model/document.ts';
import type { ReadTag } from './template-tags.ts';

const ROW_KINDS: readonly RowKind[] = ['nhom', 'muc', 'trong_do'];

export const isRowKind = (word: string | undefined): word is RowKind => ROW_KINDS.some((kind) => kind === word);

/** A row of a table in the body that holds the tags of one row kind. */
export interface PrototypeRow {
  readonly row: RowKind;
  readonly table: number;
  /** Its number in the table, from 1. */
  readonly number: number;
  readonly first: ReadTag;
  readonly holds: (tag: ReadTag) => boolean;
}

/** The prototype rows in reading order; what a row is follows from its first tag. */
export function prototypeRows(tags: readonly ReadTag[]): readonly PrototypeRow[] {
  const rows: PrototypeRow[] = [];
  for (const tag of tags) {
    const kind = tag.sign === '' ? tag.name.split('.')[0] : undefined;
    const { cell } = tag.paragraph;
    if (!isRowKind(kind) || cell === undefined || tag.part !== 'word/document.xml') continue;
    const { table, row: number } = cell;
    if (rows.some((known) => known.table === table && known.number === number)) continue;
    const holds = ({ part, paragraph }: ReadTag): boolean =>
      part === tag.part && paragraph.cell?.table === table && paragraph.cell.row === number;
    rows.push({ row: kind, table, number, first: tag, holds });
  }
  return rows;
}
