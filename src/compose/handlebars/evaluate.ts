import { decimal } from '../../model/decimal.ts';
import type { NumberStyle } from '../../model/number.ts';
import type { Place, Problem, Wording } from '../../model/problem.ts';
import { type ProblemCode, problem } from '../../model/problem-codes.ts';
import { nearest } from '../../model/text.ts';
import { holds, printed, type Thing, textThing } from '../things.ts';
import { syntaxFault } from './faults.ts';
import { HELPERS } from './helpers.ts';
import {
  isBlock,
  isContent,
  isMustache,
  isNumber,
  isPartial,
  isPath,
  isString,
  isSubExpression,
  pathText,
} from './nodes.ts';
import { type Program, parse } from './parse.ts';
import { find, namesOf, type Scope } from './scope.ts';

export interface NarrativeText {
  readonly text: string;
  /** The shared sentence that the text belongs to, with the place in its own file. */
  readonly related?: (line: number, column: number) => Place;
  /** Where a place in the text is: line and column from 1. */
  readonly place: (line: number, column: number) => Place;
}

export interface Filling {
  readonly root: ReadonlyMap<string, Thing>;
  readonly partials: ReadonlyMap<string, string>;
  readonly style: NumberStyle;
  /** How a value's text is put in: as is for plain fields, escaped where Markdown follows. */
  readonly escape: (text: string) => string;
}

const TEXT_LIMIT = 400_000;
const DEPTH_LIMIT = 12;
const CALL_LIMIT = 2000;
const BLOCKS = ['if', 'unless', 'each', 'with'];

const inPartial = (name: string, { vi, en }: Wording): Wording => ({
  vi: `câu mẫu ${name}: ${vi}`,
  en: `partial ${name}: ${en}`,
});

/** What all the texts of one filling together may still use: partials can call partials. */
export interface Budget {
  length: number;
  calls: number;
}

const PARTIALS = 'templates/cau-mau';

/** The walk over one text. */
export class Evaluation {
  readonly problems: Problem[] = [];

  constructor(
    private readonly filling: Filling,
    private readonly source: NarrativeText,
    private readonly budget: Budget,
  ) {}

  report<C extends ProblemCode>(code: C, params: Parameters<typeof problem<C>>[1], loc: hbs.AST.SourceLocation): void {
    const [line, column] = [loc.start.line, loc.start.column + 1];
    const related = this.source.related === undefined ? [] : [this.source.related(line, column)];
    this.problems.push(problem(code, params, this.source.place(line, column), related));
  }

  program(program: Program, scope: Scope, depth: number): string {
    let out = '';
    for (const [i, statement] of program.body.entries()) {
      out += this.statement(statement, scope, depth);
      if (isPartial(statement) && lineBreakTaken(program.body[i + 1])) out += '\n';
    }
    return out;
  }

  private emit(text: string, loc: hbs.AST.SourceLocation): string {
    return this.spend(text.length, loc) ? text : '';
  }

  /** Whether there is room for so many letters more; told of once when there is none. */
  private spend(letters: number, loc: hbs.AST.SourceLocation): boolean {
    const before = this.budget.length;
    this.budget.length += letters;
    if (this.budget.length <= TEXT_LIMIT) return true;
    if (before <= TEXT_LIMIT) this.report('qua-dai', { limit: TEXT_LIMIT }, loc);
    return false;
  }

  private statement(statement: hbs.AST.Statement, scope: Scope, depth: number): string {
    if (isContent(statement)) return this.emit(statement.value, statement.loc);
    if (isMustache(statement)) {
      const thing = this.call(statement, scope);
      if (thing === undefined) return '';
      const text = printed(thing, this.filling.style);
      if (text === undefined) {
        if (thing.kind === 'missing') this.report('thieu-so-lieu', { name: thing.name }, statement.loc);
        else this.report('gia-tri-khong-co', { name: pathText(statement.path), near: undefined }, statement.loc);
        return '';
      }
      return this.emit(statement.escaped ? this.filling.escape(text) : text, statement.loc);
    }
    if (isBlock(statement)) return this.block(statement, scope, depth);
    if (isPartial(statement)) return this.partial(statement, scope, depth);
    if (statement.type !== 'CommentStatement') {
      this.report('handlebars-khong-dung', { what: statement.type }, statement.loc);
    }
    return '';
  }

