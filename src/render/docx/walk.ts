import type { AppendixRow, ChangeMark, Document, Field, FieldGroup, FieldList, Inline } from '../../model/document.ts';
import type { LineRule, Prototype, TemplateNode } from '../../model/template.ts';
import { textWidth } from '../../model/text-width.ts';
import { blocksXml } from './blocks.ts';
import { markedAll } from './changes.ts';
import { type KeptElement, markKept, type Piece } from './kept.ts';
import { runs, type Writing } from './paragraphs.ts';
import { FixedXml, PartWriter } from './part-writer.ts';

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
type Step = (out: PartWriter, scope: Scope, walk: Walk) => void;

const EMU_PER_TWENTIETH = 635;

/** The first field of that path that is there, from the innermost scope outwards. */
function lookUp(scope: Scope, path: readonly string[]): Field | undefined {
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    let field: Field | undefined = here.group;
    for (const name of path) {
      field = isGroup(field) && Object.hasOwn(field.fields, name) ? field.fields[name] : undefined;
    }
    if (field !== undefined) return field;
  }
  return undefined;
}

const isRich = (field: Field | undefined): field is Extract<Field, readonly unknown[]> => Array.isArray(field);
const isGroup = (field: Field | undefined): field is FieldGroup =>
  typeof field === 'object' && 'kind' in field && field.kind === 'group';
const isList = (field: Field | undefined): field is FieldList =>
  typeof field === 'object' && 'kind' in field && field.kind === 'list';

/**
 * Turns a part's tree into one function that writes the part for any report. What it gives is good until it is called
 * again.
 */
export function compilePart(nodes: readonly TemplateNode[]): (walk: Walk) => Uint8Array {
  const steps = compileAll(nodes);
  const out = new PartWriter();
  return (walk) => {
    out.start();
    const { slots: filled, slotChanges } = walk.document;
    const slots = Object.fromEntries(Object.keys(filled).map((slot) => [slot, condition(slotChanges?.[slot])]));
    const root: Scope = {
      group: walk.document.fields,
      outer: { group: { kind: 'group', fields: slots }, outer: undefined },
    };
    for (const step of steps) step(out, root, walk);
    return out.bytes();
  };
}

/** What `{#slot}` finds when the report has the slot. */
const condition = (change: ChangeMark | undefined): Field =>
  change === undefined ? true : { kind: 'group', fields: {}, change };

/** In a redline: what is written meanwhile came, or went, as a whole. */
function marked(change: ChangeMark | undefined, out: PartWriter, walk: Walk, write: () => void): void {
  const start = out.position;
  write();
  if (change === undefined) return;
  const xml = Buffer.from(out.since(start), 'latin1').toString('utf8');
  out.cut(start);
  out.xml(markedAll(xml, change, walk.nextMark));
}

const compileAll = (nodes: readonly TemplateNode[]): readonly Step[] => markKept(nodes).map(compilePiece);

function compilePiece(piece: Piece): Step {
  switch (piece.kind) {
    case 'xml':
      return fixed(piece.xml);
    case 'field':
      return field(piece.path);
    case 'loop':
      return loop(piece.path, piece.inverted, compileAll(piece.body));
    case 'slot':
      return slot(piece.name, piece.keepNext);
    case 'cell':
      return cell(compileAll(piece.body));
    case 'kept':
      return kept(piece.element, fixed(piece.open), piece.body.map(compilePiece), fixed(piece.close));
    case 'rows':
      return rows(piece.prototypes);
    case 'line-length':
      return lineLength(piece.rule);
  }
}

/** Properties of the run that is open at the end of static XML; `undefined` when it does not touch runs. */
function openRun(xml: string): string | undefined {
  const last = [...xml.matchAll(/<\/?w:r(?: [^>]*)?>/g)].at(-1);
  if (last === undefined) return undefined;
  return /<w:rPr(?: [^>]*)?\/>|<w:rPr(?: [^>]*)?>[\s\S]*<\/w:rPr>/.exec(xml.slice(last.index))?.[0] ?? '';
}

function fixed(xml: string): Step {
  const run = openRun(xml);
  const ready = new FixedXml(xml);
  return (out) => {
    out.fixed(ready);
    if (run !== undefined) out.runProperties = run;
  };
}

