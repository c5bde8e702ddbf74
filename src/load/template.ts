import path from 'node:path';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { RowKind } from '../model/document.ts';
import { CORRECTION_FIELDS, FIELDS, ROW_FIELDS } from '../model/fields.ts';
import type { Outcome, Place, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { LineRule, OutlineSlot, Template, TemplateNode } from '../model/template.ts';
import { nearest } from '../model/text.ts';
import { attribute, tokenize, type XmlToken } from '../ooxml/xml.ts';
import { readZip, unpack, type ZipEntry } from '../ooxml/zip.ts';
import { NodeReader, type ParsedPart, tagPath } from './template-nodes.ts';
import { partName, placeOfParagraph, readParagraphs, type WordParagraph } from './template-paragraphs.ts';
import { readStyles, resolveLook, type WordStyle } from './template-styles.ts';

/** What an untrusted .docx may unpack to. */
const LIMITS = { entries: 2000, unpacked: 60_000_000 };
const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const CONTENT_TYPES = '[Content_Types].xml';
const REQUIRED = [CONTENT_TYPES, '_rels/.rels', DOCUMENT, 'word/_rels/document.xml.rels', STYLES];
const TEMPLATED = /^word\/(?:document|header\d*|footer\d*)\.xml$/;

const ROW_KINDS: readonly string[] = ['nhom', 'muc', 'trong_do'];
const SLOT = /^[a-z][a-z0-9_]*$/;

interface Part {
  readonly name: string;
  readonly xml: string;
  readonly tokens: readonly XmlToken[];
  readonly paragraphs: readonly WordParagraph[];
}

/**
 * Reads a template: its tags become a tree, its slots with their headings the outline.
 * Reports `mau-khong-phai-docx`, `mau-qua-lon`, `mau-thieu-phan`, `mau-xml-hong`, and for its tags `the-khong-dong`,
 * `the-la`, `the-sai-cho`, `khe-khong-rieng`, `khe-trung`, `thieu-dong-mau`, `mau-khong-doc-duoc-the`.
 */
export function readTemplate(bytes: Uint8Array, id: string, file: string): Outcome<Template | undefined> {
  const atFile: Place = { kind: 'file', file };
  const entries = readZip(bytes, LIMITS);
  if ('fault' in entries) {
    const fault =
      entries.fault === 'too-large'
        ? problem('mau-qua-lon', { limit: LIMITS.unpacked }, atFile)
        : problem('mau-khong-phai-docx', { cause: entries.cause }, atFile);
    return { value: undefined, problems: [fault] };
  }
  const problems: Problem[] = REQUIRED.filter((part) => !entries.has(part)).map((part) =>
    problem('mau-thieu-phan', { part }, atFile),
  );
  const texts = new Map<string, { xml: string; tokens: readonly XmlToken[] }>();
  for (const entry of entries.values()) {
    // Every part is unpacked once: a damaged picture or list would go into every report.
    const isXml = /\.(?:xml|rels)$/i.test(entry.name);
    const read = isXml ? readPart(entry) : unpack(entry) === undefined ? { cause: 'zip' } : undefined;
    if (read === undefined) continue;
    if ('cause' in read) problems.push(problem('mau-xml-hong', { part: entry.name, cause: read.cause }, atFile));
    else texts.set(entry.name, entry.name === DOCUMENT ? withoutOwnBookmarks(read) : read);
  }
  problems.push(...missingTargets(entries, texts, file));
  if (problems.length > 0) return { value: undefined, problems };
  const styles = readStyles(texts.get(STYLES)?.tokens ?? []);
  const parts: Part[] = [...texts]
    .filter(([name]) => TEMPLATED.test(name))
    .map(([name, text]) => ({ name, ...text, paragraphs: readParagraphs(text.tokens, styles) }));
  return new TemplateReader(id, file, bytes, texts, styles, parts).read();
}

interface ReadPart {
  readonly xml: string;
  readonly tokens: readonly XmlToken[];
}

/** A template made out of a report holds the bookmarks that each report gets anew: they are taken out. */
function withoutOwnBookmarks(part: ReadPart): ReadPart {
  const ids = [...part.xml.matchAll(/<w:bookmarkStart\b[^>]*w:name="(?:_khe_|_bang_phu_luc)[^"]*"[^>]*>/g)].map(
    ([tag]) => attribute(tag, 'w:id'),
  );
  if (ids.length === 0) return part;
  const xml = part.xml.replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
    ids.includes(attribute(tag, 'w:id')) ? '' : tag,
  );
  const tokens = tokenize(xml);
  return 'cause' in tokens ? part : { xml, tokens };
}

