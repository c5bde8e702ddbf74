import type { Thing } from '../things.ts';

/** Where names are looked up: the innermost first. */
export interface Scope {
  readonly thing: Thing;
  readonly outer: Scope | undefined;
}

export function find(scope: Scope | undefined, name: string, strict: boolean): Thing | undefined {
  for (let here = scope; here !== undefined; here = strict ? undefined : here.outer) {
    const found = here.thing.kind === 'group' ? here.thing.entries.get(name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

export function namesOf(scope: Scope): readonly string[] {
  const names: string[] = [];
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    if (here.thing.kind === 'group') names.push(...here.thing.entries.keys());
  }
  return names;
}
