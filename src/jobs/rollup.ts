import { consolidationWorkbook } from '../compose/consolidation-workbook.ts';
import { Workspace } from '../load/workspace.ts';
import type { FullDate } from '../model/date.ts';
import { labelOf } from '../model/labels.ts';
import { nearPeriod, type Period, readPeriod } from '../model/period.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Value } from '../model/resolved.ts';
import { nearest } from '../model/text.ts';
import type { Unit } from '../model/unit.ts';
import { renderXlsx } from '../render/xlsx/index.ts';
import { type ConsolidatedRow, consolidate, deadlineOf, type Member, punctuality } from '../resolve/consolidate.ts';
import type { Written } from '../write/file.ts';
import { keepTotals, lastTotals } from '../write/last-totals.ts';
import { takeRunLock } from '../write/run-lock.ts';
import { type Entry, entryOf } from './entry.ts';
import { compareTotals, type TotalChange, totalsOf } from './rollup-totals.ts';
import { isThere, unitsBelow } from './rollup-units.ts';
import { consolidationData } from './rollup-workbook.ts';
import type { RunSurroundings } from './running.ts';
import { namesLike } from './selection.ts';
import { WorkbookOutputs } from './workbook-outputs.ts';
import { type ValuesWritten, writeValues } from './write-values.ts';

export interface RollupRequest {
  readonly root: string;
  readonly period: string;
  /** Consolidating units as typed; none: every unit that has others below it. */
  readonly units: readonly string[];
  /** When reports are due, where it is not the day that the guidance sets (`--han`). */
  readonly deadline: FullDate | undefined;
  /** Figures that were typed or changed by hand give way (`--ghi-de`). */
  readonly overwrite: boolean;
  /** Only show what would be written (`--xem`). */
  readonly dryRun: boolean;
  readonly around: Pick<RunSurroundings, 'now' | 'pid' | 'alive'>;
}

export interface Rollup {
  readonly unitId: string;
  /** The report's YAML, relative to the root. */
  readonly report: string;
  readonly workbook: string;
  readonly workbookOutcome: Written | 'planned';
  readonly members: number;
  readonly reported: number;
  /** `undefined`: when reports are due is not known. */
  readonly late: number | undefined;
  readonly changes: readonly TotalChange[];
  /** Typed by hand in the report, and another figure: left as they are. */
  readonly kept: readonly TotalChange[];
  /** Indicators with figures that could not be added. */
  readonly notAdded: number;
  readonly outcome: ValuesWritten;
}

/**
 * `gen rollup`: the reports of the units below a unit, put together into its own.
 * Reports `ky-la`, `don-vi-la`, `thuoc-vong`, `khong-co-don-vi-duoi`, `chua-co-bao-cao`, `tong-hop-thieu`,
 * `ti-le-lech-don-vi`, `tong-hop-khac`, and what units, entries and writing report.
 */
