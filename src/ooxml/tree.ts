import { tokenize, unescapeXml } from './xml.ts';

/** An element of a part. Names carry the prefixes that Word writes (`w:p`), whatever prefixes the file itself uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of elements in it. */
  readonly text: string;
}

const WORD_2006 = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const MICROSOFT = 'http://schemas.microsoft.com/office/word/2010/';

/** Namespace → the prefix that Word writes for it; transitional and strict forms are the same to a reader. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${WORD_2006}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${WORD_2006}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${WORD_2006}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${WORD_2006}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}drawingml/wordprocessingDrawing`, 'wp'],
  [`${WORD_2006}markup-compatibility/2006`, 'mc'],
  [`${MICROSOFT}wordprocessingShape`, 'wps'],
  [`${MICROSOFT}wordprocessingGroup`, 'wpg'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);

type Prefixes = ReadonlyMap<string, string>;

const ATTRIBUTE = /\s+([^\s=>/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

function attributesOf(raw: string): readonly (readonly [string, string])[] {
  return [...raw.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
    name,
    unescapeXml(double ?? single ?? ''),
  ]);
}

/** The prefixes that hold inside an element; only those are kept that differ from Word's own. */
function prefixesWithin(outer: Prefixes, attributes: readonly (readonly [string, string])[]): Prefixes {
  let inner: Map<string, string> | undefined;
  for (const [name, uri] of attributes) {
    const declared = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
    if (declared === undefined) continue;
    inner ??= new Map(outer);
    inner.set(declared, PREFIXES.get(uri) ?? declared);
  }
  return inner ?? outer;
}

function renamed(name: string, prefixes: Prefixes, isAttribute: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0) {
    const prefix = isAttribute ? '' : (prefixes.get('') ?? '');
    return prefix === '' ? name : `${prefix}:${name}`;
  }
  const prefix = name.slice(0, colon);
  return `${prefixes.get(prefix) ?? prefix}${name.slice(colon)}`;
}

interface Growing {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** A part as a tree, or why it is none. */
export function parseTree(xml: string): XmlElement | { readonly cause: string } {
  const tokens = tokenize(xml);
  if ('cause' in tokens) return tokens;
  let root: XmlElement | undefined;
  const open: { element: Growing; prefixes: Prefixes }[] = [];
  for (const token of tokens) {
    const parent = open.at(-1);
    if (token.kind === 'text') {
      if (parent !== undefined) parent.element.text += unescapeXml(token.raw);
    } else if (token.kind === 'open') {
      const stated = attributesOf(token.raw);
      const prefixes = prefixesWithin(parent?.prefixes ?? new Map(), stated);
      const attributes: Record<string, string> = Object.create(null);
      for (const [name, value] of stated) attributes[renamed(name, prefixes, true)] = value;
      const element: Growing = { name: renamed(token.name, prefixes, false), attributes, children: [], text: '' };
      parent?.element.children.push(element);
      root ??= element;
      if (!token.selfClosing) open.push({ element, prefixes });
    } else if (token.kind === 'close') {
      open.pop();
    }
  }
  return root ?? { cause: 'trống / empty' };
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** `w:val` of a child element, the way Word states most properties. */
export const statedOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val'];

/** All elements of a name below, outermost first. */
export function* descendants(element: XmlElement | undefined, name: string): Generator<XmlElement> {
  for (const child of element?.children ?? []) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}
