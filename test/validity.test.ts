import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { showPlace } from '../src/cli/place.ts';
import type { Problem } from '../src/model/problem.ts';
import { FILES, REPORT, TestWorkspace } from './support/workspace.ts';

/** A report past the time of what it rests on: the problem names the successor and shows where the date stands. */

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

function told({ code, message, hint, at, related }: Problem): string {
  const read = (file: string): string => readFileSync(path.join(ws.root, file), 'utf8');
  const places = [at, ...(related ?? [])].map((place) => showPlace(place, read, 'vi').address);
  return [code, ...places, message.vi, hint?.vi].join(' | ');
}

test('a district body after 30/6/2025 is told of the commune', async () => {
  ws.edit(FILES.unit, 'loai: so', 'loai: ubnd-huyen');
  ws.write('data/bao-cao/so-mau/2025-9T.yaml', REPORT.replace('15/6/2022', '15/9/2025'));
  expect((await ws.run()).problems.map(told)).toEqual([
    `ngoai-hieu-luc | data/bao-cao/so-mau/2025-9T.yaml | ${FILES.unit}:5:7 | Loại cơ quan "ubnd-huyen" chỉ đến hết ngày 30/6/2025, không còn ở kỳ 2025-9T | Kế tiếp: ubnd-xa.`,
  ]);
});

test('where the body is gone, one problem says so, not one for each form that went with it', async () => {
  ws.edit(FILES.unit, 'loai: so', 'loai: ubnd-huyen\nden_ngay: 30/6/2025');
  ws.write('templates/hieu-luc.yaml', 'mau: { den_ngay: 30/6/2025, ke_tiep: mau }\n');
  ws.write('data/bao-cao/so-mau/2025-9T.yaml', REPORT.replace('15/6/2022', '15/9/2025'));
  expect((await ws.run()).problems.map(told)).toEqual([
    `ngoai-hieu-luc | data/bao-cao/so-mau/2025-9T.yaml | ${FILES.unit}:6:11 | Đơn vị "so-mau" chỉ đến hết ngày 30/6/2025, không còn ở kỳ 2025-9T | Kế tiếp: ubnd-xa.`,
  ]);
});

test('no new report is begun for a body that is gone', async () => {
  ws.edit(FILES.unit, 'loai: so', 'loai: ubnd-huyen');
  const { code, err } = await ws.gen('new', 'so-mau', '2025-9T');
  expect([code, err]).toEqual([1, expect.stringMatching(/\[ngoai-hieu-luc\][\s\S]*Kế tiếp: ubnd-xa\./)]);
  expect(existsSync(path.join(ws.root, 'data/bao-cao/so-mau/2025-9T.yaml'))).toBe(false);
  expect((await ws.gen('new', 'so-mau', '2025-6T')).code).toBe(0);
});

test.each([
  [FILES.unit, 'Đơn vị "so-mau"', FILES.unit, ''],
  [FILES.catalogue, 'Danh mục "mau-2022"', FILES.catalogue, ''],
  ['templates/hieu-luc.yaml', 'Mẫu "mau"', FILES.template, '  '],
])('%s past its time names its successor', async (file, what, thing, indent) => {
  for (const name of ['ke-tiep-1', 'ke-tiep-2'])
    ws.write(path.join(path.dirname(thing), `${name}${path.extname(thing)}`), readFileSync(path.join(ws.root, thing)));
  const dates = `${indent}den_ngay: 31/12/2021\n${indent}ke_tiep: [ke-tiep-1, ke-tiep-2]\n`;
  const before = indent === '' ? readFileSync(path.join(ws.root, file), 'utf8') : 'mau:\n';
  ws.write(file, before + dates);
  const line = before.split('\n').length;
  expect((await ws.run()).problems.map(told)).toEqual([
    `ngoai-hieu-luc | ${FILES.report} | ${file}:${line}:${11 + indent.length} | ${what} chỉ đến hết ngày 31/12/2021, không còn ở kỳ 2022-6T | Kế tiếp: ke-tiep-1, ke-tiep-2.`,
  ]);
});

test.each([
  [FILES.unit, 'ke_tiep: so-mauu', 'Không có đơn vị kế tiếp "so-mauu"', 'Ý bạn là "so-mau"?'],
  [FILES.catalogue, 'ke_tiep: mau-2023', 'Không có danh mục kế tiếp "mau-2023"', 'Ý bạn là "mau-2022"?'],
  [
    'templates/hieu-luc.yaml',
    'mau: { ke_tiep: x-y }',
    'Không có mẫu kế tiếp "x-y"',
    'Ghi tên tệp (không có đuôi) của thứ thay thế, hoặc bỏ dòng này.',
  ],
])('%s: a successor that there is not is told of where it stands', async (file, line, message, hint) => {
  const before = existsSync(path.join(ws.root, file)) ? readFileSync(path.join(ws.root, file), 'utf8') : '';
  ws.write(file, `${before}${line}\n`);
  const place = `${file}:${before.split('\n').length}:${line.lastIndexOf(' ', line.lastIndexOf(': ') + 1) + 2}`;
  expect((await ws.run()).problems.map(told)).toEqual([`ke-tiep-la | ${place} | ${message} | ${hint}`]);
});

test('gen check tells of units and catalogues that no report uses yet, when nothing is chosen', async () => {
  const unit = readFileSync(path.join(ws.root, FILES.unit), 'utf8');
  const catalogue = readFileSync(path.join(ws.root, FILES.catalogue), 'utf8');
  ws.write('data/don-vi/so-moi.yaml', `${unit}ke_tiep: so-mauu\n`);
  ws.write('data/danh-muc/mau-2023.yaml', `${catalogue}ke_tiep: mau-2024\n`);
  const files = (problems: readonly Problem[]) => problems.map(({ code, at }) => `${code} ${at.file}`);
  expect(files((await ws.runAs('check')).problems)).toEqual([
    'ke-tiep-la data/don-vi/so-moi.yaml',
    'ke-tiep-la data/danh-muc/mau-2023.yaml',
  ]);
  expect((await ws.runAs('check', 'so-mau')).problems).toEqual([]);
  expect((await ws.run()).problems).toEqual([]);
});

test('a body that does not report here may follow a unit, by its full name', async () => {
  const before = readFileSync(path.join(ws.root, FILES.unit), 'utf8');
  ws.write(FILES.unit, `${before}ke_tiep: [Sở Nông nghiệp và Môi trường tỉnh Mẫu]\n`);
  expect((await ws.run()).problems).toEqual([]);
});

test('a change of the dates of templates is seen by the next run', async () => {
  expect((await ws.run()).reports.map(({ outcome }) => outcome)).toEqual(['new']);
  ws.write('templates/hieu-luc.yaml', 'mau: { tu_ngay: 1/1/2023 }\n');
  expect((await ws.run()).problems.map(({ code }) => code)).toEqual(['ngoai-hieu-luc']);
});
