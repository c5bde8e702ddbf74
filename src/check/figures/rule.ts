import type { Problem } from '../../model/problem.ts';
import type { ProblemCode } from '../../model/problem-codes.ts';
import type { Resolved } from '../../model/resolved.ts';
import type { TemplateFacts } from '../../model/template.ts';
import type { Rule } from '../rule.ts';
import { Figures } from './figures.ts';
import { type Form, formOf } from './form.ts';
import { type Relations, relationsOf } from './relations.ts';

/** What a rule about figures looks at. */
export interface FigureContext {
  readonly figures: Figures;
  readonly form: Form;
  readonly relations: Relations;
  readonly template: TemplateFacts;
}

const known = new WeakMap<Resolved, Figures>();

/** A report's figures; the same for all rules. */
function figuresOf(resolved: Resolved, form: Form): Figures {
  const made = known.get(resolved) ?? new Figures(resolved, form);
  known.set(resolved, made);
  return made;
}

/** A rule about the figures of an appendix: silent when the report has none. */
export const figureRule = (code: ProblemCode, findings: (context: FigureContext) => Iterable<Problem>): Rule => ({
  code,
  check(resolved, template): readonly Problem[] {
    const { catalogue } = resolved;
    if (catalogue === undefined) return [];
    const form = formOf(catalogue);
    const context = { figures: figuresOf(resolved, form), form, relations: relationsOf(catalogue), template };
    return [...findings(context)];
  },
});
