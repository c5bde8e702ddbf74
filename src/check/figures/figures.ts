import type { Lookup } from '../../expression/evaluate.ts';
import { figureOf, lookupIn } from '../../expression/figures.ts';
import { type Decimal, trimmed } from '../../model/decimal.ts';
import { plainNumber } from '../../model/number.ts';
import type { DataPlace } from '../../model/problem.ts';
import type { Resolved, Value } from '../../model/resolved.ts';
import { WORDS } from '../../model/words.ts';
import type { Form, FormRow } from './form.ts';

/** A row, as far as finding its value goes. */
export interface RowId {
  readonly row: { readonly id: string };
}

/** A report's figures, as the rules about figures ask for them. */
export class Figures {
  readonly lookup: Lookup;

  constructor(
    readonly resolved: Resolved,
    readonly form: Form,
  ) {
    this.lookup = lookupIn({ ...resolved, period: resolved.report.period });
  }

  value({ row }: RowId): Value | undefined {
    return this.resolved.values.get(row.id);
  }

  figure(row: RowId): Decimal | undefined {
    return figureOf(this.value(row));
  }

  /** The figures of rows, whatever way they are written (63 and 63,0): a finding that rests on them alone stays as long as they do. */
  basis(rows: readonly RowId[]): string {
    const amounts = rows.map((row) => {
      const amount = this.figure(row);
      return `${row.row.id} ${amount === undefined ? (this.value(row)?.shown ?? '') : plainNumber(trimmed(amount))}`;
    });
    return amounts.join('; ');
  }

  /** Typed by someone, as a number or in words. */
  typed(row: RowId): Value | undefined {
    const value = this.value(row);
    return value?.origin === 'typed' ? value : undefined;
  }

  /** Nothing will be printed in its cell. */
  blank(row: RowId): boolean {
    return this.value(row) === undefined && (this.resolved.report.values.get(row.row.id)?.note ?? '') === '';
  }

  /** Where a row's value is typed; of one that was left out, the row nearest to it that was not, of its own group first. */
  place({ row }: RowId): DataPlace {
    const { file, values } = this.resolved.report;
    const there = values.has(row.id) ? row.id : this.nearestTyped(row.id);
    if (there === undefined) return this.valuesPlace;
    const path = [WORDS.report.values, there];
    if (there !== row.id) return { kind: 'data', file, path, key: true };
    const typed = values.get(there);
    const detailed = typed?.value !== undefined && (typed.shown !== undefined || typed.note !== undefined);
    return { kind: 'data', file, path: detailed ? [...path, WORDS.value.value] : path };
  }

  /** The values as a whole. */
  get valuesPlace(): DataPlace {
    return { kind: 'data', file: this.resolved.report.file, path: [WORDS.report.values], key: true };
  }

  private nearestTyped(id: string): string | undefined {
    const row = this.form.byId.get(id);
    if (row === undefined) return undefined;
    const nearest = (rows: readonly FormRow[]): FormRow | undefined => {
      const there = rows.filter((other) => this.resolved.report.values.has(other.row.id));
      return there.findLast(({ index }) => index < row.index) ?? there.find(({ index }) => index > row.index);
    };
    const { parent } = row;
    const group = parent === undefined ? this.form.roots : [...parent.parts, ...parent.children];
    const near = nearest(group) ?? nearest(parent === undefined ? [] : [parent]) ?? nearest(this.form.rows);
    return near?.row.id;
  }

  /** The places of the values that a finding rests on besides its own. */
  places(rows: readonly RowId[]): readonly DataPlace[] {
    return rows.filter(({ row }) => this.resolved.report.values.has(row.id)).map((row) => this.place(row));
  }
}
