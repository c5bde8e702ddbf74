import { isZero } from '../../model/decimal.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import { reportedElsewhere, reportersOf, reportsRow } from '../../model/reporters.ts';
import type { Figures } from './figures.ts';
import { type FormRow, nameOf, within } from './form.ts';
import type { Relations } from './relations.ts';
import { figureRule } from './rule.ts';

/** So many rows of a group have to be filled in, before its empty ones are told of. */
const FILLED = 2;

/** One or two, or a quarter of the group: more were not forgotten, but left out. */
const few = (empty: number, filled: number): boolean => empty <= filled && empty <= Math.max(2, filled / 3);

/** Rows that were left empty, against who reports them and against the rows beside them; and rows filled in by the wrong body. */
export const blanks = figureRule('dong-de-trong', function* ({ figures, form, relations }) {
  const values = form.rows.filter(({ row }) => row.kind !== 'heading');
  const told = new Set<FormRow>();
  for (const row of values) {
    const found = against(row, figures);
    if (found === undefined) continue;
    told.add(row);
    yield found;
  }
  const sections = form.roots
    .filter(({ row }) => row.kind === 'heading')
    .map((section) => ({
      section,
      rows: within(section).filter(({ row }) => row.kind !== 'heading'),
    }));
  const empty = sections.filter(({ rows }) => rows.length >= FILLED && rows.every((row) => figures.blank(row)));
  if (empty.length * 2 < sections.length) {
    for (const { section, rows } of empty) {
      if (rows.every((row) => reportedElsewhere(row.row, figures.resolved.unit))) continue;
      const about = { indicator: section.row.id };
      yield problem('muc-de-trong', { heading: nameOf(section), count: rows.length }, figures.place(section), [], {
        about,
      });
    }
  }
  const elsewhere = toldElsewhere(relations, figures);
  for (const heading of form.rows.filter(({ row }) => row.kind === 'heading')) {
    const found = inGroup(heading, figures, (row) => told.has(row) || elsewhere.has(row));
    if (found !== undefined) yield found;
  }
});

/** Totals and rates have findings of their own; of nothing there are no parts. */
function toldElsewhere({ sums, rates, shares, partsOfWholes }: Relations, figures: Figures): ReadonlySet<FormRow> {
  const isNone = (row: FormRow): boolean => {
    const amount = figures.figure(row);
    return amount !== undefined && isZero(amount);
  };
  return new Set([
    ...sums.filter(({ exact }) => exact).map(({ total }) => total),
    ...rates.map(({ rate }) => rate),
    ...shares.map(({ total }) => total),
    ...sums.filter(({ total }) => isNone(total)).flatMap(({ parts }) => parts),
    ...partsOfWholes.filter(({ whole }) => isNone(whole)).map(({ part }) => part),
  ]);
}

/** What the form says of who reports a row, against whether it was filled in. */
function against(row: FormRow, figures: Figures): Problem | undefined {
  const reports = reportsRow(row.row, figures.resolved.unit);
  const reportedBy = reportersOf(row.row)?.replace(/\s+/g, ' ') ?? '';
  if (reports === true && figures.blank(row)) {
    const about = { indicator: row.row.id };
    return problem('thieu-so-lieu-phai-ghi', { label: nameOf(row), reportedBy }, figures.place(row), [], { about });
  }
  const [value, amount] = [figures.typed(row), figures.figure(row)];
  if (reports !== false || value === undefined || amount === undefined || isZero(amount)) return undefined;
  return problem('khong-thuoc-don-vi', { label: nameOf(row), typed: value.shown, reportedBy }, figures.place(row));
}

/** Empty rows among filled ones under one heading, told of together. */
function inGroup(heading: FormRow, figures: Figures, skip: (row: FormRow) => boolean): Problem | undefined {
  const { unit } = figures.resolved;
  const rows = heading.children.filter(({ row }) => row.kind !== 'heading');
  const filled = rows.filter((row) => !figures.blank(row));
  const empty = rows.filter(
    (row) => figures.blank(row) && row.row.formula === undefined && !skip(row) && !reportedElsewhere(row.row, unit),
  );
  const [first] = empty;
  if (first === undefined || filled.length < FILLED || !few(empty.length, filled.length)) return undefined;
  const at = figures.place(first);
  const about = { indicator: first.row.id };
  return problem('dong-de-trong', { heading: nameOf(heading), rows: empty.map(nameOf) }, at, [], { about });
}
