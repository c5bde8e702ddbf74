import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import superscript from 'markdown-it-sup';
import type { Block, Inline, ParagraphRole } from '../model/document.ts';

/**
 * The Markdown that officials write: paragraphs, lists whose sign is printed as typed, numbered items, points a) b) đ),
 * sub-headings, bold, italic, superscript, tables, footnotes. What else Markdown knows (code, quotes, HTML, links,
 * pictures, entities) is switched off: those signs are just text.
 */
const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false })
  .disable([
    'code',
    'fence',
    'blockquote',
    'hr',
    'html_block',
    'lheading',
    'reference',
    'autolink',
    'html_inline',
    'image',
    'link',
    'backticks',
    'entity',
    'strikethrough',
  ])
  .use(footnotes)
  .use(superscript)
  .disable(['footnote_inline']);

/**
 * Stars open where text follows and close where text precedes, whatever signs stand next to them: officials type
 * `**Về tổ chức:**Sở`, which Markdown for English would print with its stars.
 */
markdown.inline.State = class extends markdown.inline.State {
  override scanDelims(start: number, canSplitWord: boolean) {
    const scanned = super.scanDelims(start, canSplitWord);
    const before = start === 0 ? ' ' : this.src.charAt(start - 1);
    const after = this.src.charAt(start + scanned.length);
    return { ...scanned, can_open: /\S/.test(after), can_close: /\S/.test(before) };
  }
};

type Token = ReturnType<typeof markdown.parse>[number];

