import { STYLE_NAMES } from '../../model/template.ts';
import { escapeXml } from '../../ooxml/xml.ts';
import { BORDERS, styleId } from './styles.ts';

/** What the body of a template is put together from. Lengths in twentieths of a point. */

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
export const italicRun = (text: string): string =>
  `<w:r><w:rPr><w:rStyle w:val="${styleId(STYLE_NAMES.italic)}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

export const paragraph = (style: string, inside: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${styleId(style)}"/></w:pPr>${inside}</w:p>`;
export const line = (style: string, text: string): string => paragraph(style, run(text));

interface Cell {
  readonly width: number;
  readonly inside: string;
  readonly span?: number;
  readonly merge?: 'restart' | 'continue';
}

export function cell({ width, inside, span, merge }: Cell): string {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`,
    merge === undefined ? '' : `<w:vMerge w:val="${merge}"/>`,
    '<w:vAlign w:val="center"/>',
  ].join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
}

/**
 * A row that does not split over pages. Header rows repeat on every page and have room for three lines between them:
 * LibreOffice cuts a merged heading off where it repeats it, unless the rows themselves are high enough.
 */
export const row = (cells: readonly string[], header = false): string =>
  `<w:tr><w:trPr><w:cantSplit/>${header ? '<w:trHeight w:val="620" w:hRule="atLeast"/><w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;

export function table(widths: readonly number[], rows: readonly string[], borders: boolean): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const properties = [
    `<w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>`,
    borders ? `<w:tblBorders>${BORDERS}</w:tblBorders>` : '',
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblCellMar><w:left w:w="${borders ? 70 : 28}" w:type="dxa"/><w:right w:w="${borders ? 70 : 28}" w:type="dxa"/></w:tblCellMar>`,
  ].join('');
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** `{#name}` and `{/name}` in paragraphs of their own fall away with their paragraphs. */
export const condition = (name: string, style: string, inside: string): string =>
  line(style, `{#${name}}`) + inside + line(style, `{/${name}}`);
