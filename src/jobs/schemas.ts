import { readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { catalogueSchema } from '../editing/catalogue-schema.ts';
import { outlineSchema, validitySchema } from '../editing/outline-schema.ts';
import { reportSchema } from '../editing/report-schema.ts';
import type { Schema } from '../editing/shapes.ts';
import { unitSchema } from '../editing/unit-schema.ts';
import { Workspace } from '../load/workspace.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { byName } from '../model/text.ts';
import type { Unit } from '../model/unit.ts';
import { writeFile } from '../write/file.ts';
import { FOLDER, type oldSchemas, type ReportForm, schemaFile } from './schema-age.ts';

/** Schemas of what has one form for all: file → schema. */
const COMMON: Readonly<Record<string, Schema>> = {
  [`${FOLDER}/don-vi.json`]: unitSchema,
  [`${FOLDER}/danh-muc.json`]: catalogueSchema,
  [`${FOLDER}/de-cuong.json`]: outlineSchema,
  [`${FOLDER}/hieu-luc.json`]: validitySchema,
};

/** The first line of a YAML file, by which editors with the YAML language server find its schema. */
export const modeline = (file: string, schema: string): string =>
  `# yaml-language-server: $schema=${path.posix.relative(path.posix.dirname(file), schema)}`;

const textOf = (schema: Schema): Buffer => Buffer.from(`${JSON.stringify(schema, null, 1)}\n`, 'utf8');

/** `gen schema`: writes the schemas of units, catalogues, outlines, and of every form that a report can have; returns what is new or changed. */
export function writeSchemas(root: string): Outcome<readonly string[]> {
  const workspace = new Workspace(root);
  const problems: Problem[] = [];
  const forms = new Map<string, ReportForm>();
  const add = (form: ReportForm): unknown => forms.set(schemaFile(form), form);
  for (const id of workspace.unitNames()) {
    const unit = workspace.unit(id);
    problems.push(...unit.problems);
    if (unit.value !== undefined) formsOf(unit.value).forEach(add);
  }
  for (const file of workspace.reportFiles().value) {
    const [report, unit] = [workspace.report(file).value, workspace.unit(file.unitId).value];
    if (report !== undefined && unit !== undefined) ownForms(report, unit).forEach(add);
  }
  const written = [...Object.entries(COMMON)].map(([file, schema]) => put(root, file, schema));
  const made = [...forms.values()].map((form) => {
    const { value, problems: found } = formSchema(workspace, form);
    problems.push(...found);
    return value === undefined ? undefined : put(root, schemaFile(form), value);
  });
  const all = [...written, ...made].filter((one) => one !== undefined);
  return {
    value: all.flatMap(({ value }) => value ?? []).sort(byName),
    problems: [...problems, ...all.flatMap((one) => one.problems)],
  };
}

/** Writes one form's schema, and those that all forms share, for a new report. */
export function writeFormSchema(workspace: Workspace, form: ReportForm): Outcome<string> {
  const file = schemaFile(form);
  const { value, problems } = formSchema(workspace, form);
  const written = value === undefined ? [] : put(workspace.root, file, value).problems;
  return { value: file, problems: [...problems, ...written] };
}

function put(root: string, file: string, schema: Schema): Outcome<string | undefined> {
  const { value, problems } = writeFile(root, file, textOf(schema));
  return { value: value === 'new' || value === 'changed' ? file : undefined, problems };
}

/** The forms that a unit's reports have unless they say otherwise. */
function formsOf({ template, catalogue }: Unit): readonly ReportForm[] {
  switch (catalogue.kind) {
    case 'none':
      return [{ template, catalogue: undefined }];
    case 'one':
      return [{ template, catalogue: catalogue.id }];
    case 'by-period':
      return [...catalogue.byPeriod.values()].map((id) => ({ template, catalogue: id }));
  }
}

/** The forms of a report that names a template or a catalogue of its own. */
function ownForms({ template, catalogue }: Report, unit: Unit): readonly ReportForm[] {
  if (template === undefined && catalogue === undefined) return [];
  return formsOf(unit).map((form) => ({
    template: template ?? form.template,
    catalogue: catalogue ?? form.catalogue,
  }));
}

/** `undefined` when its template or catalogue is missing or broken; what is wrong with them is told where they are used. */
function formSchema(workspace: Workspace, form: ReportForm): Outcome<Schema | undefined> {
  const template = workspace.template(form.template);
  const catalogue = form.catalogue === undefined ? undefined : workspace.catalogue(form.catalogue);
  const problems = [...template.problems, ...(catalogue?.problems ?? [])];
  const lacks = template.value === undefined || (catalogue !== undefined && catalogue.value === undefined);
  if (lacks || template.value === undefined || hasErrors(problems)) return { value: undefined, problems };
  return { value: reportSchema(template.value, catalogue?.value), problems };
}

/** Brings schemas up to date after a run. One that cannot be written costs nothing but its help: it stays old. */
export function refreshSchemas(workspace: Workspace, old: ReturnType<typeof oldSchemas>): void {
  for (const { file, form } of old) {
    try {
      refresh(workspace, file, form);
    } catch {
      // A folder that may not be written to.
    }
  }
}

function refresh(workspace: Workspace, file: string, form: ReportForm): void {
  const { root } = workspace;
  const { value } = formSchema(workspace, form);
  if (value === undefined) return;
  const absolute = path.join(root, file);
  // The same bytes are not written again: the stamp says that they were looked at.
  if (readFileSync(absolute).equals(textOf(value))) utimesSync(absolute, new Date(), new Date());
  else put(root, file, value);
}
