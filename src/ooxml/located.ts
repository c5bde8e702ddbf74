import { tokenize, unescapeXml } from './xml.ts';

/** An element of a part with its place in the part's text, so that one can be changed and all others stay as they are. */
export interface LocatedElement {
  readonly name: string;
  /** From the opening tag's first sign to behind the closing tag's last. */
  readonly start: number;
  readonly end: number;
  /** What stands between the tags; equal for an element that closes itself. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly children: readonly LocatedElement[];
}

interface Growing {
  readonly name: string;
  readonly start: number;
  readonly innerStart: number;
  readonly children: LocatedElement[];
}

/** The root element of a part that is well-formed; `undefined` when it is not. */
export function locate(xml: string): LocatedElement | undefined {
  const tokens = tokenize(xml);
  if ('cause' in tokens) return undefined;
  const open: Growing[] = [];
  let root: LocatedElement | undefined;
  let at = 0;
  const done = (element: LocatedElement): void => {
    open.at(-1)?.children.push(element);
    if (open.length === 0) root ??= element;
  };
  for (const token of tokens) {
    const start = at;
    at += token.raw.length;
    if (token.kind === 'open' && token.selfClosing) {
      done({ name: token.name, start, end: at, innerStart: at, innerEnd: at, children: [] });
    } else if (token.kind === 'open') {
      open.push({ name: token.name, start, innerStart: at, children: [] });
    } else if (token.kind === 'close') {
      const closed = open.pop();
      if (closed !== undefined) done({ ...closed, innerEnd: start, end: at });
    }
  }
  return root;
}

export const outerXml = (xml: string, { start, end }: LocatedElement): string => xml.slice(start, end);

/** The opening tag, or the whole of an element that closes itself. */
export const openingTag = (xml: string, { start, innerStart }: LocatedElement): string => xml.slice(start, innerStart);

export const childNamed = (element: LocatedElement | undefined, name: string): LocatedElement | undefined =>
  element?.children.find((child) => child.name === name);

/** All elements of a name below, outermost first, in the order of the text. */
export function* below(element: LocatedElement, name: string): Generator<LocatedElement> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* below(child, name);
  }
}

/** The words of an element: its `<w:t>`, joined. */
export const wordsOf = (xml: string, element: LocatedElement): string =>
  [...below(element, 'w:t')].map((text) => unescapeXml(xml.slice(text.innerStart, text.innerEnd))).join('');

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with pieces replaced that do not overlap. */
export function spliced(xml: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of [...splices].sort((a, b) => a.start - b.start)) {
    result += xml.slice(at, start) + text;
    at = end;
  }
  return result + xml.slice(at);
}
