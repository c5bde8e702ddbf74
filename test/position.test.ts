import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, Scalar } from 'yaml';
import { positionOf } from '../src/load/position.ts';

const FILE = 'data/a.yaml';

function placeOf(source: string, line: number, column: number): { line: number; column: number } {
  return positionOf(source, { kind: 'data', file: FILE, path: ['mo_dau'], inside: { line, column } });
}

describe('a place inside a text is found in the file', () => {
  const STYLES = ['BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN'] as const;
  const word = fc.stringMatching(/^[a-zđêôạ]{1,9}$/);
  const line = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
  const text = fc.array(line, { minLength: 1, maxLength: 4 });

  for (const style of STYLES) {
    test(style, () => {
      fc.assert(
        fc.property(text, fc.nat(), fc.nat(), (lines, someLine, someColumn) => {
          const line = someLine % lines.length;
          const column = someColumn % (lines[line] ?? '').length;
          const wanted = lines[line]?.[column];
          fc.pre(wanted !== undefined && wanted !== ' ');
          const scalar = new Scalar(lines.join('\n'));
          scalar.type = style;
          const source = `so: 1\n${new Document({ mo_dau: scalar }).toString({ lineWidth: 40 })}`;
          const found = placeOf(source, line + 1, column + 1);
          const letters = source.split('\n')[found.line - 1] ?? '';
          // The same letter, with the same letters after it.
          const rest = (all: string): string => all.replace(/\\n|\\ |\s+|["'\\]/g, '').slice(0, 5);
          const after = [letters.slice(found.column - 1), ...source.split('\n').slice(found.line)].join('\n');
          expect(rest(after)).toBe(rest([lines[line]?.slice(column), ...lines.slice(line + 1)].join('\n')));
        }),
      );
    });
  }

  test('letters typed decomposed', () => {
    const source = `mo_dau: >\n  ${'Kế hoạch'.normalize('NFD')} xx\n`;
    expect(placeOf(source, 1, 10)).toEqual({ line: 2, column: 3 + 'Kế hoạch '.normalize('NFD').length });
  });

  test('the end of a line, and a blank', () => {
    expect(placeOf('mo_dau: |\n  ab cd\n  ef\n', 1, 6)).toEqual({ line: 2, column: 8 });
    expect(placeOf('mo_dau: |\n  ab cd\n  ef\n', 1, 3)).toEqual({ line: 2, column: 5 });
  });
});
