import { childOf, statedOf, type XmlElement } from '../../ooxml/tree.ts';

/** What one place (a style, a run, a paragraph) states of itself. `undefined`: not stated here. Twentieths of a point. */

/** Font of ASCII letters, and of all others that are neither Asian nor right-to-left: Vietnamese letters are both. */
export interface RunProperties {
  readonly ascii?: string;
  readonly other?: string;
  readonly halfPoints?: number;
  /** `auto` or RRGGBB. */
  readonly colour?: string;
  readonly underline?: boolean;
  readonly raised?: boolean;
  readonly styleId?: string;
}

/** Properties that styles switch on and off again (ISO/IEC 29500-1, 17.7.3): at several levels they cancel out. */
export interface Toggles {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly capitals?: boolean;
  readonly smallCapitals?: boolean;
  readonly hidden?: boolean;
}

export type Alignment = 'left' | 'center' | 'right' | 'both';
export type LineRule = 'auto' | 'exact' | 'atLeast';

export interface ParagraphProperties {
  readonly alignment?: Alignment;
  readonly left?: number;
  readonly right?: number;
  /** Of the first line; negative when it hangs out. */
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  /** Lines of 240 with `auto`, else twentieths of a point. */
  readonly line?: number;
  readonly lineRule?: LineRule;
  /** No space between paragraphs of the same style. */
  readonly contextual?: boolean;
  readonly outlineLevel?: number;
  readonly pageBreakBefore?: boolean;
  /** In a frame of its own, which has its own place. */
  readonly framed?: boolean;
  readonly borderBelow?: boolean;
  readonly borderAbove?: boolean;
  /** Where text after a tab begins, nearest first. */
  readonly tabs?: readonly TabStop[];
}

export interface TabStop {
  readonly at: number;
  readonly kind: string;
}

/** What is stated above wins over what is stated below; what is not stated leaves it. */
export function over<T extends object>(below: T, above: T): T {
  const merged = { ...below };
  for (const key in above) if (above[key] !== undefined) merged[key] = above[key];
  return merged;
}

const OFF = /^(?:0|false|none|off)$/;

export function switched(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  return element === undefined ? undefined : !OFF.test(element.attributes['w:val'] ?? 'true');
}

/** A measure; `12.5pt` and `2cm` are allowed in the strict form. */
export function twips(text: string | undefined): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$/.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const UNITS: Readonly<Record<string, number>> = { mm: 56.6929, cm: 566.929, in: 1440, pt: 20, pc: 240, pi: 240 };
  return Math.round(Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1));
}

function halfPoints(text: string | undefined): number | undefined {
  const points = /^(\d+(?:\.\d+)?)pt$/.exec(text ?? '');
  if (points !== null) return Number(points[1]) * 2;
  const value = Number(text);
  return text === undefined || !Number.isFinite(value) || value <= 0 ? undefined : value;
}

/** The name of a font by its place in the theme: `minorHAnsi` → Calibri. */
export type ThemeFonts = (place: string) => string | undefined;

/** The theme's fonts for Latin letters; Vietnamese is one of them. */
export function themeFonts(theme: XmlElement | undefined): ThemeFonts {
  const scheme = childOf(childOf(theme, 'a:themeElements'), 'a:fontScheme');
  const latin = (kind: string): string | undefined => {
    const face = childOf(childOf(scheme, kind), 'a:latin')?.attributes['typeface'];
    return face === undefined || face === '' ? undefined : face;
  };
  return (place) => latin(place.startsWith('major') ? 'a:majorFont' : 'a:minorFont');
}

/** Colours that a theme calls text or dark: black in every theme that Word brings. */
const BLACK_IN_THEMES = new Set(['text1', 'dark1', 'tx1', 'dk1']);

function colourOf(properties: XmlElement | undefined): string | undefined {
  const element = childOf(properties, 'w:color');
  const stated = element?.attributes['w:val'];
  if (stated === undefined) return undefined;
  if (BLACK_IN_THEMES.has(element?.attributes['w:themeColor'] ?? '') && !/^[0-9a-f]{6}$/i.test(stated)) return 'auto';
  return stated === 'auto' ? 'auto' : stated.toUpperCase();
}

