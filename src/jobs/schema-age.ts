import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where schemas are kept: beside the data that they describe, so that a modeline finds them on every machine. */
export const FOLDER = 'data/.schema';
const REPORTS = `${FOLDER}/bao-cao`;
const PARTED = '--';

/** What the form of a report follows from, by name. */
export interface ReportForm {
  readonly template: string;
  readonly catalogue: string | undefined;
}

/** The file of a form's schema. An editor's modeline ends at the first blank, so there is none in it. */
export const schemaFile = ({ template, catalogue }: ReportForm): string =>
  `${REPORTS}/${[template, ...(catalogue === undefined ? [] : [catalogue])].join(PARTED).replace(/\s/g, '_')}.json`;

/** The schemas whose template or catalogue is younger than they are. Only time stamps are looked at. */
export function oldSchemas(root: string): readonly { readonly file: string; readonly form: ReportForm }[] {
  const folder = path.join(root, REPORTS);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const form = formOf(name);
    if (form === undefined) return [];
    return isYounger(root, form, modified(path.join(folder, name))) ? [{ file: `${REPORTS}/${name}`, form }] : [];
  });
}

function formOf(name: string): ReportForm | undefined {
  if (!name.endsWith('.json')) return undefined;
  const [template, catalogue] = name.replace(/\.json$/, '').split(PARTED);
  return template === undefined ? undefined : { template, catalogue };
}

/** Whether what a schema is made from was changed after it. */
function isYounger(root: string, { template, catalogue }: ReportForm, made: number): boolean {
  const sources = [
    `templates/${template}.docx`,
    ...(catalogue === undefined ? [] : [`data/danh-muc/${catalogue}.yaml`]),
  ];
  return sources.some((source) => modified(path.join(root, source)) > made);
}

const modified = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
