import type { NumberExpression, Reference } from '../model/expression.ts';
import { plainNumber } from '../model/number.ts';

/** Where the figure of an indicator stands; `hundredth`: 63,4 % stands there as 0,634. */
export interface FigureCell {
  readonly name: string;
  readonly hundredth: boolean;
}

export type FindCell = (reference: Reference) => FigureCell | undefined;

const FUNCTIONS = { sum: 'SUM', round: 'ROUND', min: 'MIN', max: 'MAX' } as const;

/**
 * A catalogue's formula as Excel types it. Empty as long as a figure that it needs is missing, as the program itself
 * leaves it; `tong` leaves out what is missing. `undefined`: it reaches a figure that the sheet does not have.
 */
export function excelFormula(expression: NumberExpression, hundredth: boolean, find: FindCell): string | undefined {
  const needed = new Set<string>();
  const summed = new Set<string>();
  const written = write(expression, find, needed, summed, false);
  if (written === undefined) return undefined;
  const result = hundredth ? `(${written})/100` : written;
  if (needed.size === 0 && summed.size === 0) return result;
  const blank =
    needed.size > 0 ? `COUNT(${[...needed].join(',')})<${needed.size}` : `COUNT(${[...summed].join(',')})=0`;
  return `IF(${blank},"",IFERROR(${result},""))`;
}

function write(
  expression: NumberExpression,
  find: FindCell,
  needed: Set<string>,
  summed: Set<string>,
  inSum: boolean,
): string | undefined {
  const inside = (part: NumberExpression, sum = inSum): string | undefined => write(part, find, needed, summed, sum);
  switch (expression.kind) {
    case 'number':
      return plainNumber(expression);
    case 'reference': {
      const cell = find(expression);
      if (cell === undefined) return undefined;
      (inSum ? summed : needed).add(cell.name);
      return cell.hundredth ? `${cell.name}*100` : cell.name;
    }
    case 'negative': {
      const operand = inside(expression.operand);
      return operand === undefined ? undefined : `-(${operand})`;
    }
    case 'arithmetic': {
      const [left, right] = [inside(expression.left), inside(expression.right)];
      if (left === undefined || right === undefined) return undefined;
      return `${bracketed(expression.left, left)}${expression.operator}${bracketed(expression.right, right)}`;
    }
    case 'call': {
      const operands = expression.operands.map((operand) => inside(operand, inSum || expression.name === 'sum'));
      const there = operands.filter((operand) => operand !== undefined);
      if (there.length < operands.length) return undefined;
      if (expression.name === 'round' && there.length === 1) there.push('0');
      return `${FUNCTIONS[expression.name]}(${there.join(',')})`;
    }
  }
}

const bracketed = (expression: NumberExpression, written: string): string =>
  expression.kind === 'arithmetic' || expression.kind === 'negative' || written.includes('*100')
    ? `(${written})`
    : written;
