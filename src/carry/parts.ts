import path from 'node:path';
import type { PartTexts } from '../model/carry.ts';
import { below, childNamed, type LocatedElement, locate, openingTag, outerXml, spliced } from '../ooxml/located.ts';
import { attribute, escapeXml } from '../ooxml/xml.ts';
import { withAttribute } from './rewrite.ts';

const RELATIONS = 'word/_rels/document.xml.rels';
const CONTENT_TYPES = '[Content_Types].xml';
const NUMBERING = 'word/numbering.xml';

/** A part as text with what is inserted before its root's end, or elsewhere. */
class Growing {
  private readonly inserts: { at: number; text: string }[] = [];
  readonly root: LocatedElement;

  constructor(readonly xml: string) {
    const root = locate(xml);
    if (root === undefined) throw new Error('every part was read before');
    this.root = root;
  }

  insert(text: string, at = this.root.innerEnd): void {
    this.inserts.push({ at, text });
  }

  text(): string | undefined {
    if (this.inserts.length === 0) return undefined;
    return spliced(
      this.xml,
      this.inserts.map(({ at, text }) => ({ start: at, end: at, text })),
    );
  }
}

/** Brings along what a carried block refers to: pictures and links through relationships, lists through numbering. */
export class PartCarrier {
  private readonly relations: Growing;
  private readonly contentTypes: Growing;
  private readonly numbering: Growing | undefined;
  private readonly knownRelations = new Map<string, string>();
  private readonly knownNumberings = new Map<string, string>();
  /** New part → the source's part. */
  readonly copies = new Map<string, string>();

  constructor(
    private readonly source: PartTexts,
    target: PartTexts,
    private readonly targetParts: ReadonlySet<string>,
  ) {
    this.relations = new Growing(target.get(RELATIONS) ?? '<Relationships/>');
    this.contentTypes = new Growing(target.get(CONTENT_TYPES) ?? '<Types/>');
    const numbering = target.get(NUMBERING);
    this.numbering = numbering === undefined ? undefined : new Growing(numbering);
  }

  /** Parts that became another, by name. */
  texts(): ReadonlyMap<string, string> {
    const found = [
      [RELATIONS, this.relations.text()],
      [CONTENT_TYPES, this.contentTypes.text()],
      [NUMBERING, this.numbering?.text()],
    ] as const;
    return new Map(found.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])));
  }

  /** The target's id for a relationship of the source's body. */
  relation(id: string): string {
    const known = this.knownRelations.get(id);
    if (known !== undefined) return known;
    const xml = this.source.get(RELATIONS) ?? '';
    const root = locate(xml);
    const tag = root?.children.map((child) => openingTag(xml, child)).find((one) => attribute(one, 'Id') === id);
    if (tag === undefined) throw new Error(`no relationship ${id}`);
    const taken = new Set(
      [...below(this.relations.root, 'Relationship')].map((one) =>
        attribute(openingTag(this.relations.xml, one), 'Id'),
      ),
    );
    let fresh = `rIdChep${this.knownRelations.size + 1}`;
    for (let n = 2; taken.has(fresh); n += 1) fresh = `rIdChep${this.knownRelations.size + 1}_${n}`;
    this.knownRelations.set(id, fresh);
    const renamed = withAttribute(tag, 'Id', fresh);
    const external = attribute(tag, 'TargetMode') === 'External';
    this.relations.insert(
      external ? renamed : withAttribute(renamed, 'Target', this.copy(attribute(tag, 'Target') ?? '')),
    );
    return fresh;
  }

  /** Takes a part over under a free name; returns its path from word/. */
  private copy(target: string): string {
    const from = target.startsWith('/') ? target.slice(1) : path.posix.normalize(`word/${target}`);
    const ending = path.posix.extname(from);
    let name = '';
    for (let n = 1; name === '' || this.targetParts.has(name) || this.copies.has(name); n += 1) {
      name = `word/media/chep${n}${ending}`;
    }
    this.copies.set(name, from);
    const extension = ending.slice(1);
    const types = this.contentTypes.root.children.map((child) => openingTag(this.contentTypes.xml, child));
    const has = types.some((tag) => attribute(tag, 'Extension')?.toLowerCase() === extension.toLowerCase());
    if (!has) this.contentTypes.insert(this.contentTypeOf(extension), this.contentTypes.root.innerStart);
    return name.slice('word/'.length);
  }

  private contentTypeOf(extension: string): string {
    const xml = this.source.get(CONTENT_TYPES) ?? '';
    const types = locate(xml)?.children.map((child) => openingTag(xml, child)) ?? [];
    const tag = types.find((one) => attribute(one, 'Extension')?.toLowerCase() === extension.toLowerCase());
    return tag ?? `<Default Extension="${escapeXml(extension)}" ContentType="application/octet-stream"/>`;
  }

  /** The target's id for a numbering of the source; `undefined` when the target has no list of numberings. */
  numberingId(id: string): string | undefined {
    const known = this.knownNumberings.get(id);
    if (known !== undefined || this.numbering === undefined) return known;
    const xml = this.source.get(NUMBERING) ?? '';
    const root = locate(xml);
    const number = root?.children.find(
      (child) => child.name === 'w:num' && attribute(openingTag(xml, child), 'w:numId') === id,
    );
    const link = childNamed(number, 'w:abstractNumId');
    const abstractId = link === undefined ? undefined : attribute(openingTag(xml, link), 'w:val');
    const abstract = root?.children.find(
      (child) => child.name === 'w:abstractNum' && attribute(openingTag(xml, child), 'w:abstractNumId') === abstractId,
    );
    if (number === undefined || link === undefined || abstract === undefined) return undefined;
    const own = this.numbering;
    const free = (element: string, name: string): number =>
      Math.max(
        0,
        ...own.root.children
          .filter((child) => child.name === element)
          .map((child) => Number(attribute(openingTag(own.xml, child), name) ?? 0)),
      ) +
      1 +
      this.knownNumberings.size;
    const [numId, abstractNumId] = [String(free('w:num', 'w:numId')), String(free('w:abstractNum', 'w:abstractNumId'))];
    const firstNumber = own.root.children.find(({ name }) => name === 'w:num')?.start ?? own.root.innerEnd;
    const open = openingTag(xml, abstract);
    // Two lists with one nsid are one to Word; and the levels' links to styles stay with the target's own list.
    const levels = outerXml(xml, abstract)
      .slice(open.length)
      .replace(/<w:(?:nsid|tmpl|pStyle|styleLink|numStyleLink)\b[^>]*\/>/g, '');
    own.insert(withAttribute(open, 'w:abstractNumId', abstractNumId) + levels, firstNumber);
    const numberText = spliced(outerXml(xml, number), [
      {
        start: link.start - number.start,
        end: link.end - number.start,
        text: `<w:abstractNumId w:val="${abstractNumId}"/>`,
      },
    ]);
    const lastNumber = own.root.children.findLast(({ name }) => name === 'w:num')?.end ?? own.root.innerEnd;
    own.insert(withAttribute(numberText, 'w:numId', numId), lastNumber);
    this.knownNumberings.set(id, numId);
    return numId;
  }
}
