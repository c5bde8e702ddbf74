import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import { Evaluation, type Filling, type NarrativeText } from './evaluate.ts';
import { strayBraces, syntaxFault } from './faults.ts';
import { parse } from './parse.ts';
import type { Scope } from './scope.ts';

export type { Filling } from './evaluate.ts';

/**
 * Handlebars over a report's data. The library reads the text; the walk over what it read is ours, so that every fault
 * has its line and column, all are found in one run, only our own plain data can be reached, and each value that goes in
 * is marked as text (see `escapeValue`) and not as Markdown.
 */

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
