import type { Workspace } from '../load/workspace.ts';
import { dataWindow, type Period } from '../model/period.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { nearest } from '../model/text.ts';
import type { Unit } from '../model/unit.ts';
import { AGENCY_VALIDITY, beyond } from '../model/validity.ts';
import { WORDS } from '../model/words.ts';

/**
 * The units below each unit in a period, by `thuoc`. Units come after those below them: what is put together for them is
 * there when their own report is. Bodies that are not there yet, or no more, have nothing to report.
 * Reports `don-vi-la`, `thuoc-vong`, and what units report.
 */
export function unitsBelow(workspace: Workspace, period: Period): Outcome<ReadonlyMap<string, readonly Unit[]>> {
  const problems: Problem[] = [];
  const names = workspace.unitNames();
  const units = new Map<string, Unit>();
  for (const name of names) {
    const { value, problems: found } = workspace.unit(name);
    // What cannot be read may be below any unit: that is told, or it would be missing from a total unseen.
    problems.push(...found);
    if (value !== undefined) units.set(name, value);
  }
  const below = new Map<string, Unit[]>();
  for (const unit of units.values()) {
    const { parent } = unit;
    if (parent === undefined || !isThere(unit, period)) continue;
    const at = { kind: 'data', file: unit.file, path: [WORDS.unit.parent] } as const;
    const circle = circleOf(unit, units);
    if (!names.includes(parent))
      problems.push(problem('don-vi-la', { name: parent, near: nearest(parent, names) }, at));
    else if (circle !== undefined) problems.push(problem('thuoc-vong', { circle }, at));
    else below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const ordered = [...below].sort(([a], [b]) => depth(b, units) - depth(a, units));
  return { value: new Map(ordered), problems };
}

/** Whether a body exists on the last day of a period's data. */
export function isThere({ validity, agencyType }: Unit, period: Period): boolean {
  const { to } = dataWindow(period);
  return beyond(validity, to) === undefined && beyond(AGENCY_VALIDITY[agencyType], to) === undefined;
}

/** The way from a unit up to itself. */
function circleOf(unit: Unit, units: ReadonlyMap<string, Unit>): readonly string[] | undefined {
  const way = [unit.id];
  for (let at = unit.parent; at !== undefined && way.length <= units.size; at = units.get(at)?.parent) {
    way.push(at);
    if (at === unit.id) return way;
  }
  return undefined;
}

/** How many units are above; only asked of units that are in no circle. */
function depth(id: string, units: ReadonlyMap<string, Unit>): number {
  let above = 0;
  for (let at = units.get(id)?.parent; at !== undefined && above <= units.size; at = units.get(at)?.parent) above += 1;
  return above;
}
