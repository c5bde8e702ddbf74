import type { Problem } from '../model/problem.ts';
import type { ProblemCode } from '../model/problem-codes.ts';
import type { Resolved } from '../model/resolved.ts';
import type { Template } from '../model/template.ts';

/** One rule, one file. Pure. */
export interface Rule {
  readonly code: ProblemCode;
  readonly check: (resolved: Resolved, template: Template) => readonly Problem[];
}
