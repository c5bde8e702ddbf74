import type { TemplatePlace } from '../../model/problem.ts';
import type { ParagraphProperties } from './properties.ts';
import type { Look } from './styles.ts';

/** A Word document as a reader sees it: everything resolved, nothing left to look up. Lengths in twentieths of a point. */
export interface WordDocument {
  /** Of the body, tables and text boxes included, in reading order. */
  readonly paragraphs: readonly Paragraph[];
  readonly notes: readonly Notes[];
  readonly sections: readonly Section[];
  readonly pages: number | undefined;
  /** Headers and footers differ on even pages. */
  readonly evenAndOdd: boolean;
  readonly defaultTab: number;
}

export interface Run {
  readonly text: string;
  readonly look: Look;
  /** The field whose result it shows: `PAGE`. */
  readonly field?: string;
}

/** Where paragraphs stand side by side: the page itself, a table cell, a text box. */
export interface Container {
  readonly id: string;
  readonly kind: 'page' | 'cell' | 'box';
  /** From the left margin of the text, and how wide. */
  readonly left: number;
  readonly width: number;
  readonly cell?: NonNullable<TemplatePlace['cell']>;
  /** Borders of the cell. */
  readonly lineBelow?: boolean;
}

/** A line that was drawn: a shape, or a picture as flat as a line. */
export interface DrawnLine {
  readonly length: number;
  /** Middle, from the left margin of the text; `undefined` where the file does not tell. */
  readonly middle: number | undefined;
  readonly solid: boolean;
  /** Alternative text. */
  readonly description: string;
  /** In a template: the share of its text's length that the line will have in a report. */
  readonly share?: number;
}

export interface Paragraph extends ParagraphProperties {
  readonly index: number;
  readonly section: number;
  readonly container: Container;
  readonly style: string;
  readonly heading: number | undefined;
  /** The number that Word prints in front, and how its letters look. */
  readonly label: string;
  readonly labelFormat: string;
  readonly labelLook: Look;
  readonly runs: readonly Run[];
  readonly lines: readonly DrawnLine[];
  /** Begins a new page. */
  readonly startsPage: boolean;
  /** Look of the paragraph's own letters where it holds none. */
  readonly look: Look;
}

export interface Story {
  readonly kind: 'default' | 'first' | 'even';
  readonly paragraphs: readonly Paragraph[];
}

export interface Notes {
  readonly kind: 'footnotes' | 'endnotes';
  readonly paragraphs: readonly Paragraph[];
}

export interface Section {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly landscape: boolean;
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly headers: readonly Story[];
  readonly footers: readonly Story[];
  readonly titlePage: boolean;
  readonly numberStart: number | undefined;
  readonly numberFormat: string;
  /** Begins on the page where the one before ends. */
  readonly continuous: boolean;
}
