import path from 'node:path';
import type { RowKind } from '../model/document.ts';
import { FIELDS } from '../model/fields.ts';
import { kindOfDocument, kindOfFile, kindOfPackage } from '../model/file-kind.ts';
import { hasErrors, type Outcome, type Place, type Problem, type TemplatePlace } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import {
  type LineRule,
  type OutlineSlot,
  STYLE_NAMES,
  type TagUse,
  type Template,
  type TemplateFacts,
  type TemplateNode,
} from '../model/template.ts';
import { attribute, tokenize, type XmlToken } from '../ooxml/xml.ts';
import { readZip, unpack, type ZipEntry } from '../ooxml/zip.ts';
import { tagProblems } from './template-faults.ts';
import { type LibraryFault, parseWithLibrary } from './template-library.ts';
import { leftMarks } from './template-marks.ts';
import { NodeReader, type ParsedPart } from './template-nodes.ts';
import { partName, placeOfParagraph, readParagraphs, type WordParagraph } from './template-paragraphs.ts';
import { isRowKind, prototypeRows } from './template-rows.ts';
import { readStyles, resolveLook, type WordStyle } from './template-styles.ts';
import { readTables } from './template-tables.ts';
import { type ReadTag, readTags, type TagReading, withPlainTags } from './template-tags.ts';

/** What an untrusted .docx may unpack to. */
const LIMITS = { entries: 2000, unpacked: 60_000_000 };
const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const CONTENT_TYPES = '[Content_Types].xml';
const REQUIRED = [CONTENT_TYPES, '_rels/.rels', DOCUMENT, 'word/_rels/document.xml.rels', STYLES];
/** By these the packages of other programs are known. */
const OTHER_PACKAGES = ['xl/workbook.xml', 'ppt/presentation.xml', 'content.xml'];
const TEMPLATED = /^word\/(?:document|header\d*|footer\d*)\.xml$/;
/** Their words are Word's own to number: tags in them are not filled, and must be told of. */
const NOTES = /^word\/(?:footnotes|endnotes)\.xml$/;

interface Part {
  readonly name: string;
  /** What Word calls it. */
  readonly label: string;
  readonly tokens: readonly XmlToken[];
  readonly paragraphs: readonly WordParagraph[];
}

/**
 * Reads a template: its tags become a tree, its slots with their headings the outline.
 * Reports `mau-khong-phai-docx`, `mau-qua-lon`, `mau-thieu-phan`, `mau-xml-hong`, `mau-con-dau-sua`, and for its tags
 * what `tagProblems` reports, `duong-ke-sai` and `mau-khong-doc-duoc-the`.
 */
export function readTemplate(bytes: Uint8Array, id: string, file: string): Outcome<Template | undefined> {
  const { value, problems } = inspectTemplate(bytes, id, file);
  return { value: value?.template, problems };
}

export interface InspectedTemplate {
  readonly facts: TemplateFacts;
  /** `undefined` when no report can be made from it. */
  readonly template: Template | undefined;
}

/** Reads a template as far as it can be read; what `readTemplate` reports. */
export function inspectTemplate(bytes: Uint8Array, id: string, file: string): Outcome<InspectedTemplate | undefined> {
  const atFile: Place = { kind: 'file', file };
  const entries = readZip(bytes, LIMITS);
  if ('fault' in entries) {
    const fault =
      entries.fault === 'too-large'
        ? problem('mau-qua-lon', { limit: LIMITS.unpacked }, atFile)
        : problem('mau-khong-phai-docx', { cause: kindOfFile(bytes, entries.cause) }, atFile);
    return { value: undefined, problems: [fault] };
  }
  if (OTHER_PACKAGES.some((part) => entries.has(part))) {
    const fault = problem('mau-khong-phai-docx', { cause: kindOfPackage(entries) }, atFile);
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
    else if (TEMPLATED.test(entry.name)) texts.set(entry.name, plainTags(withoutOwnBookmarks(read)));
    else texts.set(entry.name, read);
  }
  const other = kindOfDocument(texts.get(CONTENT_TYPES)?.xml ?? '');
  if (other !== undefined) problems.push(problem('mau-khong-phai-docx', { cause: other }, atFile));
  problems.push(...missingTargets(entries, texts, file));
  if (problems.length > 0) return { value: undefined, problems };
  const styles = readStyles(texts.get(STYLES)?.tokens ?? []);
  const uses = headerUses(texts);
  const parts: Part[] = [...texts]
    .filter(([name]) => TEMPLATED.test(name) || NOTES.test(name))
    .map(([name, { tokens }]) => {
      return { name, label: partName(name, uses.get(name)), tokens, paragraphs: readParagraphs(tokens, styles) };
    });
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

function plainTags({ xml, tokens }: ReadPart): ReadPart {
  const plain = withPlainTags(tokens);
  return plain === tokens ? { xml, tokens } : { xml: plain.map(({ raw }) => raw).join(''), tokens: plain };
}

/** What the body's sections take each header and footer for: `default`, `first` or `even`. */
function headerUses(texts: ReadonlyMap<string, ReadPart>): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const token of texts.get('word/_rels/document.xml.rels')?.tokens ?? []) {
    const id = token.kind === 'open' ? attribute(token.raw, 'Id') : undefined;
    if (id !== undefined) parts.set(id, `word/${attribute(token.raw, 'Target') ?? ''}`);
  }
  const uses = new Map<string, string>();
  for (const token of texts.get(DOCUMENT)?.tokens ?? []) {
    if (token.kind !== 'open' || !/^w:(?:header|footer)Reference$/.test(token.name)) continue;
    const part = parts.get(attribute(token.raw, 'r:id') ?? '');
    const use = attribute(token.raw, 'w:type') ?? 'default';
    if (part !== undefined && (use === 'default' || !uses.has(part))) uses.set(part, use);
  }
  return uses;
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

