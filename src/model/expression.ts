/**
 * Expressions of a catalogue: formulas (`cong_thuc`) and rules (`bieu_thuc`), as an official types them into Excel.
 * Numbers and conditions are told apart when they are read.
 */

/** Which report an indicator is taken from: this one, `ky_truoc.x`, `cung_ky.x`, or all of the year so far, `dau_nam.x`. */
export type ReferencePeriod = 'now' | 'before' | 'year-before' | 'year-to-date';

/** How an expression names the other periods; the narrative uses the same words. */
export const PERIOD_WORDS: Readonly<Record<string, ReferencePeriod>> = {
  ky_truoc: 'before',
  cung_ky: 'year-before',
  dau_nam: 'year-to-date',
};

export interface Reference {
  readonly kind: 'reference';
  readonly id: string;
  readonly period: ReferencePeriod;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** `tong`, `lam_tron`, `nho_nhat`, `lon_nhat`. */
export type FunctionName = 'sum' | 'round' | 'min' | 'max';

export type NumberExpression =
  /** Vietnamese decimals, exact: the digits without the comma, and how many stand behind it. */
  | { readonly kind: 'number'; readonly unscaled: bigint; readonly scale: number }
  | Reference
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: NumberExpression;
      readonly right: NumberExpression;
    }
  | { readonly kind: 'negative'; readonly operand: NumberExpression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly operands: readonly NumberExpression[] };

export type Condition =
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: NumberExpression;
      readonly right: NumberExpression;
    }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly operand: Condition };

export type Expression = NumberExpression | Condition;

/** An expression as typed and as read. */
export interface Formula {
  readonly text: string;
  readonly expression: NumberExpression;
}

export const isCondition = (expression: Expression): expression is Condition =>
  expression.kind === 'comparison' ||
  expression.kind === 'and' ||
  expression.kind === 'or' ||
  expression.kind === 'not';

/** Everything that an expression refers to, in reading order, each once. */
export function referencesIn(expression: Expression): readonly Reference[] {
  const found = new Map<string, Reference>();
  const walk = (part: Expression): void => {
    switch (part.kind) {
      case 'number':
        return;
      case 'reference':
        if (!found.has(`${part.period} ${part.id}`)) found.set(`${part.period} ${part.id}`, part);
        return;
      case 'negative':
      case 'not':
        walk(part.operand);
        return;
      case 'call':
        part.operands.forEach(walk);
        return;
      default:
        walk(part.left);
        walk(part.right);
    }
  };
  walk(expression);
  return [...found.values()];
}
