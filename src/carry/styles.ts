import type { Carried } from '../model/carry.ts';
import {
  childNamed,
  type LocatedElement,
  locate,
  openingTag,
  outerXml,
  type Splice,
  spliced,
} from '../ooxml/located.ts';
import { attribute, escapeXml } from '../ooxml/xml.ts';
import { differences, propertiesOf } from './properties.ts';
import { namespacesOf, prefixOf, rewrite, type ThemeFonts, withAttribute, withoutTheme } from './rewrite.ts';

/** What of a style is look. The rest (its name, what follows it, where Word lists it) is the template's own. */
const LOOK = new Set(['w:pPr', 'w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr', 'w:tblStylePr']);
/** What stands before `w:numPr` in `w:pPr`, after the schema. */
const BEFORE_NUMBERING = new Set([
  'w:pStyle',
  'w:keepNext',
  'w:keepLines',
  'w:pageBreakBefore',
  'w:framePr',
  'w:widowControl',
]);

interface Style {
  readonly element: LocatedElement;
  readonly id: string;
  readonly name: string;
  /** Type and name: Word writes its own styles' names in small letters, and some programs do not. */
  readonly key: string;
}

/** word/styles.xml of a template. */
export class StyleSheet {
  readonly root: LocatedElement;
  readonly byKey = new Map<string, Style>();
  readonly byId = new Map<string, Style>();

  constructor(readonly xml: string) {
    const root = locate(xml);
    if (root === undefined) throw new Error('word/styles.xml was read before');
    this.root = root;
    for (const element of root.children) {
      if (element.name !== 'w:style') continue;
      const tag = openingTag(xml, element);
      const name = this.stated(element, 'w:name') ?? '';
      const id = attribute(tag, 'w:styleId') ?? '';
      const style = { element, id, name, key: `${attribute(tag, 'w:type') ?? 'paragraph'} ${name.toLowerCase()}` };
      this.byKey.set(style.key, style);
      this.byId.set(id, style);
    }
  }

  stated(element: LocatedElement, name: string): string | undefined {
    const child = childNamed(element, name);
    return child === undefined ? undefined : attribute(openingTag(this.xml, child), 'w:val');
  }

  nameOf = (id: string): string => this.byId.get(id)?.name.toLowerCase() ?? id;
}

/** Carries the look of styles from one template to another, where both have them. */
export class StyleCarrier {
  private readonly splices: Splice[] = [];
  private readonly added = new Map<string, string>();
  private readonly addedXml: string[] = [];
  private readonly declared: ReadonlyMap<string, string>;
  readonly changes: Carried[] = [];

  constructor(
    private readonly source: StyleSheet,
    private readonly target: StyleSheet,
    private readonly fonts: ThemeFonts,
  ) {
    this.declared = namespacesOf(openingTag(target.xml, target.root));
  }

  /** All shared styles, and the document's defaults. */
  carryAll(): void {
    this.carryDefaults();
    for (const [key, style] of this.source.byKey) {
      const own = this.target.byKey.get(key);
      if (own !== undefined) this.carry(style, own);
    }
  }

  /** The id in the target of a style that a carried piece uses; a style that is not there is added. */
  idFor(sourceId: string): string {
    const style = this.source.byId.get(sourceId);
    if (style === undefined) return sourceId;
    const own = this.target.byKey.get(style.key);
    const known = own?.id ?? this.added.get(style.key);
    return known ?? this.add(style);
  }

  /** The target's styles as they become. */
  xml(): string {
    const { xml, root } = this.target;
    if (this.splices.length === 0 && this.addedXml.length === 0) return xml;
    return spliced(xml, [...this.splices, { start: root.innerEnd, end: root.innerEnd, text: this.addedXml.join('') }]);
  }

  private carryDefaults(): void {
    const from = childNamed(this.source.root, 'w:docDefaults');
    const own = childNamed(this.target.root, 'w:docDefaults');
    if (from === undefined || own === undefined) return;
    const text = this.adapted(outerXml(this.source.xml, from));
    const what = this.difference(outerXml(this.target.xml, own), text);
    if (what === undefined) return;
    this.splices.push({ start: own.start, end: own.end, text });
    const where = { vi: 'mặc định của văn bản', en: 'the defaults of the document' };
    this.changes.push({ part: 'styles', left: false, where, what });
  }

