import type { Block, ColumnAlignment, Inline } from '../../model/document.ts';
import type { OptionalStyle } from '../../model/template.ts';
import { textWidth } from '../../model/text-width.ts';
import { escapeXml } from '../../ooxml/xml.ts';
import { paragraph, runs, type Writing } from './paragraphs.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Twentieths of a point: what a line of A4 with the decree's margins holds; the table takes its share of the page's. */
const LINE = 9071;
/** The margins of a cell, and a little more, so that no word breaks. */
const PADDING = 240;
/** Half-points. How wide columns are among themselves does not depend on it. */
const SIZE = 26;

/** The narrowest column in which no word breaks, and one in which no line does. */
interface Needs {
  readonly least: number;
  readonly most: number;
}

const linesOf = (cell: readonly Inline[]): readonly string[] =>
  cell
    .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? '\n' : ''))
    .join('')
    .split('\n');

function needsOf(cells: readonly (readonly Inline[])[]): Needs {
  const lines = cells.flatMap(linesOf);
  const widest = (texts: readonly string[]): number =>
    PADDING + texts.reduce((most, text) => Math.max(most, textWidth(text, SIZE, true)), 0);
  return { least: widest(lines.flatMap((line) => line.split(/\s+/))), most: widest(lines) };
}

/**
 * The columns as wide as their words ask for. Word fits columns anew by itself, as no cell states a width; programs that
 * do not would make all columns the same.
 */
function columnWidths(columns: readonly Needs[]): readonly number[] {
  const sum = (of: (needs: Needs) => number): number => columns.reduce((total, needs) => total + of(needs), 0);
  const [least, most] = [sum((needs) => needs.least), sum((needs) => needs.most)];
  if (most <= LINE) return columns.map((needs) => Math.round((needs.most * LINE) / most));
  if (least >= LINE) return columns.map((needs) => Math.round((needs.least * LINE) / least));
  const share = (LINE - least) / (most - least);
  return columns.map((needs) => Math.round(needs.least + (needs.most - needs.least) * share));
}

const ALIGNED: Readonly<Record<Exclude<ColumnAlignment, 'left'>, OptionalStyle>> = {
  center: 'tableCentre',
  right: 'tableRight',
};

/** A table of the narrative: its look is that of the template's styles for tables, heads and cells. */
export function tableXml({ head, rows, align = [] }: Table, writing: Writing): string {
  const columns = Array.from({ length: Math.max(1, head.length) }, (_, i) => i);
  const cellStyles = columns.map((i) => {
    const aligned = align[i] ?? 'left';
    const own = aligned === 'left' ? undefined : writing.optionalStyle(ALIGNED[aligned]);
    return own ?? writing.style('tableCell');
  });
  const row = (cells: readonly (readonly Inline[])[], styleOf: (column: number) => string, more: string): string => {
    const inside = columns.map((i) => `<w:tc>${paragraph(styleOf(i), runs(cells[i] ?? [], writing))}</w:tc>`).join('');
    return `<w:tr><w:trPr>${more}</w:trPr>${inside}</w:tr>`;
  };
  const properties = [
    `<w:tblStyle w:val="${escapeXml(writing.style('table'))}"/>`,
    '<w:tblW w:w="5000" w:type="pct"/>',
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
  ].join('');
  const widths = columnWidths(columns.map((i) => needsOf([head, ...rows].map((cells) => cells[i] ?? []))));
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const headStyle = writing.style('tableHead');
  return [
    `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>`,
    row(head, () => headStyle, '<w:cantSplit/><w:tblHeader/>'),
    ...rows.map((cells) => row(cells, (i) => cellStyles[i] ?? '', '<w:cantSplit/>')),
    '</w:tbl>',
  ].join('');
}
