import Handlebars from 'handlebars';
import { decimal } from '../model/decimal.ts';
import type { NumberStyle } from '../model/number.ts';
import type { Place, Problem, Wording } from '../model/problem.ts';
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

type Program = hbs.AST.Program;

const TEXT_LIMIT = 400_000;
const DEPTH_LIMIT = 12;
const CALL_LIMIT = 2000;
const NESTING_LIMIT = 100;
const BLOCKS = ['if', 'unless', 'each', 'with'];

const parsed = new Map<string, Program | { readonly fault: unknown }>();

/** Reads a text. What the library read is kept; the rest is quick to put together, and each report's is another. */
function parse(text: string): Program | { readonly fault: unknown } {
  const known = parsed.get(text) ?? parsePlain(text);
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

/** `{{name}}`, `{{helper name}}`: nothing that reaches beyond itself. */
const PLAIN_CALL = /(?<![\\{])\{\{[ \w.]+\}\}(?!\})/g;

const NO_STRIP = { open: false, close: false };

/**
 * A text that holds plain calls alone, which is most of them: put together out of calls that were read before. The
 * library takes ten times as long to read such a text, and each report's text is a new one.
 */
function parsePlain(text: string): Program | undefined {
  const rest = text.replace(PLAIN_CALL, '');
  if (rest === '' || rest.includes('{{')) return undefined;
  const body: hbs.AST.Statement[] = [];
  let line = 1;
  let column = 0;
  const pass = (passed: string): void => {
    const lines = passed.split('\n');
    line += lines.length - 1;
    column = (lines.length > 1 ? 0 : column) + (lines.at(-1) ?? '').length;
  };
  const addText = (value: string): void => {
    const start = { line, column };
    pass(value);
    const loc = { source: '', start, end: { line, column } };
    const content: hbs.AST.ContentStatement = { type: 'ContentStatement', value, original: NO_STRIP, loc };
    if (value !== '') body.push(content);
  };
  let from = 0;
  for (const { 0: call, index } of text.matchAll(PLAIN_CALL)) {
    addText(text.slice(from, index));
    const read = parse(call);
    const statement = 'fault' in read ? undefined : read.body[0];
    if (statement === undefined || !isMustache(statement)) return undefined;
    body.push(movedTo(statement, line, column));
    pass(call);
    from = index + call.length;
  }
  addText(text.slice(from));
  const loc = { source: '', start: { line: 1, column: 0 }, end: { line, column } };
  return { type: 'Program', body, blockParams: [], loc };
}

/** A call that was read as the first of a text's first line, at another place. */
function movedTo(call: hbs.AST.MustacheStatement, line: number, column: number): hbs.AST.MustacheStatement {
  const moved = ({ source, start, end }: hbs.AST.SourceLocation): hbs.AST.SourceLocation => ({
    source,
    start: { line, column: start.column + column },
    end: { line, column: end.column + column },
  });
  return {
    ...call,
    loc: moved(call.loc),
    path: { ...call.path, loc: moved(call.path.loc) },
    params: call.params.map((param) => ({ ...param, loc: moved(param.loc) })),
  };
}

const tooNested = (text: string): boolean =>
  (text.match(/\{\{[#^]/g)?.length ?? 0) > NESTING_LIMIT * 20 || /\({100}/.test(text);

/** Where `}}` stands without its `{{`, or braces as a Vietnamese keyboard in full-width mode types them. */
function strayBraces(text: string): number | undefined {
  const rest = text.replace(/\{\{[\s\S]*?\}\}\}?/g, (call) => ' '.repeat(call.length));
  const found = /\}\}|｛｛|｝｝/.exec(rest);
  return found === null ? undefined : found.index;
}

/** The last block that was opened and not closed. */
function openBlock(text: string): { line: number; column: number; cause: Wording } | undefined {
  const open: { name: string; index: number }[] = [];
  for (const match of text.matchAll(/\{\{~?([#/])\s*(\w+)/g)) {
    if (match[1] === '#') open.push({ name: match[2] ?? '', index: match.index });
    else open.pop();
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  const before = text.slice(0, last.index).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return {
    line: before.length,
    column,
    cause: { vi: `{{#${last.name}}} không có {{/${last.name}}}`, en: `{{#${last.name}}} has no {{/${last.name}}}` },
  };
}

const inPartial = (name: string, { vi, en }: Wording): Wording => ({
  vi: `câu mẫu ${name}: ${vi}`,
  en: `partial ${name}: ${en}`,
});
const same = (text: string): Wording => ({ vi: text, en: text });

/** Line, column and cause of a syntax error, out of the library's message. */
function syntaxFault(fault: unknown, text: string): { line: number; column: number; cause: Wording } {
  const message = fault instanceof Error ? fault.message : String(fault);
  const at = / - (\d+):(\d+)$/.exec(message);
  if (at !== null) {
    return { line: Number(at[1]), column: Number(at[2]) + 1, cause: same(message.replace(/ - \d+:\d+$/, '')) };
  }
  const open = /got 'EOF'/.test(message) ? openBlock(text) : undefined;
  if (open !== undefined) return open;
  const lines = message.split('\n');
  const line = Number(/on line (\d+)/.exec(lines[0] ?? '')?.[1] ?? 1);
  const near = (lines[1] ?? '').replace(/^\.\.\./, '').trim();
  return {
    line,
    column: 1,
    cause: near === '' ? same(message) : { vi: `gần "${near.slice(-40)}"`, en: `near "${near.slice(-40)}"` },
  };
}

/** What all the texts of one filling together may still use: partials can call partials. */
interface Budget {
  length: number;
  calls: number;
}

const PARTIALS = 'templates/cau-mau';

class Evaluation {
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
    const before = this.budget.length;
    this.budget.length += text.length;
    if (this.budget.length <= TEXT_LIMIT) return text;
    if (before <= TEXT_LIMIT) this.report('qua-dai', { limit: TEXT_LIMIT }, loc);
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
      this.report(
        'ham-dung-sai',
        { name: '#each', cause: { vi: 'cần một danh sách', en: 'it needs a list' } },
        block.loc,
      );
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
  const stray = strayBraces(source.text);
  if (stray !== undefined) {
    const before = source.text.slice(0, stray).split('\n');
    const at = source.place(before.length, (before.at(-1) ?? '').length + 1);
    return {
      value: '',
      problems: [
        problem('handlebars-sai', { cause: { vi: 'dấu {{ và }} không đủ cặp', en: '{{ and }} do not pair' } }, at),
      ],
    };
  }
  if (!source.text.includes('{{')) return { value: source.text, problems: [] };
  const program = parse(source.text);
  if ('fault' in program) {
    const { line, column, cause } = syntaxFault(program.fault, source.text);
    return { value: '', problems: [problem('handlebars-sai', { cause }, source.place(line, column))] };
  }
  const evaluation = new Evaluation(filling, source, { length: 0, calls: 0 });
  const root: Scope = { thing: { kind: 'group', entries: filling.root }, outer: undefined };
  const value = evaluation.program(program, root, 0);
  return { value, problems: evaluation.problems };
}
