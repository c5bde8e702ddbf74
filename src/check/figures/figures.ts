import type { Lookup } from '../../expression/evaluate.ts';
import { figureOf, lookupIn } from '../../expression/figures.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { DataPlace } from '../../model/problem.ts';
import type { Resolved, Value } from '../../model/resolved.ts';
import { WORDS } from '../../model/words.ts';
import type { Form } from './form.ts';

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

  /** Typed by someone, as a number or in words. */
  typed(row: RowId): Value | undefined {
    const value = this.value(row);
    return value?.origin === 'typed' ? value : undefined;
  }

  /** Nothing will be printed in its cell. */
  blank(row: RowId): boolean {
    return this.value(row) === undefined && (this.resolved.report.values.get(row.row.id)?.note ?? '') === '';
  }

  /** Where a row's value is typed; of one that was left out, the nearest one above it in the form that was not. */
  place({ row }: RowId): DataPlace {
    const { file, values } = this.resolved.report;
    const { rows } = this.form.catalogue;
    const at = rows.findIndex(({ id }) => id === row.id);
    const there =
      rows.slice(0, at + 1).findLast(({ id }) => values.has(id)) ?? rows.slice(at).find(({ id }) => values.has(id));
    if (there === undefined) return { kind: 'data', file, path: [WORDS.report.values], key: true };
    const path = [WORDS.report.values, there.id];
    if (there.id !== row.id) return { kind: 'data', file, path, key: true };
    const typed = values.get(there.id);
    const detailed = typed?.value !== undefined && (typed.shown !== undefined || typed.note !== undefined);
    return { kind: 'data', file, path: detailed ? [...path, WORDS.value.value] : path };
  }

  /** The places of the values that a finding rests on besides its own. */
  places(rows: readonly RowId[]): readonly DataPlace[] {
    return rows.filter(({ row }) => this.resolved.report.values.has(row.id)).map((row) => this.place(row));
  }
}
