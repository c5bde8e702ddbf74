import type { Inline } from '../../model/document.ts';
import { textWidth } from '../../model/text-width.ts';
import type { CellRange, Sheet, SheetCell } from '../../model/workbook.ts';
import { LOOKS, SIZE } from './look.ts';

/** Height of a line as a share of its font size. */
const LEADING = 1.25;
/** A column of width 1 is as wide as a digit of the base font (half its size) and Excel adds some room. */
const DIGIT = SIZE * 10;
const PADDING = 60;
const SMALLEST = 15.75;

/**
 * How high a row must be for its longest cell, in points. Excel fits rows by itself, except where cells are merged;
 * other programs show the height that the file gives.
 */
export function rowHeight(sheet: Sheet, row: number): number {
  const { columns, merges = [] } = sheet;
  const heights = columns.map((_, i) => {
    const merge = merges.find((range) => range.left === i + 1 && range.top <= row && row <= range.bottom);
    const cell = sheet.rows[(merge?.top ?? row) - 1]?.cells[i];
    return cell === undefined || columns[i]?.hidden === true ? 0 : cellHeight(columns, cell, i + 1, merge);
  });
  return Math.round(Math.max(SMALLEST, ...heights) * 4) / 4;
}

/** A cell that is merged over several rows shares its height among them. */
function cellHeight(columns: Sheet['columns'], cell: SheetCell, column: number, merge: CellRange | undefined): number {
  const text = cellText(cell);
  if (text === '') return 0;
  const span = columns.slice(column - 1, merge?.right ?? column).filter(({ hidden }) => hidden !== true);
  const room = span.reduce((sum, { width }) => sum + width * DIGIT, 0) - PADDING;
  const { size = SIZE, bold } = LOOKS[cell.role];
  const lines = text.split('\n').reduce((sum, line) => sum + linesOf(line, room, size, cell.bold ?? bold ?? false), 0);
  return (lines * size * LEADING) / (merge === undefined ? 1 : merge.bottom - merge.top + 1);
}

/** Breaks at blanks, as Excel does. */
function linesOf(line: string, room: number, size: number, bold: boolean): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const width = textWidth(`${word} `, size * 2, bold);
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    used += width;
    lines += Math.max(0, Math.ceil(used / Math.max(1, room)) - 1);
    used = used > room ? used % Math.max(1, room) : used;
  }
  return lines;
}

function cellText({ value }: SheetCell): string {
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'rich':
      return value.content.map(wordsOf).join('');
    case 'number':
    case 'formula':
    case undefined:
      return '';
  }
}

export function wordsOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'break':
      return '\n';
    case 'footnote':
      return String(inline.note + 1);
  }
}
