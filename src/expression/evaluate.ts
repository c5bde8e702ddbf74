import type { Decimal } from '../model/decimal.ts';
import type { ArithmeticOperator, Condition, NumberExpression, Reference } from '../model/expression.ts';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  rounded,
  subtract,
  ZERO,
} from './rational.ts';

/** The figure of an indicator; `undefined` when there is none. */
export type Lookup = (reference: Reference) => Decimal | undefined;

/** What a number expression comes to. */
export type Calculation =
  /** `partial`: a sum left out what is missing, so the true total may be higher. */
  | { readonly kind: 'value'; readonly value: Rational; readonly partial: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'division-by-zero' };

export type Verdict = { readonly kind: 'verdict'; readonly holds: boolean } | Exclude<Calculation, { kind: 'value' }>;

type Stopped = Exclude<Calculation, { kind: 'value' }>;

const value = (result: Rational, partial: boolean): Calculation => ({ kind: 'value', value: result, partial });

function apply(operator: ArithmeticOperator, a: Rational, b: Rational): Rational | undefined {
  switch (operator) {
    case '+':
      return add(a, b);
    case '-':
      return subtract(a, b);
    case '*':
      return multiply(a, b);
    case '/':
      return divide(a, b);
  }
}

/** Works out a number, exactly. `tong` leaves out what is missing, as Excel's SUM does; anything else needs all it names. */
export function calculate(expression: NumberExpression, lookup: Lookup): Calculation {
  switch (expression.kind) {
    case 'number':
      return value(rational(expression), false);
    case 'reference': {
      const figure = lookup(expression);
      return figure === undefined ? { kind: 'missing' } : value(rational(figure), false);
    }
    case 'negative': {
      const operand = calculate(expression.operand, lookup);
      return operand.kind === 'value' ? value(negate(operand.value), operand.partial) : operand;
    }
    case 'arithmetic': {
      const left = calculate(expression.left, lookup);
      const right = calculate(expression.right, lookup);
      if (left.kind !== 'value') return left;
      if (right.kind !== 'value') return right;
      const result = apply(expression.operator, left.value, right.value);
      return result === undefined ? { kind: 'division-by-zero' } : value(result, left.partial || right.partial);
    }
    case 'call':
      return call(expression, lookup);
  }
}

function call({ name, operands }: Extract<NumberExpression, { kind: 'call' }>, lookup: Lookup): Calculation {
  const all = operands.map((operand) => calculate(operand, lookup));
  const stopped = all.find((one): one is Stopped => one.kind === 'division-by-zero');
  if (stopped !== undefined) return stopped;
  const there = all.flatMap((one) => (one.kind === 'value' ? [one] : []));
  const [first, second] = there;
  if (first === undefined || (name !== 'sum' && there.length < all.length)) return { kind: 'missing' };
  const partial = there.length < all.length || there.some((one) => one.partial);
  const figures = there.map((one) => one.value);
  switch (name) {
    case 'sum':
      return value(figures.reduce(add, ZERO), partial);
    case 'min':
      return value(
        figures.reduce((a, b) => (compare(b, a) < 0 ? b : a)),
        partial,
      );
    case 'max':
      return value(
        figures.reduce((a, b) => (compare(b, a) > 0 ? b : a)),
        partial,
      );
    case 'round': {
      const digits = second === undefined ? 0 : Number(rounded(second.value, 0).unscaled);
      return value(rational(rounded(first.value, Math.min(digits, MOST_DIGITS))), partial);
    }
  }
}

/** Digits behind the comma that `lam_tron` rounds to at most. */
const MOST_DIGITS = 10;

/** Whether a condition holds. `va` and `hoac` need both sides, unless one of them settles it. */
export function decide(condition: Condition, lookup: Lookup): Verdict {
  switch (condition.kind) {
    case 'comparison': {
      const left = calculate(condition.left, lookup);
      const right = calculate(condition.right, lookup);
      if (left.kind !== 'value') return left;
      if (right.kind !== 'value') return right;
      const order = compare(left.value, right.value);
      const holds = {
        '=': order === 0,
        '<>': order !== 0,
        '<': order < 0,
        '<=': order <= 0,
        '>': order > 0,
        '>=': order >= 0,
      }[condition.operator];
      // What a sum left out may still mend it: a partial sum only shows that its side is at least so much.
      if (!holds && ((order > 0 && right.partial) || (order < 0 && left.partial))) return { kind: 'missing' };
      return { kind: 'verdict', holds };
    }
    case 'not': {
      const operand = decide(condition.operand, lookup);
      return operand.kind === 'verdict' ? { ...operand, holds: !operand.holds } : operand;
    }
    case 'and':
    case 'or': {
      const settles = condition.kind === 'or';
      const left = decide(condition.left, lookup);
      const right = decide(condition.right, lookup);
      const settled = [left, right].find((side) => side.kind === 'verdict' && side.holds === settles);
      if (settled !== undefined) return settled;
      return left.kind === 'verdict' ? right : left;
    }
  }
}