  private block(block: hbs.AST.BlockStatement, scope: Scope, depth: number): string {
    const name = pathText(block.path);
    const [argument] = block.params;
    if (!BLOCKS.includes(name) || argument === undefined) {
      const near = nearest(name, BLOCKS);
      this.report(
        'ham-la',
        { name: `#${name}`, near: near === undefined ? undefined : `#${near}`, known: BLOCKS },
        block.loc,
      );
      return '';
    }
    const thing = this.expression(argument, scope);
    if (thing === undefined) return '';
    const inner = (inside: Scope): string => this.program(block.program, inside, depth);
    const otherwise = (): string => (block.inverse ? this.program(block.inverse, scope, depth) : '');
    if (name === 'if') return holds(thing) ? inner(scope) : otherwise();
    if (name === 'unless') return holds(thing) ? otherwise() : inner(scope);
    if (name === 'with') return holds(thing) ? inner({ thing, outer: scope }) : otherwise();
    if (thing.kind !== 'list' && thing.kind !== 'missing') {
      this.report(
        'ham-dung-sai',
        { name: '#each', cause: { vi: 'cần một danh sách', en: 'it needs a list' } },
        block.loc,
      );
      return '';
    }
    if (thing.kind === 'missing' || thing.items.length === 0) return otherwise();
    let out = '';
    for (const item of thing.items) {
      // Each turn counts, so that loops in loops that print nothing end too.
      if (!this.spend(1, block.loc)) break;
      out += inner({ thing: item, outer: scope });
    }
    return out;
  }

  private partial(statement: hbs.AST.PartialStatement, scope: Scope, depth: number): string {
    if (statement.name.type !== 'PathExpression') {
      this.report('handlebars-khong-dung', { what: '{{> (…)}}' }, statement.loc);
      return '';
    }
    const name = pathText(statement.name);
    const text = this.filling.partials.get(name);
    if (text === undefined) {
      this.report('cau-mau-la', { name, near: nearest(name, this.filling.partials.keys()) }, statement.loc);
      return '';
    }
    this.budget.calls += 1;
    if (this.budget.calls > CALL_LIMIT) {
      if (this.budget.calls === CALL_LIMIT + 1) this.report('cau-mau-qua-sau', { name }, statement.loc);
      return '';
    }
    if (depth >= DEPTH_LIMIT) {
      this.budget.calls = CALL_LIMIT + 1;
      this.report('cau-mau-qua-sau', { name }, statement.loc);
      return '';
    }
    const entries = new Map<string, Thing>();
    for (const pair of statement.hash?.pairs ?? []) {
      const thing = this.expression(pair.value, scope);
      if (thing !== undefined) entries.set(pair.key, thing);
    }
    const program = parse(text);
    if ('fault' in program) {
      this.report('handlebars-sai', { cause: inPartial(name, syntaxFault(program.fault, text).cause) }, statement.loc);
      return '';
    }
    // A fault inside the partial is shown where the report calls it, with its place in the partial's own file beside.
    const { line, column } = statement.loc.start;
    const place = (): Place => this.source.place(line, column + 1);
    const related = (row: number, at: number): Place => ({
      kind: 'text',
      file: `${PARTIALS}/${name}.hbs`,
      line: row,
      column: at,
    });
    const inside = new Evaluation(this.filling, { text, place, related }, this.budget);
    const out = inside.program(program, { thing: { kind: 'group', entries }, outer: scope }, depth + 1);
    for (const found of inside.problems) this.problems.push(found);
    return out;
  }

