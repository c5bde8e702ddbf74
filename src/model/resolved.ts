import type { Catalogue } from './catalogue.ts';
import type { Decimal } from './decimal.ts';
import type { Report } from './report.ts';
import type { Signatory, Unit } from './unit.ts';
import type { TemplateValidity } from './validity.ts';

/** What a typed value was read as. */
export type Amount =
  | { readonly kind: 'count' | 'percent' | 'money'; readonly amount: Decimal }
  | { readonly kind: 'fraction'; readonly part: Decimal; readonly whole: Decimal }
  | { readonly kind: 'code'; readonly code: string; readonly meaning: string }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'text'; readonly text: string }
  /** `Không`, `Không có`: the unit says there is none. */
  | { readonly kind: 'nil' };

/** Số liệu: what the unit reports for an indicator. */
export interface Value {
  readonly amount: Amount;
  /** As the appendix prints it. */
  readonly shown: string;
  /** `unread`: what was typed could not be read (it was told of), and nothing follows from it. */
  readonly origin: 'typed' | 'computed' | 'unread';
}

/** Values of an earlier period, by indicator id; absent when there is no such report. */
export type EarlierValues = ReadonlyMap<string, Value> | undefined;

/** A report in its surroundings: everything that the finished document needs to know, files no longer needed. */
export interface Resolved {
  readonly unit: Unit;
  readonly report: Report;
  readonly catalogue: Catalogue | undefined;
  readonly templateId: string;
  readonly templateValidity: TemplateValidity;
  readonly values: ReadonlyMap<string, Value>;
  /** The unit's notes, by indicator id. */
  readonly notes: ReadonlyMap<string, string>;
  readonly signatory: Signatory | undefined;
  readonly recipients: readonly string[];
  /** Trích yếu, Handlebars. `at` tells whose words they are. */
  readonly subject: { readonly text: string; readonly file: string };
  readonly before: EarlierValues;
  readonly yearBefore: EarlierValues;
  /** Earlier reports of the same year by period id, the nearest first, when something looks at them. */
  readonly thisYear: ReadonlyMap<string, ReadonlyMap<string, Value>>;
}
