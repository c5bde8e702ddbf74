import { compare, decimal, isZero } from '../../model/decimal.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import type { Figures } from './figures.ts';
import { type FormRow, nameOf } from './form.ts';
import { figureRule } from './rule.ts';

const HUNDRED = decimal(100n);
/** A plan may be more than fulfilled. */
const MAY_EXCEED = /kế hoạch|chỉ tiêu|dự toán|thu ngân sách/;

/** Values that do not fit what their row is: rates over 100%, rates and counts written as each other, a code for nothing. */
export const oddValues = figureRule('ty-le-ngoai-khoang', function* ({ figures, form }) {
  for (const row of form.rows) {
    const found = oddRate(row, figures) ?? oddCount(row, figures) ?? codeOfNothing(row, figures);
    if (found !== undefined) yield found;
  }
});

function oddRate(row: FormRow, figures: Figures): Problem | undefined {
  const value = figures.typed(row);
  if (row.row.kind !== 'percent' || value?.amount.kind !== 'percent') return undefined;
  const params = { label: nameOf(row), typed: value.shown };
  const typed = figures.resolved.report.values.get(row.row.id)?.value ?? '';
  if (/^0\d+$/.test(typed)) return problem('ty-le-giong-so-dem', params, figures.place(row));
  const over = compare(value.amount.amount, HUNDRED) > 0;
  if (!over || row.read.looksElsewhere || MAY_EXCEED.test(row.read.text)) return undefined;
  return problem('ty-le-ngoai-khoang', params, figures.place(row), [], { basis: figures.basis([row]) });
}

function oddCount(row: FormRow, figures: Figures): Problem | undefined {
  const value = figures.typed(row);
  if (value?.amount.kind !== 'fraction') return undefined;
  const { part, whole } = value.amount;
  if (compare(part, whole) > 0) {
    const label = nameOf(row);
    const params = { part: label, partTyped: value.shown, whole: `mẫu số của ${label}`, wholeTyped: value.shown };
    return problem('phan-lon-hon-tong', params, figures.place(row));
  }
  const params = { label: nameOf(row), typed: value.shown };
  return row.row.kind === 'count' ? problem('phan-so-o-o-dem', params, figures.place(row)) : undefined;
}

/** "Hình thức khảo sát: 0" beside "Số lượng phiếu khảo sát: 0": the 0 that was to say "none" is the code of a form. */
function codeOfNothing(row: FormRow, figures: Figures): Problem | undefined {
  const value = figures.typed(row);
  if (value?.amount.kind !== 'code') return undefined;
  const siblings = row.parent?.children ?? [];
  const other = siblings[siblings.indexOf(row) - 1];
  const amount = other === undefined || other.row.kind !== 'count' ? undefined : figures.figure(other);
  if (other === undefined || amount === undefined || !isZero(amount)) return undefined;
  const words = row.read.words.slice(-2).join(' ');
  if (!row.read.text.startsWith('hình thức') || !other.read.words.join(' ').endsWith(words)) return undefined;
  const params = { label: nameOf(row), typed: `${value.shown} (${value.amount.meaning})`, other: nameOf(other) };
  return problem('ma-cua-khong', params, figures.place(row), figures.places([other]));
}
