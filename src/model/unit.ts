import type { Validity } from './validity.ts';
import type { AgencyType } from './words.ts';

export interface Signatory {
  /** Lines above the position: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`. */
  readonly authority: readonly string[];
  readonly position: string;
  readonly name: string;
}

/** How a unit writes its numbers. What is left open prints as typed in the appendix, and as officials do in prose. */
export interface NumberFormat {
  readonly leadingZero?: boolean;
  readonly thousands?: boolean;
}

/**
 * Đơn vị: the body that reports. Lists are lines, in print order. What is optional here is asked for when the template
 * prints it.
 */
export interface Unit {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly shortName: string;
  readonly superior: readonly string[];
  readonly agency: readonly string[];
  readonly agencyType: AgencyType;
  /** After `Số: …/BC-`. */
  readonly symbol: string;
  readonly placeName?: string;
  readonly template: string;
  /** One catalogue for all periods, or a catalogue from a period on (`{ 2021-Q1: a, 2022-6T: b }`). */
  readonly catalogue: CatalogueChoice;
  readonly subject?: string;
  readonly format: NumberFormat;
  readonly signatory?: Signatory;
  readonly recipients: readonly string[];
  /** The unit that consolidates its reports. */
  readonly parent?: string;
  readonly validity: Validity;
}

export type CatalogueChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'by-period'; readonly byPeriod: ReadonlyMap<string, string> };
