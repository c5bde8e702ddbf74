import type { Workspace } from '../load/workspace.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { meaningOf } from '../model/entry-form.ts';
import { type Period, periodBefore } from '../model/period.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Report } from '../model/report.ts';
import type { EarlierValues, Value } from '../model/resolved.ts';
import { nearest } from '../model/text.ts';
import type { Unit } from '../model/unit.ts';
import { WORDS } from '../model/words.ts';
import { catalogueOf } from '../resolve/report.ts';
import { resolveValues } from '../resolve/values.ts';
import { hashOf } from '../write/fingerprint.ts';

/** What a unit enters for a period: the figures of its report, whether the report is there yet or not. */
export interface Entry {
  readonly unit: Unit;
  readonly period: Period;
  readonly catalogue: Catalogue;
  /** The report's file, relative to the root. */
  readonly file: string;
  readonly report: Report | undefined;
  readonly values: ReadonlyMap<string, Value>;
}

/**
 * Reports `don-vi-la`, `danh-muc-la`, `khong-co-danh-muc-cho-ky`, `khong-co-danh-muc`, and what unit, catalogue and
 * report report; what is wrong with single values is told where the report is made.
 */
export function entryOf(workspace: Workspace, unitId: string, period: Period): Outcome<Entry | undefined> {
  const problems: Problem[] = [];
  const take = <T>({ value, problems: found }: Outcome<T>): T => {
    problems.push(...found);
    return value;
  };
  const stopped = (...more: readonly Problem[]): Outcome<undefined> => ({
    value: undefined,
    problems: [...problems, ...more],
  });
  const unit = take(workspace.unit(unitId));
  if (unit === undefined) {
    const near = nearest(unitId, workspace.unitNames());
    const missing = problem('don-vi-la', { name: unitId, near }, { kind: 'file', file: 'data/don-vi' });
    return problems.length === 0 ? stopped(missing) : stopped();
  }
  const { file } = workspace.reportFile(unitId, period);
  const there = workspace.hasReport(unitId, period);
  const report = there ? take(workspace.report({ unitId, period, file })) : undefined;
  if (there && report === undefined) return stopped();
  const id = take(catalogueOf(report ?? { period, file }, unit));
  if (id === undefined) {
    const none = problem('khong-co-danh-muc', { unit: unit.name }, { kind: 'file', file: unit.file });
    return problems.length === 0 ? stopped(none) : stopped();
  }
  const catalogue = take(workspace.catalogue(id));
  if (catalogue === undefined || hasErrors(problems)) {
    const at = { kind: 'data', file: unit.file, path: [WORDS.unit.catalogue] } as const;
    const near = nearest(id, workspace.catalogueNames());
    return problems.length === 0 ? stopped(problem('danh-muc-la', { name: id, near }, at)) : stopped();
  }
  const values = report === undefined ? new Map<string, Value>() : resolveValues(report, catalogue, unit.format).value;
  return { value: { unit, period, catalogue, file, report, values }, problems };
}

/** The same unit's figures of the period before. */
export function valuesBefore(workspace: Workspace, { unit, period }: Entry): EarlierValues {
  const before = periodBefore(period);
  return workspace.hasReport(unit.id, before) ? entryOf(workspace, unit.id, before).value?.values : undefined;
}

/** What the rows of a catalogue mean, as one hash: labels and notes may be mended without another meaning. */
export const hashOfCatalogue = ({ rows }: Catalogue): string =>
  hashOf(Buffer.from(JSON.stringify(rows.map((row) => [row.id, meaningOf(row), row.formula?.text ?? ''])), 'utf8'));
