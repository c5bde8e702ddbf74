import { attribute, tokenize, unescapeXml } from '../ooxml/xml.ts';
import { readZip, unpack } from '../ooxml/zip.ts';

const LIMITS = { entries: 2000, unpacked: 60_000_000 };
const DOCUMENT = 'word/document.xml';

/** A cell of a Word table at its place in the table's grid; columns count from 0. */
export interface WordCell {
  readonly column: number;
  readonly span: number;
  /** Continues the cell above (vertical merge). */
  readonly continues: boolean;
  /** Paragraphs and line breaks are line breaks. */
  readonly text: string;
}

export interface WordRow {
  /** Repeats on every page. */
  readonly header: boolean;
  readonly cells: readonly WordCell[];
}

export interface WordTable {
  /** Widths in twentieths of a point. */
  readonly grid: readonly number[];
  readonly rows: readonly WordRow[];
  /** The page lies on its side. */
  readonly landscape: boolean;
}

interface OpenCell {
  span: number;
  continues: boolean;
  text: string;
  paragraphs: number;
}

interface OpenTable {
  grid: number[];
  rows: WordRow[];
  row: { header: boolean; cells: WordCell[]; column: number } | undefined;
  cell: OpenCell | undefined;
}

const isOn = (tag: string): boolean => !/^(?:0|false|none|off)$/.test(attribute(tag, 'w:val') ?? '1');

/** The tables of a .docx in reading order, a nested one after the one that holds it; `undefined` when it is no .docx. */
export function readDocxTables(bytes: Uint8Array): readonly WordTable[] | undefined {
  const entries = readZip(bytes, LIMITS);
  const entry = 'fault' in entries ? undefined : entries.get(DOCUMENT);
  const data = entry === undefined ? undefined : unpack(entry);
  const tokens = data === undefined ? undefined : tokenize(Buffer.from(data).toString('utf8'));
  if (tokens === undefined || 'cause' in tokens) return undefined;
  const done: { grid: number[]; rows: WordRow[]; landscape: boolean }[] = [];
  /** Tables of the section at hand: how its page lies is said at its end. */
  let section: { landscape: boolean }[] = [];
  const open: OpenTable[] = [];
  let inText = false;
  const write = (text: string): void => {
    const cell = open.at(-1)?.cell;
    if (cell !== undefined) cell.text += text;
  };
  for (const token of tokens) {
    const table = open.at(-1);
    if (token.kind === 'text') {
      if (inText) write(unescapeXml(token.raw).normalize('NFC'));
      continue;
    }
    if (token.kind === 'other') continue;
    const begins = token.kind === 'open' && !token.selfClosing;
    switch (token.name) {
      case 'w:t':
        inText = begins;
        break;
      case 'w:tbl':
        if (begins) {
          const made = { grid: [], rows: [], row: undefined, cell: undefined };
          open.push(made);
          const finished = { grid: made.grid, rows: made.rows, landscape: false };
          done.push(finished);
          section.push(finished);
        } else open.pop();
        break;
      case 'w:gridCol':
        table?.grid.push(Number(attribute(token.raw, 'w:w') ?? 0));
        break;
      case 'w:tr':
        if (table === undefined) break;
        if (begins) table.row = { header: false, cells: [], column: 0 };
        else if (table.row !== undefined) {
          table.rows.push({ header: table.row.header, cells: table.row.cells });
          table.row = undefined;
        }
        break;
      case 'w:tblHeader':
        if (table?.row !== undefined) table.row.header = isOn(token.raw);
        break;
      case 'w:gridBefore':
        if (table?.row !== undefined) table.row.column += Number(attribute(token.raw, 'w:val') ?? 0);
        break;
      case 'w:tc':
        if (table?.row === undefined) break;
        if (begins) table.cell = { span: 1, continues: false, text: '', paragraphs: 0 };
        else if (table.cell !== undefined) {
          const { span, continues, text } = table.cell;
          table.row.cells.push({ column: table.row.column, span, continues, text: text.trim() });
          table.row.column += span;
          table.cell = undefined;
        }
        break;
      case 'w:gridSpan':
        if (table?.cell !== undefined)
          table.cell.span = Math.min(100, Math.max(1, Number(attribute(token.raw, 'w:val') ?? 1)));
        break;
      case 'w:vMerge':
        if (table?.cell !== undefined) table.cell.continues = attribute(token.raw, 'w:val') !== 'restart';
        break;
      case 'w:p':
        if (!begins || table?.cell === undefined) break;
        if (table.cell.paragraphs > 0) write('\n');
        table.cell.paragraphs += 1;
        break;
      case 'w:br':
        write('\n');
        break;
      case 'w:tab':
        write(' ');
        break;
      case 'w:pgSz':
        for (const one of section) one.landscape = attribute(token.raw, 'w:orient') === 'landscape';
        section = [];
        break;
      default:
    }
  }
  return done;
}