export function runProperties(element: XmlElement | undefined, fonts: ThemeFonts): RunProperties {
  const stated = childOf(element, 'w:rFonts')?.attributes ?? {};
  const font = (plain: string, theme: string): string | undefined => {
    const place = stated[theme];
    // LibreOffice writes what to take in its place behind a semicolon.
    return (place === undefined ? undefined : fonts(place)) ?? stated[plain]?.split(';')[0];
  };
  const underline = statedOf(element, 'w:u');
  const position = statedOf(element, 'w:vertAlign');
  return {
    ascii: font('w:ascii', 'w:asciiTheme'),
    other: font('w:hAnsi', 'w:hAnsiTheme'),
    halfPoints: halfPoints(statedOf(element, 'w:sz')),
    colour: colourOf(element),
    underline: underline === undefined ? undefined : underline !== 'none',
    raised: position === undefined ? undefined : position !== 'baseline',
    styleId: statedOf(element, 'w:rStyle'),
  };
}

export const toggles = (element: XmlElement | undefined): Toggles => ({
  bold: switched(element, 'w:b'),
  italic: switched(element, 'w:i'),
  capitals: switched(element, 'w:caps'),
  smallCapitals: switched(element, 'w:smallCaps'),
  hidden: switched(element, 'w:vanish'),
});

const ALIGNMENTS: Readonly<Record<string, Alignment>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
  lowKashida: 'both',
  mediumKashida: 'both',
  highKashida: 'both',
  thaiDistribute: 'both',
};

/** What Word puts where a paragraph asks for "automatic" space above or below, as web pages do. */
const AUTOMATIC_SPACE = 280;
const SINGLE_LINE = 240;
/** A character wide, where an indent is stated in hundredths of characters only. */
const CHARACTER = 240;

const isOn = (value: string | undefined): boolean => value !== undefined && !OFF.test(value);

function spacing(stated: Readonly<Record<string, string>>): ParagraphProperties {
  const side = (automatic: string, lines: string, plain: string): number | undefined => {
    if (isOn(stated[automatic])) return AUTOMATIC_SPACE;
    const hundredths = twips(stated[lines]);
    return hundredths === undefined || hundredths === 0 ? twips(stated[plain]) : (hundredths / 100) * SINGLE_LINE;
  };
  const rule = stated['w:lineRule'];
  const line = twips(stated['w:line']);
  return {
    before: side('w:beforeAutospacing', 'w:beforeLines', 'w:before'),
    after: side('w:afterAutospacing', 'w:afterLines', 'w:after'),
    line,
    lineRule: line === undefined ? undefined : rule === 'exact' || rule === 'atLeast' ? rule : 'auto',
  };
}

function indents(stated: Readonly<Record<string, string>>): ParagraphProperties {
  const characters = (name: string): number | undefined => {
    const hundredths = twips(stated[name]);
    return hundredths === undefined ? undefined : (hundredths / 100) * CHARACTER;
  };
  const hanging = twips(stated['w:hanging']);
  return {
    left: twips(stated['w:left'] ?? stated['w:start']) ?? characters('w:leftChars'),
    right: twips(stated['w:right'] ?? stated['w:end']),
    firstLine: hanging === undefined ? (twips(stated['w:firstLine']) ?? characters('w:firstLineChars')) : -hanging,
  };
}

function border(element: XmlElement | undefined, side: string): boolean | undefined {
  const stated = childOf(childOf(element, 'w:pBdr'), side)?.attributes['w:val'];
  return stated === undefined ? undefined : stated !== 'nil' && stated !== 'none';
}

export function paragraphProperties(element: XmlElement | undefined): ParagraphProperties {
  const level = Number(statedOf(element, 'w:outlineLvl') ?? Number.NaN);
  const tabs = childOf(element, 'w:tabs')?.children.map(({ attributes }) => ({
    at: twips(attributes['w:pos']) ?? 0,
    kind: attributes['w:val'] ?? 'left',
  }));
  return {
    alignment: ALIGNMENTS[statedOf(element, 'w:jc') ?? ''],
    ...indents(childOf(element, 'w:ind')?.attributes ?? {}),
    ...spacing(childOf(element, 'w:spacing')?.attributes ?? {}),
    contextual: switched(element, 'w:contextualSpacing'),
    outlineLevel: Number.isInteger(level) ? level : undefined,
    pageBreakBefore: switched(element, 'w:pageBreakBefore'),
    framed: childOf(element, 'w:framePr') === undefined ? undefined : true,
    borderBelow: border(element, 'w:bottom'),
    borderAbove: border(element, 'w:top'),
    tabs: tabs?.filter(({ kind }) => kind !== 'clear').sort((a, b) => a.at - b.at),
  };
}
