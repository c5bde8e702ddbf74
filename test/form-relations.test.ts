import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { FormRow } from '../src/check/figures/form.ts';
import { relationsOf } from '../src/check/figures/relations.ts';
import { Workspace } from '../src/load/workspace.ts';
import type { Catalogue } from '../src/model/catalogue.ts';

/** What the checks read from the structure of a form. */

const ROOT = path.resolve(import.meta.dirname, '..');
const FORMS = readdirSync(path.join(ROOT, 'data/danh-muc')).map((file) => path.basename(file, '.yaml'));

/** The relations of a form's rows, each told by the ids of its rows. */
function toldOf(catalogue: Catalogue) {
  const { sums, rates, partsOfWholes, overall, shares, unions } = relationsOf(catalogue);
  const ids = (...rows: readonly FormRow[]) => rows.map(({ row }) => row.id);
  return {
    sums: sums.map(({ total, parts, ...how }) => ({ rows: ids(total, ...parts), ...how })),
    rates: rates.map(({ rate, total, parts, others }) => ids(rate, total, ...parts, ...others.flat())),
    parts: partsOfWholes.map(({ part, whole }) => ids(part, whole)),
    overall: overall.map(({ rate, parts }) => ids(rate, ...parts)),
    shares: shares.map(({ total, rates: some }) => ids(total, ...some)),
    unions: unions.map(({ whole, parts }) => ids(whole, ...parts)),
  };
}

test.each(FORMS)('%s says the same of its rows in capitals', (id) => {
  const catalogue = new Workspace(ROOT).catalogue(id).value;
  if (catalogue === undefined) throw new Error(id);
  const rows = catalogue.rows.map((row) => ({ ...row, label: row.label.toUpperCase() }));
  const told = toldOf(catalogue);
  expect(Object.values(told).flat().length).toBeGreaterThan(0);
  expect(toldOf({ ...catalogue, rows })).toEqual(told);
});
