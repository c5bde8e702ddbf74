import { existsSync } from 'node:fs';
import path from 'node:path';
import { outsideItsTime } from '../check/validity.ts';
import { type Carried, type CarriedOver, skeleton } from '../editing/skeleton.ts';
import { commentsAbove } from '../load/comments.ts';
import { Workspace } from '../load/workspace.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { nearPeriod, type Period, readPeriod } from '../model/period.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Report, TypedValue } from '../model/report.ts';
import type { Template } from '../model/template.ts';
import { nearest } from '../model/text.ts';
import { ALWAYS } from '../model/validity.ts';
import { WORDS } from '../model/words.ts';
import { catalogueOf } from '../resolve/report.ts';
import { writeFile } from '../write/file.ts';
import { modeline, writeFormSchema } from './schemas.ts';

/** What `gen new` is asked for, as typed. */
export interface NewReportRequest {
  readonly root: string;
  readonly unit: string;
  readonly period: string;
  /** The earlier period that narrative and lasting values come from. */
  readonly from?: string;
}

/**
 * `gen new`: writes data/bao-cao/<unit>/<period>.yaml, ready to fill in, and returns its name. A report that is there
 * is never touched.
 * Reports `don-vi-la`, `ky-la`, `da-co-tep`, `khong-co-bao-cao`, `ngoai-hieu-luc`, and what is wrong with the unit, its template or its
 * catalogue.
 */
export function makeReport({ root, ...typed }: NewReportRequest): Outcome<string | undefined> {
  const workspace = new Workspace(root);
  const problems: Problem[] = [];
  const take = <T>({ value, problems: found }: Outcome<T>): T => {
    problems.push(...found);
    return value;
  };
  const refused = (): Outcome<undefined> => ({ value: undefined, problems });
  const unitId = typed.unit.normalize('NFC');
  const unit = take(workspace.unit(unitId));
  if (unit === undefined && problems.length === 0) {
    const near = nearest(unitId, workspace.unitNames());
    problems.push(problem('don-vi-la', { name: unitId, near }, { kind: 'file', file: 'data/don-vi' }));
  }
  const period = take(readTypedPeriod(typed.period));
  const earlier = typed.from === undefined ? undefined : take(readTypedPeriod(typed.from));
  if (unit === undefined || period === undefined || hasErrors(problems)) return refused();
  const { file } = workspace.reportFile(unit.id, period);
  if (existsSync(path.join(root, file))) {
    problems.push(problem('da-co-tep', {}, { kind: 'file', file }));
    return refused();
  }
  const template = take(workspace.template(unit.template));
  if (template === undefined && problems.length === 0) {
    const at = { kind: 'data', file: unit.file, path: [WORDS.unit.template] } as const;
    problems.push(workspace.noTemplate(unit.template, at));
  }
  const catalogueId = take(catalogueOf({ period, file }, unit));
  const catalogue = catalogueId === undefined ? undefined : take(workspace.catalogue(catalogueId));
  if (catalogueId !== undefined && catalogue === undefined && problems.length === 0) {
    const near = nearest(catalogueId, workspace.catalogueNames());
    const at = { kind: 'data', file: unit.file, path: [WORDS.unit.catalogue] } as const;
    problems.push(problem('danh-muc-la', { name: catalogueId, near }, at));
  }
  const validities = take(workspace.templateValidities());
  const validity = validities.byTemplate.get(unit.template) ?? ALWAYS;
  const templateValidity = { validity, file: validities.file };
  problems.push(...outsideItsTime({ file, period, unit, catalogue, templateId: unit.template, templateValidity }));
  const carried =
    earlier === undefined
      ? undefined
      : take(carryOver(workspace, { unitId, period, from: earlier, template, catalogue }));
  if (template === undefined || hasErrors(problems)) return refused();
  const schema = take(writeFormSchema(workspace, { template: template.id, catalogue: catalogue?.id }));
  if (hasErrors(problems)) return refused();
  const text = skeleton({ unit, period, template, catalogue, head: [modeline(file, schema)], carried });
  const written = take(writeFile(root, file, Buffer.from(text, 'utf8')));
  return { value: written === 'failed' ? undefined : file, problems };
}

function readTypedPeriod(typed: string): Outcome<Period | undefined> {
  const period = readPeriod(typed.normalize('NFC'));
  if (period !== undefined) return { value: period, problems: [] };
  const at = { kind: 'file', file: 'data/bao-cao' } as const;
  return { value: undefined, problems: [problem('ky-la', { name: typed, near: nearPeriod(typed) }, at)] };
}

interface CarryRequest {
  readonly unitId: string;
  readonly period: Period;
  readonly from: Period;
  readonly template: Template | undefined;
  readonly catalogue: Catalogue | undefined;
}

/** Takes over what an earlier report of the unit says that may still hold. Reports `khong-co-bao-cao`. */
function carryOver(workspace: Workspace, request: CarryRequest): Outcome<CarriedOver | undefined> {
  const { unitId, from, template } = request;
  const own = (workspace.reportFiles().value ?? []).filter((one) => one.unitId === unitId);
  const file = own.find((one) => one.period.id === from.id);
  if (file === undefined) {
    const near = nearest(
      from.id,
      own.map((one) => one.period.id),
    );
    const at = { kind: 'file', file: `data/bao-cao/${unitId}` } as const;
    return { value: undefined, problems: [problem('khong-co-bao-cao', { choice: `${unitId} ${from.id}`, near }, at)] };
  }
  const report = workspace.report(file);
  if (report.value === undefined) return { value: undefined, problems: report.problems };
  const text = workspace.text(file.file).value ?? '';
  const slots = new Set(template?.outline.map(({ slot }) => slot));
  const above = commentsAbove(text, WORDS.report.narrative);
  const narrative = new Map<string, Carried<string>>();
  for (const [slot, value] of report.value.narrative) {
    if (slots.has(slot) && value.trim() !== '') narrative.set(slot, { value, comments: above.get(slot) ?? [] });
  }
  return { value: { from, narrative, values: lastingValues(report.value, text, request) }, problems: [] };
}

/**
 * Values that an earlier report may hand on: those that seldom change (`on_dinh` in the catalogue), and within one year
 * those that add up (`luy_ke`). A figure of the period itself must be new.
 */
function lastingValues(
  { values }: Report,
  text: string,
  { period, from, catalogue }: CarryRequest,
): CarriedOver['values'] {
  const above = commentsAbove(text, WORDS.report.values);
  const carried = new Map<string, Carried<TypedValue>>();
  for (const { id, stable, cumulative } of catalogue?.rows ?? []) {
    const value = values.get(id);
    const lasts = stable || (cumulative && period.year === from.year);
    if (lasts && value?.value !== undefined) carried.set(id, { value, comments: above.get(id) ?? [] });
  }
  return carried;
}
