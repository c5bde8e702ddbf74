import type { ParagraphRole, RowKind } from './document.ts';
import type { TemplatePlace } from './problem.ts';

/** What a slot may be called: a key that can be typed without tone marks; Word's bookmarks bear no longer one. */
export const SLOT_NAME = /^[a-z][a-z0-9_]*$/;
export const SLOT_LENGTH = 35;

/** The styles that the code names, by the name that Word shows. Their look is the template's. */
export const STYLE_NAMES = {
  paragraph: 'Nội dung',
  dash: 'Gạch đầu dòng',
  plus: 'Gạch cộng',
  star: 'Hoa thị',
  numbered: 'Khoản',
  point: 'Điểm',
  subheading1: 'Tiểu mục 1',
  subheading2: 'Tiểu mục 2',
  subheading3: 'Tiểu mục 3',
  table: 'Bảng',
  tableHead: 'Bảng đầu cột',
  tableCell: 'Bảng ô',
  tableCentre: 'Bảng ô giữa',
  tableRight: 'Bảng ô phải',
  bold: 'Chữ đậm',
  italic: 'Chữ nghiêng',
  boldItalic: 'Chữ đậm nghiêng',
  superscript: 'Chỉ số trên',
  footnoteText: 'footnote text',
  footnoteMark: 'footnote reference',
} as const satisfies Record<ParagraphRole | string, string>;

export type StyleRole = keyof typeof STYLE_NAMES;

/** What a template may do without: cells then look as all others do. */
export const OPTIONAL_STYLES = ['tableCentre', 'tableRight'] as const satisfies readonly StyleRole[];
export type OptionalStyle = (typeof OPTIONAL_STYLES)[number];

/** What kind of style a role takes; the others are styles of paragraphs. */
export const KIND_OF_STYLE: Readonly<Partial<Record<StyleRole, 'character' | 'table'>>> = {
  table: 'table',
  bold: 'character',
  italic: 'character',
  boldItalic: 'character',
  superscript: 'character',
  footnoteMark: 'character',
};

/**
 * What a template's part is made of, once read: a tree without any trace of the library that read it.
 * JSON-serialisable, so that it can be kept.
 */
export type TemplateNode =
  | { readonly kind: 'xml'; readonly xml: string }
  /** Stands inside `<w:t>`. */
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | {
      readonly kind: 'loop';
      readonly path: readonly string[];
      readonly inverted: boolean;
      readonly body: readonly TemplateNode[];
    }
  /**
   * Takes the place of a whole paragraph. Where the keeper ticked "keep with next", it holds for the last paragraph that
   * the slot produces.
   */
  | { readonly kind: 'slot'; readonly name: string; readonly keepNext: boolean }
  /** A table cell whose paragraphs may all fall away: Word wants one to stay. */
  | { readonly kind: 'cell'; readonly body: readonly TemplateNode[] }
  /** A table with prototype rows: header rows before, rows after. */
  | { readonly kind: 'rows'; readonly prototypes: readonly Prototype[] }
  /** The length of a drawn line, in EMU, as a share of a field's printed width. */
  | { readonly kind: 'line-length'; readonly rule: LineRule };

export interface Prototype {
  readonly row: RowKind;
  /** Not the first row of its block: continues a merged cell. */
  readonly continues: boolean;
  readonly body: readonly TemplateNode[];
}

/** `vach 40% co_quan`: the line is 40 % as long as the last line of `co_quan`, set in the given size. */
export interface LineRule {
  readonly share: number;
  readonly field: readonly string[];
  /** Font size in half-points, and whether bold and in capitals, of the field's own paragraph. */
  readonly halfPoints: number;
  readonly bold: boolean;
  readonly capitals: boolean;
  /** Width there is, in twentieths of a point: a longer text breaks. */
  readonly available: number;
}

/** One tag of a template, and where it stands. */
export interface TagUse {
  readonly kind: 'field' | 'condition' | 'slot';
  /** `ky.nam`; of a tag in a prototype row its field alone, `so_lieu`. */
  readonly name: string;
  readonly row?: RowKind;
  readonly at: TemplatePlace;
}

/** One place of the outline: a slot with the headings above it, outermost first. */
export interface OutlineSlot {
  readonly slot: string;
  readonly headings: readonly string[];
  /** The heading just above, or empty. */
  readonly heading: string;
  readonly optional: boolean;
}

/** What a slot is called to those who fill it. */
export function slotTitle({ headings, heading }: OutlineSlot): string {
  const above = headings.at(-1);
  if (above === undefined) return 'Phần không có tiêu đề';
  return heading === '' ? `Phần không có tiêu đề, sau "${above}"` : headings.join(' › ');
}

/** What can be told of a template even where its tags are broken. */
export interface TemplateFacts {
  readonly id: string;
  readonly file: string;
  readonly outline: readonly OutlineSlot[];
  /** Style name → style id, by kind of style. */
  readonly styles: Readonly<Record<'paragraph' | 'character' | 'table', Readonly<Record<string, string>>>>;
  /** Names of the fields that it prints, conditions aside. */
  readonly fields: readonly string[];
  readonly prototypes: readonly RowKind[];
  /** Every tag in reading order, part by part. */
  readonly tags: readonly TagUse[];
  /** Slots that follow another without a heading between, the first and the last slot aside. */
  readonly bareSlots: readonly { readonly slot: string; readonly at: TemplatePlace }[];
  /** Headings with nothing under them, though another of their level or above follows. */
  readonly emptyHeadings: readonly TemplatePlace[];
  /** First bookmark and footnote ids that are free. */
  readonly freeBookmark: number;
  readonly freeFootnote: number;
  /** The file itself; parts that are not templated go into every report unchanged. */
  readonly bytes: Uint8Array;
}

/** Mẫu: a .docx with tags, read and compiled once. */
export interface Template extends TemplateFacts {
  /** Part name → tree, for the parts that hold tags; footnotes and properties are made anew. */
  readonly parts: Readonly<Record<string, readonly TemplateNode[]>>;
}
