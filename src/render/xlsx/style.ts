import type { Borders, Fill, Font, Style } from 'exceljs';
import type { SheetCell } from '../../model/workbook.ts';
import { FONT, LOOKS, type Look, SIZE } from './look.ts';

const LINE = { style: 'thin', color: { argb: 'FF000000' } } as const;
const BORDER: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** The styles that a workbook's cells need, each one object: exceljs knows an object again, and writes its style once. */
export class Styles {
  private readonly known = new Map<string, Partial<Style>>();

  of(cell: SheetCell): Partial<Style> {
    const key = `${cell.role} ${cell.bold} ${cell.italic} ${cell.open} ${cell.format}`;
    const known = this.known.get(key) ?? styleOf(cell);
    this.known.set(key, known);
    return known;
  }
}

function styleOf(cell: SheetCell): Partial<Style> {
  const look = LOOKS[cell.role];
  return {
    font: fontOf(look, cell),
    alignment: { horizontal: look.align, vertical: look.vertical ?? 'middle', wrapText: true },
    protection: { locked: cell.open !== true },
    ...(look.fill === undefined ? {} : { fill: solid(look.fill) }),
    ...(look.border === true ? { border: BORDER } : {}),
    ...(cell.format === undefined ? {} : { numFmt: cell.format }),
  };
}

/** The font of a cell, and of each run in it. */
export const fontOf = (look: Look, { bold, italic }: Pick<SheetCell, 'bold' | 'italic'>): Partial<Font> => ({
  name: FONT,
  size: look.size ?? SIZE,
  bold: bold ?? look.bold === true,
  italic: italic ?? look.italic === true,
  ...(look.color === undefined ? {} : { color: { argb: `FF${look.color}` } }),
});

const solid = (color: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${color}` } });
