import { unescapeXml, type XmlToken } from '../ooxml/xml.ts';
import { isTextElement, type WordParagraph } from './template-paragraphs.ts';

/**
 * The tags of a template as its keeper sees them: in the words of a paragraph, however Word cuts these into runs. What is
 * wrong with them is found here, all at once; the library that takes the XML apart stops at less and says it in XML.
 */

export type TagSign = '' | '@' | '#' | '^' | '/';

export interface ReadTag {
  /** As typed, `{@the_che}`. */
  readonly typed: string;
  readonly sign: TagSign;
  readonly name: string;
  readonly part: string;
  readonly paragraph: WordParagraph;
  /** The `{#…}` and `{^…}` that it stands in, outermost first. */
  readonly inside: readonly ReadTag[];
  /** Of `{#…}` and `{^…}`: its `{/…}`. */
  closedBy?: ReadTag;
}

/** What makes a template unreadable: a brace or a block without its other half. */
export type PairFault =
  | { readonly fault: 'unclosed' | 'unopened' | 'split' | 'doubled' | 'wide' }
  | { readonly fault: 'block-unclosed' | 'block-unopened' }
  | { readonly fault: 'crossed' | 'mismatched'; readonly other: string };

export type FoundFault = PairFault & {
  readonly tag: string;
  readonly part: string;
  readonly paragraph: WordParagraph;
};

export interface TagReading {
  readonly tags: readonly ReadTag[];
  readonly faults: readonly FoundFault[];
}

/** Characters that Word or a keyboard slips into a tag unseen: blanks of every kind, joiners, soft hyphens. */
const UNSEEN = /[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+/g;

const TAG = /\{[^{}]*\}/g;
const PIECE = /\{\{+([^{}]*)\}\}+|\{([^{}]*)\}|([{}])/g;
/** Braces of another keyboard: they look alike, and would be printed. */
const WIDE = /[｛﹛]([^{}｛｝﹛﹜]*)[｝﹜]/g;
const LONE_SLOT = /^\{@[^{}]*\}$/;

/** Tag text as meant: Word puts in no-break spaces and decomposed letters. */
export const meantName = (typed: string): string => typed.replace(UNSEEN, '').normalize('NFC');

/**
 * The same XML with what harms nobody taken out: blanks and unseen characters within tags, and blanks beside a slot
 * that is else alone in its paragraph.
 */
export function withPlainTags(tokens: readonly XmlToken[]): readonly XmlToken[] {
  const changed = new Map<number, string>();
  const open: number[][] = [];
  let inText = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'text') {
      if (inText) open.at(-1)?.push(index);
    } else if (token.kind !== 'other' && isTextElement(token.name)) {
      inText = token.kind === 'open' && !token.selfClosing;
    } else if (token.kind === 'open' && token.name === 'w:p' && !token.selfClosing) {
      open.push([]);
    } else if (token.kind === 'close' && token.name === 'w:p') {
      const texts = open.pop() ?? [];
      const pieces = plainPieces(texts.map((at) => tokens[at]?.raw ?? ''));
      for (const [i, at] of texts.entries()) {
        const piece = pieces[i] ?? '';
        if (piece !== tokens[at]?.raw) changed.set(at, piece);
      }
    }
  }
  if (changed.size === 0) return tokens;
  return tokens.map((token, index) => {
    const raw = changed.get(index);
    return raw === undefined ? token : { kind: 'text', raw };
  });
}

function plainPieces(pieces: readonly string[]): readonly string[] {
  const joined = pieces.join('');
  if (!joined.includes('{')) return pieces;
  const gone = new Set<number>();
  const take = (text: string, from: number): void => {
    for (const { 0: unseen, index } of text.matchAll(UNSEEN)) {
      for (let i = 0; i < unseen.length; i += 1) gone.add(from + index + i);
    }
  };
  for (const { 0: tag, index } of joined.matchAll(TAG)) take(tag, index);
  if (LONE_SLOT.test(joined.replace(UNSEEN, ''))) take(joined, 0);
  if (gone.size === 0) return pieces;
  let at = 0;
  return pieces.map((piece) => {
    const kept = [...piece].length === piece.length ? [...piece] : piece.split('');
    const plain = kept.filter((_, i) => !gone.has(at + i)).join('');
    at += piece.length;
    return plain;
  });
}

