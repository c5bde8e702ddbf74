import type { Catalogue, CatalogueRow } from '../model/catalogue.ts';
import { type FullDate, isFullDate, type ReportDate } from '../model/date.ts';
import { add, type Decimal, decimal } from '../model/decimal.ts';
import { referencesIn } from '../model/expression.ts';
import { dataWindow, type Period } from '../model/period.ts';
import type { Report } from '../model/report.ts';
import { reportsRow } from '../model/reporters.ts';
import type { Amount, Value } from '../model/resolved.ts';
import type { Unit } from '../model/unit.ts';
import type { Consolidation } from '../model/words.ts';

/** A unit below the one that consolidates, with what it reports for the period. */
export interface Member {
  readonly unit: Unit;
  /** `undefined`: no report, or none that can be used. */
  readonly report: Report | undefined;
  /** There is a report, and it has errors. */
  readonly faulty: boolean;
  readonly catalogue: Catalogue | undefined;
  readonly values: ReadonlyMap<string, Value>;
}

/** Why a unit's figure is not in a total. */
export type NotAdded =
  /** The unit's form asks for it, and it is blank. */
  | 'blank'
  /** The unit's form does not ask for it, or says that others report it. */
  | 'not-asked'
  | 'no-report'
  /** Text, or a value that cannot be read. */
  | 'text'
  /** Another kind of value than the consolidated form has. */
  | 'kind'
  /** Money in another unit of measure. */
  | 'measure';

export interface Contribution {
  readonly member: Member;
  readonly value: Value | undefined;
  /** What goes into the total. */
  readonly added: boolean;
  readonly why?: NotAdded;
}

export interface ConsolidatedRow {
  readonly row: CatalogueRow;
  readonly rule: Consolidation;
  readonly contributions: readonly Contribution[];
  /** `undefined`: nothing to put together, or worked out from other rows. */
  readonly total: Amount | undefined;
  /** Of a rate: members that are in some of the totals that it is worked out from, and not in all of them. */
  readonly uneven: readonly Member[];
}

/**
 * How a row is put together: as the catalogue says, else by its kind. Counts, money and fractions are added; what has a
 * formula is worked out from the totals; rates without one, codes, texts and headings are not put together.
 */
export function ruleOf(row: CatalogueRow): Consolidation {
  if (row.consolidation !== undefined) return row.consolidation;
  if (row.formula !== undefined) return 'recompute';
  switch (row.kind) {
    case 'count':
    case 'money':
    case 'fraction':
      return 'sum';
    case 'percent':
    case 'code':
    case 'yes-no':
    case 'text':
    case 'heading':
      return 'none';
  }
}

/** Puts the members' values together, row by row of the consolidating unit's catalogue. */
export function consolidate({ rows }: Catalogue, members: readonly Member[]): readonly ConsolidatedRow[] {
  const added = rows.map((row) => {
    const rule = ruleOf(row);
    const judged = members.map((member) => contribution(row, rule, member));
    const contributions = rule === 'last' ? onlyLast(judged) : judged;
    const amounts = contributions.flatMap(({ added, value }) => (added && value !== undefined ? [value.amount] : []));
    return { row, rule, contributions, total: totalOf(row, rule, amounts) };
  });
  const byId = new Map(added.map((one) => [one.row.id, one]));
  return added.map((one) => ({ ...one, uneven: unevenIn(one, byId) }));
}

type AddedRow = Omit<ConsolidatedRow, 'uneven'>;

/** A rate of which one part counts more units than the other is too high or too low, and looks like any other. */
function unevenIn({ row, rule }: AddedRow, rows: ReadonlyMap<string, AddedRow>): readonly Member[] {
  if (rule !== 'recompute' || row.kind !== 'percent') return [];
  const parts = partsOf(row).map((id) => membersIn(id, rows, new Set()));
  const all = new Set(parts.flatMap((part) => [...part]));
  return [...all].filter((member) => !parts.every((part) => part.has(member)));
}

const partsOf = ({ formula }: CatalogueRow): readonly string[] =>
  formula === undefined
    ? []
    : referencesIn(formula.expression).flatMap(({ id, period }) => (period === 'now' ? [id] : []));

/** Members whose figures are in a row's total, or in those that it is worked out from. */
function membersIn(id: string, rows: ReadonlyMap<string, AddedRow>, seen: Set<string>): ReadonlySet<Member> {
  const found = rows.get(id);
  if (found === undefined || seen.has(id)) return new Set();
  seen.add(id);
  if (found.rule === 'recompute')
    return new Set(partsOf(found.row).flatMap((part) => [...membersIn(part, rows, seen)]));
  return new Set(found.contributions.flatMap(({ added, member }) => (added ? [member] : [])));
}

