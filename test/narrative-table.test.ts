import { afterEach, beforeEach, expect, test } from 'vitest';
import { pack, readZip, unpack, writeZip } from '../src/ooxml/zip.ts';
import { FILES, TestWorkspace } from './support/workspace.ts';

/** Tables of the narrative: columns as their words ask for, cells as typed under the heads and as the template offers. */

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

const LONG = 'Rà soát, cập nhật và công khai thủ tục hành chính tại bộ phận một cửa, hướng dẫn người dân nộp hồ sơ';
const TABLE = `| TT | Kết quả trong kỳ | Số hồ sơ |
    |:-:|---|--:|
    | 1 | ${LONG} | 1.234 |
`;

async function tables(narrative: string): Promise<readonly string[]> {
  ws.edit(FILES.report, 'Nội dung thể chế.\n', `${narrative}`);
  expect((await ws.run()).problems).toEqual([]);
  const xml = ws.output().part('word/document.xml');
  const slot = xml.slice(xml.indexOf('w:name="_khe_the_che"'));
  return slot.slice(0, slot.indexOf('<w:bookmarkEnd')).match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
}
const stylesOf = (table: string): readonly (string | undefined)[] =>
  [...table.matchAll(/<w:tc>[\s\S]*?w:pStyle w:val="(\w+)"/g)].map(([, style]) => style);
const widthsOf = (table: string): readonly number[] =>
  [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));

test('cells stand as :-: and --: ask for, in styles of the template', async () => {
  const [table = ''] = await tables(TABLE);
  const head = 'BangDauCot';
  expect(stylesOf(table)).toEqual([head, head, head, 'BangOGiua', 'BangO', 'BangOPhai']);
});

test('a template without those styles decides alone', async () => {
  const entries = readZip(ws.read(FILES.template), { entries: 100, unpacked: 10_000_000 });
  if ('fault' in entries) throw new Error('no zip');
  const name = 'word/styles.xml';
  const entry = entries.get(name);
  const styles = Buffer.from(entry === undefined ? [] : (unpack(entry) ?? [])).toString('utf8');
  const fewer = styles.replace(/<w:style [^>]*><w:name w:val="Bảng ô (?:giữa|phải)"\/>.*?<\/w:style>/g, '');
  expect(fewer.length).toBeLessThan(styles.length);
  ws.write(
    FILES.template,
    writeZip([...entries.values(), pack(name, Buffer.from(fewer, 'utf8'))].filter((one) => one !== entry)),
  );
  const [table = ''] = await tables(TABLE);
  expect(stylesOf(table).slice(3)).toEqual(['BangO', 'BangO', 'BangO']);
});

test('columns are as wide as their words ask for', async () => {
  const [table = ''] = await tables(TABLE);
  const [number = 0, words = 0, count = 0] = widthsOf(table);
  expect(number).toBeGreaterThan(0);
  expect(count).toBeGreaterThan(number);
  expect(words).toBeGreaterThan(3 * count);
  // No cell states a width: Word fits the columns anew when words change.
  expect(table).not.toContain('<w:tcW');
});

test('two tables stay two', async () => {
  expect(await tables(`${TABLE}\n    ${TABLE}`)).toHaveLength(2);
  // Word takes two with nothing between them for one.
  expect(ws.output().part('word/document.xml')).not.toContain('</w:tbl><w:tbl>');
});
