import path from 'node:path';
import { cellName } from '../model/workbook.ts';
import { attribute, tokenize, unescapeXml, type XmlToken } from '../ooxml/xml.ts';
import { readZip, unpack, type ZipEntry } from '../ooxml/zip.ts';
import { type CellFormat, readFormats } from './workbook-formats.ts';

/**
 * What stands in a cell. Of a formula only the result that was saved with it is taken: nothing is calculated, no macro
 * runs, no link to another file is followed.
 */
export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly kind: 'number' | 'text' | 'yes-no' | 'error';
  /** A number as the file holds it (`0.63400000000000001`), a text as typed, an error as Excel names it. */
  readonly text: string;
  readonly format: CellFormat;
  readonly formula: boolean;
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By `A1` name; blank cells are not there, unless they hold a formula. */
  readonly cells: ReadonlyMap<string, ReadCell>;
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  /** Day 0 is 1/1/1904. */
  readonly from1904: boolean;
}

export type WorkbookFault = { readonly fault: 'no-workbook'; readonly cause: string } | { readonly fault: 'too-large' };

/** What an untrusted workbook may unpack to. */
const LIMITS = { entries: 2000, unpacked: 80_000_000 };
const CELL_LIMIT = 300_000;
const ROW_LIMIT = 1_048_576;
const COLUMN_LIMIT = 16_384;

const local = (name: string): string => name.replace(/^[\w.-]+:/, '');
const noWorkbook = (cause: string): WorkbookFault => ({ fault: 'no-workbook', cause });

