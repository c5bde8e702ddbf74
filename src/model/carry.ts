import type { Wording } from './problem.ts';

/** What templates share, and `gen template chep` carries from one to the others: `--chi`. */
export const CARRIED_PARTS = { kieu: 'styles', 'dau-van-ban': 'letterhead', 'chu-ky': 'signature' } as const;
export type CarriedPart = (typeof CARRIED_PARTS)[keyof typeof CARRIED_PARTS];

/** One thing of a template that will change, or that differs and is left. */
export interface Carried {
  readonly part: CarriedPart;
  /** Left: it differs, and is the target's own. */
  readonly left: boolean;
  /** The style, or the paragraph of the block. */
  readonly where: Wording;
  readonly what: Wording;
}

/** The parts of a .docx that are XML, by name. */
export type PartTexts = ReadonlyMap<string, string>;

export interface CarryPlan {
  readonly changes: readonly Carried[];
  /** Parts whose text becomes another, new ones included; all other parts stay as they are. */
  readonly texts: ReadonlyMap<string, string>;
  /** Pictures and other parts of the source that carried blocks refer to: new name → the source's name. */
  readonly copies: ReadonlyMap<string, string>;
}
