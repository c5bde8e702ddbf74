/**
 * The finished report as data: what a template is filled with. JSON-serialisable; knows no Word, and no look beyond the
 * names of styles.
 */

export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      readonly superscript?: boolean;
    }
  | { readonly kind: 'break' }
  /** `note` is the index into the document's footnotes. */
  | { readonly kind: 'footnote'; readonly note: number };

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

export type Block =
  | { readonly kind: 'paragraph'; readonly role: ParagraphRole; readonly content: readonly Inline[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
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
}

/** Which prototype row of the template a row takes. */
export type RowKind = 'nhom' | 'muc' | 'trong_do';

export interface AppendixRow {
  readonly kind: RowKind;
  /** First of its "Trong đó" block: the merged cell begins here. */
  readonly first: boolean;
  readonly fields: FieldGroup;
}

export interface Document {
  readonly fields: FieldGroup;
  /** Slot → what stands there. A slot that the report leaves out is absent. */
  readonly slots: Readonly<Record<string, readonly Block[]>>;
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
