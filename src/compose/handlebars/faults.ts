import type { Wording } from '../../model/problem.ts';

/** What is wrong with a text that the library cannot read, in the users' words and at its place. */

/** Where `}}` stands without its `{{`, or braces as a Vietnamese keyboard in full-width mode types them. */
export function strayBraces(text: string): number | undefined {
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

const same = (text: string): Wording => ({ vi: text, en: text });

/** Line, column and cause of a syntax error, out of the library's message. */
export function syntaxFault(fault: unknown, text: string): { line: number; column: number; cause: Wording } {
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
