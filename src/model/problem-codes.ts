import type { Place, Problem, Severity, Wording } from './problem.ts';
import { DATA_PROBLEMS } from './problems/data.ts';
import type { ProblemKind } from './problems/kind.ts';
import { NARRATIVE_PROBLEMS } from './problems/narrative.ts';
import { OUTPUT_PROBLEMS } from './problems/output.ts';
import { TEMPLATE_PROBLEMS } from './problems/template.ts';

/** Every problem that the program knows. The page docs/loi.md is made from it. */
export const PROBLEM_KINDS = {
  ...DATA_PROBLEMS,
  ...NARRATIVE_PROBLEMS,
  ...TEMPLATE_PROBLEMS,
  ...OUTPUT_PROBLEMS,
} as const;

type Kinds = typeof PROBLEM_KINDS;
export type ProblemCode = keyof Kinds;
type Parameters<C extends ProblemCode> = Kinds[C] extends ProblemKind<infer P> ? P : never;

interface Worded<P> {
  readonly severity: Severity;
  readonly message: (params: P) => Wording;
  readonly hint: (params: P) => Wording | undefined;
}

function worded<P>(code: ProblemCode, kind: Worded<P>, params: P, at: Place, related: readonly Place[]): Problem {
  const hint = kind.hint(params);
  return {
    code,
    severity: kind.severity,
    message: kind.message(params),
    ...(hint === undefined ? {} : { hint }),
    at,
    ...(related.length === 0 ? {} : { related }),
  };
}

/** A problem of a known code, worded, at its place. */
export function problem<C extends ProblemCode>(
  code: C,
  params: Parameters<C>,
  at: Place,
  related: readonly Place[] = [],
): Problem {
  const kinds: { readonly [K in ProblemCode]: Worded<Parameters<K>> } = PROBLEM_KINDS;
  return worded(code, kinds[code], params, at, related);
}
