import type { Block, ColumnAlignment, Inline, ParagraphRole } from '../model/document.ts';
import { type FootnoteFault, takeFootnotes } from './footnotes.ts';
import { type Token, tokensOf } from './markdown-dialect.ts';

/** A line of a table that does not fit the table's heads, or that is no table though it looks like one. */
export interface TableFault {
  readonly line: string;
  readonly cells: number;
  /** 0: no table at all. */
  readonly columns: number;
}

export interface Markdown {
  readonly blocks: readonly Block[];
  /** Texts of the footnotes, in the order of their marks; the blocks' `note` counts from 0 here. */
  readonly footnotes: readonly (readonly Inline[])[];
  readonly faults: readonly FootnoteFault[];
  readonly tableFaults: readonly TableFault[];
}

const ROLE_OF_SIGN: Readonly<Record<string, ParagraphRole>> = { '-': 'dash', '+': 'plus', '*': 'star' };
/** Points follow the Vietnamese alphabet, which Markdown does not know: a) b) … đ) e). */
const POINT = /^[a-zđ]\)\s/;
/** Numbers of two levels and more: `1.1. …`. Without the last point they could be a figure (`1.500 hồ sơ`). */
const LEVELS = /^\d{1,2}(?:\.\d{1,2})+\.\s/;
/** Dashes and dots as Word makes them of a typed hyphen. */
const WORD_SIGN = /^[–—•]\s/;
/** A line that begins an item, though Markdown would run it on. A dash may also stand in a sentence that was wrapped. */
const ITEM_LINE = /\n(?=[a-zđ]\)\s|\d{1,2}(?:\.\d{1,2})+\.\s)|(?<=[.;:,…][*]*[ \t]*)\n(?=[–—•]\s)/g;
/** A sign that keeps a line from being a list or a heading; it is taken off again. */
const JOINER = '\u2060';

interface Look {
  bold: boolean;
  italic: boolean;
  superscript: boolean;
}

class Builder {
  readonly notes: (readonly Inline[])[] = [];
  readonly marks: ReadonlySet<string>;

  constructor(private readonly texts: ReadonlyMap<string, string>) {
    this.marks = new Set(texts.keys());
  }

  inlines(tokens: readonly Token[]): Inline[] {
    const result: Inline[] = [];
    const look: Look = { bold: false, italic: false, superscript: false };
    const push = (text: string): void => {
      if (text === '') return;
      result.push({
        kind: 'text',
        text,
        ...(look.bold ? { bold: true } : {}),
        ...(look.italic ? { italic: true } : {}),
        ...(look.superscript ? { superscript: true } : {}),
      });
    };
    for (const token of tokens) {
      switch (token.type) {
        case 'strong_open':
        case 'strong_close':
          look.bold = token.type === 'strong_open';
          break;
        case 'em_open':
        case 'em_close':
          look.italic = token.type === 'em_open';
          break;
        case 'sup_open':
        case 'sup_close':
          look.superscript = token.type === 'sup_open';
          break;
        case 'softbreak':
          push(' ');
          break;
        case 'hardbreak':
          result.push({ kind: 'break' });
          break;
        case 'footnote_mark':
          result.push({ kind: 'footnote', note: this.note(token.content) });
          break;
        default:
          push(token.content);
      }
    }
    return joined(result);
  }

  private note(mark: string): number {
    this.notes.push(oneLine(this.texts.get(mark) ?? '', new Builder(new Map())));
    return this.notes.length - 1;
  }
}

/** Rich text of one line or of lines that are printed as such; never a list or a heading, whatever it begins with. */
function oneLine(text: string, builder: Builder): readonly Inline[] {
  const tokens = tokensOf(`${JOINER}${text.replace(/\n+/g, `\\\n${JOINER}`)}`, builder.marks);
  const content = tokens.flatMap((token) => (token.type === 'inline' ? builder.inlines(token.children ?? []) : []));
  return content
    .map((inline) => (inline.kind === 'text' ? { ...inline, text: inline.text.replaceAll(JOINER, '') } : inline))
    .filter((inline) => inline.kind !== 'text' || inline.text !== '');
}

/** Neighbouring texts of one look are one text. */
function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    const same =
      last?.kind === 'text' &&
      inline.kind === 'text' &&
      last.bold === inline.bold &&
      last.italic === inline.italic &&
      last.superscript === inline.superscript;
    if (same) result[result.length - 1] = { ...last, text: last.text + inline.text };
    else result.push(inline);
  }
  return result;
}

/** Reads narrative. */
export function readMarkdown(text: string): Markdown {
  const { body, texts, faults } = takeFootnotes(text);
  // An item begins a paragraph of its own even without a blank line before it.
  const source = body.replace(ITEM_LINE, '\n\n');
  const builder = new Builder(texts);
  const tokens = tokensOf(source, builder.marks);
  return {
    blocks: blocksOf(tokens, builder),
    footnotes: builder.notes,
    faults,
    tableFaults: tableFaults(source, tokens),
  };
}

