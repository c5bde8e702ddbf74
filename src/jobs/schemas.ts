import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
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

/** Where schemas are kept: beside the data that they describe, so that a modeline finds them on every machine. */
const FOLDER = 'data/.schema';
const REPORTS = `${FOLDER}/bao-cao`;
const PARTED = '--';

/** Schemas of what has one form for all: file → schema. */
const COMMON: Readonly<Record<string, Schema>> = {
  [`${FOLDER}/don-vi.json`]: unitSchema,
  [`${FOLDER}/danh-muc.json`]: catalogueSchema,
  [`${FOLDER}/de-cuong.json`]: outlineSchema,
  [`${FOLDER}/hieu-luc.json`]: validitySchema,
};

/** What the form of a report follows from, by name. */
export interface ReportForm {
  readonly template: string;
  readonly catalogue: string | undefined;
}

/** The file of a form's schema. An editor's modeline ends at the first blank, so there is none in it. */
export const schemaFile = ({ template, catalogue }: ReportForm): string =>
  `${REPORTS}/${[template, ...(catalogue === undefined ? [] : [catalogue])].join(PARTED).replace(/\s/g, '_')}.json`;

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

/**
 * Brings the schemas that are there up to date after a run: those whose template or catalogue is younger. Only time
 * stamps are looked at when nothing changed. A schema that cannot be written costs nothing but its help: it stays old.
 */
export function refreshSchemas(workspace: Workspace): void {
  const { root } = workspace;
  if (!existsSync(path.join(root, REPORTS))) return;
  for (const name of readdirSync(path.join(root, REPORTS))) {
    try {
      refresh(workspace, name);
    } catch {
      // A folder that may not be written to.
    }
  }
}

function refresh(workspace: Workspace, name: string): void {
  const { root } = workspace;
  const [template, catalogue] = name.replace(/\.json$/, '').split(PARTED);
  if (template === undefined || !name.endsWith('.json')) return;
  const file = path.join(root, REPORTS, name);
  const age = statSync(file).mtimeMs;
  const sources = [
    `templates/${template}.docx`,
    ...(catalogue === undefined ? [] : [`data/danh-muc/${catalogue}.yaml`]),
  ];
  if (!sources.some((source) => modified(path.join(root, source)) > age)) return;
  const { value } = formSchema(workspace, { template, catalogue });
  if (value === undefined) return;
  // The same bytes are not written again: the stamp says that they were looked at.
  if (readFileSync(file).equals(textOf(value))) utimesSync(file, new Date(), new Date());
  else put(root, `${REPORTS}/${name}`, value);
}

const modified = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