  private call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, scope: Scope): Thing | undefined {
    const name = pathText(node.path);
    if (node.params.length === 0 && (node.hash?.pairs.length ?? 0) === 0) return this.expression(node.path, scope);
    const helper = Object.hasOwn(HELPERS, name) ? HELPERS[name] : undefined;
    if (helper === undefined) {
      const known = Object.keys(HELPERS);
      this.report('ham-la', { name, near: nearest(name, known), known }, node.loc);
      return undefined;
    }
    const [least, most] = helper.takes;
    if (node.params.length < least || node.params.length > most) {
      const wanted = least === most ? `${least}` : `${least}–${most}`;
      this.report(
        'ham-dung-sai',
        {
          name,
          cause: {
            vi: `cần ${wanted} giá trị, có ${node.params.length}`,
            en: `it takes ${wanted} values, not ${node.params.length}`,
          },
        },
        node.loc,
      );
      return undefined;
    }
    const values = node.params.map((param) => this.expression(param, scope));
    const known = values.filter((value) => value !== undefined);
    if (known.length < values.length) return undefined;
    const missing = known.find((value) => value.kind === 'missing');
    if (missing?.kind === 'missing') return missing;
    const result = helper.run(known, this.filling.style);
    if ('cause' in result) {
      this.report('ham-dung-sai', { name, cause: result.cause }, node.loc);
      return undefined;
    }
    return result;
  }

  private expression(node: hbs.AST.Expression, scope: Scope): Thing | undefined {
    if (isPath(node)) return this.path(node, scope);
    if (isSubExpression(node)) return this.call(node, scope);
    if (isString(node)) return textThing(node.value);
    if (isNumber(node)) {
      if (!String(node.original).includes('.')) return numberThing(node.original);
      const cause = {
        vi: 'số gõ trong {{…}} không dùng dấu chấm: 2.481 không rõ là hàng nghìn hay thập phân',
        en: 'a number in {{…}} has no point: 2.481 could be thousands or decimals',
      };
      this.report('ham-dung-sai', { name: String(node.original), cause }, node.loc);
      return undefined;
    }
    if (node.type === 'BooleanLiteral') return { kind: 'flag', on: 'value' in node && node.value === true };
    this.report('handlebars-khong-dung', { what: node.type }, node.loc);
    return undefined;
  }

  private path(node: hbs.AST.PathExpression, scope: Scope): Thing | undefined {
    const name = pathText(node);
    if (node.data) {
      this.report('handlebars-khong-dung', { what: `@${name}` }, node.loc);
      return undefined;
    }
    let start: Scope | undefined = scope;
    for (let up = 0; up < node.depth; up += 1) start = start?.outer;
    const [first, ...rest] = node.parts;
    if (first === undefined) return start?.thing;
    const strict = node.depth > 0 || node.original.startsWith('this') || node.original.startsWith('./');
    let thing = find(start, first, strict);
    for (const part of rest) {
      if (thing?.kind === 'missing') return thing;
      thing = thing?.kind === 'group' ? thing.entries.get(part) : undefined;
    }
    if (thing !== undefined) return thing;
    const known = start === undefined ? [] : namesOf(start);
    const owner = rest.length > 0 ? find(start, first, strict) : undefined;
    const candidates = owner?.kind === 'group' ? [...owner.entries.keys()].map((key) => `${first}.${key}`) : known;
    const begin = owner === undefined && rest.length > 0 ? nearest(first, known) : undefined;
    const near = begin === undefined ? nearest(name, candidates) : [begin, ...rest].join('.');
    const params = { name, near };
    this.report('gia-tri-khong-co', params, node.loc);
    return undefined;
  }
}

/** Handlebars takes the line break after a partial that stands on a line of its own; in Markdown it parts paragraphs. */
const lineBreakTaken = (next: hbs.AST.Statement | undefined): boolean =>
  next !== undefined &&
  isContent(next) &&
  String(next.original) !== next.value &&
  /^[ \t]*\n/.test(String(next.original));

function numberThing(original: number | string): Thing {
  const text = String(original);
  const [whole = '0', fraction = ''] = text.split('.');
  return /^\d+(?:\.\d+)?$/.test(text)
    ? { kind: 'number', amount: decimal(BigInt(whole + fraction), fraction.length) }
    : textThing(text);
}