/** Parts that a relationship names and that are not there: Word would call every report damaged. */
function missingTargets(
  entries: ReadonlyMap<string, ZipEntry>,
  texts: ReadonlyMap<string, { readonly tokens: readonly XmlToken[] }>,
  file: string,
): readonly Problem[] {
  const missing = new Set<string>();
  for (const [name, { tokens }] of texts) {
    const owner = /^(.*?)_rels\/([^/]+)\.rels$/.exec(name);
    if (owner === null) continue;
    for (const token of tokens) {
      if (token.kind !== 'open' || token.name !== 'Relationship') continue;
      const target = attribute(token.raw, 'Target') ?? '';
      if (attribute(token.raw, 'TargetMode') === 'External') continue;
      const part = target.startsWith('/') ? target.slice(1) : path.posix.normalize(`${owner[1] ?? ''}${target}`);
      if (!entries.has(part)) missing.add(part);
    }
  }
  return [...missing].map((part) => problem('mau-thieu-phan', { part }, { kind: 'file', file }));
}

function readPart(entry: ZipEntry): { xml: string; tokens: readonly XmlToken[] } | { cause: string } {
  const data = unpack(entry);
  if (data === undefined) return { cause: 'zip' };
  try {
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(data);
    const tokens = tokenize(xml);
    if ('cause' in tokens) return tokens;
    return tokens.some((token) => token.kind === 'open') ? { xml, tokens } : { cause: 'trống / empty' };
  } catch {
    return { cause: 'UTF-8' };
  }
}

const UNPAIRED = new Set([
  'unopened_tag',
  'unclosed_tag',
  'duplicate_open_tag',
  'duplicate_close_tag',
  'unclosed_loop',
  'unopened_loop',
  'closing_tag_does_not_match_opening_tag',
]);
const NOT_ALONE = new Set(['raw_xml_tag_should_be_only_text_in_paragraph', 'raw_tag_not_in_paragraph']);

class TemplateReader {
  private readonly problems: Problem[] = [];
  private readonly slots: { slot: string; paragraph: WordParagraph | undefined; part: string }[] = [];
  private readonly conditions: { path: string; part: string; offset: number }[] = [];
  private readonly fields: { path: string; part: string; offset: number | undefined }[] = [];
  private readonly rows = new Set<RowKind>();

  constructor(
    private readonly id: string,
    private readonly file: string,
    private readonly bytes: Uint8Array,
    private readonly texts: ReadonlyMap<string, { xml: string; tokens: readonly XmlToken[] }>,
    private readonly styles: ReadonlyMap<string, WordStyle>,
    private readonly parts: readonly Part[],
  ) {}

  read(): Outcome<Template | undefined> {
    const parsed = this.parse();
    if (parsed === undefined) return { value: undefined, problems: this.problems };
    const nodes: Record<string, readonly TemplateNode[]> = {};
    for (const part of this.parts) {
      const pieces = parsed.get(part.name);
      if (pieces !== undefined) nodes[part.name] = this.nodesOf(part, pieces);
    }
    this.checkTags();
    return {
      value: {
        id: this.id,
        file: this.file,
        parts: nodes,
        outline: this.outline(),
        styles: this.styleIds(),
        fields: [...new Set(this.fields.map(({ path }) => path))],
        prototypes: [...this.rows],
        freeBookmark: this.highest('w:bookmarkStart') + 1,
        freeFootnote: Math.max(0, this.highest('w:footnote')) + 1,
        bytes: this.bytes,
      },
      problems: this.problems,
    };
  }

