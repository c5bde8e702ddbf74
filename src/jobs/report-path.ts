import { check } from '../check/index.ts';
import { justify } from '../check/justify.ts';
import { compose } from '../compose/document.ts';
import type { ReportFile, Workspace } from '../load/workspace.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import { earlierInYear, type Period, periodBefore, yearBefore } from '../model/period.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Report } from '../model/report.ts';
import type { EarlierValues, Resolved, Value } from '../model/resolved.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Template } from '../model/template.ts';
import { nearest } from '../model/text.ts';
import type { Unit } from '../model/unit.ts';
import { ALWAYS, type TemplateValidity } from '../model/validity.ts';
import { WORDS } from '../model/words.ts';
import { compileDocx, type DocxRenderer } from '../render/docx/index.ts';
import { catalogueOf, resolveReport } from '../resolve/report.ts';
import { resolveValues } from '../resolve/values.ts';

/** A report put together, before it becomes a .docx. */
export interface Composed {
  readonly document: Document;
  readonly template: Template;
  readonly unit: Unit;
  readonly report: Report;
  readonly catalogue: Catalogue | undefined;
  readonly values: ReadonlyMap<string, Value>;
}

export interface ReportMade<T> extends Outcome<T | undefined> {
  /** Files that the report was made from, relative to the root; a file that was looked for and is not there, too. */
  readonly inputs: readonly string[];
}

export const snapshotOf = ({ document, template }: Composed): Snapshot => ({
  document,
  outline: template.outline,
  template: template.file,
});

/** Narrative that looks at earlier periods names them. */
const LOOKS_BACK = /\b(?:ky_truoc|cung_ky)\b/;

/**
 * The path of one report: load → resolve → check, compose → render. Everything that can be checked is, so that all that
 * is wrong is told in one run. Templates are compiled once, however many reports use them.
 */
export class ReportPath {
  private readonly renderers = new Map<string, DocxRenderer>();

  constructor(private readonly workspace: Workspace) {}

  /** The report as data; `undefined` when an error was found on the way. */
  compose(file: ReportFile): ReportMade<Composed> {
    const inputs = new Set([file.file]);
    const putting = new Putting(this.workspace, inputs);
    const value = putting.go(file);
    const { problems } = putting;
    return { value: hasErrors(problems) ? undefined : value, problems, inputs: [...inputs] };
  }

  /** The report's .docx. */
  make(file: ReportFile): ReportMade<{ readonly bytes: Uint8Array; readonly snapshot: Snapshot }> {
    const { value, problems, inputs } = this.compose(file);
    if (value === undefined) return { value: undefined, problems, inputs };
    const rendered = this.rendererOf(value.template).render(value.document);
    const all = [...problems, ...rendered.problems];
    const bytes = rendered.value;
    return { value: bytes === undefined ? undefined : { bytes, snapshot: snapshotOf(value) }, problems: all, inputs };
  }

  rendererOf(template: Template): DocxRenderer {
    const known = this.renderers.get(template.id);
    if (known !== undefined) return known;
    const made = compileDocx(template);
    this.renderers.set(template.id, made);
    return made;
  }
}

const PARTIAL_CALL = /\{\{~?>\s*([^\s}]+)/g;

/** The shared sentences that texts use, those used by others included. */
function usedPartials(texts: readonly string[], partials: ReadonlyMap<string, string>): readonly string[] {
  const used = new Set<string>();
  const waiting = [...texts];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [, name = ''] of text.matchAll(PARTIAL_CALL)) {
      const partial = partials.get(name);
      if (partial === undefined || used.has(name)) continue;
      used.add(name);
      waiting.push(partial);
    }
  }
  return [...used].sort();
}

/** One report being put together. */
class Putting {
  problems: Problem[] = [];

  constructor(
    private readonly workspace: Workspace,
    private readonly inputs: Set<string>,
  ) {}

  private take<T>({ value, problems }: Outcome<T>): T {
    this.problems.push(...problems);
    return value;
  }

