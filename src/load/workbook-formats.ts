import { attribute, type XmlToken } from '../ooxml/xml.ts';

/** What a cell's number format makes of a number, as far as reading it back needs to know. */
export type CellFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date' }
  /** `00`: a number has at least so many digits. */
  | { readonly kind: 'digits'; readonly digits: number };

/** ECMA-376 Part 1, 18.8.30: the formats that have a number and no code in the file. */
const BUILT_IN_PERCENT = new Set([9, 10]);
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

function formatOf(code: string): CellFormat {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '');
  const [first = ''] = bare.split(';');
  if (first.includes('%')) return { kind: 'percent' };
  if (/^0{2,}$/.test(first.trim())) return { kind: 'digits', digits: first.trim().length };
  return /[dmyhs]/i.test(first.replace(/general/i, '')) ? { kind: 'date' } : { kind: 'plain' };
}

/** The formats of a workbook's cell styles, by the number that cells name. */
export function readFormats(tokens: readonly XmlToken[]): readonly CellFormat[] {
  const own = new Map<number, CellFormat>();
  const formats: CellFormat[] = [];
  let inCells = false;
  for (const token of tokens) {
    if (token.kind !== 'open' && token.kind !== 'close') continue;
    const name = token.name.replace(/^[\w.-]+:/, '');
    if (name === 'cellXfs') inCells = token.kind === 'open' && !token.selfClosing;
    if (token.kind !== 'open') continue;
    if (name === 'numFmt')
      own.set(Number(attribute(token.raw, 'numFmtId')), formatOf(attribute(token.raw, 'formatCode') ?? ''));
    if (name !== 'xf' || !inCells) continue;
    const id = Number(attribute(token.raw, 'numFmtId') ?? 0);
    formats.push(own.get(id) ?? builtIn(id));
  }
  return formats;
}

function builtIn(id: number): CellFormat {
  if (BUILT_IN_PERCENT.has(id)) return { kind: 'percent' };
  return isBuiltInDate(id) ? { kind: 'date' } : { kind: 'plain' };
}