const signOf = (name: string): TagSign => {
  const first = name.charAt(0);
  return first === '@' || first === '#' || first === '^' || first === '/' ? first : '';
};

/** Reads the tags of one part, and pairs its blocks. */
export function readTags(part: string, paragraphs: readonly WordParagraph[]): TagReading {
  const faults: FoundFault[] = [];
  const stray: { readonly brace: string; readonly tag: string; readonly paragraph: WordParagraph }[] = [];
  const found: { typed: string; paragraph: WordParagraph }[] = [];
  for (const paragraph of paragraphs) {
    // Word writes a text box twice; the second writing is for old versions.
    if (paragraph.fallback) continue;
    const text = paragraph.joined;
    for (const [, inside = ''] of text.matchAll(WIDE))
      faults.push({ fault: 'wide', tag: meantName(inside), part, paragraph });
    for (const { 0: typed, 1: doubled, 2: single, 3: brace, index } of text.matchAll(PIECE)) {
      if (doubled !== undefined) faults.push({ fault: 'doubled', tag: meantName(doubled), part, paragraph });
      else if (single !== undefined) found.push({ typed: unescapeXml(typed), paragraph });
      else if (brace !== undefined) stray.push({ brace, tag: nameBeside(text, index), paragraph });
    }
  }
  for (let i = 0; i < stray.length; i += 1) {
    const { brace, tag, paragraph } = stray[i] ?? { brace: '', tag: '', paragraph: undefined };
    if (paragraph === undefined) break;
    const next = stray[i + 1];
    const split = brace === '{' && next?.brace === '}' && next.paragraph !== paragraph;
    faults.push({ fault: split ? 'split' : brace === '{' ? 'unclosed' : 'unopened', tag, part, paragraph });
    if (split) i += 1;
  }
  return { tags: paired(part, found, faults), faults };
}

/** The word at a stray brace: after `{`, before `}`. */
function nameBeside(text: string, index: number): string {
  const word =
    text[index] === '{'
      ? /^\{\s*([\w.@#/^]*)/.exec(text.slice(index))
      : /([\w.@#/^]*)\s*\}$/.exec(text.slice(0, index + 1));
  return word?.[1] ?? '';
}

function paired(
  part: string,
  found: readonly { readonly typed: string; readonly paragraph: WordParagraph }[],
  faults: FoundFault[],
): readonly ReadTag[] {
  const names = found.map(({ typed }) => meantName(typed.slice(1, -1)));
  const open: ReadTag[] = [];
  const closesLater = (name: string, after: number): boolean => names.indexOf(`/${name}`, after + 1) !== -1;
  const tags = found.map(({ typed, paragraph }, i): ReadTag => {
    const full = names[i] ?? '';
    const sign = signOf(full);
    const name = full.slice(sign.length);
    const tag: ReadTag = { typed, sign, name, part, paragraph, inside: [...open] };
    if (sign === '#' || sign === '^') open.push(tag);
    if (sign !== '/') return tag;
    const own = name === '' ? open.length - 1 : open.findLastIndex((block) => block.name === name);
    const block = open[own];
    const top = open.at(-1);
    if (block === undefined) {
      if (top !== undefined && !closesLater(top.name, i)) {
        faults.push({ fault: 'mismatched', tag: name, other: top.name, part, paragraph });
        top.closedBy = tag;
        open.pop();
      } else {
        faults.push({ fault: 'block-unopened', tag: name, part, paragraph });
      }
      return tag;
    }
    const above = open.slice(own + 1);
    const crossing = above.find((inner) => closesLater(inner.name, i));
    block.closedBy = tag;
    if (crossing !== undefined) {
      faults.push({ fault: 'crossed', tag: name, other: crossing.name, part, paragraph });
      open.splice(own, 1);
      return tag;
    }
    for (const inner of above) faults.push(unclosed(inner));
    open.length = own;
    return tag;
  });
  for (const block of open) faults.push(unclosed(block));
  return tags;
}

const unclosed = ({ sign, name, part, paragraph }: ReadTag): FoundFault => ({
  fault: 'block-unclosed',
  tag: `${sign}${name}`,
  part,
  paragraph,
});