  private partOf(name: string): Part | undefined {
    return this.parts.find((part) => part.name === name);
  }

  private place(partName: string, offset: number | undefined): Place {
    const paragraph =
      offset === undefined
        ? undefined
        : this.partOf(partName)?.paragraphs.find((p) => offset >= p.start && offset < Math.max(p.end, p.start + 1));
    return placeOfParagraph(this.file, partName, paragraph);
  }

  /** docxtemplater's reading of the tags; `undefined` after its faults were reported. */
  private parse(): ReadonlyMap<string, readonly ParsedPart[]> | undefined {
    const zip = new PizZip();
    for (const [name, { xml }] of this.texts) if (TEMPLATED.test(name) || REQUIRED.includes(name)) zip.file(name, xml);
    try {
      const reader = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true, errorLogging: false });
      const compiled: unknown = Reflect.get(reader, 'compiled');
      const result = new Map<string, readonly ParsedPart[]>();
      for (const { name } of this.parts) {
        const pieces = parsedParts(compiled, name);
        if (pieces !== undefined) result.set(name, pieces);
      }
      return result;
    } catch (error) {
      const faults = faultsOf(error);
      for (const fault of faults) this.problems.push(this.problemOf(fault));
      if (faults.length === 0) {
        const cause = error instanceof Error ? error.message : String(error);
        this.problems.push(problem('mau-khong-doc-duoc-the', { cause }, { kind: 'file', file: this.file }));
      }
      this.checkTagsInText();
      return undefined;
    }
  }

  /** The tags as they stand in the text, when the library could not take the template apart: told in the same run. */
  private checkTagsInText(): void {
    for (const part of this.parts) {
      for (const paragraph of part.paragraphs) {
        for (const [, name = ''] of paragraph.text.matchAll(/\{([\w.\u00a0 ]+)\}/g)) {
          const path = tagPath(name);
          const row = ROW_KINDS.includes(path[0] ?? '');
          const known = row ? Object.keys(ROW_FIELDS) : Object.keys(FIELDS);
          const wanted = (row ? path.slice(1) : path).join('.');
          if (known.includes(wanted)) continue;
          const params = { tag: name, near: nearest(wanted, known) };
          this.problems.push(problem('the-la', params, placeOfParagraph(this.file, part.name, paragraph)));
        }
      }
    }
  }

  private problemOf({ id, tag: xtag, offset, file, explanation }: Fault): Problem {
    // An unclosed tag's name runs on into the text that follows it.
    const tag = /^[\w.@#/^]+/.exec(xtag)?.[0] ?? xtag;
    const at = this.place(file, offset);
    if (UNPAIRED.has(id)) return problem('the-khong-dong', { tag }, at);
    if (NOT_ALONE.has(id)) return problem('khe-khong-rieng', { tag: tag.replace(/^@/, '') }, at);
    if (id === 'unbalanced_loop_tags') {
      const cause = { vi: 'mở và đóng ở hai chỗ không cân nhau', en: 'it opens and closes in unequal places' };
      return problem('the-sai-cho', { tag, cause }, at);
    }
    return problem('mau-khong-doc-duoc-the', { cause: explanation }, at);
  }

  private nodesOf(part: Part, pieces: readonly ParsedPart[]): readonly TemplateNode[] {
    const reader = new NodeReader({
      misplaced: (tag, offset, cause) => {
        this.problems.push(problem('the-sai-cho', { tag, cause }, this.place(part.name, offset)));
      },
      found: (kind, path, offset, row) => {
        const name = path.join('.');
        if (row !== undefined) {
          this.rows.add(row);
          if (Object.hasOwn(ROW_FIELDS, name)) return;
          const near = nearest(name, Object.keys(ROW_FIELDS));
          const tag = `${row}.${name}`;
          const params = { tag, near: near === undefined ? undefined : `${row}.${near}` };
          this.problems.push(problem('the-la', params, this.place(part.name, offset)));
          return;
        }
        if (kind === 'slot') {
          const here = offset ?? -1;
          const paragraph = part.paragraphs.find((p) => here >= p.start && here < p.end);
          this.slots.push({ slot: name, paragraph, part: part.name });
        } else if (kind === 'loop') {
          this.conditions.push({ path: name, part: part.name, offset: offset ?? 0 });
        } else {
          this.fields.push({ path: name, part: part.name, offset });
        }
      },
      lineRule: (text) => this.lineRule(part, text),
    });
    return reader.read(pieces);
  }

  private checkTags(): void {
    const slots = new Set<string>();
    for (const { slot, paragraph, part } of this.slots) {
      const at = placeOfParagraph(this.file, part, paragraph);
      if (slots.has(slot)) this.problems.push(problem('khe-trung', { tag: slot }, at));
      if (!SLOT.test(slot)) this.problems.push(problem('ten-khe-sai', { slot }, at));
      slots.add(slot);
    }
    const known = [...Object.keys(FIELDS), ...Object.keys(CORRECTION_FIELDS), ...slots];
    for (const { path, part, offset } of this.fields) {
      if (path !== 'noi_nhan') continue;
      const cause = {
        vi: 'đây là danh sách, viết {#noi_nhan}{dong}{/noi_nhan}',
        en: 'it is a list: {#noi_nhan}{dong}{/noi_nhan}',
      };
      this.problems.push(problem('the-sai-cho', { tag: path, cause }, this.place(part, offset)));
    }
    for (const { path, part, offset } of [...this.fields, ...this.conditions]) {
      if (known.includes(path) || path === '.') continue;
      const params = { tag: path, near: nearest(path, known) };
      this.problems.push(problem('the-la', params, this.place(part, offset)));
    }
    if (this.rows.size > 0) {
      for (const row of ['nhom', 'muc'] as const) {
        if (!this.rows.has(row))
          this.problems.push(problem('thieu-dong-mau', { row }, { kind: 'file', file: this.file }));
      }
    }
  }

  /** Slots in reading order. A slot inside a condition of its own name is optional. */
  private outline(): readonly OutlineSlot[] {
    return this.slots.map(({ slot, paragraph }) => ({
      slot,
      headings: paragraph?.headings ?? [],
      heading: this.headingOf(paragraph),
      optional: this.conditions.some(({ path }) => path === slot),
    }));
  }

  /** The heading just above a slot; empty when text or another slot stands between. */
  private headingOf(paragraph: WordParagraph | undefined): string {
    const paragraphs = this.partOf(DOCUMENT)?.paragraphs ?? [];
    const above = paragraphs
      .slice(0, paragraph === undefined ? 0 : paragraphs.indexOf(paragraph))
      .findLast(({ text }) => text.trim() !== '' && !/^\{[#/^][^}]*\}$/.test(text.trim()));
    return above?.level === undefined ? '' : above.text.trim();
  }

  private styleIds(): Template['styles'] {
    const ids: Record<'paragraph' | 'character' | 'table', Record<string, string>> = {
      paragraph: {},
      character: {},
      table: {},
    };
    for (const style of this.styles.values()) {
      if (style.type !== 'numbering') ids[style.type][style.name] = style.id;
    }
    return ids;
  }

  private highest(element: string): number {
    let highest = 0;
    for (const { tokens } of this.texts.values()) {
      for (const token of tokens) {
        if (token.kind !== 'open' || token.name !== element) continue;
        const id = Number(attribute(token.raw, 'w:id') ?? 0);
        if (Number.isInteger(id)) highest = Math.max(highest, id);
      }
    }
    return highest;
  }

  /** `vach 40% co_quan`: measured in the look of the paragraph that holds {co_quan}. */
  private lineRule(part: Part, text: string): LineRule | undefined {
    const match = /^vach\s+(\d+(?:[.,]\d+)?)\s*%\s+([\w.]+)$/.exec(text.normalize('NFC').trim());
    const field = match?.[2] ?? '';
    const paragraph = part.paragraphs.find((candidate) => candidate.text.includes(`{${field}}`));
    if (match === null || paragraph === undefined) {
      if (match !== null && Object.hasOwn(FIELDS, field)) return undefined;
      this.problems.push(
        problem('duong-ke-sai', { text }, { kind: 'template', file: this.file, part: partName(part.name) }),
      );
      return undefined;
    }
    const look = resolveLook(this.styles, paragraph.styleId, paragraph.look);
    return {
      share: Number((match[1] ?? '').replace(',', '.')) / 100,
      field: field.split('.'),
      ...look,
      available: (paragraph.cellWidth ?? this.textWidth(part)) - (paragraph.cellWidth === undefined ? 0 : 216),
    };
  }

  /** Width between the margins of the part's first section, in twentieths of a point. */
  private textWidth(part: Part): number {
    const value = (element: string, name: string): number => {
      const token = part.tokens.find((candidate) => candidate.kind === 'open' && candidate.name === element);
      return token === undefined ? 0 : Number(attribute(token.raw, name) ?? 0);
    };
    return value('w:pgSz', 'w:w') - value('w:pgMar', 'w:left') - value('w:pgMar', 'w:right');
  }
}

interface Fault {
  readonly id: string;
  readonly tag: string;
  readonly offset: number | undefined;
  readonly file: string;
  readonly explanation: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** docxtemplater's faults: one error, or one that carries many. */
function faultsOf(error: unknown): readonly Fault[] {
  const properties = isRecord(error) && isRecord(error['properties']) ? error['properties'] : undefined;
  if (properties === undefined) return [];
  if (Array.isArray(properties['errors'])) return properties['errors'].flatMap(faultsOf);
  const rawOffset: unknown = Array.isArray(properties['offset']) ? properties['offset'][0] : properties['offset'];
  return [
    {
      id: textOr(properties['id'], ''),
      tag: textOr(properties['xtag'], textOr(properties['openingtag'], '')),
      offset: typeof rawOffset === 'number' ? rawOffset : undefined,
      file: textOr(properties['file'], DOCUMENT),
      explanation: textOr(properties['explanation'], isRecord(error) ? textOr(error['message'], '') : ''),
    },
  ];
}

/** The parsed parts of one file, checked: they are half internal to docxtemplater. */
function parsedParts(compiled: unknown, name: string): readonly ParsedPart[] | undefined {
  const file = isRecord(compiled) ? compiled[name] : undefined;
  const parts: unknown = isRecord(file) ? file['postparsed'] : undefined;
  if (!Array.isArray(parts)) return undefined;
  return parts.map(parsedPart);
}

const partValue = (part: unknown): string => (isRecord(part) ? textOr(part['value'], '') : '');

function parsedPart(part: unknown): ParsedPart {
  if (!isRecord(part)) throw new Error('docxtemplater: a parsed part is no object');
  const text = (key: string): string | undefined => (typeof part[key] === 'string' ? part[key] : undefined);
  const subparsed = part['subparsed'];
  return {
    type: text('type') ?? '',
    value: text('value') ?? '',
    position: text('position'),
    tag: text('tag'),
    module: text('module'),
    inverted: part['inverted'] === true,
    subparsed: Array.isArray(subparsed) ? subparsed.map(parsedPart) : undefined,
    offset: typeof part['offset'] === 'number' ? part['offset'] : undefined,
    around: Array.isArray(part['expanded']) ? part['expanded'].flat().map(partValue).join('') : undefined,
  };
}
