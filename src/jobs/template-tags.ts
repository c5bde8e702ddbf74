import { type ReportFile, Workspace } from '../load/workspace.ts';
import type { Block, Document, Field, FieldGroup, Inline } from '../model/document.ts';
import { CORRECTION_FIELDS, ROW_KINDS } from '../model/fields.ts';
import { dataWindow } from '../model/period.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { TAG_FAMILIES, type TagFamily, type TagInfo } from '../model/tags.ts';
import type { TagUse, TemplateFacts } from '../model/template.ts';
import { ReportPath } from './report-path.ts';
import { chooseTemplates } from './template-check.ts';

export interface ListedTag extends TagInfo {
  /** Where it stands in the template: places as Word shows them. */
  readonly at: readonly TagUse['at'][];
  /** Of a slot: the report may leave it out. */
  readonly optional?: boolean;
}

export interface TemplateTags {
  readonly id: string;
  readonly file: string;
  /** The report that the examples are taken from. */
  readonly report?: string;
  readonly families: readonly { readonly family: TagFamily; readonly tags: readonly ListedTag[] }[];
}

/**
 * `gen template tags`: the tags and slots of the chosen templates, in use and available, with what they print; examples
 * come from the newest sound report of the template. Reports `mau-la` and what reading a template reports.
 */
export function listTags(root: string, names: readonly string[]): Outcome<readonly TemplateTags[]> {
  const workspace = new Workspace(root);
  const chosen = chooseTemplates(workspace, names);
  const problems: Problem[] = [...chosen.problems];
  const path = new ReportPath(workspace);
  const value = chosen.value.flatMap((id): readonly TemplateTags[] => {
    const read = workspace.inspectTemplate(id);
    problems.push(...read.problems);
    return read.value === undefined ? [] : [tagsOf(read.value.facts, sample(workspace, path, id))];
  });
  return { value, problems };
}

interface Sample {
  readonly file: string;
  readonly document: Document;
}

function lastDay({ period }: ReportFile): number {
  const { year, month, day } = dataWindow(period).to;
  return (year * 100 + month) * 100 + day;
}

/** The newest report of a template that can be put together. */
function sample(workspace: Workspace, path: ReportPath, id: string): Sample | undefined {
  const uses = (file: ReportFile): boolean =>
    (workspace.report(file).value?.template ?? workspace.unit(file.unitId).value?.template) === id;
  const files = workspace
    .reportFiles()
    .value.filter(uses)
    .sort((a, b) => lastDay(b) - lastDay(a));
  for (const file of files) {
    const composed = path.compose(file).value;
    if (composed !== undefined) return { file: file.file, document: composed.document };
  }
  return undefined;
}

function tagsOf(facts: TemplateFacts, from: Sample | undefined): TemplateTags {
  const { id, file, tags, outline } = facts;
  const hasRows = facts.prototypes.length > 0;
  const slots = outline.map(({ slot, heading, optional }): ListedTag => {
    const text = from?.document.slots[slot]?.map(blockText).join(' ') ?? '';
    const at = tags.filter(({ kind, name }) => kind === 'slot' && name === slot).map((use) => use.at);
    return { name: slot, tag: `{@${slot}}`, meaning: heading, example: text, at, optional };
  });
  const listed = (family: keyof typeof TAG_FAMILIES): readonly ListedTag[] =>
    TAG_FAMILIES[family].map((one) => {
      const at = tags.filter((use) => nameOf(use) === one.name).map((use) => use.at);
      return { ...one, example: exampleOf(one.name, from) ?? one.example, at };
    });
  const isCorrection = tags.some(({ name }) => Object.hasOwn(CORRECTION_FIELDS, name));
  const rows = hasRows ? (['nhom', 'muc', 'trong_do'] as const) : [];
  const families = (['report', ...rows, ...(isCorrection ? (['correction'] as const) : [])] as const).map((family) => ({
    family,
    tags: listed(family),
  }));
  return {
    id,
    file,
    ...(from === undefined ? {} : { report: from.file }),
    families: slots.length === 0 ? families : [{ family: 'slots', tags: slots }, ...families],
  };
}

/** A condition on a field counts as its use; a slot has a name of its own. */
const nameOf = ({ kind, name, row }: TagUse): string | undefined =>
  kind === 'slot' ? undefined : row === undefined ? name : `${row}.${name}`;

/** What a tag prints in a report; `undefined` when it prints nothing there. */
function exampleOf(name: string, from: Sample | undefined): string | undefined {
  if (from === undefined) return undefined;
  const { fields, appendix } = from.document;
  const [first = '', second] = name.split('.');
  const group = Object.hasOwn(ROW_KINDS, first) ? appendix.find(({ kind }) => kind === first)?.fields : fields;
  if (group === undefined) return undefined;
  const path = group === fields ? [first, ...(second === undefined ? [] : [second])] : [second ?? ''];
  const list = fields.fields['noi_nhan'];
  const source = name === 'dong' && isList(list) ? list.items[0] : group;
  const text = source === undefined ? '' : fieldText(lookUp(source, path));
  return text === '' ? undefined : text;
}

const isList = (field: Field | undefined): field is Extract<Field, { readonly kind: 'list' }> =>
  typeof field === 'object' && 'kind' in field && field.kind === 'list';
const isGroup = (field: Field | undefined): field is FieldGroup =>
  typeof field === 'object' && 'kind' in field && field.kind === 'group';
const isRich = (field: Field | undefined): field is readonly Inline[] => Array.isArray(field);

const lookUp = (group: FieldGroup, path: readonly string[]): Field | undefined =>
  path.reduce<Field | undefined>(
    (field, name) => (isGroup(field) && Object.hasOwn(field.fields, name) ? field.fields[name] : undefined),
    group,
  );

const inlineText = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? ' ' : '')).join('');

function fieldText(field: Field | undefined): string {
  if (typeof field === 'string') return field.replace(/\n/g, ' / ');
  return isRich(field) ? inlineText(field) : '';
}

function blockText(block: Block): string {
  if (block.kind === 'paragraph') return inlineText(block.content);
  return block.rows.map((row) => row.map(inlineText).join(' | ')).join(' ');
}
