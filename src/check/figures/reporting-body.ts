import { isZero } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import { reportersOf, reportsRow } from '../../model/reporters.ts';
import type { Figures } from './figures.ts';
import { type FormRow, nameOf } from './form.ts';
import { figureRule } from './rule.ts';

/** A row that the form gives to this unit by name of its level, left empty. */
export const owed = (row: FormRow, figures: Figures): boolean =>
  row.row.kind !== 'heading' && figures.blank(row) && reportsRow(row.row, figures.resolved.unit) === true;

/** What the form says of who reports a row, against whether it was filled in. */
export const reportingBody = figureRule('thieu-so-lieu-phai-ghi', function* ({ figures, form }) {
  for (const row of form.rows.filter((one) => one.row.kind !== 'heading')) {
    const reporters = (): string => reportersOf(row.row)?.replace(/\s+/g, ' ') ?? '';
    if (owed(row, figures)) {
      const about = { indicator: row.row.id };
      const params = { label: nameOf(row), id: row.row.id, reportedBy: reporters() };
      yield problem('thieu-so-lieu-phai-ghi', params, figures.place(row), [], { about });
    }
    const [value, amount] = [figures.typed(row), figures.figure(row)];
    if (value === undefined || amount === undefined || isZero(amount)) continue;
    if (reportsRow(row.row, figures.resolved.unit) !== false) continue;
    const params = { label: nameOf(row), typed: value.shown, reportedBy: reporters() };
    yield problem('khong-thuoc-don-vi', params, figures.place(row));
  }
});
