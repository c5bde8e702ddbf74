import { entryForm } from '../compose/entry-form.ts';
import { Workspace } from '../load/workspace.ts';
import { nearPeriod, readPeriod } from '../model/period.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { TypedValue } from '../model/report.ts';
import { nearest } from '../model/text.ts';
import { renderXlsx } from '../render/xlsx/index.ts';
import type { Written } from '../write/file.ts';
import { takeRunLock } from '../write/run-lock.ts';
import { type Entry, entryOf, hashOfCatalogue, valuesBefore } from './entry.ts';
import type { RunSurroundings } from './running.ts';
import { namesLike } from './selection.ts';
import { WorkbookOutputs } from './workbook-outputs.ts';

export interface FormRequest {
  readonly root: string;
  /** Units as typed, with `*` and `?`. */
  readonly units: readonly string[];
  readonly periods: readonly string[];
  readonly around: Pick<RunSurroundings, 'now' | 'pid' | 'alive'>;
}

export interface MadeForm {
  readonly unitId: string;
  readonly period: string;
  readonly file: string;
  readonly outcome: Written;
}

const NO_VALUES: ReadonlyMap<string, TypedValue> = new Map();

/** `gen form`: entry forms for units and periods. Reports `don-vi-la`, `ky-la`, and what entries and writing report. */
export async function makeForms({ root, units, periods, around }: FormRequest): Promise<Outcome<readonly MadeForm[]>> {
  const workspace = new Workspace(root);
  const problems: Problem[] = [];
  const chosen = units.flatMap((typed) => {
    const found = namesLike(typed, workspace.unitNames());
    const near = nearest(typed, workspace.unitNames());
    if (found.length === 0)
      problems.push(problem('don-vi-la', { name: typed, near }, { kind: 'file', file: 'data/don-vi' }));
    return found;
  });
  const times = periods.flatMap((typed) => {
    const period = readPeriod(typed);
    if (period === undefined)
      problems.push(problem('ky-la', { name: typed, near: nearPeriod(typed) }, { kind: 'file', file: 'data/bao-cao' }));
    return period ?? [];
  });
  const lock = takeRunLock(root, around.pid, around.alive);
  if (lock.value === undefined) return { value: [], problems: [...problems, ...lock.problems] };
  try {
    const outputs = new WorkbookOutputs(root, around.now);
    const value: MadeForm[] = [];
    for (const unitId of new Set(chosen)) {
      for (const period of times) {
        const entry = entryOf(workspace, unitId, period);
        problems.push(...entry.problems);
        if (entry.value === undefined) continue;
        const file = formFile(unitId, period.id);
        const written = await outputs.put(file, await bytesOf(workspace, entry.value));
        problems.push(...written.problems);
        value.push({ unitId, period: period.id, file, outcome: written.value });
      }
    }
    return { value: hasErrors(lock.problems) ? [] : value, problems };
  } finally {
    lock.value.release();
  }
}

const formFile = (unitId: string, period: string): string => `out/${period}/${unitId} (biểu nhập).xlsx`;

function bytesOf(workspace: Workspace, entry: Entry): Promise<Uint8Array> {
  const { unit, period, catalogue, report, values } = entry;
  const hash = hashOfCatalogue(catalogue);
  const typed = report?.values ?? NO_VALUES;
  return renderXlsx(
    entryForm({ unit, period, catalogue, hash, typed, values, before: valuesBefore(workspace, entry) }),
  );
}
