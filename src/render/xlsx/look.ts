import type { CellRole } from '../../model/workbook.ts';

/** What a cell looks like. Workbooks have no template, so this one table is their look: plain, as officials' forms are. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  /** RGB. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly vertical?: 'top';
}

export const FONT = 'Times New Roman';
export const SIZE = 12;

const FORM = 'DDEBF7';
const ENTRY = 'FFFFE5';
const IDLE = 'E7E6E6';

export const LOOKS: Readonly<Record<CellRole, Look>> = {
  plain: { align: 'left' },
  kicker: { align: 'center', bold: true, size: 13 },
  title: { align: 'center', bold: true, size: 13 },
  subtitle: { align: 'center', italic: true },
  hint: { align: 'left', italic: true, size: 11, vertical: 'top' },
  head: { align: 'center', bold: true, border: true, fill: FORM },
  number: { align: 'center', border: true },
  label: { align: 'left', border: true },
  group: { align: 'left', border: true, bold: true },
  unit: { align: 'center', border: true },
  value: { align: 'center', border: true },
  text: { align: 'left', border: true },
  input: { align: 'center', border: true, fill: ENTRY },
  'input-text': { align: 'left', border: true, fill: ENTRY },
  computed: { align: 'center', border: true, italic: true },
  idle: { align: 'center', border: true, fill: IDLE, color: '7F7F7F' },
  'idle-label': { align: 'left', border: true, fill: IDLE, color: '7F7F7F' },
  alarm: { align: 'left', border: true, color: 'C00000' },
};