/**
 * Reads an .xlsx, whoever made it. Not by exceljs, which writes ours: of workbooks that agencies send, it throws on those
 * with a table, with charts beside comments, with prefixed elements (`x:worksheet`), cells without references, or sheets
 * named "Quý I/2026"; it gives no cells where sheets are not called sheet1.xml; a date written as 2026-02-02 it
 * takes for the number 2026; a validation of a whole column costs it seconds, a merged or validated whole sheet has no
 * end. Making files fit for it takes reading all of them first (test/workbook.test.ts has such files).
 */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook | WorkbookFault {
  const entries = readZip(bytes, LIMITS);
  if ('fault' in entries) return entries.fault === 'too-large' ? entries : noWorkbook(entries.cause);
  const package_ = relations(entries, '');
  const main = [...package_.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const workbook = tokensOf(entries.get(main));
  if (workbook === undefined) return noWorkbook(main);
  const related = relations(entries, main);
  const partOf = (type: string): readonly XmlToken[] | undefined => {
    const found = [...related.values()].find((relation) => relation.type.endsWith(`/${type}`));
    return found === undefined ? [] : tokensOf(entries.get(found.target));
  };
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')];
  // Without them cells would read as blank, or 0,634 where 63,4% stands.
  if (texts === undefined) return noWorkbook('sharedStrings');
  if (styles === undefined) return noWorkbook('styles');
  const strings = sharedStrings(texts);
  const formats = readFormats(styles);
  const sheets: ReadSheet[] = [];
  let left = CELL_LIMIT;
  let from1904 = false;
  for (const token of workbook) {
    if (token.kind !== 'open') continue;
    if (local(token.name) === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute(token.raw, 'date1904') ?? '');
    if (local(token.name) !== 'sheet') continue;
    const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(token.raw)?.[1] ?? '';
    const target = related.get(id);
    // A chart sheet has no cells.
    if (target === undefined || !target.type.endsWith('/worksheet')) continue;
    const xml = xmlOf(entries.get(target.target));
    if (xml === undefined) return noWorkbook(target.target);
    // Blank cells count here, so that what is too much is refused before it is taken apart.
    left -= xml.match(/<(?:[\w.-]+:)?c[\s/>]/g)?.length ?? 0;
    if (left < 0) return { fault: 'too-large' };
    const tokens = tokenize(xml);
    if ('cause' in tokens) return noWorkbook(`${target.target} ${tokens.cause}`);
    const cells = readCells(tokens, strings, formats);
    if (cells === undefined) return noWorkbook(target.target);
    sheets.push({
      name: attribute(token.raw, 'name') ?? '',
      hidden: attribute(token.raw, 'state') === 'hidden' || attribute(token.raw, 'state') === 'veryHidden',
      cells,
    });
  }
  return sheets.length === 0 ? noWorkbook('sheets') : { sheets, from1904 };
}

/** Rows that hold something, top to bottom, each from left to right: a sheet may have one cell in its last row. */
export function filledRows({ cells }: ReadSheet): ReadonlyMap<number, readonly ReadCell[]> {
  const rows = new Map<number, ReadCell[]>();
  for (const cell of [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return rows;
}

function xmlOf(entry: ZipEntry | undefined): string | undefined {
  const data = entry === undefined ? undefined : unpack(entry);
  return data === undefined
    ? undefined
    : Buffer.from(data)
        .toString('utf8')
        .replace(/^\ufeff/, '');
}

function tokensOf(entry: ZipEntry | undefined): readonly XmlToken[] | undefined {
  const xml = xmlOf(entry);
  const tokens = xml === undefined ? undefined : tokenize(xml);
  return tokens === undefined || 'cause' in tokens ? undefined : tokens;
}

/** The relations of a part; targets inside the package only. */
function relations(
  entries: ReadonlyMap<string, ZipEntry>,
  part: string,
): ReadonlyMap<string, { readonly type: string; readonly target: string }> {
  const folder = part === '' ? '' : `${path.posix.dirname(part)}/`;
  const tokens = tokensOf(entries.get(`${folder}_rels/${path.posix.basename(part)}.rels`)) ?? [];
  const found = new Map<string, { type: string; target: string }>();
  for (const token of tokens) {
    if (token.kind !== 'open' || local(token.name) !== 'Relationship') continue;
    if (attribute(token.raw, 'TargetMode') === 'External') continue;
    const target = attribute(token.raw, 'Target') ?? '';
    found.set(attribute(token.raw, 'Id') ?? '', {
      type: attribute(token.raw, 'Type') ?? '',
      target: target.startsWith('/') ? target.slice(1) : path.posix.normalize(`${folder}${target}`),
    });
  }
  return found;
}

/** `_x000D_` and the like stand for characters that XML has no way to write. */
const cellText = (raw: string): string =>
  unescapeXml(raw)
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');

function sharedStrings(tokens: readonly XmlToken[]): readonly string[] {
  const strings: string[] = [];
  let inText = false;
  let phonetic = false;
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (inText && !phonetic) strings.push(`${strings.pop() ?? ''}${cellText(token.raw)}`);
      continue;
    }
    if (token.kind === 'other') continue;
    const begins = token.kind === 'open' && !token.selfClosing;
    const name = local(token.name);
    if (name === 'si' && token.kind === 'open') strings.push('');
    if (name === 'rPh') phonetic = begins;
    if (name === 't') inText = begins;
  }
  return strings;
}

const CELL = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `undefined`: cells that stand outside any sheet, or name a text that the workbook does not have. */
function readCells(
  tokens: readonly XmlToken[],
  strings: readonly string[],
  formats: readonly CellFormat[],
): ReadonlyMap<string, ReadCell> | undefined {
  const cells = new Map<string, ReadCell>();
  let row = 0;
  let column = 0;
  let open: { raw: string; text: string; formula: boolean } | undefined;
  let inside: string | undefined;
  /** `false`: it names a text that is not there. */
  const end = (): boolean => {
    if (open === undefined) return true;
    const shared = attribute(open.raw, 't') === 's' && open.text.trim() !== '';
    const text = shared ? strings[Number(open.text)] : open.text;
    if (text === undefined) return false;
    const cell = finished({ ...open, text }, row, column, formats);
    if (cell !== undefined) cells.set(cellName(row, column), cell);
    open = undefined;
    return true;
  };
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (open !== undefined && inside !== undefined) open.text += cellText(token.raw);
      continue;
    }
    if (token.kind === 'other') continue;
    const begins = token.kind === 'open';
    switch (local(token.name)) {
      case 'row':
        if (!begins) break;
        row = Number(attribute(token.raw, 'r') ?? row + 1);
        column = 0;
        break;
      case 'c': {
        if (!begins) {
          if (!end()) return undefined;
          break;
        }
        const place = CELL.exec(attribute(token.raw, 'r') ?? '');
        if (place !== null) row = Number(place[2]);
        column = place === null ? column + 1 : columnNumber(place[1] ?? '');
        if (!(row >= 1 && row <= ROW_LIMIT && column <= COLUMN_LIMIT)) return undefined;
        open = token.selfClosing ? undefined : { raw: token.raw, text: '', formula: false };
        break;
      }
      case 'f':
        if (open !== undefined) open.formula = true;
        break;
      case 'v':
      case 't':
        inside = begins && !token.selfClosing ? 'text' : undefined;
        break;
      case 'rPh':
        inside = undefined;
        break;
      default:
    }
  }
  return cells;
}

function finished(
  open: { readonly raw: string; readonly text: string; readonly formula: boolean },
  row: number,
  column: number,
  formats: readonly CellFormat[],
): ReadCell | undefined {
  const { raw, formula, text } = open;
  const type = attribute(raw, 't') ?? 'n';
  const format = formats[Number(attribute(raw, 's') ?? 0)] ?? { kind: 'plain' };
  const base = { row, column, format, formula, text };
  // A formula that was never calculated has no result, and is a formula all the same.
  if (text.trim() === '') return formula ? { ...base, kind: 'text', text: '' } : undefined;
  switch (type) {
    case 'n':
      return { ...base, kind: 'number', text: text.trim() };
    case 'b':
      return { ...base, kind: 'yes-no', text: text.trim() };
    case 'e':
      return { ...base, kind: 'error', text: text.trim() };
    default:
      return { ...base, kind: 'text' };
  }
}
