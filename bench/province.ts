import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { pack, readZip, unpack, writeZip } from '../src/ooxml/zip.ts';
import { median } from './measure.ts';
import { type RunFigures, runGen } from './scale.ts';
import { numbers, writeWorkspace } from './typical.ts';

/** `npm run bench -- province`: a made-up province of 150 units, an entry form for each, all taken in and put together. */

export const EXCEL_PAGE = 'docs/do-excel.md';

const UNITS = 150;
const ROWS = 170;
const PERIOD = '2026-6T';

export interface Province {
  readonly forms: RunFigures;
  readonly imported: RunFigures;
  readonly again: RunFigures;
  readonly rollup: RunFigures;
  readonly rollupAgain: RunFigures;
  readonly starts: readonly Start[];
}

/** Whole processes; medians of processor time, milliseconds. */
interface Start {
  readonly what: string;
  readonly ms: number;
  readonly loadsExcel: boolean;
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
  const rollupAgain = runGen(gen, root, ['rollup', PERIOD]);
  return { forms, imported, again, rollup, rollupAgain, starts: starts(gen, path.join(folder, 'start')) };
}

/** Has a process say, when it ends, its processor time in microseconds, and whether it loaded exceljs. */
const TELL_LOADED = `data:text/javascript,import m from 'node:module';process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\ncpu='+(u.userCPUTime+u.systemCPUTime)+' exceljs='+Object.keys(m._cache).some(f=>f.endsWith('exceljs.js')))})`;

/** What commands cost to start over one report, and what they would cost if exceljs were loaded at once. */
function starts(gen: string, root: string): readonly Start[] {
  mkdirSync(root);
  writeWorkspace(root, 1);
  const here = ['--thu-muc', root];
  const atOnce = ['--require', path.resolve(path.dirname(gen), 'exceljs.js')];
  const commands: readonly (readonly [string, readonly string[]])[] = [
    ['Node rỗng', ['-e', '0']],
    ['gen check', [gen, 'check', ...here]],
    ['gen check, nếu exceljs bị nạp ngay khi khởi động', [...atOnce, gen, 'check', ...here]],
    ['gen --het', [gen, '--het', ...here]],
    ['gen --het --dang xlsx', [gen, '--het', '--dang', 'xlsx', ...here]],
  ];
  const told = commands.map(() => [] as { readonly ms: number; readonly loadsExcel: boolean }[]);
  for (let turn = 0; turn < 12; turn += 1) {
    for (const [i, [, args]] of commands.entries()) {
      const { stderr } = spawnSync(process.execPath, ['--import', TELL_LOADED, ...args], { encoding: 'utf8' });
      const [, cpu = '', excel] = /\ncpu=(\d+) exceljs=(\w+)$/.exec(stderr) ?? [];
      // The first turn finds cold disk caches.
      if (turn > 0) told[i]?.push({ ms: Number(cpu) / 1000, loadsExcel: excel === 'true' });
    }
  }
  return commands.map(([what], i) => {
    const runs = told[i] ?? [];
    return { what, ms: median(runs.map(({ ms }) => ms)), loadsExcel: runs.some(({ loadsExcel }) => loadsExcel) };
  });
}

const decimal = (value: number): string => value.toFixed(1).replace('.', ',');

/** docs/do-excel.md. */
export function provincePage({ forms, imported, again, rollup, rollupAgain, starts }: Province): string {
  const [processor] = cpus();
  const line = (what: string, { seconds, cpuSeconds, peakMegabytes }: RunFigures): string => {
    const each = Math.round((cpuSeconds * 1000) / UNITS);
    return `| ${what} | ${decimal(seconds)} | ${decimal(cpuSeconds)} | ${each} | ${Math.round(peakMegabytes)} |`;
  };
  const started = starts.map(
    ({ what, ms, loadsExcel }) => `| ${what} | ${Math.round(ms)} | ${loadsExcel ? 'có' : 'không'} |`,
  );
  return `# Đo phần Excel

Trang này do \`npm run bench -- province\` viết ra; chạy lại trên máy khác thì số đo khác đi.

Máy đo: ${processor?.model.trim() ?? ''}, ${cpus().length} nhân; Node ${process.versions.node}, ${process.platform} ${process.arch}.

## Một tỉnh giả định

${UNITS} đơn vị thuộc một đơn vị tổng hợp, mỗi đơn vị một biểu ${ROWS} dòng, do \`bench/province.ts\` sinh ra. Mỗi dòng dưới đây là cả một tiến trình;
thời gian chờ tùy máy bận hay rỗi, thời gian của bộ xử lý thì ít đổi.

| việc | chờ, giây | bộ xử lý, giây | bộ xử lý mỗi đơn vị, ms | bộ nhớ cao nhất, MB |
|---|---:|---:|---:|---:|
${[
  line('`gen form`: lập biểu nhập', forms),
  line('`gen import`: nhập biểu đã điền', imported),
  line('`gen import`: nhập lại, không có gì đổi', again),
  line('`gen rollup`: tổng hợp', rollup),
  line('`gen rollup`: tổng hợp lại, không có gì đổi', rollupAgain),
].join('\n')}

## Khởi động

Thư viện exceljs chỉ được nạp khi ghi một tệp Excel; các lệnh khác không chậm đi vì nó. Cả tiến trình trên một báo cáo, trung vị của 11 lần.

| tiến trình | bộ xử lý, ms | nạp exceljs |
|---|---:|---|
${started.join('\n')}
`;
}
