import {
  type ConsolidationData,
  consolidationWorkbook,
  type ShownMember,
  type ShownRow,
} from '../compose/consolidation-workbook.ts';
import { positionOf } from '../load/position.ts';
import { Workspace } from '../load/workspace.ts';
import type { CatalogueRow } from '../model/catalogue.ts';
import { shortDate } from '../model/date.ts';
import { writeNumber } from '../model/number.ts';
import { type Period, readPeriod } from '../model/period.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { TypedValue } from '../model/report.ts';
import type { Amount, Value } from '../model/resolved.ts';
import { nearest } from '../model/text.ts';
import type { Unit } from '../model/unit.ts';
import { WORDS } from '../model/words.ts';
import { renderXlsx } from '../render/xlsx/index.ts';
import {
  type ConsolidatedRow,
  consolidate,
  deadlineOf,
  type Member,
  type NotAdded,
  punctuality,
} from '../resolve/consolidate.ts';
import { merge, sameValue } from '../resolve/merge-values.ts';
import { labelOf, resolveValues } from '../resolve/values.ts';
import type { Written } from '../write/file.ts';
import { keepTotals, lastTotals } from '../write/last-totals.ts';
import { takeRunLock } from '../write/run-lock.ts';
import { type Entry, entryOf } from './entry.ts';
import type { RunSurroundings } from './running.ts';
import { namesLike } from './selection.ts';
import { WorkbookOutputs } from './workbook-outputs.ts';
import { type ValuesWritten, writeValues } from './write-values.ts';

export interface RollupRequest {
  readonly root: string;
  readonly period: string;
  /** Consolidating units as typed; none: every unit that has others below it. */
  readonly units: readonly string[];
  /** Figures that were typed or changed by hand give way (`--ghi-de`). */
  readonly overwrite: boolean;
  /** Only show what would be written (`--xem`). */
  readonly dryRun: boolean;
  readonly around: Pick<RunSurroundings, 'now' | 'pid' | 'alive'>;
}

/** A total that goes into the consolidating unit's report, or that its report holds against. */
export interface TotalChange {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface Rollup {
  readonly unitId: string;
  /** The report's YAML, relative to the root. */
  readonly report: string;
  readonly workbook: string;
  readonly workbookOutcome: Written | 'planned';
  readonly members: number;
  readonly reported: number;
  readonly late: number;
  readonly changes: readonly TotalChange[];
  /** Typed by hand in the report, and another figure: left as they are. */
  readonly kept: readonly TotalChange[];
  /** Indicators with figures that could not be added, and why. */
  readonly notAdded: number;
  readonly outcome: ValuesWritten;
}

/**
 * `gen rollup`: the reports of the units below a unit, put together into its own.
 * Reports `ky-la`, `don-vi-la`, `khong-co-don-vi-duoi`, `chua-co-bao-cao`, `tong-hop-thieu`, `tong-hop-khac`, and what
 * entries and writing report.
 */
export async function rollup(request: RollupRequest): Promise<Outcome<readonly Rollup[]>> {
  const { root, around } = request;
  const period = readPeriod(request.period);
  if (period === undefined) {
    const unknown = problem('ky-la', { name: request.period, near: undefined }, { kind: 'file', file: 'data/bao-cao' });
    return { value: [], problems: [unknown] };
  }
  const lock = takeRunLock(root, around.pid, around.alive);
  if (lock.value === undefined) return { value: [], problems: lock.problems };
  try {
    return await new RollingUp(request, period).go();
  } finally {
    lock.value.release();
  }
}

const REASONS: Readonly<Record<NotAdded, string>> = {
  blank: 'chưa có số',
  'not-asked': 'biểu của đơn vị không có',
  'no-report': 'chưa có báo cáo',
  text: 'là chữ, không cộng được',
  kind: 'khác kiểu số liệu',
  measure: 'khác đơn vị tính',
};

class RollingUp {
  private readonly workspace: Workspace;
  private readonly outputs: WorkbookOutputs;
  private readonly problems: Problem[] = [];

  constructor(
    private readonly request: RollupRequest,
    private readonly period: Period,
  ) {
    this.workspace = new Workspace(request.root);
    this.outputs = new WorkbookOutputs(request.root, request.around.now);
  }

  async go(): Promise<Outcome<readonly Rollup[]>> {
    const below = this.unitsBelow();
    const chosen = this.chosen([...below.keys()]);
    const value: Rollup[] = [];
    for (const id of chosen) {
      const one = await this.one(id, below.get(id) ?? []);
      if (one !== undefined) value.push(one);
    }
    return { value, problems: this.problems };
  }

  private tell(...found: readonly Problem[]): undefined {
    this.problems.push(...found);
    return undefined;
  }

  /** The units below each unit, in the order of their names. */
  private unitsBelow(): ReadonlyMap<string, readonly Unit[]> {
    const names = this.workspace.unitNames();
    const below = new Map<string, Unit[]>();
    for (const name of names) {
      const { value: unit } = this.workspace.unit(name);
      if (unit?.parent === undefined || unit.parent === name) continue;
      if (!names.includes(unit.parent)) {
        const at = { kind: 'data', file: unit.file, path: [WORDS.unit.parent] } as const;
        this.tell(problem('don-vi-la', { name: unit.parent, near: nearest(unit.parent, names) }, at));
        continue;
      }
      below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
    }
    return below;
  }

