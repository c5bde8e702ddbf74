import { isZero } from '../../model/decimal.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import { reportedElsewhere } from '../../model/reporters.ts';
import type { Figures } from './figures.ts';
import { type Form, type FormRow, nameOf, within } from './form.ts';
import type { Relations } from './relations.ts';
import { owed } from './reporting-body.ts';
import { figureRule } from './rule.ts';

/** A section with fewer rows may be empty for many reasons. */
const SECTION_ROWS = 2;

/** A form with fewer is hardly one. */
const FORM_SECTIONS = 3;

/** One or two, or a quarter of the group, but not most of it: more were not forgotten, but left out. */
const few = (empty: number, filled: number): boolean => empty <= filled && empty <= Math.max(2, filled / 3);

const carries = ({ row }: FormRow): boolean => row.kind !== 'heading';

/** Rows that were left empty beside filled ones, sections that were, and a form that is hardly filled in at all. */
export const blanks = figureRule('dong-de-trong', function* ({ figures, form, relations, template }) {
  const { unit } = figures.resolved;
  const sections = sectionsOf(form);
  const empty = sections.filter(
    ({ rows }) => rows.every((row) => figures.blank(row)) && !rows.every(({ row }) => reportedElsewhere(row, unit)),
  );
  if (empty.length * 2 < sections.length) {
    for (const { section, rows } of empty) {
      const about = { indicator: section.row.id };
      const params = { heading: nameOf(section), count: rows.length };
      yield problem('muc-de-trong', params, figures.place(section), [], { about });
    }
  } else if (sections.length >= FORM_SECTIONS && template.prototypes.length > 0) {
    const params = { headings: empty.map(({ section }) => nameOf(section)), of: sections.length };
    yield problem('bieu-con-trong', params, figures.valuesPlace);
  }
  let elsewhere: ReadonlySet<FormRow> | undefined;
  const isTold = (row: FormRow): boolean => {
    elsewhere ??= toldElsewhere(relations, figures);
    return owed(row, figures) || elsewhere.has(row);
  };
  for (const heading of form.rows) {
    const found = carries(heading) ? undefined : inGroup(heading, figures, isTold);
    if (found !== undefined) yield found;
  }
});

interface Section {
  readonly section: FormRow;
  readonly rows: readonly FormRow[];
}

const known = new WeakMap<Form, readonly Section[]>();

/** The sections of a form with the rows that they carry; found once for all reports on it. */
function sectionsOf(form: Form): readonly Section[] {
  const made =
    known.get(form) ??
    form.roots
      .filter((root) => !carries(root))
      .map((section) => ({ section, rows: within(section).filter(carries) }))
      .filter(({ rows }) => rows.length >= SECTION_ROWS);
  known.set(form, made);
  return made;
}

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

/** Empty rows among filled ones under one heading, told of together; one filled row says nothing of more than its neighbour. */
function inGroup(heading: FormRow, figures: Figures, skip: (row: FormRow) => boolean): Problem | undefined {
  const { unit } = figures.resolved;
  const carrying = heading.children.filter(carries);
  const filled = carrying.filter((row) => !figures.blank(row));
  if (filled.length === carrying.length) return undefined;
  const blank = carrying.filter((row) => figures.blank(row) && !reportedElsewhere(row.row, unit));
  const empty = blank.filter((row) => row.row.formula === undefined && !skip(row));
  const [first] = empty;
  if (first === undefined || !few(empty.length, filled.length)) return undefined;
  if (filled.length === 1 && blank.length > 1) return undefined;
  const about = { indicator: first.row.id };
  const params = { heading: nameOf(heading), rows: empty.map(nameOf), ids: empty.map(({ row }) => row.id) };
  return problem('dong-de-trong', params, figures.place(first), [], { about, basis: params.ids.join(' ') });
}
