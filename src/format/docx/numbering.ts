import { childOf, childrenOf, statedOf, type XmlElement } from '../../ooxml/tree.ts';
import type { ThemeFonts } from './properties.ts';
import { type Layer, layerOf, type NumberingUse, type StyleSheet } from './styles.ts';

/** The numbers that Word prints itself: what stands in front of a paragraph without being in its text. */

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2.` */
  readonly text: string;
  /** The level below which it starts anew; 0: never. */
  readonly restart: number | undefined;
  readonly arabic: boolean;
  readonly layer: Layer;
}

interface Definition {
  readonly id: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels of this list that start at another number, once. */
  readonly starts: ReadonlyMap<number, number>;
}

const EMPTY: Layer = { run: {}, toggles: {}, paragraph: {} };
const DEEPEST_LEVEL = 8;

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

export function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth && text.length < 20) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** a … z, then aa, bb: as Word counts letters. */
function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(10, Math.floor((value - 1) / 26) + 1));
}

function counted(value: number, format: string): string {
  if (value < 1) return format === 'none' ? '' : String(value);
  switch (format) {
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

function levelOf(element: XmlElement, fonts: ThemeFonts): readonly [number, Level] {
  const restart = statedOf(element, 'w:lvlRestart');
  const number = (text: string | undefined, otherwise: number): number => {
    const value = Number(text);
    return text === undefined || !Number.isSafeInteger(value) ? otherwise : value;
  };
  return [
    number(element.attributes['w:ilvl'], 0),
    {
      start: number(statedOf(element, 'w:start'), 0),
      format: statedOf(element, 'w:numFmt') ?? 'decimal',
      text: statedOf(element, 'w:lvlText') ?? '',
      restart: restart === undefined ? undefined : number(restart, 0),
      arabic: childOf(element, 'w:isLgl') !== undefined,
      layer: layerOf(element, fonts),
    },
  ];
}

const levelsOf = (element: XmlElement | undefined, fonts: ThemeFonts): ReadonlyMap<number, Level> =>
  new Map(childrenOf(element, 'w:lvl').map((level) => levelOf(level, fonts)));

/** A paragraph's printed number: its text, and what its level states for letters and paragraph. */
export interface Label {
  readonly text: string;
  readonly format: string;
  readonly layer: Layer;
}

export class Numbering {
  private readonly abstracts = new Map<string, XmlElement>();
  private readonly numbers = new Map<string, XmlElement>();
  private readonly definitions = new Map<string, Definition | undefined>();
  /** Abstract list → level → its last number. Lists of one abstract list count together. */
  private readonly counters = new Map<string, Map<number, number>>();
  private readonly started = new Set<string>();

  constructor(
    part: XmlElement | undefined,
    private readonly styles: StyleSheet,
  ) {
    for (const element of childrenOf(part, 'w:abstractNum'))
      this.abstracts.set(element.attributes['w:abstractNumId'] ?? '', element);
    for (const element of childrenOf(part, 'w:num')) this.numbers.set(element.attributes['w:numId'] ?? '', element);
  }

  /** What a level states, for whoever resolves a paragraph that uses it. */
  readonly layer = (use: NumberingUse): Layer => this.level(use)?.layer ?? EMPTY;

  /** The next label of a list. To be asked once for each paragraph, in reading order. */
  next(use: NumberingUse): Label | undefined {
    const definition = this.definition(use.number);
    const level = this.level(use);
    if (definition === undefined || level === undefined) return undefined;
    const depth = use.level ?? 0;
    const counter = this.counters.get(definition.id) ?? new Map<number, number>();
    this.counters.set(definition.id, counter);
    this.startAnew(use.number ?? '', definition, counter);
    counter.set(depth, counter.has(depth) ? (counter.get(depth) ?? 0) + 1 : level.start);
    for (let deeper = depth + 1; deeper <= DEEPEST_LEVEL; deeper += 1) {
      const restart = definition.levels.get(deeper)?.restart;
      if (restart === undefined || (restart > 0 && depth < restart)) counter.delete(deeper);
    }
    const text = level.format === 'bullet' ? level.text : this.filled(level, definition, counter);
    return { text, format: level.format, layer: level.layer };
  }

  /** A list that overrides where its levels start does so when it is first met. */
  private startAnew(number: string, definition: Definition, counter: Map<number, number>): void {
    if (this.started.has(number)) return;
    this.started.add(number);
    for (const [level, start] of definition.starts) counter.set(level, start - 1);
  }

  private filled(level: Level, { levels }: Definition, counter: ReadonlyMap<number, number>): string {
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const depth = Number(digit) - 1;
      const other = levels.get(depth);
      if (other === undefined) return '';
      return counted(counter.get(depth) ?? other.start, level.arabic ? 'decimal' : other.format);
    });
  }

  private level(use: NumberingUse): Level | undefined {
    return this.definition(use.number)?.levels.get(use.level ?? 0);
  }

  private definition(number: string | undefined): Definition | undefined {
    if (number === undefined || number === '0') return undefined;
    if (!this.definitions.has(number)) this.definitions.set(number, this.read(number, 0));
    return this.definitions.get(number);
  }

  /** A list that only points to a list style has that style's levels. */
  private read(number: string, hops: number): Definition | undefined {
    const element = this.numbers.get(number);
    const id = statedOf(element, 'w:abstractNumId') ?? '';
    const abstract = this.abstracts.get(id);
    if (element === undefined || abstract === undefined || hops > 3) return undefined;
    const link = statedOf(abstract, 'w:numStyleLink');
    const linked = link === undefined ? undefined : this.styles.numberingOf(link)?.number;
    if (linked !== undefined && linked !== number) return this.read(linked, hops + 1);
    const levels = new Map(levelsOf(abstract, this.styles.fonts));
    const starts = new Map<number, number>();
    for (const override of childrenOf(element, 'w:lvlOverride')) {
      const depth = Number(override.attributes['w:ilvl'] ?? 0);
      const start = Number(statedOf(override, 'w:startOverride') ?? Number.NaN);
      if (Number.isSafeInteger(start)) starts.set(depth, start);
      for (const [at, level] of levelsOf(override, this.styles.fonts)) levels.set(at, level);
    }
    return { id, levels, starts };
  }
}