function field(path: readonly string[]): Step {
  return (out, scope, walk) => {
    const value = lookUp(scope, path);
    if (typeof value === 'string') {
      out.text(value);
    } else if (isRich(value)) {
      const [only] = value;
      const plain = only?.kind === 'text' && !only.bold && !only.italic && !only.superscript;
      if (value.length === 1 && plain && only.change === undefined) {
        out.text(only.text);
      } else if (value.length > 0) {
        out.betweenRuns(runs(value, walk, out.runProperties));
      }
    }
  };
}

function loop(path: readonly string[], inverted: boolean, body: readonly Step[]): Step {
  const once = (out: PartWriter, scope: Scope, walk: Walk): void => {
    for (const step of body) step(out, scope, walk);
  };
  const holds = (value: Field | undefined): boolean => {
    if (isList(value)) return value.items.length > 0;
    if (isRich(value)) return value.length > 0;
    return value !== undefined && value !== '' && value !== false;
  };
  return (out, scope, walk) => {
    const value = lookUp(scope, path);
    if (holds(value) === inverted) return;
    if (isList(value) && !inverted) {
      for (const item of value.items) {
        marked(item.change, out, walk, () => once(out, { group: item, outer: scope }, walk));
      }
    } else if (isGroup(value)) {
      marked(value.change, out, walk, () => once(out, { group: value, outer: scope }, walk));
    } else {
      once(out, scope, walk);
    }
  };
}

/** Bookmarks, unseen by the reader: what the slot or the table produced can be found again in the .docx. */
function bookmark(name: string, walk: Walk): { start: string; end: string } {
  const id = walk.nextBookmark();
  return { start: `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`, end: `<w:bookmarkEnd w:id="${id}"/>` };
}

const BOOKMARK_LIMIT = 40;

function slot(name: string, keepNext: boolean): Step {
  const bookmarkName = `_khe_${name}`.slice(0, BOOKMARK_LIMIT);
  return (out, _scope, walk) => {
    const blocks = walk.document.slots[name];
    if (blocks === undefined) return;
    const { start, end } = bookmark(bookmarkName, walk);
    out.xml(start + blocksXml(blocks, walk, keepNext) + end);
  };
}

/** Word wants a paragraph in a cell, and one after a table that would end it. */
function cell(body: readonly Step[]): Step {
  return (out, scope, walk) => {
    const start = out.position;
    for (const step of body) step(out, scope, walk);
    const inside = out.since(start);
    if (/<\/w:tbl>(?:\s|<w:bookmarkEnd[^>]*>)*$/.test(inside)) out.xml('<w:p/>');
    else if (!/<w:p[ >/]/.test(inside)) out.xml('<w:p></w:p>');
  };
}

function kept(element: KeptElement, open: Step, body: readonly Step[], close: Step): Step {
  return (out, scope, walk) => {
    const start = out.position;
    open(out, scope, walk);
    const inside = out.position;
    for (const step of body) step(out, scope, walk);
    if (!element.child.test(out.since(inside))) {
      if (element.standIn === undefined) {
        out.cut(start);
        return;
      }
      out.xml(element.standIn);
    }
    close(out, scope, walk);
  };
}

function rows(prototypes: readonly Prototype[]): Step {
  const compiled = prototypes.map(({ row, continues, body }) => ({ row, continues, steps: compileAll(body) }));
  const pick = (row: AppendixRow): readonly Step[] => {
    const ofKind = compiled.filter((prototype) => prototype.row === row.kind);
    const usable = ofKind.length > 0 ? ofKind : compiled.filter((prototype) => prototype.row === 'muc');
    const fitting = usable.find((prototype) => prototype.continues === !row.first) ?? usable[0];
    return fitting?.steps ?? [];
  };
  return (out, scope, walk) => {
    const { start, end } = bookmark('_bang_phu_luc', walk);
    out.xml(start);
    for (const row of walk.document.appendix) {
      marked(row.change, out, walk, () => {
        for (const step of pick(row)) step(out, { group: row.fields, outer: scope }, walk);
      });
    }
    out.xml(end);
  };
}

function lineLength(rule: LineRule): Step {
  return (out, scope) => {
    const value = lookUp(scope, rule.field);
    const text = typeof value === 'string' ? value : isRich(value) ? textStaying(value) : '';
    const last = text.split('\n').at(-1) ?? '';
    const printed = rule.capitals ? last.toLocaleUpperCase('vi') : last;
    const width = Math.min(textWidth(printed, rule.halfPoints, rule.bold), rule.available);
    out.xml(String(Math.round(width * rule.share) * EMU_PER_TWENTIETH));
  };
}

const textStaying = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.kind === 'text' && inline.change !== 'del' ? inline.text : '')).join('');
