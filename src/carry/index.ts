import type { Carried, CarriedPart, CarryPlan, PartTexts } from '../model/carry.ts';
import { locate, type Splice, spliced } from '../ooxml/located.ts';
import { BlockCarrier, type BlockPart, type Body, blockOf } from './block.ts';
import { PartCarrier } from './parts.ts';
import { themeFonts } from './rewrite.ts';
import { StyleCarrier, StyleSheet } from './styles.ts';

/**
 * What templates share is carried from one to another: the two are laid beside each other (styles by name, blocks by
 * their tags), what differs is listed, and of the target only that is changed. Pure: texts of parts in, texts out.
 */
const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const THEME = 'word/theme/theme1.xml';
const BLOCKS: readonly BlockPart[] = ['letterhead', 'signature'];

function bodyOf(texts: PartTexts): Body {
  const xml = texts.get(DOCUMENT) ?? '';
  const root = locate(xml);
  if (root === undefined) throw new Error('word/document.xml was read before');
  return { xml, root, styles: new StyleSheet(texts.get(STYLES) ?? '') };
}

/** Blocks among `parts` that a template does not have. */
export const missingBlocks = (texts: PartTexts, parts: readonly CarriedPart[]): readonly CarriedPart[] => {
  const body = bodyOf(texts);
  return BLOCKS.filter((part) => parts.includes(part) && blockOf(body, part) === undefined);
};

/**
 * Both templates were read without fault; `targetParts` are the names of all parts of the target. With `words`, the fixed
 * words of a block are the source's; its tags stay the target's own in any case.
 */
export function carry(
  source: PartTexts,
  target: PartTexts,
  targetParts: ReadonlySet<string>,
  wanted: readonly CarriedPart[],
  words: boolean,
): CarryPlan {
  const [from, own] = [bodyOf(source), bodyOf(target)];
  const styles = new StyleCarrier(from.styles, own.styles, themeFonts(source.get(THEME)));
  const parts = new PartCarrier(source, target, targetParts);
  if (wanted.includes('styles')) styles.carryAll();
  const splices: Splice[] = [];
  const blockChanges: Carried[] = [];
  for (const part of BLOCKS.filter((one) => wanted.includes(one))) {
    const carrier = new BlockCarrier(part, from, own, styles, parts, words);
    const made = carrier.carry();
    if (made !== undefined) splices.push({ start: made.own.start, end: made.own.end, text: made.text });
    blockChanges.push(...carrier.changes);
  }
  const texts = new Map(splices.length === 0 ? [] : parts.texts());
  if (splices.length > 0) texts.set(DOCUMENT, spliced(own.xml, splices));
  const stylesXml = styles.xml();
  if (stylesXml !== own.styles.xml) texts.set(STYLES, stylesXml);
  return {
    changes: [...styles.changes, ...blockChanges],
    texts,
    copies: splices.length === 0 ? new Map() : parts.copies,
  };
}
