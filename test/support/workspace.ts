import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../src/cli/program.ts';
import type { ExitCode } from '../../src/cli/session.ts';
import { readChoice } from '../../src/jobs/selection.ts';
import { readOutline } from '../../src/load/outline.ts';
import { readYaml } from '../../src/load/yaml.ts';
import type { TemplateOutline } from '../../src/model/outline.ts';
import { pack, readZip, unpack, writeZip } from '../../src/ooxml/zip.ts';
import { type RunMode, type RunResult, type RunSurroundings, run } from '../../src/pipeline.ts';
import { newTemplate } from '../../src/render/template/index.ts';
import { type ReadDocx, readDocx } from './docx.ts';

/** A small workspace of its own, with everything right; a test then changes one thing. */
export const FILES = {
  unit: 'data/don-vi/so-mau.yaml',
  catalogue: 'data/danh-muc/mau-2022.yaml',
  report: 'data/bao-cao/so-mau/2022-6T.yaml',
  template: 'templates/mau.docx',
} as const;

/** A clock that stands still and an own process; nothing in a report may depend on either. */
export const AROUND: RunSurroundings = { now: () => new Date(), pid: process.pid, alive: () => false };

export const UNIT = `ten: Sở Mẫu
ten_ngan: Sở Mẫu
co_quan_chu_quan: [UBND TỈNH MẪU]
co_quan: [SỞ MẪU]
loai: so
ky_hieu: SM
dia_danh: Mẫu
mau: mau
danh_muc: mau-2022
nguoi_ky: { chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn A }
noi_nhan: [Sở Nội vụ, "Lưu: VT"]
`;

export const CATALOGUE = `ten: THỐNG KÊ SỐ LIỆU
nhan: Phụ lục
chu_thich:
  1: Văn bản quy phạm pháp luật.
chi_tieu:
  - { id: chi_dao, stt: "1", ten: Chỉ đạo, kieu: nhom }
  - { id: nhiem_vu, stt: 1.1, ten: Số nhiệm vụ, kieu: so_dem, don_vi: Nhiệm vụ }
  - { id: hoan_thanh, stt: 1.2, ten: Số nhiệm vụ hoàn thành, kieu: so_dem, don_vi: Nhiệm vụ }
  - { id: phan_a, trong_do: true, ten: Phần A, kieu: so_dem, don_vi: Nhiệm vụ }
  - { id: phan_b, trong_do: true, ten: Phần B, kieu: so_dem, don_vi: Nhiệm vụ }
  - { id: ty_le, stt: "1.3", ten: "Tỷ lệ *(lũy kế)*", kieu: ti_le, don_vi: "%" }
  - { id: von, stt: "1.4", ten: Vốn, kieu: tien, don_vi: Triệu đồng }
  - { id: hinh_thuc, stt: "1.5", ten: Hình thức, kieu: ma, ma: { 0: Trực tuyến, 1: Phiếu } }
  - { id: doi_thoai, stt: "1.6", ten: Đối thoại, kieu: co_khong, don_vi: Có/không }
  - { id: phan_so, stt: "1.7", ten: "Số VBQPPL[^1] đã rà soát", kieu: phan_so }
  - { id: mo_ta, stt: "1.8", ten: Mô tả, kieu: van_ban }
`;

export const REPORT = `so: 5
ngay: 15/6/2022
noi_dung:
  mo_dau: |
    Đã giao {{so nhiem_vu}} nhiệm vụ.
  the_che: |
    Nội dung thể chế.
so_lieu:
  nhiem_vu: 41
  hoan_thanh: 26
`;

export const OUTLINE = `muc:
  - khe: mo_dau
  - tieu_de: KẾT QUẢ
    muc:
      - { tieu_de: Cải cách thể chế, khe: the_che }
      - { tieu_de: Phần thêm, khe: them, tuy_chon: true }
phu_luc: {}
`;

export function outline(text: string): TemplateOutline {
  const node = readYaml(text, 'de-cuong.yaml').value;
  const read = node === undefined ? undefined : readOutline(node, 'de-cuong.yaml').value;
  if (read === undefined) throw new Error('the outline cannot be read');
  return read;
}

export class TestWorkspace {
  readonly root = mkdtempSync(path.join(tmpdir(), 'báo cáo '));

  constructor() {
    this.write(FILES.unit, UNIT);
    this.write(FILES.catalogue, CATALOGUE);
    this.write(FILES.report, REPORT);
    this.write(FILES.template, newTemplate(outline(OUTLINE)));
  }

  write(file: string, content: string | Uint8Array): this {
    const absolute = path.join(this.root, file);
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, content);
    return this;
  }

  /** In place of all that it holds, folders of another workspace. */
  copyFrom(root: string, folders: readonly string[]): this {
    for (const folder of folders) {
      rmSync(path.join(this.root, folder), { recursive: true, force: true });
      cpSync(path.join(root, folder), path.join(this.root, folder), { recursive: true });
    }
    return this;
  }

  /** Replaces text in a file; the text must be there. */
  edit(file: string, from: string, to: string): this {
    const before = readFileSync(path.join(this.root, file), 'utf8');
    if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
    return this.write(
      file,
      before.replace(from, () => to),
    );
  }

  /** Replaces text in a part of the template; `undefined` takes the part out. */
  editTemplate(part: string, change: ((xml: string) => string) | undefined): this {
    const entries = readZip(readFileSync(path.join(this.root, FILES.template)), { entries: 100, unpacked: 10_000_000 });
    if ('fault' in entries) throw new Error('no zip');
    const entry = entries.get(part);
    if (entry === undefined) throw new Error(`no part ${part}`);
    if (change === undefined) {
      entries.delete(part);
    } else {
      const before = Buffer.from(unpack(entry) ?? []).toString('utf8');
      const after = change(before);
      if (after === before) throw new Error(`${part} did not change`);
      entries.set(part, pack(part, Buffer.from(after, 'utf8')));
    }
    return this.write(FILES.template, writeZip(entries.values()));
  }

  run(...choices: string[]): Promise<RunResult> {
    return this.runAs('stale', ...choices);
  }

  runAs(mode: RunMode, ...choices: string[]): Promise<RunResult> {
    return run({
      root: this.root,
      choices: choices.flatMap((typed) => readChoice(typed, '.')),
      mode,
      strict: false,
      around: AROUND,
    });
  }

  /** Runs the command line here; what it printed and how it ended. */
  async gen(...argv: string[]): Promise<{ readonly code: ExitCode; readonly out: string; readonly err: string }> {
    const out: string[] = [];
    const err: string[] = [];
    const print = (text: string): void => void out.push(text);
    const complain = (text: string): void => void err.push(text);
    const code = await main(argv, { ...AROUND, folder: this.root, print, complain, stopped: () => false });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  read(file: string): Buffer {
    return readFileSync(path.join(this.root, file));
  }

  output(file = 'out/2022-6T/so-mau.docx'): ReadDocx {
    return readDocx(this.read(file));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
