import { childOf, childrenOf, descendants, statedOf, type XmlElement } from '../../ooxml/tree.ts';
import { StoryReader } from './body.ts';
import type { PageFrame } from './drawings.ts';
import type { Notes, Section, Story, WordDocument } from './model.ts';
import { Numbering } from './numbering.ts';
import { openPackage, type Unreadable, type WordPackage } from './package.ts';
import { switched, themeFonts, twips } from './properties.ts';
import { StyleSheet } from './styles.ts';
import type { Sample } from './tags.ts';

/** Bytes → package → tree → paragraphs and sections with everything resolved. */

export type { Unreadable } from './package.ts';

/** Word's own page where a section states none. */
const LETTER = { width: 12240, height: 15840, margin: 1440 };
const DEFAULT_TAB = 720;

const KINDS = ['default', 'first', 'even'] as const;
type StoryKind = (typeof KINDS)[number];

/** Section properties in order: those at paragraphs' ends, then the body's own. */
function sectionElements(body: XmlElement | undefined): readonly XmlElement[] {
  const inside = [...descendants(body, 'w:pPr')].flatMap((properties) => childrenOf(properties, 'w:sectPr'));
  const last = childOf(body, 'w:sectPr');
  return last === undefined
    ? [...inside, { name: 'w:sectPr', attributes: {}, children: [], text: '' }]
    : [...inside, last];
}

function geometry(element: XmlElement): Omit<Section, 'index' | 'headers' | 'footers'> {
  const size = childOf(element, 'w:pgSz')?.attributes ?? {};
  const margin = childOf(element, 'w:pgMar')?.attributes ?? {};
  const numbers = childOf(element, 'w:pgNumType')?.attributes ?? {};
  const width = twips(size['w:w']) ?? LETTER.width;
  const height = twips(size['w:h']) ?? LETTER.height;
  const side = (name: string): number => Math.abs(twips(margin[name]) ?? LETTER.margin);
  const start = Number(numbers['w:start'] ?? Number.NaN);
  return {
    width,
    height,
    landscape: width > height,
    margins: {
      top: side('w:top'),
      bottom: side('w:bottom'),
      left: side('w:left') + (twips(margin['w:gutter']) ?? 0),
      right: side('w:right'),
    },
    titlePage: switched(element, 'w:titlePg') ?? false,
    numberStart: Number.isInteger(start) ? start : undefined,
    numberFormat: numbers['w:fmt'] ?? 'decimal',
    continuous: statedOf(element, 'w:type') === 'continuous',
  };
}

class DocumentReader {
  private readonly styles: StyleSheet;
  private readonly elements: readonly XmlElement[];
  private readonly frames: readonly PageFrame[];

  constructor(
    private readonly parts: WordPackage,
    private readonly sample: Sample | undefined,
  ) {
    this.styles = new StyleSheet(parts.styles, themeFonts(parts.theme));
    this.elements = sectionElements(childOf(parts.document, 'w:body'));
    this.frames = this.elements.map(geometry).map(({ width, margins, continuous }) => ({
      continuous,
      marginLeft: margins.left,
      pageWidth: width,
      textWidth: Math.max(1, width - margins.left - margins.right),
    }));
  }

  read(): WordDocument {
    const { settings, document, pages } = this.parts;
    const body = childOf(document, 'w:body') ?? document;
    return {
      paragraphs: this.story(body, undefined),
      notes: this.notes(),
      sections: this.sections(),
      pages,
      evenAndOdd: switched(settings, 'w:evenAndOddHeaders') ?? false,
      defaultTab: twips(statedOf(settings, 'w:defaultTabStop')) ?? DEFAULT_TAB,
    };
  }

  /** What stands between text and notes (`w:type`) is none of them. */
  private notes(): readonly Notes[] {
    return (['footnotes', 'endnotes'] as const).flatMap((kind): readonly Notes[] => {
      const part = this.parts[kind];
      if (part === undefined) return [];
      const written = part.children.filter(({ attributes }) => attributes['w:type'] === undefined);
      const root = { ...part, children: written.flatMap(({ children }) => children) };
      return [{ kind, paragraphs: this.story(root, undefined) }];
    });
  }

  private story(root: XmlElement, section: number | undefined) {
    // Headers have lists of their own; they never count on in the body.
    const numbering = new Numbering(this.parts.numbering, this.styles);
    const frameOf = (index: number): PageFrame => {
      const frame = this.frames[section ?? index] ?? this.frames.at(-1);
      return frame ?? { marginLeft: 0, pageWidth: LETTER.width, textWidth: LETTER.width, continuous: false };
    };
    return new StoryReader({ styles: this.styles, numbering, sample: this.sample }, frameOf).read(root);
  }

  /** A section without a header of its own goes on with that of the section before. */
  private sections(): readonly Section[] {
    const current = { header: new Map<StoryKind, Story>(), footer: new Map<StoryKind, Story>() };
    return this.elements.map((element, index) => {
      for (const part of ['header', 'footer'] as const) {
        for (const reference of childrenOf(element, `w:${part}Reference`)) {
          const kind = KINDS.find((known) => known === (reference.attributes['w:type'] ?? 'default'));
          const root = this.parts.related(reference.attributes['r:id'] ?? '');
          if (kind === undefined || root === undefined) continue;
          current[part].set(kind, { kind, paragraphs: this.story(root, index) });
        }
      }
      return {
        index,
        ...geometry(element),
        headers: [...current.header.values()],
        footers: [...current.footer.values()],
      };
    });
  }
}

/** A .docx with all its properties resolved. With `sample`, a template: its tags are filled with samples. */
export function readWord(bytes: Uint8Array, sample?: Sample): WordDocument | Unreadable {
  const parts = openPackage(bytes);
  return 'fault' in parts ? parts : new DocumentReader(parts, sample).read();
}