function contribution(row: CatalogueRow, rule: Consolidation, member: Member): Contribution {
  const own = member.catalogue?.rows.find(({ id }) => id === row.id);
  const value = member.values.get(row.id);
  const left = (why: NotAdded): Contribution => ({ member, value, added: false, why });
  if (member.report === undefined) return left('no-report');
  if (own === undefined) return left('not-asked');
  if (value === undefined) return left(reportsRow(own, member.unit) === false ? 'not-asked' : 'blank');
  if (value.origin === 'unread') return left('text');
  const fits = addable(row, own, rule, value.amount);
  return fits === undefined ? { member, value, added: rule !== 'none' && rule !== 'recompute' } : left(fits);
}

/** Why an amount does not fit its total; `undefined`: it does. */
function addable(row: CatalogueRow, own: CatalogueRow, rule: Consolidation, amount: Amount): NotAdded | undefined {
  if (rule === 'count-yes') return amount.kind === 'yes-no' ? undefined : amount.kind === 'text' ? 'text' : 'kind';
  if (rule === 'none' || rule === 'recompute' || amount.kind === 'nil') return undefined;
  if (own.kind !== row.kind) return 'kind';
  if (rule === 'last') return undefined;
  if (amount.kind === 'text') return 'text';
  if (amount.kind !== row.kind) return 'kind';
  const sameMeasure = own.unitOfMeasure.trim().toLowerCase() === row.unitOfMeasure.trim().toLowerCase();
  return row.kind === 'money' && !sameMeasure ? 'measure' : undefined;
}

const ordinal = ({ day = 0, month = 0, year }: ReportDate): number => (year * 13 + month) * 32 + day;

/** Of several reports the one with the latest date speaks. */
function onlyLast(contributions: readonly Contribution[]): readonly Contribution[] {
  const dated = contributions.filter(({ added }) => added);
  const last = dated.reduce<Contribution | undefined>((best, one) => {
    const [a, b] = [best?.member.report, one.member.report];
    return a !== undefined && b !== undefined && ordinal(a.date) > ordinal(b.date) ? best : one;
  }, undefined);
  return contributions.map((one) => (one.added && one !== last ? { ...one, added: false } : one));
}

const NONE = decimal(0n);
const sum = (amounts: readonly Decimal[]): Decimal => amounts.reduce(add, NONE);

function totalOf(row: CatalogueRow, rule: Consolidation, amounts: readonly Amount[]): Amount | undefined {
  if (amounts.length === 0) return undefined;
  switch (rule) {
    case 'sum': {
      if (row.kind === 'fraction') {
        const parts = amounts.flatMap((amount) => (amount.kind === 'fraction' ? [amount] : []));
        if (parts.length === 0) return { kind: 'nil' };
        return {
          kind: 'fraction',
          part: sum(parts.map(({ part }) => part)),
          whole: sum(parts.map(({ whole }) => whole)),
        };
      }
      const figures = amounts.map((amount) => ('amount' in amount ? amount.amount : NONE));
      if (row.kind !== 'count' && row.kind !== 'money') return undefined;
      return { kind: row.kind, amount: sum(figures) };
    }
    case 'count-yes': {
      const yes = amounts.filter((amount) => amount.kind === 'yes-no' && amount.yes).length;
      return { kind: 'count', amount: decimal(BigInt(yes)) };
    }
    case 'last':
      return amounts[0];
    case 'recompute':
    case 'none':
      return undefined;
  }
}

/** Figures of a member for which the consolidated form has no row: they are in no total. */
export function strays({ rows }: Catalogue, { values }: Member): readonly (readonly [id: string, value: Value])[] {
  const known = new Set(rows.map(({ id }) => id));
  return [...values].filter(([id, { shown }]) => shown !== '' && !known.has(id));
}

/**
 * When reports are due: the 20th of the last month of quarters I and III, of six months and of the year (guidance
 * 581/BNV-CCHC). It says nothing of the other periods.
 */
export function deadlineOf(period: Period): FullDate | undefined {
  const { kind, ordinal } = period;
  const known = kind === 'six-months' || kind === 'year' || (kind === 'quarter' && ordinal % 2 === 1);
  return known ? { ...dataWindow(period).to, day: 20 } : undefined;
}

export type Punctuality =
  | { readonly kind: 'none' | 'faulty' | 'undated' | 'on-time' | 'no-deadline' }
  | { readonly kind: 'late'; readonly days: number };

/** Whether a unit reported in time, by its report's date. */
export function punctuality({ report, faulty }: Member, deadline: FullDate | undefined): Punctuality {
  if (report === undefined) return { kind: faulty ? 'faulty' : 'none' };
  if (!isFullDate(report.date)) return { kind: 'undated' };
  if (deadline === undefined) return { kind: 'no-deadline' };
  const days = (date: FullDate): number => Date.UTC(date.year, date.month - 1, date.day) / 86_400_000;
  const late = days(report.date) - days(deadline);
  return late > 0 ? { kind: 'late', days: late } : { kind: 'on-time' };
}
