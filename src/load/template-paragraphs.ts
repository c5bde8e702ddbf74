import type { TemplatePlace } from '../model/problem.ts';
import { attribute, unescapeXml, type XmlToken } from '../ooxml/xml.ts';
import { outlineLevel, type RunLook, runLook, type WordStyle } from './template-styles.ts';

/** A paragraph of a template, with what someone needs to find it in Word. */
export interface WordParagraph {
  readonly text: string;
  /** Its text as the XML has it, nothing between the pieces. */
  readonly joined: string;
  /** Counted from 1 by the openings of the part's paragraphs; empty `<w:p/>` are not counted. */
  readonly number: number;
  /** What it holds besides words, and a slot in its place would take away. */
  readonly holds: readonly Held[];
  readonly inTextBox: boolean;
  /** The second writing of a text box, for old versions of Word. */
  readonly fallback: boolean;
  /** Where its text begins and ends in the part's joined text, as docxtemplater counts. */
  readonly start: number;
  readonly end: number;
  readonly styleId: string;
  /** Look of its first run. */
  readonly look: RunLook;
  /** Texts of the headings above, outermost first. */
  readonly headings: readonly string[];
  readonly level: number | undefined;
  readonly cell: TemplatePlace['cell'];
  /** Width of its table cell in twentieths of a point; `undefined` outside tables. */
  readonly cellWidth: number | undefined;
}

export type Held = 'section' | 'picture' | 'page-break' | 'footnote';

interface Open {
  readonly number: number;
  readonly holds: Held[];
  readonly inTextBox: boolean;
  readonly fallback: boolean;
  text: string;
  joined: string;
  start: number;
  styleId: string;
  look: RunLook | undefined;
}

interface Table {
  readonly number: number;
  row: number;
  column: number;
  width: number | undefined;
}

const TEXT_ELEMENTS = new Set(['w:t', 'm:t', 'a:t']);
export const isTextElement = (name: string): boolean => TEXT_ELEMENTS.has(name);

const HELD: Readonly<Record<string, Held>> = {
  'w:sectPr': 'section',
  'w:drawing': 'picture',
  'w:pict': 'picture',
  'w:object': 'picture',
  'w:footnoteReference': 'footnote',
};

/** What an element adds to what its paragraph holds. */
function heldBy({ name, raw }: XmlToken & { readonly name: string }): Held | undefined {
  if (name === 'w:br') return attribute(raw, 'w:type') === 'page' ? 'page-break' : undefined;
  return HELD[name];
}

