import type { Catalogue } from '../model/catalogue.ts';
import { lastMonthOf, readPeriod } from '../model/period.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Report } from '../model/report.ts';
import type { EarlierValues, Resolved, Value } from '../model/resolved.ts';
import type { Unit } from '../model/unit.ts';
import type { TemplateValidity } from '../model/validity.ts';
import { WORDS } from '../model/words.ts';
import { resolveValues } from './values.ts';

/** Trích yếu when neither the report nor the unit gives one. */
const DEFAULT_SUBJECT = 'Công tác cải cách hành chính {{ky.ten}}';

/**
 * Which catalogue a report uses: its own choice, else its unit's for the period.
 * Reports `khong-co-danh-muc-cho-ky`; `undefined` without a problem when there is none.
 */
export function catalogueOf(
  report: Pick<Report, 'catalogue' | 'period' | 'file'>,
  unit: Unit,
): Outcome<string | undefined> {
  if (report.catalogue !== undefined) return { value: report.catalogue, problems: [] };
  const choice = unit.catalogue;
  switch (choice.kind) {
    case 'none':
      return { value: undefined, problems: [] };
    case 'one':
      return { value: choice.id, problems: [] };
    case 'by-period': {
      const reached = [...choice.byPeriod.keys()]
        .map(readPeriod)
        .filter((first) => first !== undefined)
        .filter((first) => lastMonthOf(first) <= lastMonthOf(report.period))
        .sort((x, y) => lastMonthOf(x) - lastMonthOf(y));
      const first = reached.at(-1)?.id;
      const id = first === undefined ? undefined : choice.byPeriod.get(first);
      if (id !== undefined) return { value: id, problems: [] };
      const at = { kind: 'data', file: unit.file, path: [WORDS.unit.catalogue] } as const;
      const related = [{ kind: 'file', file: report.file } as const];
      return {
        value: undefined,
        problems: [problem('khong-co-danh-muc-cho-ky', { period: report.period.id }, at, related)],
      };
    }
  }
}

/** What stands around a report. `undefined`: there is no such report, or no catalogue. */
export interface Surroundings {
  readonly unit: Unit;
  readonly catalogue: Catalogue | undefined;
  readonly templateValidity: TemplateValidity;
  readonly before: EarlierValues;
  readonly yearBefore: EarlierValues;
  /** Earlier reports of the same year by period id, the nearest first; empty when nothing looks at them. */
  readonly thisYear: Resolved['thisYear'];
}

/**
 * A report with everything that its YAML leaves to its surroundings filled in.
 * Reports `so-lieu-khong-co-danh-muc`, and what its values report.
 */
export function resolveReport(report: Report, around: Surroundings): Outcome<Resolved> {
  const { unit, catalogue } = around;
  const problems: Problem[] = [];
  let values: ReadonlyMap<string, Value> = new Map();
  if (catalogue !== undefined) {
    const resolved = resolveValues(report, catalogue, unit.format, around);
    values = resolved.value;
    problems.push(...resolved.problems);
  } else if (report.values.size > 0) {
    const at = { kind: 'data', file: report.file, path: [WORDS.report.values], key: true } as const;
    problems.push(problem('so-lieu-khong-co-danh-muc', {}, at));
  }
  const notes = new Map<string, string>();
  for (const [id, { note }] of report.values) if (note !== undefined) notes.set(id, note);
  const subject =
    report.subject !== undefined
      ? { text: report.subject, file: report.file }
      : { text: unit.subject ?? DEFAULT_SUBJECT, file: unit.file };
  return {
    value: {
      unit,
      report,
      catalogue,
      templateId: report.template ?? unit.template,
      templateValidity: around.templateValidity,
      values,
      notes,
      signatory: report.signatory ?? unit.signatory,
      recipients: report.recipients ?? unit.recipients,
      subject,
      before: around.before,
      yearBefore: around.yearBefore,
      thisYear: around.thisYear,
    },
    problems,
  };
}
