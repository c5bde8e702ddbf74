import type { AppendixRow, Document, Field, FieldGroup } from '../../model/document.ts';
import type { LineRule, Prototype, TemplateNode } from '../../model/template.ts';
import { blocksXml, runs, textInside, type Writing } from './paragraphs.ts';
import { textWidth } from './text-width.ts';

/** What a walk over a template needs besides the tree: the report, and ids that must not repeat. */
export interface Walk extends Writing {
  readonly document: Document;
  readonly nextBookmark: () => number;
}

/** Innermost fields first, as docxtemplater looks them up. */
interface Scope {
  readonly group: FieldGroup;
  readonly outer: Scope | undefined;
}

/** One step of a compiled template: adds its XML to `out`. */
type Step = (out: string[], scope: Scope, walk: Walk) => void;

const EMU_PER_TWENTIETH = 635;
const TEXT = '<w:t xml:space="preserve">';

function lookUp(scope: Scope, path: readonly string[]): Field | undefined {
  const [first = '', ...rest] = path;
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    if (!Object.hasOwn(here.group.fields, first)) continue;
    let field: Field | undefined = here.group.fields[first];
    for (const name of rest) {
      const fields: Readonly<Record<string, Field>> =
        typeof field === 'object' && 'kind' in field && field.kind === 'group' ? field.fields : {};
      field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    }
    return field;
  }
  return undefined;
}

const isRich = (field: Field | undefined): field is Extract<Field, readonly unknown[]> => Array.isArray(field);

/** Turns a part's tree into one function that writes the part for any report. */
export function compilePart(nodes: readonly TemplateNode[]): (walk: Walk) => string {
  const steps = nodes.map(compileNode);
  return (walk) => {
    const out: string[] = [];
    const slots = Object.fromEntries(Object.keys(walk.document.slots).map((slot) => [slot, true]));
    const root: Scope = {
      group: walk.document.fields,
      outer: { group: { kind: 'group', fields: slots }, outer: undefined },
    };
    for (const step of steps) step(out, root, walk);
    return out.join('');
  };
}

function compileNode(node: TemplateNode): Step {
  switch (node.kind) {
    case 'xml': {
      const { xml } = node;
      return (out) => {
        out.push(xml);
      };
    }
    case 'field':
      return field(node.path, node.runProperties);
    case 'loop':
      return loop(node.path, node.inverted, node.body.map(compileNode));
    case 'slot':
      return slot(node.name, node.keepNext);
    case 'cell':
      return cell(node.body.map(compileNode));
    case 'rows':
      return rows(node.prototypes);
    case 'line-length':
      return lineLength(node.rule);
  }
}

function field(path: readonly string[], runProperties: string): Step {
  return (out, scope, walk) => {
    const value = lookUp(scope, path);
    if (typeof value === 'string') {
      out.push(textInside(value));
    } else if (isRich(value)) {
      const [only] = value;
      if (value.length === 1 && only?.kind === 'text' && !only.bold && !only.italic && !only.superscript) {
        out.push(textInside(only.text));
      } else {
        out.push('</w:t></w:r>', runs(value, walk, runProperties), `<w:r>${runProperties}${TEXT}`);
      }
    }
  };
}

function loop(path: readonly string[], inverted: boolean, body: readonly Step[]): Step {
  const once = (out: string[], scope: Scope, walk: Walk): void => {
    for (const step of body) step(out, scope, walk);
  };
  return (out, scope, walk) => {
    const value = lookUp(scope, path);
    const isList = typeof value === 'object' && 'kind' in value && value.kind === 'list';
    const there = isList ? value.items.length > 0 : value !== undefined && value !== '' && value !== false;
    if (inverted) {
      if (!there) once(out, scope, walk);
    } else if (isList) {
      for (const item of value.items) once(out, { group: item, outer: scope }, walk);
    } else if (there) {
      once(out, scope, walk);
    }
  };
}

/** Bookmarks, unseen by the reader: what the slot or the table produced can be found again in the .docx. */
function bookmarked(name: string, inside: string, walk: Walk): string {
  const id = walk.nextBookmark();
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="${id}"/>`;
}

const BOOKMARK_LIMIT = 40;

function slot(name: string, keepNext: boolean): Step {
  const bookmark = `_khe_${name}`.slice(0, BOOKMARK_LIMIT);
  return (out, _scope, walk) => {
    const blocks = walk.document.slots[name];
    if (blocks === undefined) return;
    out.push(bookmarked(bookmark, blocksXml(blocks, walk, keepNext), walk));
  };
}

function cell(body: readonly Step[]): Step {
  return (out, scope, walk) => {
    const inside: string[] = [];
    for (const step of body) step(inside, scope, walk);
    const xml = inside.join('');
    const needsParagraph = !/<w:p[ >/]/.test(xml) || /<\/w:tbl>(?:<w:bookmarkEnd[^>]*>)?$/.test(xml);
    out.push(xml, needsParagraph ? '<w:p/>' : '');
  };
}

function rows(prototypes: readonly Prototype[]): Step {
  const compiled = prototypes.map(({ row, continues, body }) => ({ row, continues, steps: body.map(compileNode) }));
  const pick = (row: AppendixRow): readonly Step[] => {
    const ofKind = compiled.filter((prototype) => prototype.row === row.kind);
    const usable = ofKind.length > 0 ? ofKind : compiled.filter((prototype) => prototype.row === 'muc');
    const fitting = usable.find((prototype) => prototype.continues === !row.first) ?? usable[0];
    return fitting?.steps ?? [];
  };
  return (out, scope, walk) => {
    const inside: string[] = [];
    for (const row of walk.document.appendix) {
      for (const step of pick(row)) step(inside, { group: row.fields, outer: scope }, walk);
    }
    out.push(bookmarked('_bang_phu_luc', inside.join(''), walk));
  };
}

function lineLength(rule: LineRule): Step {
  return (out, scope) => {
    const value = lookUp(scope, rule.field);
    const text = typeof value === 'string' ? value : '';
    const last = text.split('\n').at(-1) ?? '';
    const printed = rule.capitals ? last.toLocaleUpperCase('vi') : last;
    const width = Math.min(textWidth(printed, rule.halfPoints, rule.bold), rule.available);
    out.push(String(Math.round(width * rule.share) * EMU_PER_TWENTIETH));
  };
}
