import Handlebars from 'handlebars';

export type Program = hbs.AST.Program;

const NESTING_LIMIT = 100;

const parsed = new Map<string, Program | { readonly fault: unknown }>();

/** Reads a text. What the library read is kept; the rest is quick to put together, and each report's is another. */
export function parse(text: string): Program | { readonly fault: unknown } {
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

/** `{{name}}`, `{{helper name}}`: names alone, nothing that reaches beyond itself. */
const PLAIN_CALL = /(?<![\\{])\{\{[ \w.]+\}\}(?!\})/g;
/** Names that the library takes for something else, and such as it would not take. */
const NO_NAME = /(?:^|\.)(?:(?:this|true|false|null|undefined|else|as)(?=\.|$)|[^a-z_]|$)/i;
const NO_STRIP = { open: false, close: false };

/**
 * A text that holds plain calls alone, which is most of them: put together as the library would. It takes ten times as
 * long to read such a text, and each report's text is a new one.
 */
function parsePlain(text: string): Program | undefined {
  const rest = text.replace(PLAIN_CALL, '');
  if (rest.includes('{{')) return undefined;
  const body: hbs.AST.Statement[] = [];
  let line = 1;
  let column = 0;
  const pass = (passed: string): hbs.AST.SourceLocation => {
    const start = { line, column };
    const lines = passed.split('\n');
    line += lines.length - 1;
    column = (lines.length > 1 ? 0 : column) + (lines.at(-1) ?? '').length;
    return { source: '', start, end: { line, column } };
  };
  const addText = (value: string): void => {
    if (value === '') return;
    const content: hbs.AST.ContentStatement = { type: 'ContentStatement', value, original: NO_STRIP, loc: pass(value) };
    body.push(content);
  };
  let from = 0;
  for (const { 0: call, index } of text.matchAll(PLAIN_CALL)) {
    const names = [...call.matchAll(/[\w.]+/g)];
    if (names.some(([name]) => NO_NAME.test(name))) return undefined;
    addText(text.slice(from, index));
    const loc = pass(call);
    const [path, ...params] = names.map(({ 0: name, index: offset }) => pathAt(name, loc, offset));
    if (path === undefined) return undefined;
    const hash: hbs.AST.Hash = { type: 'Hash', pairs: [], loc };
    const statement: hbs.AST.MustacheStatement = {
      type: 'MustacheStatement',
      path,
      params,
      hash,
      escaped: true,
      strip: NO_STRIP,
      loc,
    };
    body.push(statement);
    from = index + call.length;
  }
  addText(text.slice(from));
  const loc = { source: '', start: { line: 1, column: 0 }, end: { line, column } };
  return { type: 'Program', body, blockParams: [], loc };
}

/** A name `offset` letters into a call. */
function pathAt(original: string, { start: { line, column } }: hbs.AST.SourceLocation, offset: number) {
  const from = column + offset;
  const loc = { source: '', start: { line, column: from }, end: { line, column: from + original.length } };
  const path: hbs.AST.PathExpression = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: original.split('.'),
    original,
    loc,
  };
  return path;
}

const tooNested = (text: string): boolean =>
  (text.match(/\{\{[#^]/g)?.length ?? 0) > NESTING_LIMIT * 20 || /\({100}/.test(text);
