import type { Catalogue } from '../../model/catalogue.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import { WORDS } from '../../model/words.ts';
import { type Form, type FormRow, nameOf } from './form.ts';
import { figureRule } from './rule.ts';

const placeOf = ({ catalogue }: Form, { index }: FormRow) =>
  ({ kind: 'data', file: catalogue.file, path: [WORDS.catalogue.rows, index, WORDS.row.number] }) as const;

const numberOf = ({ pieces }: FormRow): string => pieces.join('.');
const lastOf = ({ pieces }: FormRow): number => Number(pieces.at(-1));

/** Whether a row's number goes on from that of the group it stands in. */
const belongs = (row: FormRow, parent: FormRow): boolean =>
  row.pieces.length === 1 || parent.pieces.every((piece, i) => row.pieces[i] === piece);

/** The numbers of a group's rows: under the right heading, none twice, none left out. */
function* inGroup(form: Form, group: readonly FormRow[], parent: FormRow | undefined): Iterable<Problem> {
  const numbered = group.filter((row) => Number.isInteger(lastOf(row)));
  const astray = parent === undefined ? [] : numbered.filter((row) => !belongs(row, parent));
  const [first] = astray;
  if (first !== undefined && parent !== undefined) {
    const expected = `${numberOf(parent)}.${numbered.indexOf(first) + 1}`;
    const params = { numbers: astray.map(numberOf).join(', '), parent: numberOf(parent), expected };
    yield problem('stt-sai-cap', params, placeOf(form, first));
  }
  const right = astray.length === 0 ? numbered : numbered.filter((row) => !astray.includes(row));
  const taken = new Map<string, FormRow>();
  for (const [i, row] of right.entries()) {
    const before = right[i - 1];
    const same = taken.get(numberOf(row));
    if (same === undefined) taken.set(numberOf(row), row);
    if (same !== undefined) {
      const params = { number: numberOf(row), label: row.label, first: same.label };
      yield problem('stt-trung', params, placeOf(form, row), [placeOf(form, same)]);
    } else if (lastOf(row) !== (before === undefined ? 1 : lastOf(before) + 1)) {
      const params = { before: before === undefined ? '' : numberOf(before), number: numberOf(row) };
      yield problem('stt-nhay', params, placeOf(form, row));
    }
  }
}

/** Points at the end of numbers, where most of the form has them otherwise. */
function* points(form: Form): Iterable<Problem> {
  const numbered = form.rows.filter(({ row }) => row.number !== undefined && /\d\.?$/.test(row.number));
  const withPoint = numbered.filter(({ row }) => row.number?.endsWith('.'));
  const most = withPoint.length * 2 > numbered.length;
  const few = most ? numbered.filter((row) => !withPoint.includes(row)) : withPoint;
  const [first] = few;
  if (first === undefined) return;
  const shown = few.slice(0, 6).map(({ row }) => row.number ?? '');
  const numbers = few.length > shown.length ? [...shown, '…'] : shown;
  yield problem('stt-dau-cham', { numbers, withPoint: !most }, placeOf(form, first));
}

function* labels(form: Form, group: readonly FormRow[]): Iterable<Problem> {
  const first = new Map<string, FormRow>();
  for (const row of group) {
    const same = first.get(row.read.text);
    if (same === undefined) {
      first.set(row.read.text, row);
      continue;
    }
    yield problem('ten-trung', { label: nameOf(row), other: numberOf(same) }, placeOf(form, row), [
      placeOf(form, same),
    ]);
  }
}

function* faults(form: Form): Iterable<Problem> {
  const groups = [
    { group: form.roots, parent: undefined },
    ...form.rows.map((parent) => ({ group: parent.children, parent })),
  ];
  for (const { group, parent } of groups) {
    yield* inGroup(form, group, parent);
    yield* labels(form, group);
  }
  yield* points(form);
  for (const row of form.rows) {
    const bare = row.row.kind === 'heading' && row.children.length === 0 && row.parts.length === 0;
    if (bare && row.pieces.length > 0) yield problem('nhom-khong-dong', { label: nameOf(row) }, placeOf(form, row));
  }
}

const known = new WeakMap<Catalogue, readonly Problem[]>();

/** The printed numbers of the form, whatever is reported: worked out once for each catalogue. */
export const formNumbers = figureRule('stt-trung', ({ form }) => {
  const made = known.get(form.catalogue) ?? [...faults(form)];
  known.set(form.catalogue, made);
  return made;
});
