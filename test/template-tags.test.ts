import { afterEach, beforeEach, expect, test } from 'vitest';
import { FILES, REPORT, TestWorkspace } from './support/workspace.ts';

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

interface Listed {
  readonly the: string;
  readonly loai: string;
  readonly nghia: string;
  readonly vi_du: string;
  readonly tuy_chon?: boolean;
  readonly cho: readonly string[];
}

async function tags(...argv: string[]): Promise<readonly Listed[]> {
  const { out } = await ws.gen('template', 'tags', ...argv, '--json');
  const read: { mau: { the: Listed[] }[] } = JSON.parse(out);
  return read.mau.flatMap(({ the }) => the);
}

test('slots with their headings, tags with what they print in the newest report of the template', async () => {
  ws.write('data/bao-cao/so-mau/2022-9T.yaml', REPORT.replace('15/6/2022', '15/9/2022').replace('41', '57'));
  const listed = await tags('mau');
  const of = (tag: string) => listed.find(({ the }) => the === tag);
  expect(listed.filter(({ loai }) => loai === 'khe').map(({ the, nghia, tuy_chon }) => [the, nghia, tuy_chon])).toEqual(
    [
      ['{@mo_dau}', '', false],
      ['{@the_che}', 'Cải cách thể chế', false],
      ['{@them}', 'Phần thêm', true],
    ],
  );
  expect(of('{@mo_dau}')?.vi_du).toBe('Đã giao 57 nhiệm vụ.');
  expect(of('{dia_danh_ngay}')).toMatchObject({
    vi_du: 'Mẫu, ngày 15 tháng 9 năm 2022',
    cho: [expect.stringContaining('bảng 1')],
  });
  expect(of('{dong}')?.vi_du).toBe('- Sở Nội vụ;');
  expect(of('{muc.so_lieu}')).toMatchObject({ vi_du: '57', cho: [expect.stringContaining('bảng 3, dòng 4, cột 4')] });
  expect(of('{trong_do.ten}')?.vi_du).toBe('Phần A');
});

test('what may be used and is not', async () => {
  const listed = await tags();
  expect(listed.find(({ the }) => the === '{ky.den_ngay}')).toMatchObject({ cho: [], vi_du: '14/6/2022' });
  expect(listed.map(({ the }) => the)).toContain('{#noi_nhan}…{/noi_nhan}');
  expect(listed.map(({ loai }) => loai)).not.toContain('dinh_chinh');
});

test('a template that no sound report uses has the examples of the page', async () => {
  ws.edit(FILES.report, 'so: 5', 'soo: 5');
  expect((await tags()).find(({ the }) => the === '{so_ky_hieu}')?.vi_du).toBe('Số: 196/BC-UBND');
});

test('a table for people; an unknown template is told', async () => {
  const { code, out } = await ws.gen('template', 'tags', 'mau');
  expect(code).toBe(0);
  expect(out).toMatch(/\{@the_che\} +✓ +Cải cách thể chế +Nội dung thể chế\./);
  expect((await ws.gen('template', 'tags', 'mauu')).err).toContain('Ý bạn là "mau"?');
});
