import { check } from './check/index.ts';
import { compose } from './compose/document.ts';
import { type ReportFile, Workspace } from './load/workspace.ts';
import type { Catalogue } from './model/catalogue.ts';
import { type Period, periodBefore, yearBefore } from './model/period.ts';
import { hasErrors, type Problem } from './model/problem.ts';
import { problem } from './model/problem-codes.ts';
import type { Report } from './model/report.ts';
import type { EarlierValues } from './model/resolved.ts';
import { nearest } from './model/text.ts';
import type { Unit } from './model/unit.ts';
import { compileDocx, type DocxRenderer } from './render/docx/index.ts';
import { catalogueOf, resolveReport } from './resolve/report.ts';
import { resolveValues } from './resolve/values.ts';
import { type ReportChoice, selectReports } from './selection.ts';
import { type Written, writeFile } from './write/file.ts';

/**
 * The whole path: load → resolve → check, compose → render → write. Each report goes it alone: what is wrong with one
 * does not stop the others, and a report with an error is not written.
 */
export interface Run {
  readonly root: string;
  readonly choices: readonly ReportChoice[];
  /** `false`: everything but the writing. */
  readonly write: boolean;
  /** Warnings stop a report as errors do. */
  readonly strict: boolean;
}

export type ReportOutcome = Written | 'checked';

export interface ReportResult {
  readonly unitId: string;
  readonly period: string;
  /** Relative to the root. */
  readonly output: string;
  readonly outcome: ReportOutcome;
  readonly problems: readonly Problem[];
}

export interface RunResult {
  readonly reports: readonly ReportResult[];
  /** All problems, each once, those of no single report first. */
  readonly problems: readonly Problem[];
}

export function run(options: Run): RunResult {
  const workspace = new Workspace(options.root);
  const files = workspace.reportFiles();
  const selected = selectReports(files.value, options.choices, workspace.unitNames());
  const general = [...(options.choices.length === 0 ? files.problems : []), ...selected.problems];
  const path = new ReportPath(workspace, options);
  const reports = selected.value.map((file) => path.go(file));
  return { reports, problems: unique([...general, ...reports.flatMap((report) => report.problems)]) };
}

function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(problems.map((found) => [JSON.stringify([found.code, found.at, found.message.vi]), found]));
  return [...seen.values()];
}

/** The path of one report after the other; templates are compiled once. */
class ReportPath {
  private readonly renderers = new Map<string, DocxRenderer>();

  constructor(
    private readonly workspace: Workspace,
    private readonly options: Run,
  ) {}

  go(file: ReportFile): ReportResult {
    const problems: Problem[] = [];
    const output = `out/${file.period.id}/${file.unitId}.docx`;
    const bytes = this.make(file, problems);
    const stopped = bytes === undefined || hasErrors(problems) || (this.options.strict && problems.length > 0);
    let outcome: ReportOutcome = stopped ? 'failed' : 'checked';
    if (!stopped && this.options.write) {
      const written = writeFile(this.options.root, output, bytes);
      problems.push(...written.problems);
      outcome = written.value;
    }
    return { unitId: file.unitId, period: file.period.id, output, outcome, problems };
  }

  /** The report's bytes; `undefined` when an error was found on the way. Everything that can be checked is. */
  private make(file: ReportFile, problems: Problem[]): Uint8Array | undefined {
    const take = <T>({ value, problems: found }: { value: T; problems: readonly Problem[] }): T => {
      problems.push(...found);
      return value;
    };
    const report = take(this.workspace.report(file));
    const unit = take(this.workspace.unit(file.unitId));
    if (unit === undefined && !hasErrors(this.workspace.unit(file.unitId).problems)) {
      const near = nearest(file.unitId, this.workspace.unitNames());
      problems.push(problem('don-vi-la', { name: file.unitId, near }, { kind: 'file', file: file.file }));
    }
    if (report === undefined || unit === undefined) return undefined;
    const catalogue = this.catalogue(report, unit, problems);
    const template = this.template(report, unit, problems);
    // What would be said of a report whose catalogue is missing or broken would only follow from that.
    if (catalogue === 'unusable') return undefined;
    const surroundings = {
      unit,
      catalogue,
      before: this.earlier(unit, periodBefore(report.period)),
      yearBefore: this.earlier(unit, yearBefore(report.period)),
    };
    const resolved = take(resolveReport(report, surroundings));
    if (template !== undefined) problems.push(...check(resolved, template));
    const document = take(compose(resolved, take(this.workspace.partials())));
    if (template === undefined || hasErrors(problems)) return undefined;
    const renderer = this.renderers.get(template.id) ?? compileDocx(template);
    this.renderers.set(template.id, renderer);
    return take(renderer.render(document));
  }

  /** `undefined`: the report has none. */
  private catalogue(report: Report, unit: Unit, problems: Problem[]): Catalogue | 'unusable' | undefined {
    const choice = catalogueOf(report, unit);
    problems.push(...choice.problems);
    const id = choice.value;
    if (id === undefined) return choice.problems.length > 0 ? 'unusable' : undefined;
    const { value, problems: found } = this.workspace.catalogue(id);
    problems.push(...found);
    if (value === undefined && found.length === 0) {
      const near = nearest(id, this.workspace.catalogueNames());
      const at = report.catalogue === undefined ? { file: unit.file } : { file: report.file };
      problems.push(problem('danh-muc-la', { name: id, near }, { kind: 'data', ...at, path: ['danh_muc'] }));
    }
    return value === undefined || hasErrors(found) ? 'unusable' : value;
  }

  private template(report: Report, unit: Unit, problems: Problem[]) {
    const id = report.template ?? unit.template;
    const { value, problems: found } = this.workspace.template(id);
    problems.push(...found);
    if (value === undefined && found.length === 0) {
      const near = nearest(id, this.workspace.templateNames());
      const file = report.template === undefined ? unit.file : report.file;
      problems.push(problem('mau-la', { name: id, near }, { kind: 'data', file, path: ['mau'] }));
    }
    return value;
  }

  /** Values of an earlier period of the unit. What is wrong with them is told where that period is made. */
  private earlier(unit: Unit, period: Period): EarlierValues {
    const file = this.workspace
      .reportFiles()
      .value.find((known) => known.unitId === unit.id && known.period.id === period.id);
    const report = file === undefined ? undefined : this.workspace.report(file).value;
    const id = report === undefined ? undefined : catalogueOf(report, unit).value;
    const catalogue = id === undefined ? undefined : this.workspace.catalogue(id).value;
    if (report === undefined || catalogue === undefined) return undefined;
    return resolveValues(report, catalogue, unit.format).value;
  }
}
