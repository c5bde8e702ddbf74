import path from 'node:path';
import type { Wording } from '../../model/problem.ts';
import { say } from '../../model/problems/kind.ts';
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

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, i) => bytes[i] === sign);

/** What a file that is no zip package is, as far as its first bytes tell. */
function otherKind(bytes: Uint8Array): Wording {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart();
  if (bytes.length === 0) return say('tệp trống', 'the file is empty');
  if (startsWith(bytes, OLE)) {
    const utf16 = (name: string): Buffer => Buffer.from(name, 'utf16le');
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (file.includes(utf16('EncryptedPackage'))) return say('tệp có mật khẩu', 'the file has a password');
    return say('tệp kiểu cũ .doc, .xls hoặc .ppt', 'an old .doc, .xls or .ppt file');
  }
  if (head.startsWith('{\\rtf')) return say('tệp .rtf', 'an .rtf file');
  if (head.startsWith('%PDF')) return say('tệp .pdf', 'a .pdf file');
  if (/^(?:<!doctype html|<html|<\?xml)/i.test(head)) return say('trang web hoặc tệp XML', 'a web page or an XML file');
  if (head.startsWith('PK')) return say('tệp .docx tải dở hoặc bị hỏng', 'a .docx that is cut off or damaged');
  return say('không phải gói zip', 'no zip package');
}

/** What a zip package is that is no .docx. */
function otherPackage(names: ReadonlyMap<string, unknown>): Wording {
  if (names.has('xl/workbook.xml')) return say('tệp Excel .xlsx', 'an Excel .xlsx file');
  if (names.has('ppt/presentation.xml')) return say('tệp PowerPoint .pptx', 'a PowerPoint .pptx file');
  if (names.has('content.xml')) return say('tệp LibreOffice .odt, .ods', 'a LibreOffice .odt or .ods file');
  return say('gói zip không có văn bản Word', 'a zip package without a Word document');
}

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
    if (!this.entries.has(main)) return { fault: 'not-docx', cause: otherPackage(this.entries) };
    const document = this.tree(main);
    if (document !== undefined && document.name !== 'w:document')
      return { fault: 'not-docx', cause: otherPackage(this.entries) };
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
  if (entries.cause !== 'zip')
    return { fault: 'not-docx', cause: say(`gói zip hỏng: ${entries.cause}`, `damaged zip package: ${entries.cause}`) };
  return { fault: 'not-docx', cause: otherKind(bytes) };
}