/** What the library refuses and the check of tags told of already, in the users' words. */
const TOLD = new Set([
  'unopened_tag',
  'unclosed_tag',
  'duplicate_open_tag',
  'duplicate_close_tag',
  'unclosed_loop',
  'unopened_loop',
  'closing_tag_does_not_match_opening_tag',
  'unbalanced_loop_tags',
  'loop_position_invalid',
  'raw_xml_tag_should_be_only_text_in_paragraph',
  'raw_tag_not_in_paragraph',
]);

/** LibreOffice writes Word's own names with capitals; Word reads them as its own. */
const WORDS_OWN: readonly string[] = [STYLE_NAMES.footnoteText, STYLE_NAMES.footnoteMark];

function styleName(name: string): string {
  const own = name.toLowerCase();
  return WORDS_OWN.includes(own) ? own : name.normalize('NFC');
}

const BLOCK_TAG = /^\{[#/^][^}]*\}$/;

class TemplateReader {
  private readonly problems: Problem[] = [];
  private readonly reading: TagReading;

  constructor(
    private readonly id: string,
    private readonly file: string,
    private readonly bytes: Uint8Array,
    private readonly texts: ReadonlyMap<string, ReadPart>,
    private readonly styles: ReadonlyMap<string, WordStyle>,
    private readonly parts: readonly Part[],
  ) {
    const readings = parts.map(({ name, paragraphs }) => readTags(name, paragraphs));
    this.reading = {
      tags: readings.flatMap(({ tags }) => tags),
      faults: readings.flatMap(({ faults }) => faults),
    };
  }

  read(): Outcome<InspectedTemplate> {
    const tables = readTables(this.partOf(DOCUMENT)?.tokens ?? []);
    const place = (part: string, paragraph: WordParagraph | undefined): TemplatePlace => this.placeOf(part, paragraph);
    this.problems.push(...tagProblems({ reading: this.reading, tables, place }), ...leftMarks(this.parts, place));
    const facts = this.facts();
    const parsed = this.parse();
    if (parsed === undefined) return { value: { facts, template: undefined }, problems: this.problems };
    const parts: Record<string, readonly TemplateNode[]> = {};
    for (const part of this.parts) {
      const pieces = parsed.get(part.name);
      if (pieces !== undefined) parts[part.name] = this.nodesOf(part, pieces);
    }
    return { value: { facts, template: { ...facts, parts } }, problems: this.problems };
  }

  private facts(): TemplateFacts {
    const tags = this.tagUses();
    const fields = tags.filter(({ kind, row }) => kind === 'field' && row === undefined).map(({ name }) => name);
    return {
      id: this.id,
      file: this.file,
      outline: this.outline(),
      styles: this.styleIds(),
      fields: [...new Set(fields)],
      prototypes: [...new Set<RowKind>(prototypeRows(this.reading.tags).map(({ row }) => row))],
      tags,
      bareSlots: this.bareSlots(),
      emptyHeadings: this.emptyHeadings(),
      freeBookmark: this.highest('w:bookmarkStart') + 1,
      freeFootnote: Math.max(0, this.highest('w:footnote')) + 1,
      bytes: this.bytes,
    };
  }

  private partOf(name: string): Part | undefined {
    return this.parts.find((part) => part.name === name);
  }

  private placeOf(part: string, paragraph: WordParagraph | undefined): TemplatePlace {
    return placeOfParagraph(this.file, part, this.partOf(part)?.label ?? part, paragraph);
  }

  /** docxtemplater's reading of the tags; `undefined` after its faults were reported. */
  private parse(): ReadonlyMap<string, readonly ParsedPart[]> | undefined {
    const setsDelimiters = this.reading.tags.some(({ name }) => name.startsWith('='));
    if (this.reading.faults.length > 0 || setsDelimiters) return undefined;
    const templated = this.parts.map(({ name }) => name).filter((name) => TEMPLATED.test(name));
    const needed = [...this.texts].filter(([name]) => templated.includes(name) || REQUIRED.includes(name));
    const read = parseWithLibrary(new Map(needed.map(([name, { xml }]) => [name, xml])), templated);
    if ('parts' in read) return read.parts;
    const told = hasErrors(this.problems);
    for (const fault of read.faults) if (!told || !TOLD.has(fault.id)) this.problems.push(this.problemOf(fault));
    return undefined;
  }

  private problemOf({ offset, part, explanation }: LibraryFault): Problem {
    const within = ({ start, end }: WordParagraph): boolean =>
      offset !== undefined && offset >= start && offset < Math.max(end, start + 1);
    const paragraph = this.partOf(part)?.paragraphs.find(within);
    const at: Place = paragraph === undefined ? { kind: 'file', file: this.file } : this.placeOf(part, paragraph);
    return problem('mau-khong-doc-duoc-the', { cause: explanation }, at);
  }

  private nodesOf(part: Part, pieces: readonly ParsedPart[]): readonly TemplateNode[] {
    return new NodeReader((text) => this.lineRule(part, text)).read(pieces);
  }

  private tagUses(): readonly TagUse[] {
    const opening = this.reading.tags.filter(({ sign }) => sign !== '/');
    return opening.map(({ sign, name, part, paragraph }) => {
      const at = this.placeOf(part, paragraph);
      if (sign !== '') return { kind: sign === '@' ? 'slot' : 'condition', name, at };
      const [first, ...rest] = name.split('.');
      return isRowKind(first) ? { kind: 'field', name: rest.join('.'), row: first, at } : { kind: 'field', name, at };
    });
  }

  /** Slots in reading order. A slot inside a condition of its own name is optional. */
  private outline(): readonly OutlineSlot[] {
    return this.slotTags().map(({ name, paragraph, inside }) => ({
      slot: name,
      headings: paragraph.headings,
      heading: this.headingOf(paragraph),
      optional: inside.some((block) => block.sign === '#' && block.name === name),
    }));
  }

  private slotTags = (): readonly ReadTag[] => this.reading.tags.filter(({ sign }) => sign === '@');

  private bodyParagraphs = (): readonly WordParagraph[] =>
    (this.partOf(DOCUMENT)?.paragraphs ?? []).filter(({ text }) => text.trim() !== '' && !BLOCK_TAG.test(text.trim()));

  /** The heading just above a slot; empty when text or another slot stands between. */
  private headingOf(paragraph: WordParagraph): string {
    const paragraphs = this.bodyParagraphs();
    const above = paragraphs[paragraphs.indexOf(paragraph) - 1];
    return above?.level === undefined ? '' : above.text.trim();
  }

  private bareSlots(): TemplateFacts['bareSlots'] {
    const slots = this.slotTags();
    const paragraphs = this.bodyParagraphs();
    return slots.slice(1, -1).flatMap(({ name, part, paragraph }, i) => {
      const [from, to] = [slots[i]?.paragraph, paragraph].map((one) =>
        one === undefined ? -1 : paragraphs.indexOf(one),
      );
      const between = paragraphs.slice((from ?? -1) + 1, to);
      const bare = !between.some(({ level }) => level !== undefined);
      return bare ? [{ slot: name, at: this.placeOf(part, paragraph) }] : [];
    });
  }

  private emptyHeadings(): readonly TemplatePlace[] {
    const paragraphs = this.bodyParagraphs();
    return paragraphs
      .filter(({ level, cell, inTextBox }, i) => {
        const next = paragraphs[i + 1];
        if (level === undefined || cell !== undefined || inTextBox) return false;
        return next === undefined || (next.level !== undefined && next.level <= level && next.cell === undefined);
      })
      .map((paragraph) => this.placeOf(DOCUMENT, paragraph));
  }

  private styleIds(): Template['styles'] {
    const ids: Record<'paragraph' | 'character' | 'table', Record<string, string>> = {
      paragraph: {},
      character: {},
      table: {},
    };
    for (const style of this.styles.values()) {
      if (style.type !== 'numbering') ids[style.type][styleName(style.name)] = style.id;
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
      this.problems.push(problem('duong-ke-sai', { text }, { kind: 'template', file: this.file, part: part.label }));
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
