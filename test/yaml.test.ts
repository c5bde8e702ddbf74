import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readYaml, type YamlNode } from '../src/load/yaml.ts';

const FILE = 'data/bao-cao/so-mau/2022-6T.yaml';

type Typed = string | readonly Typed[] | { readonly [key: string]: Typed };

function typedIn(node: YamlNode | undefined): Typed | undefined {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'text':
      return node.text;
    case 'empty':
      return '';
    case 'list':
      return node.items.map((item) => typedIn(item) ?? '');
    case 'map':
      return Object.fromEntries(node.entries.map(([key, child]) => [key, typedIn(child) ?? '']));
  }
}

const word = fc.constantFrom('Số', 'hồ sơ', '12,5%', ': ', '#', '- ', "'", '"', '{{so a}}', '[^1]', '&', '*', '|', '…');
/** Lines without blanks at their ends: those are nobody's to see, and writers differ over them. */
const line = fc
  .array(fc.oneof(word, fc.constantFrom(' ', 'đ', '0')), { maxLength: 8 })
  .map((all) => all.join('').trim());
const text = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n').trim());
const key = fc.stringMatching(/^[a-z][a-z_0-9]{0,8}$/).filter((name) => name !== 'constructor' && name !== 'prototype');
const { tree } = fc.letrec<{ tree: Typed }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
  ),
}));

/** `yaml` writes, and edits what is typed; it and the library that reads must mean the same. */
describe('what is written is read as it was, in every style', () => {
  for (const style of ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const) {
    test(style, () => {
      fc.assert(
        fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5 }), (data) => {
          const written = stringify(data, { defaultStringType: style, defaultKeyType: 'PLAIN' });
          const { value, problems } = readYaml(written, FILE);
          expect(problems).toEqual([]);
          expect(typedIn(value)).toEqual({ ...data });
        }),
      );
    });
  }
});

const told = (yaml: string): readonly string[] =>
  readYaml(yaml, FILE).problems.map(({ code, at }) =>
    at.kind === 'text' ? `${code} ${at.line}:${at.column}` : `${code} ${at.kind}`,
  );

describe('what is not read says why, and where', () => {
  test.each([
    ['a tab before a value in braces', 'so_lieu:\n  a: { gia_tri:\t1 }\n', ['yaml-tab 2:16']],
    ['hidden characters, each of them', 'a: x\u0007\nb: "\u0001"\n', ['ky-tu-cam 1:5', 'ky-tu-cam 2:5']],
    ['two documents', 'a: 1\n---\nb: 2\n', ['yaml-sai 2:1']],
    ['several slips at once', 'a: [1\nb: "x\nc: 2\n', ['yaml-sai 2:1', 'yaml-sai 4:1']],
    ['lists within lists without end', `a: ${'['.repeat(3000)}`, ['yaml-qua-phuc-tap file']],
    ['names of what comes later', 'a: *b\nb: &b 1\n', ['thieu-dau-nhay data', 'thieu-dau-nhay data']],
  ])('%s', (_, yaml, expected) => expect(told(yaml)).toEqual(expected));

  test.each([
    ['too deep', `a: ${'['.repeat(40)}${']'.repeat(40)}`, '24'],
    ['too many', `a: [${'1, '.repeat(60_000)}]`, '50000'],
  ])('%s: the limit that was passed is named', (_, yaml, limit) => {
    const [found, ...others] = readYaml(yaml, FILE).problems;
    expect(others).toEqual([]);
    expect(found?.code).toBe('yaml-qua-phuc-tap');
    expect(found?.message.vi).toContain(limit);
  });
});