  private chosen(parents: readonly string[]): readonly string[] {
    const { units } = this.request;
    const at = { kind: 'file', file: 'data/don-vi' } as const;
    if (units.length === 0) {
      if (parents.length === 0) this.tell(problem('khong-co-don-vi-duoi', { unit: undefined }, at));
      return parents;
    }
    return units.flatMap((typed) => {
      const found = namesLike(typed, parents);
      if (found.length > 0) return found;
      if (namesLike(typed, this.workspace.unitNames()).length > 0)
        this.tell(problem('khong-co-don-vi-duoi', { unit: typed }, at));
      else this.tell(problem('don-vi-la', { name: typed, near: nearest(typed, this.workspace.unitNames()) }, at));
      return [];
    });
  }

  private async one(unitId: string, units: readonly Unit[]): Promise<Rollup | undefined> {
    const found = entryOf(this.workspace, unitId, this.period);
    this.tell(...found.problems);
    const entry = found.value;
    if (entry === undefined) return undefined;
    const members = units.map((unit) => this.member(unit));
    const rows = consolidate(entry.catalogue, members);
    const totals = totalsOf(entry, rows);
    const workbook = `out/${this.period.id}/${unitId} (tổng hợp).xlsx`;
    const { changes, kept } = this.compared(entry, rows, totals);
    const late = members.filter((member) => punctuality(member, this.period).kind === 'late').length;
    const reported = members.filter(({ report }) => report !== undefined).length;
    if (reported < members.length) {
      const params = { missing: members.length - reported, of: members.length };
      this.tell(problem('tong-hop-thieu', params, { kind: 'file', file: entry.file }));
    }
    if (kept.length > 0) {
      this.tell(problem('tong-hop-khac', { count: kept.length }, { kind: 'file', file: entry.file }));
    }
    const base = {
      unitId,
      report: entry.file,
      workbook,
      members: members.length,
      reported,
      late,
      changes,
      kept,
      notAdded: rows.filter(isPartly).length,
    };
    const outcome = this.write(entry, changes, totals);
    // The workbook shows the report as it is now.
    this.workspace.forget(entry.file);
    const now = entryOf(this.workspace, unitId, this.period).value ?? entry;
    return { ...base, workbookOutcome: await this.put(workbook, this.shown(now, members, rows, totals)), outcome };
  }

  private async put(file: string, data: ConsolidationData): Promise<Written | 'planned'> {
    if (this.request.dryRun) return 'planned';
    const written = await this.outputs.put(file, await renderXlsx(consolidationWorkbook(data)));
    this.tell(...written.problems);
    return written.value;
  }

  /** A unit whose report cannot be read counts as one without; what is wrong is told. */
  private member(unit: Unit): Member {
    if (!this.workspace.hasReport(unit.id, this.period)) {
      return { unit, report: undefined, catalogue: undefined, values: new Map() };
    }
    const { value, problems } = entryOf(this.workspace, unit.id, this.period);
    this.tell(...problems);
    const usable = value !== undefined && !hasErrors(problems);
    return {
      unit,
      report: usable ? value.report : undefined,
      catalogue: value?.catalogue,
      values: usable ? value.values : new Map(),
    };
  }

  private compared(
    entry: Entry,
    rows: readonly ConsolidatedRow[],
    totals: ReadonlyMap<string, Value>,
  ): { readonly changes: readonly TotalChange[]; readonly kept: readonly TotalChange[] } {
    const before = lastTotals(this.request.root, nameOf(entry));
    const changes: TotalChange[] = [];
    const kept: TotalChange[] = [];
    for (const { row } of rows) {
      const total = totals.get(row.id);
      const now = entry.report?.values.get(row.id)?.value ?? '';
      // What a formula works out is left to it, unless the report says it itself.
      if (total === undefined || total.origin === 'unread' || (total.origin === 'computed' && now === '')) continue;
      const at = { kind: 'file', file: entry.file } as const;
      const same = (a: string, b: string): boolean => sameValue(a, b, row, at);
      const merged = merge(before[row.id] ?? '', total.shown, now, same);
      const change = { id: row.id, number: row.number ?? '', label: labelOf(row), before: now, after: total.shown };
      const shown = entry.report?.values.get(row.id)?.shown !== undefined;
      if (same(total.shown, now)) continue;
      if (!shown && (merged === 'changed' || this.request.overwrite)) changes.push(change);
      else kept.push(change);
    }
    return { changes, kept };
  }

