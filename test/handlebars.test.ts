import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { isContent } from '../src/compose/handlebars/nodes.ts';
import { parse } from '../src/compose/handlebars/parse.ts';

const name = fc.oneof(
  fc.stringMatching(/^[a-z_][a-z0-9_]{0,6}(?:\.[a-z_][a-z0-9_]{0,4}){0,2}$/),
  fc.constantFrom(
    'this',
    'true',
    'null',
    'else',
    'as',
    'this.a',
    'a.this',
    'a.true',
    'a.',
    'a..b',
    'thisx',
    'a.1',
    'trueA',
  ),
);
const blanks = fc.constantFrom('', ' ', '  ');
const call = fc
  .tuple(fc.constantFrom('{{', '{{{', '\\{{', '{{#', '{{~'), blanks, fc.array(name, { maxLength: 3 }), blanks)
  .map(([open, before, names, after]) => `${open}${before}${names.join(' ')}${after}${open === '{{{' ? '}}}' : '}}'}`);
const piece = fc.oneof(call, fc.constantFrom('Đạt ', '\n', ' hồ sơ.\n\n', '}', '{', '}}', '', '\\', '**'));

/** All that evaluation looks at; a call without pairs has no hash in the one, an empty one in the other. */
const shape = ({ body }: hbs.AST.Program): unknown =>
  body.map((node) =>
    JSON.parse(
      JSON.stringify(node, (key, value: unknown) => {
        if (key === 'hash' || key === 'source' || key === 'strip') return undefined;
        return key === 'original' && isContent(node) ? undefined : value;
      }),
    ),
  );

test('a text of plain calls is read as the library reads it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const read = parse(text);
      if ('fault' in read) expect(() => Handlebars.parse(text)).toThrow();
      else expect(shape(read)).toEqual(shape(Handlebars.parse(text)));
    }),
    { numRuns: 2000 },
  );
});
