import jsep from 'jsep';
import {
  type ArithmeticOperator,
  type ComparisonOperator,
  type Expression,
  type FunctionName,
  isCondition,
  type NumberExpression,
  PERIOD_WORDS,
  type ReferencePeriod,
} from '../model/expression.ts';
import type { Outcome, Place, Problem, Wording } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { nearest } from '../model/text.ts';
import { LOGICAL, type Scanned, scan } from './scan.ts';

/** Longest expression: a total over a whole form fits. */
const LENGTH_LIMIT = 2_000;
const DEPTH_LIMIT = 20;
const NODE_LIMIT = 400;
const DIGIT_LIMIT = 30;

const ARITHMETIC: Readonly<Record<string, ArithmeticOperator>> = { '+': '+', '-': '-', '*': '*', '/': '/' };
const COMPARISON: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '==': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
/** Functions by the names that officials may type, in Vietnamese or as Excel has them. */
export const FUNCTIONS: Readonly<
  Record<string, { readonly name: FunctionName; readonly takes: readonly [number, number] }>
> = {
  tong: { name: 'sum', takes: [1, 200] },
  sum: { name: 'sum', takes: [1, 200] },
  lam_tron: { name: 'round', takes: [1, 2] },
  round: { name: 'round', takes: [1, 2] },
  nho_nhat: { name: 'min', takes: [1, 200] },
  min: { name: 'min', takes: [1, 200] },
  lon_nhat: { name: 'max', takes: [1, 200] },
  max: { name: 'max', takes: [1, 200] },
};

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const [operator, meaning] of Object.entries(LOGICAL)) {
  if (meaning === 'not') jsep.addUnaryOp(operator);
  else jsep.addBinaryOp(operator, meaning === 'or' ? 1 : 2);
}
for (const operator of Object.keys(COMPARISON)) jsep.addBinaryOp(operator, 6);
for (const operator of ['+', '-']) jsep.addBinaryOp(operator, 9);
for (const operator of ['*', '/']) jsep.addBinaryOp(operator, 10);
for (const operator of ['+', '-']) jsep.addUnaryOp(operator);

/** Where an expression stands, and what it may name. */
export interface ExpressionContext {
  readonly ids: ReadonlySet<string>;
  /** A place inside the expression, by its offset. */
  readonly place: (offset: number) => Place;
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const isNode = (value: unknown): value is jsep.Expression =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** What is wrong with an expression; the place is the last name that was read. */
class Fault extends Error {
  constructor(readonly wording: Wording) {
    super(wording.en);
  }
}

const fault = (vi: string, en: string): Fault => new Fault({ vi, en });

/** Turns the parser's tree into ours, and lets nothing else through. The names come in the order of the text. */
class Reader {
  readonly problems: Problem[] = [];
  /** Where the walk is. */
  offset = 0;
  private nodes = 0;
  private word = 0;

  constructor(
    private readonly scanned: Scanned,
    private readonly context: ExpressionContext,
  ) {}

  read(node: unknown): Expression {
    this.nodes += 1;
    if (!isNode(node)) throw fault('thiếu một vế', 'an operand is missing');
    if (this.nodes > NODE_LIMIT) throw fault('biểu thức quá dài', 'the expression is too long');
    switch (node.type) {
      case 'Literal':
        return readNumber(String(node['raw']));
      case 'Identifier':
        return this.reference(this.name(node), 'now');
      case 'MemberExpression':
        return this.member(node);
      case 'CallExpression':
        return this.call(node);
      case 'UnaryExpression':
        return this.unary(node);
      case 'BinaryExpression':
        return this.binary(node);
      case 'Compound':
      case 'SequenceExpression':
        throw fault(
          'hai vế đứng cạnh nhau mà không có phép tính',
          'two operands stand side by side with no operator between',
        );
      default:
        throw fault('có ký hiệu không dùng được', 'it holds a sign that is not allowed');
    }
  }

  /** The name of an identifier, and its place as the one to point at. */
  private name(node: unknown): string {
    const name = isNode(node) && node.type === 'Identifier' ? node['name'] : undefined;
    if (typeof name !== 'string') throw fault('có ký hiệu không dùng được', 'it holds a sign that is not allowed');
    this.offset = this.scanned.words[this.word]?.offset ?? this.offset;
    this.word += 1;
    return name;
  }

  private reference(id: string, period: ReferencePeriod): NumberExpression {
    if (!this.context.ids.has(id)) {
      const near = nearest(id, this.context.ids);
      this.problems.push(problem('bieu-thuc-chi-tieu-la', { id, near }, this.context.place(this.offset)));
    }
    return { kind: 'reference', id, period };
  }

  /** `ky_truoc.x`, `cung_ky.x`, `dau_nam.x`. */
  private member(node: jsep.Expression): NumberExpression {
    if (node['computed'] === true || node['optional'] === true) throw fault('có dấu [ ] hoặc ?', 'it holds [ ] or ?');
    const before = this.name(node['object']);
    const period = own(PERIOD_WORDS, before);
    if (period === undefined) {
      const known = Object.keys(PERIOD_WORDS).join(', ');
      throw fault(`trước dấu chấm phải là ${known}`, `only ${known} can stand before a point`);
    }
    return this.reference(this.name(node['property']), period);
  }

