import type { CatalogueRow } from '../model/catalogue.ts';
import { wholeLabel } from '../model/labels.ts';
import type { ValueKind } from '../model/words.ts';

/** How a value of a kind is typed. */
export const HOW_TO_TYPE: Readonly<Record<ValueKind, string>> = {
  heading: 'số nếu biểu có, không thì để trống',
  count: 'số đếm: 41, 2.481, Không',
  percent: 'tỷ lệ: 95,9 hoặc 100%',
  money: 'số tiền: 11.690 hoặc 10,5',
  code: 'mã',
  'yes-no': 'Có hoặc Không',
  fraction: 'phân số: 02/02',
  text: 'chữ',
};

/** `1.2.1. Số nhiệm vụ đề ra (Nhiệm vụ)`. */
export function rowTitle(row: CatalogueRow): string {
  const number = row.number === undefined ? '' : `${row.number.replace(/\.$/, '')}. `;
  const measure = row.unitOfMeasure.replace(/\s+/g, ' ').trim();
  return `${number}${wholeLabel(row)}${measure === '' ? '' : ` (${measure})`}`;
}

/** What else there is to know of a row, each as a sentence: how it is typed, who reports it, how it is computed. */
export function rowNotes(row: CatalogueRow): readonly string[] {
  const codes = [...row.codes].map(([key, meaning]) => `${key} = ${meaning}`);
  return [
    row.kind === 'code' ? `Mã: ${codes.join('; ')}` : `Ghi ${HOW_TO_TYPE[row.kind]}`,
    ...(row.formula === undefined ? [] : [`Để trống thì tự tính: ${row.formula.text.replace(/\s+/g, ' ').trim()}`]),
    ...(row.reportedBy === '' ? [] : [`Cơ quan báo cáo: ${row.reportedBy.replace(/\s+/g, ' ').trim()}`]),
    ...(row.cumulative ? ['Lũy kế từ đầu năm'] : []),
  ];
}