function blocksOf(tokens: readonly Token[], builder: Builder): readonly Block[] {
  const blocks: Block[] = [];
  /** Signs typed at the start of the line and not yet printed: `- 1. x` has two. */
  let signs: string[] = [];
  let heading = '';
  const paragraph = (role: ParagraphRole, typed: string, content: readonly Inline[]): void => {
    const lead = typed === '' ? [] : [{ kind: 'text', text: content.length === 0 ? typed : `${typed} ` } as const];
    blocks.push({ kind: 'paragraph', role, content: joined([...lead, ...content]) });
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    switch (token.type) {
      case 'list_item_open':
        signs.push(token.info === '' ? token.markup : `${token.info}${token.markup}`);
        break;
      case 'list_item_close':
        // An item without words still prints its sign.
        if (signs.length > 0) paragraph(roleOf(signs, ''), signs.join(' '), []);
        signs = [];
        break;
      case 'heading_open':
        heading = token.markup;
        break;
      case 'heading_close':
        heading = '';
        break;
      case 'table_open': {
        const end = tokens.findIndex((candidate, index) => index > i && candidate.type === 'table_close');
        // Word takes two tables with nothing between them for one.
        if (blocks.at(-1)?.kind === 'table') blocks.push({ kind: 'paragraph', role: 'paragraph', content: [] });
        blocks.push(table(tokens.slice(i, end), builder));
        i = end;
        break;
      }
      case 'inline': {
        const content = builder.inlines(token.children ?? []);
        if (heading !== '' && content.length > 0) paragraph(subheading(heading), signs.join(' '), content);
        else
          paragraph(roleOf(signs, token.content), [...signs, ...(heading === '' ? [] : [heading])].join(' '), content);
        signs = [];
        break;
      }
      default:
    }
  }
  return blocks;
}

function subheading(signs: string): ParagraphRole {
  if (signs.length <= 1) return 'subheading1';
  return signs.length === 2 ? 'subheading2' : 'subheading3';
}

function roleOf(signs: readonly string[], text: string): ParagraphRole {
  const [sign] = signs;
  if (sign !== undefined) return ROLE_OF_SIGN[sign] ?? 'numbered';
  if (POINT.test(text)) return 'point';
  if (LEVELS.test(text)) return 'numbered';
  return WORD_SIGN.test(text) ? 'dash' : 'paragraph';
}

function table(tokens: readonly Token[], builder: Builder): Block {
  const rows: Inline[][][] = [];
  const align: ColumnAlignment[] = [];
  for (const token of tokens) {
    if (token.type === 'th_open') align.push(alignmentOf(token));
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'inline') rows.at(-1)?.push(builder.inlines(token.children ?? []));
  }
  const asked = align.some((one) => one !== 'left');
  return { kind: 'table', ...(asked ? { align } : {}), head: rows[0] ?? [], rows: rows.slice(1) };
}

function alignmentOf(token: Token): ColumnAlignment {
  const style = token.attrGet('style');
  if (style === 'text-align:center') return 'center';
  return style === 'text-align:right' ? 'right' : 'left';
}

/** How many cells a line of a table has; an escaped bar is text. */
function cellsOf(line: string): number {
  const bare = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/).length;
}

/** What the library would drop, fill up or print raw without a word. */
function tableFaults(source: string, tokens: readonly Token[]): TableFault[] {
  const lines = source.split('\n');
  const result: TableFault[] = [];
  for (const [i, token] of tokens.entries()) {
    const [from, to] = token.map ?? [0, 0];
    if (token.type === 'table_open') {
      const columns = cellsOf(lines[from] ?? '');
      for (const line of lines.slice(from, to)) {
        const cells = /(?<!\\)\|/.test(line) ? cellsOf(line) : 1;
        if (cells !== columns) result.push({ line, cells, columns });
      }
    }
    if (token.type === 'paragraph_open' && tokens[i + 1]?.type === 'inline') {
      const rows = lines.slice(from, to).filter((line) => /^\s*\|.*\|\s*$/.test(line));
      const [first] = rows;
      if (first !== undefined && rows.length > 1) result.push({ line: first, cells: cellsOf(first), columns: 0 });
    }
  }
  return result;
}

/** Signs that make a label more than plain text. */
const SPECIAL = /[*^[\\]/;

/** Labels as read, by the footnotes of their catalogue: every report of a catalogue has the same. */
const labels = new WeakMap<ReadonlyMap<string, string>, Map<string, Markdown>>();

/** Markdown within a label of a catalogue: bold, italic, superscript, footnote marks; its line breaks are printed. */
export function readInlineMarkdown(text: string, notes: ReadonlyMap<string, string>): Markdown {
  const known = labels.get(notes) ?? new Map<string, Markdown>();
  labels.set(notes, known);
  const label = known.get(text) ?? readLabel(text, notes);
  known.set(text, label);
  return label;
}

function readLabel(text: string, notes: ReadonlyMap<string, string>): Markdown {
  const plain = !SPECIAL.test(text);
  const builder = new Builder(notes);
  const content = plain ? plainLines(text) : oneLine(text, builder);
  const known = [...notes].filter(([mark]) => text.includes(`[^${mark}]`));
  const definitions = known.map(([mark, note]) => `\n\n[^${mark}]: ${note.replace(/\s*\n\s*/g, ' ')}`);
  return {
    blocks: [{ kind: 'paragraph', role: 'paragraph', content }],
    footnotes: builder.notes,
    faults: plain ? [] : takeFootnotes(`${JOINER}${text}${definitions.join('')}`).faults,
    tableFaults: [],
  };
}

/** Plain text whose line breaks are printed. */
export function plainLines(text: string): Inline[] {
  if (!text.includes('\n')) return text === '' ? [] : [{ kind: 'text', text }];
  return text
    .split('\n')
    .flatMap((line, i): Inline[] => [...(i > 0 ? [{ kind: 'break' } as const] : []), { kind: 'text', text: line }])
    .filter((inline) => inline.kind !== 'text' || inline.text !== '');
}