  private call(node: jsep.Expression): NumberExpression {
    const typed = this.name(node['callee']);
    const known = own(FUNCTIONS, typed.toLowerCase());
    if (known === undefined) {
      const names = Object.keys(FUNCTIONS).join(', ');
      throw fault(`không có hàm "${typed}"; các hàm: ${names}`, `there is no function "${typed}"; there are: ${names}`);
    }
    const { name, takes } = known;
    const given = Array.isArray(node['arguments']) ? node['arguments'] : [];
    if (given.length < takes[0] || given.length > takes[1]) {
      throw fault(`hàm "${typed}" thiếu hoặc thừa giá trị`, `"${typed}" has too few or too many values`);
    }
    const operands = given.map((argument) => this.number(argument));
    const [, digits] = operands;
    if (name === 'round' && digits !== undefined && !(digits.kind === 'number' && digits.scale === 0)) {
      throw fault('số chữ số làm tròn phải là số nguyên', 'the digits to round to must be a whole number');
    }
    return { kind: 'call', name, operands };
  }

  private unary(node: jsep.Expression): Expression {
    const operator = String(node['operator']);
    if (own(LOGICAL, operator) === 'not') return { kind: 'not', operand: this.condition(node['argument']) };
    const operand = this.number(node['argument']);
    return operator === '-' ? { kind: 'negative', operand } : operand;
  }

  private binary(node: jsep.Expression): Expression {
    const operator = String(node['operator']);
    const joined = own(LOGICAL, operator);
    if (joined === 'and' || joined === 'or') {
      return { kind: joined, left: this.condition(node['left']), right: this.condition(node['right']) };
    }
    const [left, right] = [this.number(node['left']), this.number(node['right'])];
    const compared = own(COMPARISON, operator);
    if (compared !== undefined) return { kind: 'comparison', operator: compared, left, right };
    const calculated = own(ARITHMETIC, operator);
    if (calculated === undefined) throw fault(`không dùng được dấu ${operator}`, `${operator} is not allowed`);
    return { kind: 'arithmetic', operator: calculated, left, right };
  }

  number(node: unknown): NumberExpression {
    const read = this.read(node);
    if (!isCondition(read)) return read;
    throw fault(
      'một phép so sánh đứng ở chỗ cần một số; nối các phép so sánh bằng "va", "hoac"',
      'a comparison stands where a number must; join comparisons with "va", "hoac"',
    );
  }

  condition(node: unknown) {
    const read = this.read(node);
    if (isCondition(read)) return read;
    throw fault('cần một phép so sánh (=, <>, <, <=, >, >=)', 'a comparison (=, <>, <, <=, >, >=) must stand here');
  }
}

function readNumber(raw: string): NumberExpression {
  const match = /^(\d*)(?:\.(\d+))?$/.exec(raw);
  const digits = `${match?.[1] ?? ''}${match?.[2] ?? ''}`;
  if (match === null || digits === '' || digits.length > DIGIT_LIMIT) {
    throw fault(`"${raw.slice(0, DIGIT_LIMIT)}" không phải một số`, `"${raw.slice(0, DIGIT_LIMIT)}" is not a number`);
  }
  return { kind: 'number', unscaled: BigInt(digits), scale: (match[2] ?? '').length };
}

/** What the library complains of, in the users' words. */
function syntaxCause(description: string): Wording {
  const causes: readonly (readonly [RegExp, string])[] = [
    [/^Expected expression|missing unaryOp/, 'thiếu một vế sau dấu phép tính'],
    [/^Unclosed \(|^Expected (?:\)|close)/i, 'thiếu dấu ) đóng'],
    [/^Unexpected "\)"/, 'thừa dấu )'],
    [/^Unexpected "%"/, 'không dùng dấu %; tỷ lệ ghi theo phần trăm (63,4)'],
    [/^Unexpected/, 'có ký hiệu không đúng chỗ'],
  ];
  const vi = causes.find(([pattern]) => pattern.test(description))?.[1] ?? 'không đúng cú pháp';
  return { vi, en: description };
}

/**
 * Reads an expression as an official types it: indicator ids, numbers (`7,5`, `2.481`), `+ - * /`, parentheses,
 * comparisons (`=`, `==`, `<>`, `!=`, `<`, `<=`, `>`, `>=`), `va`, `hoac`, `khong`, the functions of FUNCTIONS, and
 * `ky_truoc.x`, `cung_ky.x`, `dau_nam.x`.
 * Reports `bieu-thuc-sai`, `bieu-thuc-chi-tieu-la`.
 */
export function parseExpression(typed: string, context: ExpressionContext): Outcome<Expression | undefined> {
  const scanned = scan(typed);
  const wrong = (cause: Wording, offset: number): Outcome<undefined> => ({
    value: undefined,
    problems: [problem('bieu-thuc-sai', { cause }, context.place(offset))],
  });
  if (typed.length > LENGTH_LIMIT || scanned.depth > DEPTH_LIMIT) {
    return wrong({ vi: 'biểu thức quá dài hoặc lồng nhau quá sâu', en: 'it is too long or nested too deep' }, 0);
  }
  let tree: jsep.Expression;
  try {
    tree = jsep(scanned.text);
  } catch (error) {
    const { index, description } = syntaxError(error);
    return wrong(syntaxCause(description), index);
  }
  const reader = new Reader(scanned, context);
  try {
    const value = reader.read(tree);
    return reader.problems.length > 0 ? { value: undefined, problems: reader.problems } : { value, problems: [] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { value, problems } = wrong(error.wording, reader.offset);
    return { value, problems: [...reader.problems, ...problems] };
  }
}

/** The parser's errors carry where and what; anything else is our own fault. */
function syntaxError(error: unknown): { readonly index: number; readonly description: string } {
  if (error instanceof RangeError) return { index: 0, description: 'nested too deep' };
  if (!(error instanceof Error) || !('index' in error) || !('description' in error)) throw error;
  const { index, description } = error;
  return { index: typeof index === 'number' ? index : 0, description: String(description) };
}
