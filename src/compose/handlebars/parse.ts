import Handlebars from 'handlebars';
import { isMustache } from './nodes.ts';

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