/** The paragraphs of a part in reading order. */
export function readParagraphs(
  tokens: readonly XmlToken[],
  styles: ReadonlyMap<string, WordStyle>,
): readonly WordParagraph[] {
  const done: WordParagraph[] = [];
  const open: Open[] = [];
  const tables: Table[] = [];
  const headings: { level: number; text: string }[] = [];
  let tableCount = 0;
  let paragraphCount = 0;
  let textBoxes = 0;
  let fallbacks = 0;
  let offset = 0;
  let inText = false;
  let runProperties: XmlToken[] | undefined;
  for (const token of tokens) {
    const paragraph = open.at(-1);
    const table = tables.at(-1);
    if (token.kind === 'text') {
      if (!inText) continue;
      offset += token.raw.length;
      if (paragraph !== undefined) {
        paragraph.text += unescapeXml(token.raw);
        paragraph.joined += token.raw;
      }
      continue;
    }
    if (token.kind === 'other') continue;
    if (TEXT_ELEMENTS.has(token.name)) {
      inText = token.kind === 'open' && !token.selfClosing;
      continue;
    }
    if (token.kind === 'open') {
      runProperties?.push(token);
      const held = heldBy(token);
      if (held !== undefined) paragraph?.holds.push(held);
      switch (token.name) {
        case 'w:p':
          if (!token.selfClosing) {
            paragraphCount += 1;
            open.push({
              number: paragraphCount,
              holds: [],
              inTextBox: textBoxes > 0,
              fallback: fallbacks > 0,
              text: '',
              joined: '',
              start: offset,
              styleId: '',
              look: undefined,
            });
          }
          break;
        case 'w:txbxContent':
          if (!token.selfClosing) textBoxes += 1;
          break;
        case 'mc:Fallback':
          if (!token.selfClosing) fallbacks += 1;
          break;
        case 'w:pStyle':
          if (paragraph !== undefined) paragraph.styleId = attribute(token.raw, 'w:val') ?? '';
          break;
        case 'w:rPr':
          if (paragraph !== undefined && paragraph.look === undefined && !token.selfClosing) runProperties = [];
          break;
        case 'w:tab':
        case 'w:br':
          if (paragraph !== undefined) paragraph.text += ' ';
          break;
        case 'w:tbl':
          tableCount += 1;
          tables.push({ number: tableCount, row: 0, column: 0, width: undefined });
          break;
        case 'w:tr':
          if (table !== undefined) Object.assign(table, { row: table.row + 1, column: 0 });
          break;
        case 'w:tc':
          if (table !== undefined) table.column += 1;
          break;
        case 'w:tcW':
          if (table !== undefined) table.width = Number(attribute(token.raw, 'w:w'));
          break;
        default:
      }
      continue;
    }
    if (token.name === 'w:rPr' && runProperties !== undefined) {
      if (paragraph !== undefined) paragraph.look = runLook(runProperties);
      runProperties = undefined;
    }
    if (token.name === 'w:tbl') tables.pop();
    if (token.name === 'w:txbxContent') textBoxes -= 1;
    if (token.name === 'mc:Fallback') fallbacks -= 1;
    if (token.name === 'w:p' && paragraph !== undefined) {
      open.pop();
      const level = outlineLevel(styles, paragraph.styleId);
      if (level !== undefined && paragraph.text.trim() !== '') {
        while ((headings.at(-1)?.level ?? -1) >= level) headings.pop();
      }
      done.push({
        text: paragraph.text,
        joined: paragraph.joined,
        number: paragraph.number,
        holds: paragraph.holds,
        inTextBox: paragraph.inTextBox,
        fallback: paragraph.fallback,
        start: paragraph.start,
        end: offset,
        styleId: paragraph.styleId,
        look: paragraph.look ?? {},
        headings: headings.map((heading) => heading.text),
        level,
        cell: table === undefined ? undefined : { table: table.number, row: table.row, column: table.column },
        cellWidth: table?.width,
      });
      if (level !== undefined && paragraph.text.trim() !== '') headings.push({ level, text: paragraph.text.trim() });
    }
  }
  return done;
}

const SHOWN_WORDS = 80;

/** A paragraph as a place that someone can find in Word. `name` is what Word calls the part. */
export function placeOfParagraph(
  file: string,
  part: string,
  name: string,
  paragraph: WordParagraph | undefined,
): TemplatePlace {
  return {
    kind: 'template',
    file,
    part: name,
    heading: paragraph?.headings.at(-1),
    paragraph: paragraph === undefined ? undefined : paragraph.text.trim().slice(0, SHOWN_WORDS),
    cell: paragraph?.cell,
    ...(paragraph === undefined ? {} : { anchor: { part, paragraph: paragraph.number } }),
  };
}

const KINDS: Readonly<Record<string, string>> = { first: ' của trang đầu', even: ' của trang chẵn' };

/** What Word calls a part; `use` is what a section takes a header or footer for. */
export function partName(part: string, use = 'default'): string {
  if (part.startsWith('word/header')) return `đầu trang${KINDS[use] ?? ''}`;
  if (part.startsWith('word/footer')) return `chân trang${KINDS[use] ?? ''}`;
  if (part === 'word/document.xml') return 'thân văn bản';
  if (part === 'word/footnotes.xml') return 'chú thích cuối trang';
  if (part === 'word/endnotes.xml') return 'chú thích cuối văn bản';
  return part;
}