  go(file: ReportFile): Composed | undefined {
    const report = this.take(this.workspace.report(file));
    const unit = this.unit(file);
    if (report === undefined || unit === undefined) return undefined;
    const catalogue = this.catalogue(report, unit);
    const template = this.template(report, unit);
    // What would be said of a report whose catalogue is missing or broken would only follow from that.
    if (catalogue === 'unusable') return undefined;
    const partials = this.take(this.workspace.partials());
    const own = [...report.narrative.values(), report.subject ?? unit.subject ?? ''];
    const used = usedPartials(own, partials);
    for (const name of used) this.inputs.add(this.workspace.partialFile(name));
    const texts = [...own, ...used.map((name) => partials.get(name) ?? '')];
    const looksBack = texts.some((text) => LOOKS_BACK.test(text));
    const looksAt = catalogue?.looksAt;
    const resolved = this.take(
      resolveReport(report, {
        unit,
        catalogue,
        templateValidity: this.templateValidity(report, unit),
        before: looksBack || looksAt?.has('before') ? this.earlier(unit, periodBefore(report.period)) : undefined,
        yearBefore:
          looksBack || looksAt?.has('year-before') ? this.earlier(unit, yearBefore(report.period)) : undefined,
        thisYear: looksAt?.has('year-to-date') ? this.thisYear(unit, report.period) : new Map(),
      }),
    );
    if (template !== undefined) this.problems.push(...check(resolved, template));
    const document = this.take(compose(resolved, partials));
    this.problems = [...justify(this.problems, resolved, template)];
    return template === undefined
      ? undefined
      : { document, template, unit, report, catalogue, values: resolved.values };
  }

  private unit(file: ReportFile): Unit | undefined {
    const { value, problems } = this.workspace.unit(file.unitId);
    this.problems.push(...problems);
    if (value !== undefined) this.inputs.add(value.file);
    if (value === undefined && problems.length === 0) {
      const near = nearest(file.unitId, this.workspace.unitNames());
      this.problems.push(problem('don-vi-la', { name: file.unitId, near }, { kind: 'file', file: file.file }));
    }
    return value;
  }

  /** `undefined`: the report has none. */
  private catalogue(report: Report, unit: Unit): Catalogue | 'unusable' | undefined {
    const choice = catalogueOf(report, unit);
    this.problems.push(...choice.problems);
    const id = choice.value;
    if (id === undefined) return choice.problems.length > 0 ? 'unusable' : undefined;
    const { value, problems } = this.workspace.catalogue(id);
    this.problems.push(...problems);
    if (value === undefined && problems.length === 0) {
      const near = nearest(id, this.workspace.catalogueNames());
      const file = report.catalogue === undefined ? unit.file : report.file;
      const at = { kind: 'data', file, path: [WORDS.unit.catalogue] } as const;
      this.problems.push(problem('danh-muc-la', { name: id, near }, at));
    }
    if (value !== undefined) this.inputs.add(value.file);
    return value === undefined || hasErrors(problems) ? 'unusable' : value;
  }

  private template(report: Report, unit: Unit): Template | undefined {
    const id = report.template ?? unit.template;
    const { value, problems } = this.workspace.template(id);
    this.problems.push(...problems);
    if (value === undefined && problems.length === 0) {
      const file = report.template === undefined ? unit.file : report.file;
      const at = { kind: 'data', file, path: [WORDS.unit.template] } as const;
      this.problems.push(this.workspace.noTemplate(id, at));
    }
    if (value !== undefined) this.inputs.add(value.file);
    return value;
  }

  private templateValidity(report: Report, unit: Unit): TemplateValidity {
    const { value, problems } = this.workspace.templateValidities();
    this.problems.push(...problems);
    this.inputs.add(value.file);
    const validity = value.byTemplate.get(report.template ?? unit.template) ?? ALWAYS;
    return { validity, file: value.file };
  }

  /** Values of the earlier reports of the year, the nearest first. */
  private thisYear(unit: Unit, period: Period): Resolved['thisYear'] {
    const values = new Map<string, ReadonlyMap<string, Value>>();
    for (const earlier of earlierInYear(period)) {
      const found = this.earlier(unit, earlier);
      if (found !== undefined) values.set(earlier.id, found);
    }
    return values;
  }

  /** Values of an earlier period of the unit. What is wrong with them is told where that period is made. */
  private earlier(unit: Unit, period: Period): EarlierValues {
    const file = this.workspace.reportFile(unit.id, period);
    this.inputs.add(file.file);
    const report = this.workspace.report(file).value;
    const id = report === undefined ? undefined : catalogueOf(report, unit).value;
    const catalogue = id === undefined ? undefined : this.workspace.catalogue(id).value;
    if (report === undefined || catalogue === undefined) return undefined;
    this.inputs.add(catalogue.file);
    return resolveValues(report, catalogue, unit.format).value;
  }
}
