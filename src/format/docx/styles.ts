import { childOf, childrenOf, statedOf, type XmlElement } from '../../ooxml/tree.ts';
import {
  over,
  type ParagraphProperties,
  paragraphProperties,
  type RunProperties,
  runProperties,
  type ThemeFonts,
  type Toggles,
  toggles,
} from './properties.ts';

/** Direct numbering, of a paragraph or of a style. */
export interface NumberingUse {
  readonly number?: string;
  readonly level?: number;
}

export interface Layer {
  readonly run: RunProperties;
  readonly toggles: Toggles;
  readonly paragraph: ParagraphProperties;
  readonly numbering?: NumberingUse;
}

export interface Style extends Layer {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly basedOn: string | undefined;
  /** Of a table style: what it states for its first row, last row, … */
  readonly conditional: ReadonlyMap<string, Layer>;
}

/** How letters look in the end. */
export interface Look {
  readonly ascii: string;
  readonly other: string;
  readonly halfPoints: number;
  readonly colour: string;
  readonly underline: boolean;
  readonly raised: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly hidden: boolean;
}

/** What Word does where nothing is stated: ISO/IEC 29500-1, 17.3.2. */
const UNSTATED_FONT = 'Times New Roman';
const UNSTATED_HALF_POINTS = 20;
const DEEPEST_CHAIN = 30;

function numberingUse(properties: XmlElement | undefined): NumberingUse | undefined {
  const element = childOf(properties, 'w:numPr');
  if (element === undefined) return undefined;
  const level = Number(statedOf(element, 'w:ilvl') ?? Number.NaN);
  return { number: statedOf(element, 'w:numId'), level: Number.isInteger(level) ? level : undefined };
}

export function layerOf(element: XmlElement | undefined, fonts: ThemeFonts): Layer {
  const run = childOf(element, 'w:rPr');
  const paragraph = childOf(element, 'w:pPr');
  return {
    run: runProperties(run, fonts),
    toggles: toggles(run),
    paragraph: paragraphProperties(paragraph),
    numbering: numberingUse(paragraph),
  };
}

const EMPTY: Layer = { run: {}, toggles: {}, paragraph: {} };

/** The nearest statement within one chain of styles wins. */
const stacked = (layers: readonly Layer[]): Layer =>
  layers.reduce(
    (below, above) => ({
      run: over(below.run, above.run),
      toggles: over(below.toggles, above.toggles),
      paragraph: over(below.paragraph, above.paragraph),
      numbering: above.numbering === undefined ? below.numbering : over(below.numbering ?? {}, above.numbering),
    }),
    EMPTY,
  );

export class StyleSheet {
  private readonly styles = new Map<string, Style>();
  private readonly defaults: Layer;
  private readonly standard = new Map<string, string>();

