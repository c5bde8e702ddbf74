import type { CatalogueRow } from '../../../model/catalogue.ts';
import type { Place, Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Resolved } from '../../../model/resolved.ts';
import { WORDS } from '../../../model/words.ts';

/** Something written one of several ways. */
export interface Sample {
  /** Which way; samples of one way are alike. */
  readonly way: string;
  readonly text: string;
  /** Worked out when it is told of: most reports are written one way. */
  readonly at: () => Place;
}

export type StyleCode = 'kieu-so-khong' | 'kieu-hang-nghin' | 'kieu-phan-tram' | 'kieu-so-0' | 'kieu-ngay';

/** Places that are shown beside the first; the count tells the rest. */
const SHOWN = 5;

/** One finding for what is written in several ways, at the first that is not the way of the most. */
export function mixed(
  code: StyleCode,
  what: { readonly vi: string; readonly en: string },
  samples: readonly Sample[],
): readonly Problem[] {
  const counts = new Map<string, number>();
  for (const { way } of samples) counts.set(way, (counts.get(way) ?? 0) + 1);
  if (counts.size < 2) return [];
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  const others = samples.filter(({ way }) => way !== most?.[0]);
  const [first, ...rest] = others;
  const usual = samples.find(({ way }) => way === most?.[0]);
  if (most === undefined || first === undefined || usual === undefined) return [];
  const params = {
    what: what.vi,
    whatEnglish: what.en,
    usual: usual.text,
    usualCount: most[1],
    others: [...new Set(others.map(({ text }) => text))].slice(0, SHOWN).join('", "'),
    otherCount: others.length,
  };
  return [
    problem(
      code,
      params,
      first.at(),
      rest.slice(0, SHOWN).map(({ at }) => at()),
      { about: {} },
    ),
  ];
}

/** A value of the appendix as printed, and where it stands in the report's file. */
export interface PrintedValue {
  readonly row: CatalogueRow;
  readonly text: string;
  readonly at: () => Place;
}

const known = new WeakMap<Resolved, readonly PrintedValue[]>();

/** The values of the appendix as printed; gathered once, however many rules ask. */
export function printedValues(resolved: Resolved): readonly PrintedValue[] {
  const before = known.get(resolved);
  if (before !== undefined) return before;
  const { report, values, catalogue } = resolved;
  const made = (catalogue?.rows ?? []).flatMap((row) => {
    const value = values.get(row.id);
    // A computed value is printed by the program, in its one way.
    if (value === undefined || !report.values.has(row.id)) return [];
    const at = (): Place => ({ kind: 'data', file: report.file, path: [WORDS.report.values, row.id] });
    return [{ row, text: value.shown, at }];
  });
  known.set(resolved, made);
  return made;
}
