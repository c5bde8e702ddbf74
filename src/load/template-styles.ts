import { attribute, type XmlToken } from '../ooxml/xml.ts';

/** A style of a Word file, as far as the program looks at it. `undefined` means: not stated here, see `basedOn`. */
export interface WordStyle {
  readonly id: string;
  readonly name: string;
  readonly type: 'paragraph' | 'character' | 'table' | 'numbering';
  readonly basedOn?: string;
  readonly halfPoints?: number;
  readonly bold?: boolean;
  readonly capitals?: boolean;
  /** 0 for the highest heading. */
  readonly outlineLevel?: number;
}

export interface RunLook {
  readonly halfPoints?: number;
  readonly bold?: boolean;
  readonly capitals?: boolean;
}

const toggled = (tag: string): boolean => !/^(0|false|none|off)$/.test(attribute(tag, 'w:val') ?? 'true');

/** Size, bold and capitals that a run's properties state. */
export function runLook(tokens: Iterable<XmlToken>): RunLook {
  let look: RunLook = {};
  for (const token of tokens) {
    if (token.kind !== 'open') continue;
    if (token.name === 'w:sz') look = { ...look, halfPoints: Number(attribute(token.raw, 'w:val')) };
    if (token.name === 'w:b') look = { ...look, bold: toggled(token.raw) };
    if (token.name === 'w:caps') look = { ...look, capitals: toggled(token.raw) };
  }
  return look;
}

const TYPES = ['paragraph', 'character', 'table', 'numbering'] as const;

/** The styles of word/styles.xml by id, with the document's defaults under the id ''. */
export function readStyles(tokens: readonly XmlToken[]): ReadonlyMap<string, WordStyle> {
  const styles = new Map<string, WordStyle>();
  let current: XmlToken[] | undefined;
  let opening = '';
  let closing = '';
  for (const token of tokens) {
    if (token.kind === 'open' && !token.selfClosing && (token.name === 'w:style' || token.name === 'w:docDefaults')) {
      current = [];
      opening = token.raw;
      closing = token.name;
    } else if (current !== undefined && token.kind === 'close' && token.name === closing) {
      const style = styleOf(opening, closing, current);
      styles.set(style.id, style);
      current = undefined;
    } else {
      current?.push(token);
    }
  }
  return styles;
}

function styleOf(opening: string, element: string, body: readonly XmlToken[]): WordStyle {
  const stated = (name: string): string | undefined => {
    const found = body.find((token) => token.kind === 'open' && token.name === name);
    return found === undefined ? undefined : attribute(found.raw, 'w:val');
  };
  const level = stated('w:outlineLvl');
  const isDefault = element === 'w:docDefaults';
  return {
    id: isDefault ? '' : (attribute(opening, 'w:styleId') ?? ''),
    name: stated('w:name') ?? '',
    type: TYPES.find((type) => type === attribute(opening, 'w:type')) ?? 'paragraph',
    basedOn: isDefault ? undefined : (stated('w:basedOn') ?? ''),
    outlineLevel: level === undefined ? undefined : Number(level),
    ...runLook(body),
  };
}

/** What a paragraph's letters look like: its own run, then its style, then what the style is based on. */
export function resolveLook(
  styles: ReadonlyMap<string, WordStyle>,
  styleId: string,
  own: RunLook,
): { halfPoints: number; bold: boolean; capitals: boolean } {
  let { halfPoints, bold, capitals } = own;
  let style = styles.get(styleId);
  for (let steps = 0; style !== undefined && steps < 20; steps += 1) {
    halfPoints ??= style.halfPoints;
    bold ??= style.bold;
    capitals ??= style.capitals;
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return { halfPoints: halfPoints ?? 20, bold: bold ?? false, capitals: capitals ?? false };
}

/** Outline level of a style, its own or inherited: 0 for the highest heading. */
export function outlineLevel(styles: ReadonlyMap<string, WordStyle>, styleId: string): number | undefined {
  let style = styles.get(styleId);
  for (let steps = 0; style !== undefined && steps < 20; steps += 1) {
    const named = /^heading ([1-9])$/i.exec(style.name)?.[1];
    if (style.outlineLevel !== undefined) return style.outlineLevel < 9 ? style.outlineLevel : undefined;
    if (named !== undefined) return Number(named) - 1;
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return undefined;
}
