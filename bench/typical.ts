import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readOutline } from '../src/load/outline.ts';
import { readYaml } from '../src/load/yaml.ts';
import type { TemplateOutline } from '../src/model/outline.ts';
import { pack, readZip, unpack, writeZip } from '../src/ooxml/zip.ts';
import { newTemplate } from '../src/render/template/index.ts';

/** The typical report: 70 paragraphs, 27 kB of text, an appendix of 170 rows × 5 columns. Made up, word by word. */

const WORDS =
  'công tác cải cách hành chính được thực hiện theo kế hoạch của đơn vị trong kỳ báo cáo các phòng ban tập trung chỉ đạo rà soát thủ tục niêm yết công khai tại bộ phận một cửa tỷ lệ hồ sơ giải quyết đúng hạn đạt kết quả tốt góp phần nâng cao chất lượng phục vụ người dân và doanh nghiệp trên địa bàn'.split(
    ' ',
  );
const SLOTS = 14;
const PARAGRAPHS_PER_SLOT = 5;
const ROWS = 170;
const PARAGRAPH_BYTES = 372;

const PERIOD = '2022-6T';

/** The same numbers for the same seed, on every machine. */
export function numbers(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** No word comes again at once, or after one other: a check would take it for a slip. */
function sentence(random: (below: number) => number, bytes: number): string {
  const words = ['Trong', 'kỳ'];
  let size = 0;
  while (size < bytes) {
    const word = WORDS[random(WORDS.length)] ?? '';
    if (words.slice(-2).includes(word)) continue;
    words.push(word);
    size += Buffer.byteLength(word) + 1;
  }
  return `${words.join(' ')}.`;
}

const isHeading = (row: number): boolean => row % 17 === 0;
const isPart = (row: number): boolean => row % 17 > 13;

function paragraph(random: (below: number) => number, number: number, note: string): string {
  const text = sentence(random, PARAGRAPH_BYTES - 60 - (note === '' ? 0 : 60));
  const row = random(ROWS - 1);
  const figure = `Đã hoàn thành {{so chi_tieu_${isHeading(row) ? row + 1 : row}}} nhiệm vụ${note}, **tăng** so với kỳ trước.`;
  return `${number % 5 === 3 ? '- ' : ''}${text} ${figure}`;
}

function catalogue(): string {
  const random = numbers(0);
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const label = sentence(random, 40 + random(40)).replace('Trong kỳ ', 'Số ');
    const emphasis = row % 7 === 1 ? `"${label} *(lũy kế)*"` : label;
    const group = 1 + Math.floor(row / 17);
    const number = isHeading(row) ? `"${group}"` : `"${group}.${row % 17}"`;
    const place = isPart(row) ? 'trong_do: true' : `stt: ${number}`;
    const kind = isHeading(row) ? 'kieu: nhom' : 'kieu: so_dem, don_vi: Nhiệm vụ';
    return `  - { id: chi_tieu_${row}, ${place}, ten: ${emphasis}, ${kind} }`;
  });
  return `ten: THỐNG KÊ SỐ LIỆU\nnhan: Phụ lục\nchi_tieu:\n${rows.join('\n')}\n`;
}

function unit(name: string): string {
  return [
    `ten: Sở ${name}`,
    `ten_ngan: Sở ${name}`,
    'co_quan_chu_quan: [UBND TỈNH MẪU]',
    `co_quan: ["SỞ ${name.toUpperCase()}"]`,
    'loai: so',
    'ky_hieu: SM',
    'dia_danh: Mẫu',
    'mau: dien-hinh',
    'danh_muc: dien-hinh',
    'nguoi_ky: { chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn A }',
    'noi_nhan: [Sở Nội vụ, "Lưu: VT"]',
    '',
  ].join('\n');
}

/** No two reports have a sentence in common, as no two have in life: nothing is won by remembering the one before. */
function report(seed: number): string {
  const random = numbers(seed + 1);
  const slots = Array.from({ length: SLOTS }, (_, slot) => {
    const paragraphs = Array.from({ length: PARAGRAPHS_PER_SLOT }, (_, i) =>
      paragraph(random, i, i === 0 && slot % 3 === 0 ? '[^1]' : ''),
    );
    const note = slot % 3 === 0 ? ['[^1]: Kế hoạch số 09/KH-UBND ngày 14/01/2022.'] : [];
    return `  khe_${slot}: |\n${[...paragraphs, ...note].map((text) => `    ${text}\n`).join('\n')}`;
  });
  // The parts of a row are less than the row: as a report has them that is right.
  const figureOf = (row: number): number => (isPart(row) ? 100 + random(900) : 3000 + random(2000));
  const values = Array.from({ length: ROWS }, (_, row) =>
    isHeading(row)
      ? ''
      : `  chi_tieu_${row}: ${row % 9 === 4 ? `{ gia_tri: ${figureOf(row)}, ghi_chu: Đang rà soát }` : figureOf(row)}\n`,
  );
  return `so: ${1 + (seed % 300)}\nngay: 15/6/2022\nnoi_dung:\n${slots.join('')}so_lieu:\n${values.join('')}`;
}

function outline(): TemplateOutline {
  const sections = Array.from(
    { length: SLOTS },
    (_, slot) => `  - { tieu_de: Nội dung thứ ${slot + 1}, khe: khe_${slot} }\n`,
  );
  const file = 'de-cuong.yaml';
  const node = readYaml(`co_quan_chu_quan: true\nmuc:\n${sections.join('')}phu_luc: {}\n`, file).value;
  const read = node === undefined ? undefined : readOutline(node, file).value;
  if (read === undefined) throw new Error('the outline cannot be read');
  return read;
}

/** Our template as it is after Word has saved it: with revision marks on every paragraph and run. */
function templateFromWord(): Uint8Array {
  const entries = readZip(newTemplate(outline()), { entries: 100, unpacked: 10_000_000 });
  if ('fault' in entries) throw new Error(entries.fault);
  const part = 'word/document.xml';
  const entry = entries.get(part);
  const xml = Buffer.from((entry === undefined ? undefined : unpack(entry)) ?? []).toString('utf8');
  const marked = xml
    .replaceAll('<w:p>', '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">')
    .replaceAll('<w:r>', '<w:r w:rsidRPr="00F91C5A">');
  entries.set(part, pack(part, Buffer.from(marked, 'utf8')));
  return writeZip(entries.values());
}

function write(root: string, file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
}

const idOf = (index: number): string => `so-${String(index).padStart(4, '0')}`;

/** The file of a workspace's report, counted from 0. */
export const reportFile = (root: string, index: number): string =>
  path.join(root, 'data/bao-cao', idOf(index), `${PERIOD}.yaml`);

/** A workspace of typical reports: one catalogue, one template, a unit for each report. */
export function writeWorkspace(root: string, reports: number): void {
  write(root, 'data/danh-muc/dien-hinh.yaml', catalogue());
  write(root, 'templates/dien-hinh.docx', templateFromWord());
  for (let i = 0; i < reports; i += 1) {
    write(root, `data/don-vi/${idOf(i)}.yaml`, unit(`Mẫu số ${i}`));
    write(root, path.relative(root, reportFile(root, i)), report(i));
  }
}
