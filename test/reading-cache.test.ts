import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FILES, TestWorkspace } from './support/workspace.ts';

/** What was read of templates and catalogues is kept for the next run, and never believed without a look. */

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

const OUT = 'out/2022-6T/so-mau.docx';
const absolute = (file: string): string => path.join(ws.root, file);
const kept = (): readonly string[] => readdirSync(absolute('out/.gen/da-doc')).map((name) => `out/.gen/da-doc/${name}`);
const output = (): Buffer => readFileSync(absolute(OUT));

test('a template and a catalogue are kept, and give the same bytes when they come from there', async () => {
  await ws.run();
  expect(kept()).toHaveLength(2);
  const before = output();
  rmSync(absolute(OUT));
  await ws.runAs('all');
  expect(kept()).toHaveLength(2);
  expect(output().equals(before)).toBe(true);
});

const withHash = (text: string): string => `${createHash('sha256').update(text).digest('hex')}\n${text}`;

test.each([
  ['empty', () => ''],
  ['cut off', (text: string) => text.slice(0, text.length / 2)],
  ['changed', (text: string) => text.replace('Số nhiệm vụ', 'Số việc').replace('SỞ', 'BỘ').replace('w:p', 'w:q')],
  ['another thing', () => withHash('{"parts":[]}')],
  ['a list', () => withHash('[1]')],
  ['odd entries', () => withHash('{"m":[[1,"x"]]}')],
  ['no JSON', () => withHash('xin chào')],
])('what is kept is damaged (%s): it is read anew', async (_, damage) => {
  await ws.run();
  const before = output();
  for (const file of kept()) {
    const text = readFileSync(absolute(file), 'utf8');
    const damaged = damage(text);
    expect(damaged).not.toBe(text);
    writeFileSync(absolute(file), damaged);
  }
  rmSync(absolute(OUT));
  const { reports, problems } = await ws.runAs('all');
  expect(problems).toEqual([]);
  expect(reports.map(({ outcome }) => outcome)).toEqual(['new']);
  expect(output().equals(before)).toBe(true);
});

test('a changed template or catalogue is read, whatever was kept', async () => {
  await ws.run();
  ws.edit(FILES.catalogue, 'Số nhiệm vụ,', 'Tổng số nhiệm vụ,');
  ws.editTemplate('word/document.xml', (xml) => xml.replace('Cải cách thể chế', 'Cải cách thể chế hành chính'));
  await ws.run();
  const { paragraphs, tables } = ws.output();
  expect(paragraphs.map(({ text }) => text)).toContain('Cải cách thể chế hành chính');
  expect(tables.at(-1)?.[3]?.[1]).toBe('Tổng số nhiệm vụ');
});

test('problems of a template or a catalogue are told in every run', async () => {
  ws.edit(FILES.catalogue, 'kieu: van_ban', 'kieu: van_ba');
  const first = (await ws.run()).problems;
  expect(first.length).toBeGreaterThan(0);
  expect((await ws.run()).problems).toEqual(first);
});

describe('the folder', () => {
  test('stays small', async () => {
    mkdirSync(absolute('out/.gen/da-doc'), { recursive: true });
    for (let i = 0; i < 150; i += 1) writeFileSync(absolute(`out/.gen/da-doc/${i}.json`), 'cũ');
    await ws.run();
    expect(kept()).toHaveLength(100);
  });

  test.each(['plan', 'check'] as const)('is not made by a run that writes nothing (%s)', async (mode) => {
    await ws.runAs(mode);
    expect(existsSync(absolute('out'))).toBe(false);
  });

  test('that cannot be written costs nothing', async () => {
    ws.write('out/.gen/da-doc', 'một tệp, không phải thư mục');
    const { problems, reports } = await ws.run();
    expect([problems, reports.map(({ outcome }) => outcome)]).toEqual([[], ['new']]);
  });
});
