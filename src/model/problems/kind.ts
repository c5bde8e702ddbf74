import type { Severity, Wording } from '../problem.ts';

/** A kind of problem: how it is worded, and what the page about it says. */
export interface ProblemKind<P> {
  readonly severity: Severity;
  /** Parameters of an example, with which its page shows the message and the remedy. */
  readonly sample?: P;
  readonly message: (params: P) => Wording;
  readonly hint: (params: P) => Wording | undefined;
  /** Why it is a problem, for the page about it (Vietnamese). */
  readonly why: string;
  /** Something that raises it. */
  readonly example: string;
  /** The decree, form or guidance that it rests on, as people cite it (Vietnamese). */
  readonly source?: string;
}

export const say = (vi: string, en: string): Wording => ({ vi, en });

/** `Ý bạn là …?` when a near name is known, else what is allowed. */
export function didYouMean(near: string | undefined, otherwise: Wording): Wording {
  return near === undefined ? otherwise : say(`Ý bạn là "${near}"?`, `Did you mean "${near}"?`);
}

export const kind = <P>(definition: ProblemKind<P>): ProblemKind<P> => definition;
