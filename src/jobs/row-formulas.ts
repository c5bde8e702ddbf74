import type { RowFormulas } from '../compose/appendix-workbook.ts';
import { excelFormula } from '../compose/excel-formula.ts';
import { calculate } from '../expression/evaluate.ts';
import { figureOf } from '../expression/figures.ts';
import { rounded } from '../expression/rational.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { compare } from '../model/decimal.ts';
import type { Value } from '../model/resolved.ts';

/**
 * The catalogue's formulas for a report's workbook. A figure that was typed and does not follow from its formula stays a
 * number: the workbook must not print another figure than the report.
 */
export function rowFormulas({ rows }: Catalogue, values: ReadonlyMap<string, Value>): RowFormulas {
  const formulas = new Map(rows.flatMap(({ id, formula }) => (formula === undefined ? [] : [[id, formula] as const])));
  return (id, cellOf) => {
    const expression = formulas.get(id)?.expression;
    const amount = values.get(id)?.amount;
    if (expression === undefined || amount === undefined || !('amount' in amount)) return undefined;
    const result = calculate(expression, (of) => (of.period === 'now' ? figureOf(values.get(of.id)) : undefined));
    if (result.kind !== 'value' || compare(rounded(result.value, amount.amount.scale), amount.amount) !== 0)
      return undefined;
    const hundredth = cellOf(id)?.hundredth === true;
    return excelFormula(expression, hundredth, (of) => (of.period === 'now' ? cellOf(of.id) : undefined));
  };
}
