import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pack, readZip, unpack, writeZip } from '../src/ooxml/zip.ts';
import { type RunFigures, runGen } from './scale.ts';
import { numbers } from './typical.ts';

/** A made-up province: 150 units below one body, an entry form for each, all of them taken in and put together. */

const UNITS = 150;
const ROWS = 170;
const PERIOD = '2026-6T';

export interface Province {
  readonly forms: RunFigures;
  readonly imported: RunFigures;
  readonly again: RunFigures;
  readonly rollup: RunFigures;
}

const isHeading = (row: number): boolean => row % 17 === 0;
const isRate = (row: number): boolean => row % 17 === 16;

function catalogue(): string {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const place = `id: chi_tieu_${row}, stt: "${1 + Math.floor(row / 17)}.${row % 17}", ten: Chỉ tiêu số ${row} của biểu thử`;
    if (isHeading(row)) return `  - { ${place}, kieu: nhom }`;
    if (!isRate(row)) return `  - { ${place}, kieu: so_dem, don_vi: Nhiệm vụ }`;
    const formula = `chi_tieu_${row - 1} / chi_tieu_${row - 2} * 100`;
    return `  - { ${place}, kieu: ti_le, don_vi: "%", cong_thuc: ${formula} }`;
  });
  return `ten: THỐNG KÊ\nnhan: Phụ lục\nchi_tieu:\n${rows.join('\n')}\n`;
}

function writeProvince(root: string): void {
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const unit = (name: string, type: string, parent: string): string =>
    `ten: ${name}\nco_quan: [THỬ]\nloai: ${type}\nky_hieu: UBND\nmau: thu\ndanh_muc: thu\n${parent}`;
  write('data/danh-muc/thu.yaml', catalogue());
  write('data/don-vi/tinh.yaml', unit('Tỉnh Thử', 'ubnd-tinh', ''));
  write(`data/bao-cao/tinh/${PERIOD}.yaml`, 'ngay: 20/6/2026\nso_lieu: {}\n');
  for (let i = 0; i < UNITS; i += 1) {
    const id = `xa-${String(i).padStart(3, '0')}`;
    write(`data/don-vi/${id}.yaml`, unit(`Xã số ${i}`, 'ubnd-xa', 'thuoc: tinh\n'));
    write(`data/bao-cao/${id}/${PERIOD}.yaml`, `ngay: ${15 + (i % 8)}/6/2026\nso_lieu: {}\n`);
  }
}

const VALUE_CELL = /<c r="(H\d+)" s="(\d+)"\/>/g;

/** Puts a number into every cell of a form that is to be filled in, as Excel would. */
function fillIn(file: string, seed: number): void {
  const random = numbers(seed);
  const entries = readZip(readFileSync(file), { entries: 100, unpacked: 50_000_000 });
  const sheet = 'fault' in entries ? undefined : entries.get('xl/worksheets/sheet1.xml');
  if ('fault' in entries || sheet === undefined) throw new Error(file);
  const xml = Buffer.from(unpack(sheet) ?? []).toString('utf8');
  const styles = [...xml.matchAll(VALUE_CELL)].map(([, , style]) => style);
  // Cells to be filled in are the most; headings have another style.
  const input = styles.toSorted((a, b) => count(styles, b) - count(styles, a))[0];
  const filled = xml.replace(VALUE_CELL, (cell, name: string, style: string) =>
    style === input ? `<c r="${name}" s="${style}"><v>${1 + random(5000)}</v></c>` : cell,
  );
  entries.set(sheet.name, pack(sheet.name, Buffer.from(filled, 'utf8')));
  writeFileSync(file, writeZip(entries.values()));
}

const count = (list: readonly (string | undefined)[], wanted: string | undefined): number =>
  list.filter((one) => one === wanted).length;

/** Whole processes of `gen` over the province. */
export function province(gen: string, folder: string): Province {
  const root = path.join(folder, 'province');
  writeProvince(root);
  const forms = runGen(gen, root, ['form', 'xa-*', PERIOD]);
  const out = path.join(root, 'out', PERIOD);
  const files = readdirSync(out).map((name) => path.join(out, name));
  for (const [i, file] of files.entries()) fillIn(file, i);
  const imported = runGen(gen, root, ['import', ...files]);
  const again = runGen(gen, root, ['import', ...files]);
  const rollup = runGen(gen, root, ['rollup', PERIOD]);
  return { forms, imported, again, rollup };
}

export function provinceText({ forms, imported, again, rollup }: Province): string {
  const line = (what: string, { seconds, peakMegabytes }: RunFigures): string =>
    `| ${what} | ${seconds.toFixed(1)} | ${((seconds * 1000) / UNITS).toFixed(0)} | ${peakMegabytes.toFixed(0)} |`;
  return [
    `Tỉnh giả định: ${UNITS} đơn vị, biểu ${ROWS} dòng.`,
    '',
    '| Việc | giây | ms mỗi đơn vị | MB |',
    '|---|---|---|---|',
    line('gen form: lập biểu nhập', forms),
    line('gen import: nhập biểu đã điền', imported),
    line('gen import: nhập lại, không có gì đổi', again),
    line('gen rollup: tổng hợp', rollup),
    '',
  ].join('\n');
}
