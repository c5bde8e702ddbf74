import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkTemplate } from '../check/template/index.ts';
import { readOutline } from '../load/outline.ts';
import { inspectTemplate } from '../load/template.ts';
import { outlineOfTemplate } from '../load/template-outline.ts';
import { Workspace } from '../load/workspace.ts';
import { readYaml } from '../load/yaml.ts';
import { isSafeName } from '../model/names.ts';
import { FIVE_COLUMNS, PLAIN_APPENDIX, SIX_COLUMNS, type TemplateOutline } from '../model/outline.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { nearest } from '../model/text.ts';
import { AGENCY_TYPES, type AgencyType } from '../model/words.ts';
import { newTemplate } from '../render/template/index.ts';
import { writeFile } from '../write/file.ts';

export interface NewTemplateRequest {
  readonly root: string;
  /** An agency type, or what else an outline in templates/de-cuong is called. */
  readonly type: string;
  /** Of the template; without it, that of its type. */
  readonly name: string | undefined;
  readonly from:
    | { readonly kind: 'type' }
    /** As it was named; and the file of that name, relative to the root. */
    | { readonly kind: 'outline'; readonly name: string; readonly file: string }
    | { readonly kind: 'template'; readonly id: string };
  readonly form: TemplateForm;
}

/** What the command line says in place of the outline. */
export interface TemplateForm {
  readonly superior?: boolean;
  readonly columns?: 5 | 6;
  readonly landscape?: boolean;
  readonly appendix?: boolean;
}

/** Whether a body of that type names its superior above its own name (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2). */
const HAS_SUPERIOR: Readonly<Record<AgencyType, boolean>> = {
  so: true,
  'van-phong': true,
  'ubnd-huyen': false,
  'ubnd-xa': false,
  'ubnd-tinh': false,
};

const typeOf = (name: string): AgencyType | undefined => AGENCY_TYPES.find((type) => type === name);

/**
 * `gen template new`: an outline, or the outline of another template, becomes templates/<name>.docx, whose name is
 * returned. Reports `ten-tep-sai`, `da-co-tep`, `de-cuong-la`, `mau-la`, what outline, template and writing report.
 */
export function makeTemplate(request: NewTemplateRequest): Outcome<string | undefined> {
  const { root, type, form } = request;
  const name = request.name ?? type;
  const output = `templates/${name}.docx`;
  const refused = (...problems: readonly Problem[]): Outcome<undefined> => ({ value: undefined, problems });
  if (!isSafeName(name)) return refused(problem('ten-tep-sai', { name }, { kind: 'file', file: output }));
  if (existsSync(path.join(root, output))) return refused(problem('da-co-tep', {}, { kind: 'file', file: output }));
  const outline = outlineFor(request, new Workspace(root));
  if (outline.value === undefined || hasErrors(outline.problems)) return refused(...outline.problems);
  const bytes = newTemplate(formed(outline.value, form));
  const made = inspectTemplate(bytes, name, output);
  const faults = made.value === undefined ? [] : checkTemplate(made.value.facts, [], true);
  const problems = [...outline.problems, ...made.problems, ...faults];
  if (hasErrors(problems)) return refused(...problems);
  const written = writeFile(root, output, bytes);
  return { value: written.value === 'failed' ? undefined : output, problems: [...problems, ...written.problems] };
}

function outlineFor({ type, from }: NewTemplateRequest, workspace: Workspace): Outcome<TemplateOutline | undefined> {
  const agencyType = typeOf(type);
  const superior = agencyType === undefined ? undefined : HAS_SUPERIOR[agencyType];
  switch (from.kind) {
    case 'outline': {
      const { file, name } = from;
      if (existsSync(path.join(workspace.root, file))) return outlineFromFile(workspace, file, superior);
      const kept = workspace.outlineFile(name);
      if (kept !== undefined) return outlineFromFile(workspace, kept, superior);
      return unknownOutline(workspace, name);
    }
    case 'template':
      return outlineFromTemplate(workspace, from.id, superior);
    case 'type': {
      const file = workspace.outlineFile(type);
      if (file !== undefined) return outlineFromFile(workspace, file, superior);
      return unknownOutline(workspace, type);
    }
  }
}

function unknownOutline(workspace: Workspace, name: string): Outcome<undefined> {
  const known = workspace.outlineNames();
  const at = { kind: 'file', file: 'templates/de-cuong' } as const;
  return { value: undefined, problems: [problem('de-cuong-la', { name, near: nearest(name, known), known }, at)] };
}

function outlineFromFile(
  workspace: Workspace,
  file: string,
  superior: boolean | undefined,
): Outcome<TemplateOutline | undefined> {
  const text = workspace.text(file);
  if (text.value === undefined) return { value: undefined, problems: text.problems };
  const node = readYaml(text.value, file);
  if (node.value === undefined) return { value: undefined, problems: node.problems };
  const { value, problems } = readOutline(node.value, file, superior);
  return { value, problems: [...node.problems, ...problems] };
}

function outlineFromTemplate(
  workspace: Workspace,
  id: string,
  superior: boolean | undefined,
): Outcome<TemplateOutline | undefined> {
  const { value, problems } = workspace.inspectTemplate(id);
  if (value === undefined && problems.length === 0) {
    return { value, problems: [workspace.noTemplate(id, { kind: 'file', file: 'templates' })] };
  }
  // What is wrong with the other template must not come into the new one.
  const outline = value === undefined || hasErrors(problems) ? undefined : outlineOfTemplate(value.facts.bytes);
  if (outline === undefined) return { value: undefined, problems };
  return { value: { ...outline, superior: superior ?? outline.superior }, problems };
}

/** The outline with what the command line asks for. */
function formed(outline: TemplateOutline, { superior, columns, landscape, appendix }: TemplateForm): TemplateOutline {
  const asked = columns !== undefined || landscape !== undefined || appendix === true;
  const table = outline.appendix ?? (asked ? PLAIN_APPENDIX : undefined);
  return {
    ...outline,
    superior: superior ?? outline.superior,
    appendix:
      table === undefined || appendix === false
        ? undefined
        : {
            ...table,
            columns: columns === undefined ? table.columns : columns === 6 ? SIX_COLUMNS : FIVE_COLUMNS,
            landscape: landscape ?? table.landscape,
          },
  };
}
