import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { checkTemplate, type TemplateUse } from '../check/template/index.ts';
import { Workspace } from '../load/workspace.ts';
import { hasErrors, type Outcome, type Problem, type Wording } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { TemplateFacts } from '../model/template.ts';
import type { RunSurroundings } from '../pipeline.ts';
import { type Remark, withComments } from '../render/template/comments.ts';
import { catalogueOf } from '../resolve/report.ts';
import { takeRunLock } from '../write/run-lock.ts';
import { Papers } from './paper.ts';
import { glob } from './selection.ts';

export interface TemplateCheckRequest {
  readonly root: string;
  /** Names or patterns of templates, or their files; all, when none is named. */
  readonly names: readonly string[];
  /** Write a copy of each faulty template with its faults as Word comments, in this language. */
  readonly comments: keyof Wording | undefined;
  readonly around: RunSurroundings;
}

export interface CheckedTemplate {
  readonly id: string;
  readonly file: string;
  readonly problems: readonly Problem[];
  /** The copy with comments, when one was written. */
  readonly marked?: string;
}

/**
 * `gen template check`: every fault of the chosen templates, by themselves and among the units, catalogues and reports
 * that use them. Reports `mau-la`, what reading and checking them reports, and with comments what writing reports.
 */
export function checkTemplates(request: TemplateCheckRequest): Outcome<readonly CheckedTemplate[]> {
  const workspace = new Workspace(request.root);
  const chosen = chooseTemplates(workspace, request.names);
  const uses = usesOf(workspace);
  const checked = chosen.value.map((id): CheckedTemplate => {
    const { value, problems } = workspace.inspectTemplate(id);
    const sound = !hasErrors(problems);
    const found = value === undefined ? [] : checkTemplate(value.facts, uses, sound);
    return { id, file: workspace.templateFile(id), problems: inReadingOrder([...problems, ...found]) };
  });
  const { comments, root, around } = request;
  if (comments === undefined || checked.every(({ problems }) => problems.length === 0)) {
    return { value: checked, problems: chosen.problems };
  }
  const lock = takeRunLock(root, around.pid, around.alive);
  if (lock.value === undefined) return { value: checked, problems: [...chosen.problems, ...lock.problems] };
  try {
    const papers = new Papers(root, around.now);
    const problems: Problem[] = [...chosen.problems];
    const value = checked.map((one): CheckedTemplate => {
      const bytes = workspace.templateBytes(one.id).value;
      const copy = bytes === undefined ? undefined : withComments(bytes, remarks(one, comments));
      if (copy === undefined || one.problems.length === 0) return one;
      const written = papers.put(`out/mau/${one.id} (đánh dấu).docx`, copy);
      problems.push(...written.problems);
      return written.value === undefined ? one : { ...one, marked: written.value };
    });
    return { value, problems };
  } finally {
    lock.value.release();
  }
}

/** As someone goes through the document: the file itself, its body, headers and footers, then other files. */
function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  const rank = ({ at }: Problem): number => {
    if (at.kind !== 'template') return at.kind === 'file' ? 0 : 3_000_000;
    return (at.anchor?.part === 'word/document.xml' ? 1_000_000 : 2_000_000) + (at.anchor?.paragraph ?? 0);
  };
  return [...problems].sort((a, b) => rank(a) - rank(b));
}

const TEMPLATE_FILE = /^(?:.*\/)?([^/]+?)\.(?:docx|docm|dot[xm]?|doc|rtf|odt)$/i;

/** The templates that names or patterns choose. Reports `mau-la` for a name that no template has. */
export function chooseTemplates(workspace: Workspace, names: readonly string[]): Outcome<readonly string[]> {
  const all = workspace.templateNames();
  if (names.length === 0) {
    const others = workspace.otherTemplateFiles().map((file) => {
      return problem('mau-sai-duoi', { name: path.basename(file) }, { kind: 'file', file });
    });
    return { value: all, problems: [...workspace.folderProblems, ...others] };
  }
  const chosen = new Set<string>();
  const problems: Problem[] = [];
  for (const typed of names) {
    const word = typed.normalize('NFC').replace(/\\/g, '/');
    const name = TEMPLATE_FILE.exec(word)?.[1] ?? word;
    const outside = isOutside(word, workspace.root) ? word : undefined;
    const found = outside === undefined ? all.filter((id) => glob(name).test(id)) : [];
    if (found.length === 0) problems.push(workspace.noTemplate(name, { kind: 'file', file: 'templates' }, outside));
    for (const id of found) chosen.add(id);
  }
  return { value: all.filter((id) => chosen.has(id)), problems };
}

/** A file that is there, and not in templates/: its namesake there is another. */
function isOutside(word: string, root: string): boolean {
  const named = path.resolve(root, word);
  const folder = path.join(root, 'templates');
  if (!word.includes('/') || !existsSync(named) || !existsSync(folder)) return false;
  return realpathSync(path.dirname(named)) !== realpathSync(folder);
}

/** Who uses which template with which catalogue. What is wrong with units, reports and catalogues `gen check` tells. */
function usesOf(workspace: Workspace): readonly TemplateUse[] {
  const templates = new Map<string, TemplateFacts | undefined>();
  const templateOf = (id: string): TemplateFacts | undefined => {
    if (!templates.has(id)) templates.set(id, workspace.inspectTemplate(id).value?.facts);
    return templates.get(id);
  };
  const files = workspace.reportFiles().value;
  return workspace.unitNames().flatMap((unitId): readonly TemplateUse[] => {
    const unit = workspace.unit(unitId).value;
    if (unit === undefined) return [];
    const reports = files
      .filter((file) => file.unitId === unitId)
      .flatMap((file) => workspace.report(file).value ?? []);
    const catalogue = (id: string | undefined) => (id === undefined ? undefined : workspace.catalogue(id).value);
    const uses = reports.flatMap((report): readonly TemplateUse[] => {
      const template = templateOf(report.template ?? unit.template);
      return template === undefined
        ? []
        : [{ template, unit, report, catalogue: catalogue(catalogueOf(report, unit).value) }];
    });
    const own = templateOf(unit.template);
    const only = unit.catalogue.kind === 'one' ? unit.catalogue.id : undefined;
    const first: readonly TemplateUse[] =
      own === undefined || reports.length > 0
        ? []
        : [{ template: own, unit, report: undefined, catalogue: catalogue(only) }];
    return [...uses, ...first];
  });
}

const WHERE = { vi: 'Ở', en: 'In the' } as const;

/** What is said of the template in its own file; what is wrong with reports stands in theirs. */
function remarks({ file, problems }: CheckedTemplate, language: keyof Wording): readonly Remark[] {
  return problems
    .filter(({ at }) => at.file === file)
    .map(({ code, message, hint, at }): Remark => {
      const anchor = at.kind === 'template' ? at.anchor : undefined;
      const elsewhere = at.kind === 'template' && at.anchor?.part !== 'word/document.xml';
      const quoted = at.kind === 'template' && at.paragraph !== undefined ? `, "${at.paragraph}"` : '';
      const where = elsewhere ? [`${WHERE[language]} ${at.part}${quoted}:`] : [];
      return {
        ...(anchor === undefined ? {} : { anchor }),
        texts: [...where, `${message[language]} [${code}]`, ...(hint === undefined ? [] : [`→ ${hint[language]}`])],
      };
    });
}
