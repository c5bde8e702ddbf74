/**
 * The finished report as data: what a template is filled with. JSON-serialisable; knows no Word, and no look beyond the
 * names of styles.
 */
import type { CatalogueRow } from './catalogue.ts';

/** In a redline: put in, or taken out, since an earlier version. Elsewhere there are no marks. */
export type ChangeMark = 'ins' | 'del';

export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      readonly superscript?: boolean;
      readonly change?: ChangeMark;
    }
  | { readonly kind: 'break'; readonly change?: ChangeMark }
  /** `note` is the index into the document's footnotes. */
  | { readonly kind: 'footnote'; readonly note: number; readonly change?: ChangeMark };

export type ParagraphRole =
  | 'paragraph'
  | 'dash'
  | 'plus'
  | 'star'
  | 'numbered'
  | 'point'
  | 'subheading1'
  | 'subheading2'
  | 'subheading3';

/** What `:-:` and `--:` under a column's head ask for; `left` is the template's own. */
export type ColumnAlignment = 'left' | 'center' | 'right';

export type Block =
  | {
      readonly kind: 'paragraph';
      readonly role: ParagraphRole;
      readonly content: readonly Inline[];
      /** The whole paragraph, its end included. */
      readonly change?: ChangeMark;
    }
  | {
      readonly kind: 'table';
      /** Of each column; left out, when the template alone decides. */
      readonly align?: readonly ColumnAlignment[];
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      /** The whole table. */
      readonly change?: ChangeMark;
    };

/** A field of a template: text (a line break is a line break), rich text, a list for a loop, or a group of fields. */
export type Field = string | readonly Inline[] | FieldList | FieldGroup | boolean;
export interface FieldList {
  readonly kind: 'list';
  readonly items: readonly FieldGroup[];
}
export interface FieldGroup {
  readonly kind: 'group';
  readonly fields: Readonly<Record<string, Field>>;
  /** As an item of a list: all that it prints. */
  readonly change?: ChangeMark;
}

/** Which prototype row of the template a row takes. */
export type RowKind = 'nhom' | 'muc' | 'trong_do';

export function kindOfRow({ part, kind }: Pick<CatalogueRow, 'part' | 'kind'>): RowKind {
  if (part) return 'trong_do';
  return kind === 'heading' ? 'nhom' : 'muc';
}

export interface AppendixRow {
  /** Its indicator: the same in every catalogue, whatever its printed number. */
  readonly id: string;
  readonly kind: RowKind;
  /** First of its "Trong đó" block: the merged cell begins here. */
  readonly first: boolean;
  readonly fields: FieldGroup;
  /** The whole row. */
  readonly change?: ChangeMark;
}

export interface Document {
  readonly fields: FieldGroup;
  /** Slot → what stands there. A slot that the report leaves out is absent. */
  readonly slots: Readonly<Record<string, readonly Block[]>>;
  /** Slots that came or went as a whole, and their headings with them. */
  readonly slotChanges?: Readonly<Record<string, ChangeMark>>;
  readonly appendix: readonly AppendixRow[];
  readonly footnotes: readonly (readonly Inline[])[];
  readonly properties: {
    readonly title: string;
    readonly author: string;
    /** ISO date and time, from the report's date. */
    readonly date: string;
    readonly language: string;
  };
}

export const group = (fields: Readonly<Record<string, Field>>): FieldGroup => ({ kind: 'group', fields });
export const list = (items: readonly FieldGroup[]): FieldList => ({ kind: 'list', items });