/** ASCII punctuation that Markdown may read as a sign; a value that is put in is text, whatever it holds. */
const SIGNS = /[!-/:-@[-`{-~]/g;

/** Makes a value safe to stand in Markdown: it prints as it is. Its line breaks become blanks, so it opens no list. */
export const escapeValue = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(SIGNS, '\\$&');

/** Emphasis is typed with stars alone: an underscore stands in file names and addresses, and is a letter there. */
const onlyStars = (text: string): string => text.replace(/\\?_/g, '\\_');

export interface FootnoteFault {
  readonly fault: 'no-text' | 'no-mark' | 'doubled';
  readonly mark: string;
}

/** A line of a table that does not fit the table's heads, or that is no table though it looks like one. */
export interface TableFault {
  readonly line: string;
  readonly cells: number;
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
/** A footnote mark that is not escaped and does not begin a footnote's text. */
const MARK = /(?<!\\)\[\^([^\]\s]+)\](?!:)/g;
const DEFINITION = /^[ \t]*\[\^([^\]\s]+)\]:/gm;

interface Look {
  bold: boolean;
  italic: boolean;
  superscript: boolean;
}

class Builder {
  readonly notes: Inline[][] = [];

  /** `texts`: footnote texts by the library's own numbering. */
  constructor(private readonly texts: ReadonlyMap<number, readonly Token[]>) {}

  inlines(tokens: readonly Token[], insideNote = false): Inline[] {
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
        case 'footnote_ref':
          if (!insideNote) result.push({ kind: 'footnote', note: this.note(token) });
          break;
        default:
          push(token.content);
      }
    }
    return joined(result);
  }

  private note(token: Token): number {
    const id: unknown =
      token.meta === null || typeof token.meta !== 'object' ? undefined : Reflect.get(token.meta, 'id');
    const text = typeof id === 'number' ? (this.texts.get(id) ?? []) : [];
    this.notes.push(this.inlines(text, true));
    return this.notes.length - 1;
  }
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

const withSign = (sign: string, content: readonly Inline[]): Inline[] =>
  joined([{ kind: 'text', text: `${sign} ` }, ...content]);

/** The footnote texts that stand at the end of the token stream, and the rest. */
function splitFootnotes(tokens: readonly Token[]): { body: Token[]; texts: Map<number, Token[]> } {
  const body: Token[] = [];
  const texts = new Map<number, Token[]>();
  let current: Token[] | undefined;
  for (const token of tokens) {
    if (token.type === 'footnote_block_open' || token.type === 'footnote_block_close') continue;
    if (token.type === 'footnote_open') {
      current = [];
      const id: unknown = Reflect.get(Object(token.meta), 'id');
      if (typeof id === 'number') texts.set(id, current);
    } else if (token.type === 'footnote_close') {
      current = undefined;
    } else if (current === undefined) {
      body.push(token);
    } else if (token.type === 'inline') {
      current.push(...(token.children ?? []));
    }
  }
  return { body, texts };
}

/** Reads narrative. A footnote mark without a text, a text without a mark and a doubled text are faults. */
export function readMarkdown(text: string): Markdown {
  const source = onlyStars(text)
    // A footnote's text may be indented as the writer likes.
    .replace(/^[ \t]+(?=\[\^[^\]\s]+\]:)/gm, '')
    // A point begins a paragraph of its own even without a blank line before it.
    .replace(/\n(?=[a-zđ]\)\s)/g, '\n\n');
  const environment = {};
  const { body, texts } = splitFootnotes(markdown.parse(source, environment));
  const builder = new Builder(texts);
  const blocks: Block[] = [];
  const signs: string[] = [];
  let sign: string | undefined;
  let level = 0;
  for (let i = 0; i < body.length; i += 1) {
    const token = body[i];
    if (token === undefined) continue;
    switch (token.type) {
      case 'list_item_open':
        sign = token.info === '' ? token.markup : `${token.info}${token.markup}`;
        signs.push(sign);
        break;
      case 'list_item_close':
        signs.pop();
        sign = undefined;
        break;
      case 'heading_open':
        level = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        level = 0;
        break;
      case 'table_open': {
        const end = body.findIndex((candidate, index) => index > i && candidate.type === 'table_close');
        blocks.push(table(body.slice(i, end), builder));
        i = end;
        break;
      }
      case 'inline': {
        const content = builder.inlines(token.children ?? []);
        const role = level > 0 ? subheading(level) : roleOf(sign, token.content);
        blocks.push({ kind: 'paragraph', role, content: sign === undefined ? content : withSign(sign, content) });
        sign = undefined;
        break;
      }
      default:
    }
  }
  return { blocks, footnotes: builder.notes, faults: faults(source), tableFaults: tableFaults(source, body) };
}

function subheading(level: number): ParagraphRole {
  if (level <= 1) return 'subheading1';
  return level === 2 ? 'subheading2' : 'subheading3';
}

function roleOf(sign: string | undefined, text: string): ParagraphRole {
  if (sign !== undefined) return ROLE_OF_SIGN[sign] ?? 'numbered';
  return POINT.test(text) ? 'point' : 'paragraph';
}

function table(tokens: readonly Token[], builder: Builder): Block {
  const rows: Inline[][][] = [];
  let heads = 0;
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'thead_close') heads = rows.length;
    if (token.type === 'inline') rows.at(-1)?.push(builder.inlines(token.children ?? []));
  }
  return { kind: 'table', head: rows[0] ?? [], rows: rows.slice(Math.max(1, heads)) };
}

function faults(source: string): FootnoteFault[] {
  const marks = new Set([...source.matchAll(MARK)].map((match) => match[1] ?? ''));
  const defined = [...source.matchAll(DEFINITION)].map((match) => match[1] ?? '');
  const result: FootnoteFault[] = [];
  for (const mark of marks) if (!defined.includes(mark)) result.push({ fault: 'no-text', mark });
  for (const mark of new Set(defined)) {
    if (!marks.has(mark)) result.push({ fault: 'no-mark', mark });
    if (defined.filter((other) => other === mark).length > 1) result.push({ fault: 'doubled', mark });
  }
  return result;
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
function tableFaults(source: string, body: readonly Token[]): TableFault[] {
  const lines = source.split('\n');
  const result: TableFault[] = [];
  for (const [i, token] of body.entries()) {
    const [from, to] = token.map ?? [0, 0];
    if (token.type === 'table_open') {
      const columns = cellsOf(lines[from] ?? '');
      for (const line of lines.slice(from, to)) {
        const cells = /(?<!\\)\|/.test(line) ? cellsOf(line) : 1;
        if (cells !== columns) result.push({ line, cells, columns });
      }
    }
    if (token.type === 'paragraph_open' && body[i + 1]?.type === 'inline') {
      const rows = lines.slice(from, to).filter((line) => /^\s*\|.*\|\s*$/.test(line));
      const [first] = rows;
      if (first !== undefined && rows.length > 1) result.push({ line: first, cells: cellsOf(first), columns: 0 });
    }
  }
  return result;
}

/** Signs that make a label more than plain text. */
const SPECIAL = /[*^[\\]/;

/** Markdown within one line, for the labels of a catalogue: bold, italic, superscript, footnote marks, line breaks. */
export function readInlineMarkdown(text: string, notes: ReadonlyMap<string, string>): Markdown {
  if (!SPECIAL.test(text)) return { blocks: [paragraph(plainLines(text))], footnotes: [], faults: [], tableFaults: [] };
  const definitions = [...notes]
    .filter(([mark]) => text.includes(`[^${mark}]`))
    .map(([mark, note]) => `[^${mark}]: ${note.replace(/\s*\n\s*/g, ' ')}`);
  // A label is never a list or a heading, whatever sign it begins with: a mark that is taken off again keeps it a
  // paragraph. Its line breaks are printed.
  const source = `\u2060${onlyStars(text).replace(/\n+/g, '\\\n')}\n\n${definitions.join('\n\n')}`;
  const { body, texts } = splitFootnotes(markdown.parse(source, {}));
  const builder = new Builder(texts);
  const content = body.flatMap((token) => (token.type === 'inline' ? builder.inlines(token.children ?? []) : []));
  const [first, ...rest] = content;
  const clean = first?.kind === 'text' ? [{ ...first, text: first.text.slice(1) }, ...rest] : content;
  return {
    blocks: [paragraph(clean.filter((inline) => inline.kind !== 'text' || inline.text !== ''))],
    footnotes: builder.notes,
    faults: faults(source),
    tableFaults: [],
  };
}

const paragraph = (content: readonly Inline[]): Block => ({ kind: 'paragraph', role: 'paragraph', content });

/** Plain text whose line breaks are printed. */
export function plainLines(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, i): Inline[] => [...(i > 0 ? [{ kind: 'break' } as const] : []), { kind: 'text', text: line }])
    .filter((inline) => inline.kind !== 'text' || inline.text !== '');
}
