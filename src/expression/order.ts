import { type NumberExpression, referencesIn } from '../model/expression.ts';

/** Formulas by the indicators that they compute. */
type Formulas = ReadonlyMap<string, NumberExpression>;

/** The ids with a formula, each after those that its formula needs; and the circles, where there is no such order. */
export interface Order {
  readonly ids: readonly string[];
  /** `[a, b]`: a needs b, and b needs a. */
  readonly cycles: readonly (readonly string[])[];
}

export function dependencyOrder(formulas: Formulas): Order {
  const ids: string[] = [];
  const cycles: (readonly string[])[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): void => {
    const expression = formulas.get(id);
    if (expression === undefined || done.has(id)) return;
    const since = path.indexOf(id);
    if (since >= 0) {
      cycles.push(path.slice(since));
      return;
    }
    path.push(id);
    for (const needed of referencesIn(expression)) if (needed.period === 'now') visit(needed.id);
    path.pop();
    done.add(id);
    ids.push(id);
  };
  for (const id of formulas.keys()) visit(id);
  return { ids, cycles };
}