  private carry(style: Style, own: Style): void {
    const text = this.styleText(style, own);
    const what = this.difference(outerXml(this.target.xml, own.element), text);
    if (what === undefined) return;
    this.splices.push({ start: own.element.start, end: own.element.end, text });
    const where = { vi: `kiểu "${own.name}"`, en: `style "${own.name}"` };
    this.changes.push({ part: 'styles', left: false, where, what });
  }

  private difference(before: string, after: string): Carried['what'] | undefined {
    const [was, becomes] = [locate(before), locate(after)];
    if (was === undefined || becomes === undefined) throw new Error('a style was read before');
    const name = (id: string): string =>
      [...this.added].find(([, known]) => known === id)?.[0] ?? this.target.nameOf(id);
    return differences(propertiesOf(before, was, name), propertiesOf(after, becomes, name));
  }

  /** The target's style with the source's look. Numbering is the template's own: it hangs on its list of numberings. */
  private styleText(style: Style, own: Style): string {
    const { xml } = this.target;
    const base = this.source.stated(style.element, 'w:basedOn');
    const head = own.element.children
      .filter(({ name }) => !LOOK.has(name) && name !== 'w:basedOn')
      .map((child) => ({ name: child.name, text: outerXml(xml, child) }));
    const named = head.findLastIndex(({ name }) => name === 'w:name' || name === 'w:aliases');
    if (base !== undefined) {
      const text = `<w:basedOn w:val="${escapeXml(this.idFor(base))}"/>`;
      head.splice(named + 1, 0, { name: 'w:basedOn', text });
    }
    const numbering = childNamed(childNamed(own.element, 'w:pPr'), 'w:numPr');
    const look = this.lookOf(style, numbering === undefined ? '' : outerXml(xml, numbering));
    const inside = head.map(({ text }) => text).join('') + look;
    return `${openingTag(xml, own.element)}${inside}</w:style>`;
  }

  private lookOf(style: Style, numbering: string): string {
    const { xml } = this.source;
    const looks = style.element.children.filter(({ name }) => LOOK.has(name));
    const pieces = looks.map((child) =>
      child.name === 'w:pPr' ? this.paragraphLook(child, numbering) : this.adapted(outerXml(xml, child)),
    );
    if (numbering !== '' && !looks.some(({ name }) => name === 'w:pPr')) pieces.unshift(`<w:pPr>${numbering}</w:pPr>`);
    return pieces.join('');
  }

  private paragraphLook(properties: LocatedElement, numbering: string): string {
    const { xml } = this.source;
    const children = properties.children.filter(({ name }) => name !== 'w:numPr');
    const pieces = children.map((child) => this.adapted(outerXml(xml, child)));
    const at = children.findLastIndex(({ name }) => BEFORE_NUMBERING.has(name)) + 1;
    pieces.splice(at, 0, numbering);
    const inside = pieces.join('');
    return inside === '' ? '' : `<w:pPr>${inside}</w:pPr>`;
  }

  private add(style: Style): string {
    const { xml } = this.source;
    const taken = (id: string): boolean => this.target.byId.has(id) || [...this.added.values()].includes(id);
    let id = style.id;
    for (let n = 2; taken(id); n += 1) id = `${style.id}${n}`;
    this.added.set(style.key, id);
    const head = style.element.children
      .filter(({ name }) => !LOOK.has(name) && name !== 'w:next' && name !== 'w:link')
      .map((child) =>
        child.name === 'w:basedOn'
          ? `<w:basedOn w:val="${escapeXml(this.idFor(this.source.stated(style.element, 'w:basedOn') ?? ''))}"/>`
          : this.adapted(outerXml(xml, child)),
      );
    // The target has its default styles: one more of a kind would make Word choose.
    const tag = withAttribute(openingTag(xml, style.element), 'w:styleId', escapeXml(id)).replace(
      /\sw:default="[^"]*"/,
      '',
    );
    this.addedXml.push(`${tag}${head.join('')}${this.lookOf(style, '')}</w:style>`);
    const where = { vi: `kiểu "${style.name}"`, en: `style "${style.name}"` };
    this.changes.push({
      part: 'styles',
      left: false,
      where,
      what: { vi: 'thêm vào mẫu', en: 'added to the template' },
    });
    return id;
  }

  /** A piece of the source's styles as the target can hold it. */
  private adapted(xml: string): string {
    return rewrite(xml, (tag, name) => {
      const prefix = prefixOf(name);
      if (name === 'w:rsid' || name === 'w:numPr') return undefined;
      if (prefix !== 'w' && !this.declared.has(prefix)) return undefined;
      return withoutTheme(tag, name, this.fonts);
    });
  }
}