export async function rollup(request: RollupRequest): Promise<Outcome<readonly Rollup[]>> {
  const { root, around } = request;
  const period = readPeriod(request.period);
  if (period === undefined) {
    const unknown = problem(
      'ky-la',
      { name: request.period, near: nearPeriod(request.period) },
      { kind: 'file', file: 'data/bao-cao' },
    );
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

class RollingUp {
  private readonly workspace: Workspace;
  private readonly outputs: WorkbookOutputs;
  private readonly deadline: FullDate | undefined;
  private readonly problems: Problem[] = [];

  constructor(
    private readonly request: RollupRequest,
    private readonly period: Period,
  ) {
    this.workspace = new Workspace(request.root);
    this.outputs = new WorkbookOutputs(request.root, request.around.now);
    this.deadline = request.deadline ?? deadlineOf(period);
  }

  async go(): Promise<Outcome<readonly Rollup[]>> {
    const below = unitsBelow(this.workspace, this.period);
    this.tell(...below.problems);
    const chosen = this.chosen([...below.value.keys()]);
    const value: Rollup[] = [];
    for (const id of below.value.keys()) {
      const one = chosen.has(id) ? await this.one(id, below.value.get(id) ?? []) : undefined;
      if (one !== undefined) value.push(one);
    }
    return { value, problems: this.problems };
  }

  private tell(...found: readonly Problem[]): void {
    this.problems.push(...found);
  }

  /** Which of the units that have others below them. */
  private chosen(parents: readonly string[]): ReadonlySet<string> {
    const { units } = this.request;
    const at = { kind: 'file', file: 'data/don-vi' } as const;
    if (units.length === 0) {
      if (parents.length === 0) this.tell(problem('khong-co-don-vi-duoi', { unit: undefined }, at));
      const isOver = (id: string): boolean => {
        const unit = this.workspace.unit(id).value;
        return unit !== undefined && !isThere(unit, this.period);
      };
      return new Set(parents.filter((id) => !isOver(id)));
    }
    const names = this.workspace.unitNames();
    const found = units.flatMap((typed) => {
      const like = namesLike(typed, parents);
      if (like.length > 0) return like;
      if (namesLike(typed, names).length > 0) this.tell(problem('khong-co-don-vi-duoi', { unit: typed }, at));
      else this.tell(problem('don-vi-la', { name: typed, near: nearest(typed, names) }, at));
      return [];
    });
    return new Set(found);
  }

  private async one(unitId: string, units: readonly Unit[]): Promise<Rollup | undefined> {
    const found = entryOf(this.workspace, unitId, this.period);
    this.tell(...found.problems);
    const entry = found.value;
    if (entry === undefined) return undefined;
    const { root, overwrite } = this.request;
    const members = units.map((unit) => this.member(unit));
    const rows = consolidate(entry.catalogue, members);
    const totals = totalsOf(entry, rows);
    const workbook = `out/${this.period.id}/${unitId} (tổng hợp).xlsx`;
    const { changes, kept } = compareTotals(entry, totals, lastTotals(root, nameOf(entry)), overwrite);
    const at = { kind: 'file', file: entry.file } as const;
    const missing = members.filter(({ report }) => report === undefined).map(({ unit }) => unit.name);
    if (missing.length > 0) this.tell(problem('tong-hop-thieu', { missing, of: members.length }, at));
    for (const { row, uneven } of rows) {
      if (uneven.length === 0 || !totals.has(row.id)) continue;
      const units = uneven.map(({ unit }) => unit.name);
      this.tell(problem('ti-le-lech-don-vi', { label: labelOf(row), units }, at));
    }
    if (kept.length > 0) this.tell(problem('tong-hop-khac', { count: kept.length }, at));
    const late = members.filter((member) => punctuality(member, this.deadline).kind === 'late').length;
    const base = {
      unitId,
      report: entry.file,
      workbook,
      members: members.length,
      reported: members.length - missing.length,
      late: this.deadline === undefined ? undefined : late,
      changes,
      kept,
      notAdded: rows.filter(isPartly).length,
    };
    const outcome = this.write(entry, changes, totals);
    // The workbook shows the report as it is now.
    this.workspace.forget(entry.file);
    const now = entryOf(this.workspace, unitId, this.period).value ?? entry;
    return { ...base, workbookOutcome: await this.put(workbook, now, members, rows, totals), outcome };
  }

  private async put(
    file: string,
    entry: Entry,
    members: readonly Member[],
    rows: readonly ConsolidatedRow[],
    totals: ReadonlyMap<string, Value>,
  ): Promise<Written | 'planned'> {
    if (this.request.dryRun) return 'planned';
    const data = consolidationData(this.workspace, entry, members, rows, totals, this.deadline);
    const written = await this.outputs.put(file, await renderXlsx(consolidationWorkbook(data)));
    this.tell(...written.problems);
    return written.value;
  }

  /** A unit whose report cannot be used counts as one without; what is wrong is told. */
  private member(unit: Unit): Member {
    if (!this.workspace.hasReport(unit.id, this.period)) {
      return { unit, report: undefined, faulty: false, catalogue: undefined, values: new Map() };
    }
    const { value, problems } = entryOf(this.workspace, unit.id, this.period);
    this.tell(...problems);
    const usable = value?.report !== undefined && !hasErrors(problems);
    return {
      unit,
      report: usable ? value.report : undefined,
      faulty: !usable,
      catalogue: value?.catalogue,
      values: usable ? value.values : new Map(),
    };
  }

  private write(entry: Entry, changes: readonly TotalChange[], totals: ReadonlyMap<string, Value>): ValuesWritten {
    const { root, dryRun } = this.request;
    if (entry.report === undefined) {
      const params = { unit: entry.unit.id, period: this.period.id };
      this.tell(problem('chua-co-bao-cao', params, { kind: 'file', file: entry.file }));
      return 'failed';
    }
    const edits = changes.map(({ id, after }) => ({ id, value: after }));
    const { value, problems } = writeValues(root, entry, edits, dryRun);
    this.tell(...problems);
    if (value !== 'written' && value !== 'unchanged') return value;
    if (dryRun) return value;
    const kept: Record<string, string> = { ...lastTotals(root, nameOf(entry)) };
    for (const { id, after } of changes) kept[id] = after;
    for (const id of Object.keys(kept)) if (!totals.has(id)) delete kept[id];
    this.tell(...keepTotals(root, nameOf(entry), kept));
    return value;
  }
}

const nameOf = ({ unit, period }: Entry): string => `${period.id}/${unit.id}`;

const isPartly = ({ rule, contributions }: ConsolidatedRow): boolean =>
  rule !== 'none' &&
  rule !== 'recompute' &&
  contributions.some(({ why }) => why === 'text' || why === 'kind' || why === 'measure');
