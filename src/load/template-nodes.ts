import type { RowKind } from '../model/document.ts';
import type { LineRule, Prototype, TemplateNode } from '../model/template.ts';
import { meantName } from './template-tags.ts';

/** docxtemplater's parsed parts, as far as this program understands them. Internal to that library: its version is pinned. */
export interface ParsedPart {
  readonly type: string;
  readonly value: string;
  readonly position?: string;
  readonly tag?: string;
  readonly module?: string;
  readonly inverted?: boolean;
  readonly subparsed?: readonly ParsedPart[];
  readonly offset?: number;
  /** The paragraph that a slot takes the place of. */
  readonly around?: string;
}

/** The rule of a drawn line from its alternative text, with the look of the field that it measures. */
export type ReadLineRule = (text: string) => LineRule | undefined;

const ROW_KINDS: readonly RowKind[] = ['nhom', 'muc', 'trong_do'];

/** `muc.ten` as its pieces. */
export const tagPath = (value: string): readonly string[] =>
  meantName(value)
    .split('.')
    .filter((piece, _, all) => piece !== '' || all.length === 1);

const rowKindOf = (part: ParsedPart): RowKind | undefined =>
  part.type === 'placeholder' ? ROW_KINDS.find((kind) => kind === tagPath(part.value)[0]) : undefined;

const opens = (part: ParsedPart, tag: string): boolean =>
  part.type === 'tag' && part.tag === tag && part.position === 'start';
const closes = (part: ParsedPart, tag: string): boolean =>
  part.type === 'tag' && part.tag === tag && part.position === 'end';

/** Index of the part that closes the element opened at `start`. */
function closingIndex(parts: readonly ParsedPart[], start: number, tag: string): number {
  let depth = 0;
  for (let i = start; i < parts.length; i += 1) {
    const part = parts[i];
    if (part === undefined) break;
    if (opens(part, tag)) depth += 1;
    if (closes(part, tag)) depth -= 1;
    if (depth === 0) return i;
  }
  return parts.length - 1;
}

const LINE = /(<w:drawing>(?:(?!<\/w:drawing>)[\s\S])*?<wp:docPr[^>]*?\sdescr="(vach [^"]*)"[\s\S]*?<\/w:drawing>)/;

/** Turns the parsed parts of a template into nodes that know nothing of the library. */
export class NodeReader {
  constructor(private readonly lineRule: ReadLineRule) {}

  read(parts: readonly ParsedPart[]): readonly TemplateNode[] {
    return this.sequence(parts, undefined);
  }

  private sequence(parts: readonly ParsedPart[], row: RowKind | undefined): TemplateNode[] {
    const nodes: TemplateNode[] = [];
    let xml = '';
    const flush = (): void => {
      if (xml !== '') nodes.push(...this.withLines(xml));
      xml = '';
    };
    for (let i = 0; i < parts.length; i += 1) {
      const part = parts[i];
      if (part === undefined) continue;
      if (opens(part, 'w:tr') && row === undefined) {
        const rows = this.prototypes(parts, i);
        if (rows !== undefined) {
          flush();
          nodes.push(rows.node);
          i = rows.last;
          continue;
        }
      }
      if (opens(part, 'w:tc')) {
        const last = closingIndex(parts, i, 'w:tc');
        const inner = parts.slice(i + 1, last);
        if (inner.some((child) => this.mayVanish(child))) {
          xml += part.value;
          flush();
          nodes.push({ kind: 'cell', body: this.sequence(inner, row) });
          i = last - 1;
          continue;
        }
      }
      if (part.type !== 'placeholder') {
        xml += part.value;
        continue;
      }
      flush();
      const node = this.placeholder(part, row);
      if (node !== undefined) nodes.push(node);
    }
    flush();
    return nodes;
  }

  private mayVanish(part: ParsedPart): boolean {
    return part.type === 'placeholder' && (part.module === 'loop' || part.module === 'rawxml');
  }

  private placeholder(part: ParsedPart, row: RowKind | undefined): TemplateNode | undefined {
    const path = tagPath(part.value);
    if (part.module === 'loop') {
      return { kind: 'loop', path, inverted: part.inverted === true, body: this.sequence(part.subparsed ?? [], row) };
    }
    if (part.module === 'rawxml') {
      return {
        kind: 'slot',
        name: path.join('.'),
        keepNext: /<w:keepNext(?: w:val="(?:1|true|on)")?\/>/.test(part.around ?? ''),
      };
    }
    const kind = rowKindOf(part);
    if (kind === undefined) return { kind: 'field', path };
    return kind === row ? { kind: 'field', path: path.slice(1) } : undefined;
  }

  /** The run of prototype rows that begins with the row opened at `start`, if it is one. */
  private prototypes(parts: readonly ParsedPart[], start: number): { node: TemplateNode; last: number } | undefined {
    const prototypes: Prototype[] = [];
    let last = start - 1;
    for (let i = start; i < parts.length; ) {
      const part = parts[i];
      if (part === undefined || !opens(part, 'w:tr')) break;
      const end = closingIndex(parts, i, 'w:tr');
      const inner = parts.slice(i, end + 1);
      const kind = inner.map(rowKindOf).find((found) => found !== undefined);
      if (kind === undefined) break;
      const continues = prototypes.some((known) => known.row === kind);
      prototypes.push({ row: kind, continues, body: this.sequence(inner, kind) });
      last = end;
      i = end + 1;
    }
    return prototypes.length === 0 ? undefined : { node: { kind: 'rows', prototypes }, last };
  }

  /** Splits static XML at the drawn lines whose length follows a text. */
  private withLines(xml: string): TemplateNode[] {
    const nodes: TemplateNode[] = [];
    for (const piece of xml.split(LINE)) {
      const text = /\sdescr="(vach [^"]*)"/.exec(piece)?.[1];
      if (piece.startsWith('vach ')) continue;
      const rule = text === undefined || !piece.startsWith('<w:drawing>') ? undefined : this.lineRule(text);
      if (rule === undefined) {
        if (piece !== '') nodes.push({ kind: 'xml', xml: piece });
        continue;
      }
      const cut = piece.split(/(<wp:extent cx="|<a:ext cx=")\d+/);
      for (const [index, bit] of cut.entries()) {
        if (bit === '') continue;
        nodes.push({ kind: 'xml', xml: bit });
        if (index % 2 === 1) nodes.push({ kind: 'line-length', rule });
      }
    }
    return nodes;
  }
}
