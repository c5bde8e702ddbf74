import type { Decimal } from '../model/decimal.ts';
import type { Expression, NumberExpression } from '../model/expression.ts';
import { writeNumber } from '../model/number.ts';
import type { Lookup } from './evaluate.ts';

/** A number in a message: `11.690`, `63,4`. */
export const figure = (amount: Decimal): string => writeNumber(amount, { leadingZero: false, thousands: true });

const SIGNS = { '=': '=', '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;
const FUNCTION_WORDS = { sum: 'tong', round: 'lam_tron', min: 'nho_nhat', max: 'lon_nhat' } as const;
/** What stands for a figure that is missing. */
const GAP = '…';

/** How tightly a part binds, so that only the parentheses that are needed are written. */
function binding(expression: Expression): number {
  switch (expression.kind) {
    case 'or':
      return 1;
    case 'and':
      return 2;
    case 'comparison':
      return 3;
    case 'arithmetic':
      return expression.operator === '+' || expression.operator === '-' ? 4 : 5;
    case 'negative':
    case 'not':
      return 6;
    case 'call': {
      const [only, second] = expression.operands;
      if (expression.name !== 'sum' || only === undefined) return 7;
      return second === undefined ? binding(only) : 4;
    }
    default:
      return 7;
  }
}

/**
 * An expression with its figures in place of the names: `26 / 41`. What a sum leaves out is left out; anything else
 * missing is `…`.
 */
export function withFigures(expression: Expression, lookup: Lookup): string {
  const inside = (part: Expression, least: number): string => {
    const text = withFigures(part, lookup);
    return binding(part) < least ? `(${text})` : text;
  };
  switch (expression.kind) {
    case 'number':
      return figure(expression);
    case 'reference': {
      const amount = lookup(expression);
      return amount === undefined ? GAP : figure(amount);
    }
    case 'negative':
      return `-${inside(expression.operand, 6)}`;
    case 'call': {
      if (expression.name !== 'sum') {
        const operands = expression.operands.map((operand) => withFigures(operand, lookup));
        return `${FUNCTION_WORDS[expression.name]}(${operands.join('; ')})`;
      }
      const there = expression.operands.map((operand) => inside(operand, 4)).filter((text) => text !== GAP);
      return there.length === 0 ? GAP : there.join(' + ');
    }
    case 'arithmetic': {
      const own = binding(expression);
      const right = expression.operator === '-' || expression.operator === '/' ? own + 1 : own;
      return `${inside(expression.left, own)} ${expression.operator} ${inside(expression.right, right)}`;
    }
    case 'comparison':
      return `${withFigures(expression.left, lookup)} ${SIGNS[expression.operator]} ${withFigures(expression.right, lookup)}`;
    case 'and':
    case 'or':
      return `${inside(expression.left, binding(expression))} ${expression.kind === 'and' ? 'và' : 'hoặc'} ${inside(expression.right, binding(expression))}`;
    case 'not':
      return `không (${withFigures(expression.operand, lookup)})`;
  }
}

/** A formula in percent without its `* 100`, which the percent sign says: `11.690 / 167.000`. */
export function withoutHundred(expression: NumberExpression): NumberExpression | undefined {
  if (expression.kind !== 'arithmetic' || expression.operator !== '*') return undefined;
  const { left, right } = expression;
  if (isHundred(right)) return left;
  return isHundred(left) ? right : undefined;
}

const isHundred = (expression: NumberExpression): boolean =>
  expression.kind === 'number' && expression.unscaled === 100n && expression.scale === 0;
