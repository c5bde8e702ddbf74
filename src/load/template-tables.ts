import { attribute, type XmlToken } from '../ooxml/xml.ts';

/** How wide the rows of a table are, in columns. Tables, rows and columns are counted as `readParagraphs` counts them. */
export interface WordTable {
  readonly number: number;
  readonly columns: number;
  /** Columns that the cells of each row span together. */
  readonly rows: readonly number[];
}

/** The tables of a part, by number. */
export function readTables(tokens: readonly XmlToken[]): ReadonlyMap<number, WordTable> {
  const done = new Map<number, WordTable>();
  const open: { number: number; columns: number; rows: number[] }[] = [];
  let count = 0;
  for (const token of tokens) {
    const table = open.at(-1);
    if (token.kind === 'close' && token.name === 'w:tbl' && table !== undefined) {
      open.pop();
      done.set(table.number, table);
    }
    if (token.kind !== 'open') continue;
    const last = (table?.rows.length ?? 0) - 1;
    switch (token.name) {
      case 'w:tbl':
        count += 1;
        open.push({ number: count, columns: 0, rows: [] });
        break;
      case 'w:gridCol':
        if (table !== undefined) table.columns += 1;
        break;
      case 'w:tr':
        table?.rows.push(0);
        break;
      case 'w:tc':
        if (table !== undefined) table.rows[last] = (table.rows[last] ?? 0) + 1;
        break;
      case 'w:gridSpan': {
        const span = Number(attribute(token.raw, 'w:val'));
        if (table !== undefined && span > 1) table.rows[last] = (table.rows[last] ?? 0) + span - 1;
        break;
      }
      default:
    }
  }
  return done;
}