  private write(entry: Entry, changes: readonly TotalChange[], totals: ReadonlyMap<string, Value>): ValuesWritten {
    if (entry.report === undefined) {
      const params = { unit: entry.unit.id, period: this.period.id };
      this.tell(problem('chua-co-bao-cao', params, { kind: 'file', file: entry.file }));
      return 'failed';
    }
    const edits = changes.map(({ id, after }) => ({ id, value: after }));
    const { value, problems } = writeValues(this.request.root, entry, edits, this.request.dryRun);
    this.tell(...problems);
    if (value !== 'written' && value !== 'unchanged') return value;
    if (this.request.dryRun) return value;
    const kept: Record<string, string> = { ...lastTotals(this.request.root, nameOf(entry)) };
    for (const { id, after } of changes) kept[id] = after;
    for (const id of Object.keys(kept)) if (!totals.has(id)) delete kept[id];
    this.tell(...keepTotals(this.request.root, nameOf(entry), kept));
    return value;
  }

  private shown(
    entry: Entry,
    members: readonly Member[],
    rows: readonly ConsolidatedRow[],
    totals: ReadonlyMap<string, Value>,
  ): ConsolidationData {
    const lines = members.map((member) => this.linesOf(member));
    return {
      unit: entry.unit,
      period: this.period,
      deadline: shortDate(deadlineOf(this.period)),
      members: members.map((member) => this.shownMember(member)),
      rows: rows.map(
        ({ row, rule, contributions }): ShownRow => ({
          id: row.id,
          number: row.number ?? (row.part ? 'Trong đó' : ''),
          label: labelOf(row),
          unitOfMeasure: row.unitOfMeasure,
          group: row.kind === 'heading',
          kind: row.kind,
          rule,
          formula: row.formula?.expression,
          total: totals.get(row.id),
          reported: entry.values.get(row.id)?.shown ?? '',
          figures: contributions.map(({ value, added, why }, member) => ({
            member,
            value,
            added,
            why: why === undefined ? '' : REASONS[why],
            blank: row.kind !== 'heading' && (why === 'blank' || why === 'no-report'),
            source: lines[member]?.get(row.id) ?? '',
          })),
        }),
      ),
    };
  }

  private shownMember(member: Member): ShownMember {
    const { unit, report, catalogue } = member;
    const state = punctuality(member, this.period);
    const words = {
      none: 'chưa có báo cáo',
      'on-time': 'đúng hạn',
      undated: 'chưa ghi ngày',
      late: state.kind === 'late' ? `chậm ${state.days} ngày` : '',
    } as const;
    return {
      name: unit.name,
      date: report === undefined ? '' : shortDate(report.date),
      state: words[state.kind],
      late: state.kind !== 'on-time',
      catalogue: catalogue?.id ?? '',
    };
  }

  /** Where each figure of a unit was typed. */
  private linesOf({ report }: Member): ReadonlyMap<string, string> {
    const text = report === undefined ? undefined : this.workspace.text(report.file).value;
    if (report === undefined || text === undefined) return new Map();
    return new Map(
      [...report.values.keys()].map((id) => {
        const place = { kind: 'data', file: report.file, path: [WORDS.report.values, id], key: true } as const;
        return [id, `${report.file}:${positionOf(text, place).line}`] as const;
      }),
    );
  }
}

const nameOf = ({ unit, period }: Entry): string => `${period.id}/${unit.id}`;

const isPartly = ({ rule, contributions }: ConsolidatedRow): boolean =>
  rule !== 'none' &&
  rule !== 'recompute' &&
  contributions.some(({ why }) => why === 'text' || why === 'kind' || why === 'measure');

/** The totals as the consolidating unit's report would have them, formulas worked out from them. */
function totalsOf(entry: Entry, rows: readonly ConsolidatedRow[]): ReadonlyMap<string, Value> {
  const typed = new Map<string, TypedValue>();
  for (const { row, rule, total, contributions } of rows) {
    const last = rule === 'last' ? contributions.find(({ added }) => added)?.value?.shown : undefined;
    const text = last ?? (total === undefined ? '' : typedText(total, row, entry));
    if (text !== '') typed.set(row.id, { value: text });
  }
  const { unit, period, file, catalogue } = entry;
  const date = { year: period.year };
  const base = entry.report ?? {
    unitId: unit.id,
    period,
    file,
    date,
    narrative: new Map(),
    justifications: [],
    unreviewed: [],
  };
  return resolveValues({ ...base, values: typed }, catalogue, unit.format).value;
}

function typedText(amount: Amount, row: CatalogueRow, { unit: { format } }: Entry): string {
  switch (amount.kind) {
    case 'count':
    case 'money':
    case 'percent': {
      const leadingZero = amount.kind === 'count' && format.leadingZero === true;
      return writeNumber(amount.amount, { leadingZero, thousands: format.thousands ?? true });
    }
    case 'fraction': {
      const part = writeNumber(amount.part, { leadingZero: true, thousands: false });
      return `${part}/${writeNumber(amount.whole, { leadingZero: true, thousands: false })}`;
    }
    case 'code':
      return amount.code;
    case 'yes-no':
      return /=\s*1/.test(row.unitOfMeasure) ? (amount.yes ? '1' : '0') : amount.yes ? 'Có' : 'Không';
    case 'text':
      return amount.text;
    case 'nil':
      return 'Không';
  }
}
