import path from 'node:path';
import { kindOfFile, kindOfPackage, startsWith } from '../../model/file-kind.ts';
import type { Wording } from '../../model/problem.ts';
import { parseTree, type XmlElement } from '../../ooxml/tree.ts';
import { readZip, unpack, type ZipEntry } from '../../ooxml/zip.ts';

/** The parts of a .docx, found as Word finds them: by their relationships, not by their names. */
export interface WordPackage {
  readonly document: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly theme: XmlElement | undefined;
  readonly settings: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  /** Pages that the program which saved it counted. */
  readonly pages: number | undefined;
  /** A header or footer by its relationship's id. */
  readonly related: (id: string) => XmlElement | undefined;
}

export type Unreadable =
  | { readonly fault: 'not-docx'; readonly cause: Wording }
  | { readonly fault: 'too-large' }
  | { readonly fault: 'damaged'; readonly part: string; readonly cause: string };

/** Pictures may be many; what is unpacked is XML, and of that no official document has so much. Bytes. */
const LIMITS = { entries: 5000, unpacked: 2_000_000_000 };
const LARGEST_PART = 24_000_000;
const PACKAGE_RELATIONS = '_rels/.rels';

/** XML text in the encodings that Word reads. */
function decoded(data: Uint8Array): string | undefined {
  const utf16 = startsWith(data, [0xff, 0xfe]) ? 'utf-16le' : startsWith(data, [0xfe, 0xff]) ? 'utf-16be' : undefined;
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

class PackageReader {
  private fault: Unreadable | undefined;

  constructor(private readonly entries: ReadonlyMap<string, ZipEntry>) {}

  read(): WordPackage | Unreadable {
    const main = this.ofType(PACKAGE_RELATIONS, '', 'officeDocument') ?? 'word/document.xml';
    if (!this.entries.has(main)) return { fault: 'not-docx', cause: kindOfPackage(this.entries) };
    const document = this.tree(main);
    if (document !== undefined && document.name !== 'w:document')
      return { fault: 'not-docx', cause: kindOfPackage(this.entries) };
    const folder = path.posix.dirname(main);
    const relationsPart = path.posix.join(folder, '_rels', `${path.posix.basename(main)}.rels`);
    const ofType = (type: string): XmlElement | undefined => this.optional(this.ofType(relationsPart, folder, type));
    const relations = this.relations(relationsPart, folder);
    const app = this.optional(this.ofType(PACKAGE_RELATIONS, '', 'extended-properties'));
    const pages = Number(app?.children.find(({ name }) => name.endsWith('Pages'))?.text);
    // Read at once, so that a damaged one is told of.
    const stories = [...relations].filter(([, { type }]) => type === 'header' || type === 'footer');
    const related = new Map(stories.map(([id, relation]) => [id, this.optional(relation.part)]));
    const read = {
      styles: ofType('styles'),
      numbering: ofType('numbering'),
      theme: ofType('theme'),
      settings: ofType('settings'),
      footnotes: ofType('footnotes'),
      endnotes: ofType('endnotes'),
      pages: Number.isInteger(pages) && pages > 0 ? pages : undefined,
      related: (id: string) => related.get(id),
    };
    if (this.fault !== undefined) return this.fault;
    return document === undefined ? { fault: 'damaged', part: main, cause: 'trống / empty' } : { document, ...read };
  }

  private ofType(part: string, folder: string, type: string): string | undefined {
    return [...this.relations(part, folder).values()].find((relation) => relation.type === type)?.part;
  }

  private relations(part: string, folder: string): ReadonlyMap<string, Relation> {
    const found = new Map<string, Relation>();
    for (const { attributes } of this.optional(part)?.children ?? []) {
      const { Id: id, Type: type = '', Target: target = '', TargetMode: mode } = attributes;
      if (id === undefined || mode === 'External') continue;
      const absolute = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target);
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: absolute });
    }
    return found;
  }

  private optional(part: string | undefined): XmlElement | undefined {
    return part !== undefined && this.entries.has(part) ? this.tree(part) : undefined;
  }

  /** A part as a tree; what is wrong with it is kept as the package's fault. */
  private tree(part: string): XmlElement | undefined {
    const entry = this.entries.get(part);
    if (entry === undefined) return undefined;
    if (entry.size > LARGEST_PART) {
      this.fault ??= { fault: 'too-large' };
      return undefined;
    }
    const data = unpack(entry);
    const xml = data === undefined ? undefined : decoded(data);
    const tree = xml === undefined ? { cause: data === undefined ? 'zip' : 'UTF-8' } : parseTree(xml);
    if (!('cause' in tree)) return tree;
    this.fault ??= { fault: 'damaged', part, cause: tree.cause };
    return undefined;
  }
}

export function openPackage(bytes: Uint8Array): WordPackage | Unreadable {
  const entries = readZip(bytes, LIMITS);
  if (!('fault' in entries)) return new PackageReader(entries).read();
  if (entries.fault === 'too-large') return { fault: 'too-large' };
  return { fault: 'not-docx', cause: kindOfFile(bytes, entries.cause) };
}