  constructor(
    part: XmlElement | undefined,
    readonly fonts: ThemeFonts,
  ) {
    const defaults = childOf(part, 'w:docDefaults');
    const run = childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr');
    const paragraph = childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr');
    this.defaults = {
      run: runProperties(run, fonts),
      toggles: toggles(run),
      paragraph: paragraphProperties(paragraph),
    };
    for (const element of childrenOf(part, 'w:style')) {
      const id = element.attributes['w:styleId'] ?? '';
      const type = element.attributes['w:type'] ?? 'paragraph';
      const conditional = childrenOf(element, 'w:tblStylePr').map(
        (special) => [special.attributes['w:type'] ?? '', layerOf(special, fonts)] as const,
      );
      this.styles.set(id, {
        id,
        type,
        name: statedOf(element, 'w:name') ?? '',
        basedOn: statedOf(element, 'w:basedOn'),
        conditional: new Map(conditional),
        ...layerOf(element, fonts),
      });
      if (/^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '')) this.standard.set(type, id);
    }
  }

  /** The style and what it is based on, the outermost base first. A style of another kind, or none: the standard one. */
  chain(id: string | undefined, type: 'paragraph' | 'character' | 'table'): readonly Style[] {
    const known = id === undefined ? undefined : this.styles.get(id);
    const start = known?.type === type ? known : this.styles.get(this.standard.get(type) ?? '');
    const chain: Style[] = [];
    for (
      let style = start;
      style !== undefined && chain.length < DEEPEST_CHAIN && !chain.includes(style);
      style = this.styles.get(style.basedOn ?? '')
    ) {
      chain.unshift(style);
    }
    return chain;
  }

  /** Numbering that a list style stands for. */
  numberingOf(listStyle: string): NumberingUse | undefined {
    return this.styles.get(listStyle)?.numbering;
  }

  /** What a table style gives to a cell's paragraphs. */
  tableLayer(id: string | undefined, conditions: readonly string[]): Layer {
    const chain = this.chain(id, 'table');
    const special = conditions.flatMap((name) => chain.map((style) => style.conditional.get(name) ?? EMPTY));
    return stacked([...chain, ...special]);
  }

  /**
   * Paragraph properties: defaults, table style, the style and its bases, the numbering's level where it is first
   * referred to, direct formatting.
   */
  paragraph(styleId: string | undefined, direct: Layer, table: Layer, numbering: LevelLayer): ParagraphProperties {
    let result = over(this.defaults.paragraph, table.paragraph);
    for (const style of this.chain(styleId, 'paragraph')) {
      if (style.numbering !== undefined) result = over(result, numbering(style.numbering).paragraph);
      result = over(result, style.paragraph);
    }
    if (direct.numbering !== undefined) result = over(result, numbering(direct.numbering).paragraph);
    return over(result, direct.paragraph);
  }

  /** The numbering that a paragraph has, its own or its style's. */
  numberingUseOf(styleId: string | undefined, direct: Layer): NumberingUse | undefined {
    const fromStyle = stacked(this.chain(styleId, 'paragraph')).numbering;
    return direct.numbering === undefined ? fromStyle : over(fromStyle ?? {}, direct.numbering);
  }

  /** Look of a run: defaults, table style, paragraph style, character style, direct formatting (17.7.2 and 17.7.3). */
  look(paragraphStyle: string | undefined, direct: Layer, table: Layer): Look {
    const ofParagraph = stacked(this.chain(paragraphStyle, 'paragraph'));
    const ofCharacter = direct.run.styleId === undefined ? EMPTY : stacked(this.chain(direct.run.styleId, 'character'));
    const levels = [table, ofParagraph, ofCharacter];
    const run = [...levels, direct].reduce((merged, layer) => over(merged, layer.run), this.defaults.run);
    const toggled = (name: keyof Toggles): boolean => {
      const stated = direct.toggles[name];
      if (stated !== undefined) return stated;
      if (this.defaults.toggles[name] === true) return true;
      return levels.filter((layer) => layer.toggles[name] === true).length % 2 === 1;
    };
    return {
      ascii: run.ascii ?? UNSTATED_FONT,
      other: run.other ?? run.ascii ?? UNSTATED_FONT,
      halfPoints: run.halfPoints ?? UNSTATED_HALF_POINTS,
      colour: run.colour ?? 'auto',
      underline: run.underline ?? false,
      raised: run.raised ?? false,
      bold: toggled('bold'),
      italic: toggled('italic'),
      capitals: toggled('capitals') || toggled('smallCapitals'),
      hidden: toggled('hidden'),
    };
  }

  /** Outline level of a paragraph's style: 0 for the highest heading. */
  headingLevel(styleId: string | undefined, properties: ParagraphProperties): number | undefined {
    if (properties.outlineLevel !== undefined) return properties.outlineLevel < 9 ? properties.outlineLevel : undefined;
    for (const style of [...this.chain(styleId, 'paragraph')].reverse()) {
      const named = /^heading ([1-9])$/i.exec(style.name)?.[1];
      if (named !== undefined) return Number(named) - 1;
    }
    return undefined;
  }
}

/** What the level of a numbering states for its paragraphs. */
export type LevelLayer = (use: NumberingUse) => Layer;
