import Handlebars from 'handlebars';
import { decimal } from '../model/decimal.ts';
import type { NumberStyle } from '../model/number.ts';
import type { Problem } from '../model/problem.ts';
import { type ProblemCode, problem } from '../model/problem-codes.ts';
import { nearest } from '../model/text.ts';
import { HELPERS } from './helpers.ts';
import { holds, printed, type Thing, textThing } from './things.ts';

/**
 * Handlebars over a report's data. The library reads the text; the walk over what it read is ours, so that every fault
 * has its line and column, all are found in one run, only our own plain data can be reached, and each value that goes in
 * is marked as text (see `escapeValue`) and not as Markdown.
 */

export interface NarrativeText {
  readonly text: string;
  /** Where a place in the text is: line and column from 1. */
  readonly place: (line: number, column: number) => Problem['at'];
}

export interface Filling {
  readonly root: ReadonlyMap<string, Thing>;
  readonly partials: ReadonlyMap<string, string>;
  readonly style: NumberStyle;
  /** How a value's text is put in: as is for plain fields, escaped where Markdown follows. */
  readonly escape: (text: string) => string;
}

type Program = hbs.AST.Program;

const TEXT_LIMIT = 400_000;
const DEPTH_LIMIT = 12;
const NESTING_LIMIT = 100;
const BLOCKS = ['if', 'unless', 'each', 'with'];

const parsed = new Map<string, Program | { readonly fault: unknown }>();

/** Reads a text once, however many reports use it. */
function parse(text: string): Program | { readonly fault: unknown } {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  let result: Program | { readonly fault: unknown };
  try {
    result = tooNested(text) ? { fault: new RangeError('nesting') } : Handlebars.parse(text);
  } catch (fault) {
    result = { fault };
  }
  if (parsed.size > 5000) parsed.clear();
  parsed.set(text, result);
  return result;
}

const tooNested = (text: string): boolean =>
  (text.match(/\{\{[#^]/g)?.length ?? 0) > NESTING_LIMIT * 20 || /\({100}/.test(text);

/** Line, column and cause of a syntax error, out of the library's message. */
function syntaxFault(fault: unknown): { line: number; column: number; cause: string } {
  const message = fault instanceof Error ? fault.message : String(fault);
  const at = / - (\d+):(\d+)$/.exec(message);
  if (at !== null) {
    return { line: Number(at[1]), column: Number(at[2]) + 1, cause: message.replace(/ - \d+:\d+$/, '') };
  }
  const lines = message.split('\n');
  const line = Number(/on line (\d+)/.exec(lines[0] ?? '')?.[1] ?? 1);
  const near = (lines[1] ?? '').replace(/^\.\.\./, '').trim();
  return { line, column: 1, cause: near === '' ? message : `gần "${near.slice(-40)}"` };
}

class Evaluation {
  readonly problems: Problem[] = [];
  private length = 0;

  constructor(
    private readonly filling: Filling,
    private readonly source: NarrativeText,
  ) {}

  report<C extends ProblemCode>(code: C, params: Parameters<typeof problem<C>>[1], loc: hbs.AST.SourceLocation): void {
    this.problems.push(problem(code, params, this.source.place(loc.start.line, loc.start.column + 1)));
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
    this.length += text.length;
    if (this.length <= TEXT_LIMIT) return text;
    if (this.length - text.length <= TEXT_LIMIT) this.report('qua-dai', { limit: TEXT_LIMIT }, loc);
    return '';
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
      this.report('ham-dung-sai', { name: '#each', cause: 'cần một danh sách' }, block.loc);
      return '';
    }
    if (thing.kind === 'missing' || thing.items.length === 0) return otherwise();
    return thing.items.map((item) => inner({ thing: item, outer: scope })).join('');
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
    if (depth >= DEPTH_LIMIT) {
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
      this.report('handlebars-sai', { cause: `câu mẫu ${name}: ${syntaxFault(program.fault).cause}` }, statement.loc);
      return '';
    }
    // A fault inside the partial is shown where the report calls it: that is the place its writer can act on.
    const inside = new Evaluation(this.filling, {
      text,
      place: () => this.source.place(statement.loc.start.line, statement.loc.start.column + 1),
    });
    const out = inside.program(program, { thing: { kind: 'group', entries }, outer: scope }, depth + 1);
    this.problems.push(...inside.problems);
    return this.emit(out, statement.loc);
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
      this.report('ham-dung-sai', { name, cause: `cần ${wanted} giá trị, có ${node.params.length}` }, node.loc);
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
    if (isNumber(node)) return numberThing(node.original);
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
    const known = start === undefined ? [] : namesOf(start);
    for (const part of rest) {
      if (thing?.kind === 'missing') return thing;
      thing = thing?.kind === 'group' ? thing.entries.get(part) : undefined;
    }
    if (thing !== undefined) return thing;
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

interface Scope {
  readonly thing: Thing;
  readonly outer: Scope | undefined;
}

function find(scope: Scope | undefined, name: string, strict: boolean): Thing | undefined {
  for (let here = scope; here !== undefined; here = strict ? undefined : here.outer) {
    const found = here.thing.kind === 'group' ? here.thing.entries.get(name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function namesOf(scope: Scope): readonly string[] {
  const names: string[] = [];
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    if (here.thing.kind === 'group') names.push(...here.thing.entries.keys());
  }
  return names;
}

function numberThing(original: number | string): Thing {
  const text = String(original);
  const [whole = '0', fraction = ''] = text.split('.');
  return /^\d+(?:\.\d+)?$/.test(text)
    ? { kind: 'number', amount: decimal(BigInt(whole + fraction), fraction.length) }
    : textThing(text);
}

const pathText = (node: hbs.AST.Expression): string => (isPath(node) ? node.original : node.type);

const isContent = (node: hbs.AST.Node): node is hbs.AST.ContentStatement => node.type === 'ContentStatement';
const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement => node.type === 'MustacheStatement';
const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement => node.type === 'BlockStatement';
const isPartial = (node: hbs.AST.Node): node is hbs.AST.PartialStatement => node.type === 'PartialStatement';
const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === 'PathExpression';
const isSubExpression = (node: hbs.AST.Node): node is hbs.AST.SubExpression => node.type === 'SubExpression';
const isString = (node: hbs.AST.Node): node is hbs.AST.StringLiteral => node.type === 'StringLiteral';
const isNumber = (node: hbs.AST.Node): node is hbs.AST.NumberLiteral => node.type === 'NumberLiteral';

/**
 * Fills a text.
 * Reports `handlebars-sai`, `handlebars-khong-dung`, `ham-la`, `ham-dung-sai`, `gia-tri-khong-co`, `thieu-so-lieu`,
 * `cau-mau-la`, `cau-mau-qua-sau`, `qua-dai`.
 */
export function fill(source: NarrativeText, filling: Filling): { value: string; problems: readonly Problem[] } {
  if (!source.text.includes('{{')) return { value: source.text, problems: [] };
  const program = parse(source.text);
  if ('fault' in program) {
    const { line, column, cause } = syntaxFault(program.fault);
    return { value: '', problems: [problem('handlebars-sai', { cause }, source.place(line, column))] };
  }
  const evaluation = new Evaluation(filling, source);
  const root: Scope = { thing: { kind: 'group', entries: filling.root }, outer: undefined };
  const value = evaluation.program(program, root, 0);
  return { value, problems: evaluation.problems };
}
