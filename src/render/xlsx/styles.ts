import type { SheetCell } from '../../model/workbook.ts';
import { escapeXml } from '../../ooxml/xml.ts';
import { FONT, LOOKS, SIZE } from './look.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Numbers below this are Excel's own. */
const FIRST_OWN_FORMAT = 164;

/** Numbers its entries in the order in which they are first asked for. */
class Numbered {
  private readonly entries = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const entry of first) this.of(entry);
  }

  of(entry: string): number {
    const known = this.entries.get(entry);
    if (known !== undefined) return known;
    this.entries.set(entry, this.entries.size);
    return this.entries.size - 1;
  }

  list = (): readonly string[] => [...this.entries.keys()];
}

const part = (name: string, entries: readonly string[]): string =>
  entries.length === 0 ? '' : `<${name} count="${entries.length}">${entries.join('')}</${name}>`;

export const fontXml = (name: 'name' | 'rFont', bold: boolean, italic: boolean, size: number, color?: string): string =>
  [
    name === 'rFont' ? `<rFont val="${FONT}"/>` : '',
    bold ? '<b/>' : '',
    italic ? '<i/>' : '',
    `<sz val="${size}"/>`,
    color === undefined ? '' : `<color rgb="FF${color}"/>`,
    name === 'name' ? `<name val="${FONT}"/>` : '',
  ].join('');

/** The styles that a workbook's cells need, each once. */
export class Styles {
  private readonly formats = new Numbered();
  private readonly fonts = new Numbered(`<font>${fontXml('name', false, false, SIZE)}</font>`);
  private readonly fills = new Numbered(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  private readonly borders = new Numbered('<border><left/><right/><top/><bottom/><diagonal/></border>');
  private readonly cells = new Numbered('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');

  /** What cells were asked for already: a sheet has thousands of cells and a dozen styles. */
  private readonly known = new Map<string, number>();

  /** The number of a cell's style. */
  of(cell: SheetCell): number {
    const key = `${cell.role} ${cell.bold} ${cell.italic} ${cell.open} ${cell.format}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = this.make(cell);
    this.known.set(key, made);
    return made;
  }

  private make({ role, format, bold, italic, open }: SheetCell): number {
    const look = LOOKS[role];
    const font = fontXml(
      'name',
      bold ?? look.bold ?? false,
      italic ?? look.italic ?? false,
      look.size ?? SIZE,
      look.color,
    );
    const fill =
      look.fill === undefined
        ? 0
        : this.fills.of(`<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/></patternFill></fill>`);
    const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
    const border =
      look.border === true
        ? this.borders.of(`<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`)
        : 0;
    const number = format === undefined ? 0 : FIRST_OWN_FORMAT + this.formats.of(format);
    return this.cells.of(
      `<xf numFmtId="${number}" fontId="${this.fonts.of(`<font>${font}</font>`)}" fillId="${fill}" borderId="${border}" xfId="0"` +
        ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">' +
        `<alignment horizontal="${look.align}" vertical="${look.vertical ?? 'center'}" wrapText="1"/>` +
        `<protection locked="${open === true ? 0 : 1}"/></xf>`,
    );
  }

  xml(): string {
    const formats = this.formats
      .list()
      .map((code, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${escapeXml(code)}"/>`);
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      `<styleSheet xmlns="${MAIN}">`,
      part('numFmts', formats),
      part('fonts', this.fonts.list()),
      part('fills', this.fills.list()),
      part('borders', this.borders.list()),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      part('cellXfs', this.cells.list()),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}
