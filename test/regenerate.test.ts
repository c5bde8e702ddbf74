import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { run, shareOf } from '../src/pipeline.ts';
import { hashOf } from '../src/write/fingerprint.ts';
import { readDocx } from './support/docx.ts';
import { AROUND, FILES, REPORT, TestWorkspace } from './support/workspace.ts';

/** Regenerating after corrections: only what is stale, nothing lost, whatever happens. */

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
});
afterEach(() => ws.remove());

const OUT = 'out/2022-6T/so-mau.docx';
const absolute = (file: string): string => path.join(ws.root, file);
const outcomes = async (): Promise<readonly string[]> =>
  (await ws.run()).reports.map(({ unitId, period, outcome }) => `${unitId} ${period} ${outcome}`);
const reasons = async (): Promise<readonly string[]> =>
  (await ws.runAs('plan')).reports.map(({ outcome, reason }) =>
    reason === undefined ? outcome : `${outcome} ${reason.kind}${reason.kind === 'input' ? ` ${reason.file}` : ''}`,
  );

describe('only what is stale', () => {
  beforeEach(async () => {
    ws.write('data/bao-cao/so-mau/2021-6T.yaml', REPORT.replace('15/6/2022', '15/6/2021'));
    await ws.run();
  });

  test('nothing changed: nothing is made', async () => {
    expect(await outcomes()).toEqual(['so-mau 2021-6T fresh', 'so-mau 2022-6T fresh']);
  });

  test('a file touched without a change makes nothing', async () => {
    for (const file of [FILES.report, FILES.template, FILES.unit]) utimesSync(absolute(file), new Date(), new Date());
    expect(await outcomes()).toEqual(['so-mau 2021-6T fresh', 'so-mau 2022-6T fresh']);
  });

  test('a report that changed, and no other', async () => {
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    expect(await reasons()).toEqual(['fresh', `planned input ${FILES.report}`]);
    expect(await outcomes()).toEqual(['so-mau 2021-6T fresh', 'so-mau 2022-6T changed']);
    expect(await outcomes()).toEqual(['so-mau 2021-6T fresh', 'so-mau 2022-6T fresh']);
  });

  test.each([
    [
      'the template',
      () => ws.editTemplate('word/styles.xml', (xml) => xml.replace('w:val="28"', 'w:val="26"')),
      FILES.template,
    ],
    ['the catalogue', () => ws.edit(FILES.catalogue, 'Số nhiệm vụ,', 'Tổng số nhiệm vụ,'), FILES.catalogue],
    ['the unit', () => ws.edit(FILES.unit, 'Nguyễn Văn A', 'Nguyễn Văn B'), FILES.unit],
  ])('%s changed: the reports that use it', async (_, change, file) => {
    change();
    expect(await reasons()).toEqual([`planned input ${file}`, `planned input ${file}`]);
  });

  test('an earlier period is an input only of the reports that look at it', async () => {
    ws.edit(FILES.report, 'Nội dung thể chế.', '{{so_sanh nhiem_vu cung_ky.nhiem_vu}}');
    await ws.run();
    ws.edit('data/bao-cao/so-mau/2021-6T.yaml', 'nhiem_vu: 41', 'nhiem_vu: 40');
    const earlier = 'planned input data/bao-cao/so-mau/2021-6T.yaml';
    expect(await reasons()).toEqual([earlier, earlier]);
    await ws.run();
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 43');
    expect((await reasons())[0]).toBe('fresh');
  });

  test('a shared sentence is an input only of the reports that use it', async () => {
    ws.write('templates/cau-mau/chao.hbs', 'Xin chào.').edit(FILES.report, 'Nội dung thể chế.', '{{> chao}}');
    await ws.run();
    ws.write('templates/cau-mau/chao.hbs', 'Kính chào.');
    expect(await reasons()).toEqual(['fresh', 'planned input templates/cau-mau/chao.hbs']);
  });

  test('--het makes everything, and the same bytes', async () => {
    const before = readFileSync(absolute(OUT));
    expect((await ws.runAs('all')).reports.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(readFileSync(absolute(OUT)).equals(before)).toBe(true);
  });

  test('an output that is gone is made again', async () => {
    rmSync(absolute(OUT));
    expect(await reasons()).toEqual(['fresh', 'planned output-gone']);
    expect(await outcomes()).toEqual(['so-mau 2021-6T fresh', 'so-mau 2022-6T new']);
  });

  test('a plan writes nothing', async () => {
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    const before = readFileSync(absolute(OUT));
    await ws.runAs('plan');
    expect(readFileSync(absolute(OUT)).equals(before)).toBe(true);
  });

  test('warnings are told again while nothing changes', async () => {
    ws.edit(FILES.report, 'hoan_thanh: 26', 'ty_le: 8.75');
    const first = (await ws.run()).problems;
    expect(first.map(({ code }) => code)).toEqual(['so-nhap-nhang']);
    expect((await ws.run()).problems).toEqual(first);
  });

  test('on a long run the warnings of reports that stay as they are are counted, and how to see them is said', async () => {
    const warned = REPORT.replace('hoan_thanh: 26', 'ty_le: 8.75');
    for (let year = 1980; year < 2011; year += 1) {
      ws.write(`data/bao-cao/so-mau/${year}-6T.yaml`, warned.replace('15/6/2022', `15/6/${year}`));
    }
    const first = await ws.run();
    const warnings = first.problems.filter(({ code }) => code === 'so-nhap-nhang');
    expect(warnings).toHaveLength(31);
    const said = await ws.gen();
    expect(said.err).toMatch(/Ngoài ra 31 báo cáo không đổi .*31 cảnh báo.*; xem lại: npx gen check$/m);
    expect(said.err).not.toContain('[so-nhap-nhang]');
    const json = JSON.parse((await ws.gen('--json')).out);
    expect(json.bao_cao[0].da_bao_khi_lap).toMatchObject({ canh_bao: 1, goi_y: 0 });
    // One of them alone is told in full; --strict does not overlook what was told before.
    expect((await ws.gen('1990-6T')).err).toContain('[so-nhap-nhang]');
    expect((await ws.gen('--strict')).code).toBe(1);
  });

  test('a report whose note lost the problems it told of is made again', async () => {
    ws.edit(FILES.report, 'hoan_thanh: 26', 'ty_le: 8.75');
    await ws.run();
    const manifest = absolute('out/.gen/so-ghi.jsonl');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^\[.*$/m, '[{"code":"so-n'));
    const { reports } = await ws.run();
    expect(reports.find(({ period }) => period === '2022-6T')?.outcome).toBe('unchanged');
    expect((await ws.run()).problems.map(({ code }) => code)).toEqual(['so-nhap-nhang']);
  });

  test('a file whose time alone changed is hashed once, and a change with the old time and size is still seen', async () => {
    const old = new Date(Date.now() - 60_000);
    for (const file of [FILES.report, FILES.unit, FILES.catalogue, FILES.template])
      utimesSync(absolute(file), old, old);
    for (const file of [OUT, 'out/2021-6T/so-mau.docx', 'data/bao-cao/so-mau/2021-6T.yaml']) {
      utimesSync(absolute(file), old, old);
    }
    await outcomes();
    const noted = readFileSync(absolute('out/.gen/so-ghi.jsonl'), 'utf8');
    expect(noted).toContain(`"modified":${statSync(absolute(OUT)).mtimeMs}`);
    await outcomes();
    expect(readFileSync(absolute('out/.gen/so-ghi.jsonl'), 'utf8')).toBe(noted);
    ws.edit(FILES.report, 'hoan_thanh: 26', 'hoan_thanh: 27');
    expect(await outcomes()).toEqual(['so-mau 2021-6T fresh', 'so-mau 2022-6T changed']);
  });
});

/** Changes a word of an output as someone in Word would. */
function editByHand(file: string, from: string, to: string): void {
  const copy = new TestWorkspace();
  try {
    copy.write(FILES.template, readFileSync(absolute(file)));
    copy.editTemplate('word/document.xml', (xml) => xml.replace(from, to));
    writeFileSync(absolute(file), readFileSync(path.join(copy.root, FILES.template)));
  } finally {
    copy.remove();
  }
}

describe('nothing lost', () => {
  const now = (): Date => new Date(2022, 5, 16, 8, 30, 5);
  const runAt = () => run({ root: ws.root, choices: [], mode: 'stale', strict: false, around: { ...AROUND, now } });

  test('a copy changed in Word is kept beside under a dated name, and the run says what differs', async () => {
    await ws.run();
    editByHand(OUT, 'Nội dung thể chế.', 'Lãnh đạo sửa câu này.');
    const byHand = readFileSync(absolute(OUT));
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    const { problems, reports } = await runAt();
    expect(reports.map(({ outcome }) => outcome)).toEqual(['changed']);
    const kept = 'out/2022-6T/so-mau (sửa tay 2022-06-16 08.30.05).docx';
    expect(readFileSync(absolute(kept)).equals(byHand)).toBe(true);
    const [problem] = problems;
    expect(problem?.code).toBe('ban-sua-tay');
    expect(problem?.message.vi).toContain(kept);
    expect(problem?.message.vi).toContain(
      'mục "Cải cách thể chế": bản sửa tay "Lãnh đạo sửa câu này.", bản mới "Nội dung thể chế."',
    );
    expect(problem?.message.vi).toContain('bảng 3, dòng 4, cột 4: bản sửa tay "41", bản mới "42"');
    expect(readDocx(readFileSync(absolute(OUT))).tables.at(-1)?.[3]?.[3]).toBe('42');
  });

  test('a copy of which only the look was changed says so', async () => {
    await ws.run();
    editByHand(OUT, '<w:jc w:val="center"/>', '<w:jc w:val="left"/>');
    ws.editTemplate('word/styles.xml', (xml) => xml.replace('w:sz w:val="22"', 'w:sz w:val="24"'));
    const { problems } = await runAt();
    expect(problems.map(({ code }) => code)).toEqual(['ban-sua-tay']);
    expect(problems[0]?.message.vi).toContain('chỉ khác về định dạng');
    expect(problems[0]?.hint?.vi).toContain('mẫu');
  });

  test('a copy changed in Word is left alone, and named, while the data does not change', async () => {
    await ws.run();
    editByHand(OUT, 'Nội dung thể chế.', 'Sửa.');
    const byHand = readFileSync(absolute(OUT));
    const { problems, reports } = await ws.run();
    expect(reports.map(({ outcome }) => outcome)).toEqual(['fresh']);
    expect(problems.map(({ code }) => code)).toEqual(['khac-du-lieu']);
    expect(readFileSync(absolute(OUT)).equals(byHand)).toBe(true);
  });

  test('a file that was there before the first run is kept', async () => {
    ws.write(OUT, 'không phải do chương trình lập');
    const { problems } = await ws.run();
    expect(problems.map(({ code }) => code)).toEqual(['ban-sua-tay']);
    const kept = readdirSync(absolute('out/2022-6T')).find((name) => name.includes('sửa tay'));
    expect(readFileSync(absolute(`out/2022-6T/${kept}`), 'utf8')).toBe('không phải do chương trình lập');
  });

  test('two runs at once: the second says so and touches nothing', async () => {
    const lock = absolute('out/.gen/dang-chay');
    mkdirSync(path.dirname(lock), { recursive: true });
    writeFileSync(lock, '4242');
    const alive = (pid: number): boolean => pid === 4242;
    const second = await run({
      root: ws.root,
      choices: [],
      mode: 'stale',
      strict: false,
      around: { ...AROUND, alive },
    });
    expect(second.problems.map(({ code }) => code)).toEqual(['dang-chay']);
    expect(existsSync(absolute(OUT))).toBe(false);
    expect(await outcomes()).toEqual(['so-mau 2022-6T new']);
    expect(existsSync(lock)).toBe(false);
  });

  test('a manifest that is damaged costs nothing but work', async () => {
    await ws.run();
    writeFileSync(absolute('out/.gen/so-ghi.jsonl'), '{"report":"2022-6T/so-mau","to');
    expect(await outcomes()).toEqual(['so-mau 2022-6T unchanged']);
    expect(await outcomes()).toEqual(['so-mau 2022-6T fresh']);
  });

  test('a run that is asked to stop ends between two reports and goes on next time', async () => {
    for (const year of [2019, 2020, 2021]) {
      ws.write(`data/bao-cao/so-mau/${year}-6T.yaml`, REPORT.replace('15/6/2022', `15/6/${year}`));
    }
    let made = 0;
    const progress = (done: number): void => {
      made = done;
    };
    const around = { ...AROUND, progress, stopped: () => made === 2 };
    const result = await run({ root: ws.root, choices: [], mode: 'stale', strict: false, around });
    expect([result.stopped, result.reports.length]).toEqual([true, 2]);
    expect((await outcomes()).map((line) => line.split(' ')[2])).toEqual(['fresh', 'fresh', 'new', 'new']);
  });
});

test('shares: every report is in one share, and together they give the same bytes as one run', async () => {
  for (const year of [2018, 2019, 2020, 2021]) {
    ws.write(`data/bao-cao/so-mau/${year}-6T.yaml`, REPORT.replace('15/6/2022', `15/6/${year}`));
  }
  const other = new TestWorkspace();
  try {
    for (const year of [2018, 2019, 2020, 2021]) {
      other.write(`data/bao-cao/so-mau/${year}-6T.yaml`, REPORT.replace('15/6/2022', `15/6/${year}`));
    }
    await ws.run();
    const counts: number[] = [];
    const manifest = path.join(other.root, 'out/.gen/so-ghi.jsonl');
    const parts: string[] = [];
    for (const index of [1, 2, 3]) {
      const share = { index, of: 3 };
      const { reports } = await run({
        root: other.root,
        choices: [],
        mode: 'stale',
        strict: false,
        share,
        around: AROUND,
      });
      counts.push(reports.length);
      parts.push(existsSync(manifest) ? readFileSync(manifest, 'utf8').slice(parts.join('').length) : '');
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
    for (const year of [2018, 2019, 2020, 2021, 2022]) {
      const file = `out/${year}-6T/so-mau.docx`;
      expect(readFileSync(path.join(other.root, file)).equals(readFileSync(absolute(file))), file).toBe(true);
    }
    expect((await other.run()).reports.every(({ outcome }) => outcome === 'fresh')).toBe(true);
    // The parts of a manifest simply add up, in whatever order: as machines that write apart bring them together.
    writeFileSync(manifest, parts.toReversed().join(''));
    expect((await other.run()).reports.every(({ outcome }) => outcome === 'fresh')).toBe(true);
  } finally {
    other.remove();
  }
  const spread = Array.from({ length: 3000 }, (_, i) => shareOf(`2026-6T/ubnd-xa-${i}`, 3));
  for (const share of [1, 2, 3]) {
    expect(Math.abs(spread.filter((found) => found === share).length - 1000)).toBeLessThan(150);
  }
});

/** The program as users run it, bundled once. */
let script: string;
beforeAll(async () => {
  script = path.join(mkdtempSync(path.join(tmpdir(), 'gen-')), 'gen.mjs');
  await build({
    entryPoints: ['src/cli/main.ts'],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
    logLevel: 'error',
  });
});
afterAll(() => rmSync(path.dirname(script), { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;
const works = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

describe('a place that cannot be written', () => {
  const gen = (before: readonly string[] = []): { status: number | null; stderr: string } => {
    const [command = process.execPath, ...args] = [...before, process.execPath, script];
    const { status, stderr } = spawnSync(command, args, { cwd: ws.root, encoding: 'utf8' });
    return { status, stderr };
  };

  test.skipIf(!isRoot || !works('setpriv', '--version'))('a folder that is read-only', async () => {
    await ws.run();
    const before = readFileSync(absolute(OUT));
    ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
    for (const folder of ['', 'out', 'out/.gen', 'out/2022-6T']) chmodSync(absolute(folder), 0o555);
    chmodSync(path.dirname(script), 0o755);
    const { status, stderr } = gen(['setpriv', '--reuid=65534', '--clear-groups']);
    expect(stderr).toContain('[khong-ghi-duoc]');
    expect(stderr).toContain('EACCES');
    expect(status).toBe(1);
    expect(readFileSync(absolute(OUT)).equals(before)).toBe(true);
  });

  const mounted =
    isRoot && works('sh', '-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs $d && umount $d && rmdir $d');
  test.skipIf(!mounted)('a full disk: the old output is untouched, and the next run goes on', async () => {
    mkdirSync(absolute('out'));
    expect(works('mount', '-t', 'tmpfs', '-o', 'size=160k', 'tmpfs', absolute('out'))).toBe(true);
    try {
      expect(gen().status).toBe(0);
      const before = readFileSync(absolute(OUT));
      writeFileSync(absolute('out/filler'), Buffer.alloc(1));
      // Takes up what is left, a page at a time.
      try {
        for (let size = 4096; ; size += 4096) writeFileSync(absolute('out/filler'), Buffer.alloc(size));
      } catch {}
      ws.edit(FILES.report, 'nhiem_vu: 41', 'nhiem_vu: 42');
      const { status, stderr } = gen();
      expect(status).toBe(1);
      expect(stderr).toContain('ENOSPC');
      expect(readFileSync(absolute(OUT)).equals(before)).toBe(true);
      rmSync(absolute('out/filler'));
      expect(gen().status).toBe(0);
      expect(readDocx(readFileSync(absolute(OUT))).tables.at(-1)?.[3]?.[3]).toBe('42');
    } finally {
      works('umount', absolute('out'));
    }
  });
});

describe('killed at any moment', () => {
  const KILLS = 12;
  const REPORTS = 12;

  test('every output is the old one or the new one, whole, and the next run finishes the work', async () => {
    const years = Array.from({ length: REPORTS }, (_, i) => 2000 + i);
    const write = (value: number): void => {
      for (const year of years) {
        const text = REPORT.replace('15/6/2022', `15/6/${year}`).replace('nhiem_vu: 41', `nhiem_vu: ${value}`);
        ws.write(`data/bao-cao/so-mau/${year}-6T.yaml`, text);
      }
    };
    const values = (): readonly (string | undefined)[] =>
      years.map((year) => {
        const file = absolute(`out/${year}-6T/so-mau.docx`);
        return existsSync(file) ? readDocx(readFileSync(file)).tables.at(-1)?.[3]?.[3] : undefined;
      });
    const start = (): { child: ChildProcess; ended: Promise<void> } => {
      const child = spawn(process.execPath, [script], { cwd: ws.root, stdio: 'ignore' });
      return { child, ended: new Promise((resolve) => child.once('exit', () => resolve())) };
    };
    write(100);
    const began = Date.now();
    await start().ended;
    const whole = Date.now() - began;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      write(100 + kill);
      const { child, ended } = start();
      // Spread over the part of a run in which it writes, and a little beyond.
      await new Promise((resolve) => setTimeout(resolve, whole * (0.25 + 0.8 * Math.random())));
      child.kill('SIGKILL');
      await ended;
      const known = new Set([...Array.from({ length: kill + 1 }, (_, i) => String(100 + i))]);
      expect(values().every((value) => value !== undefined && known.has(value))).toBe(true);
    }
    await start().ended;
    expect(values()).toEqual(years.map(() => String(100 + KILLS)));
    const left = years.flatMap((year) => readdirSync(absolute(`out/${year}-6T`)));
    expect(left.filter((name) => name.includes('sửa tay'))).toEqual([]);
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('while issuing: the history holds whole issues only, and what was issued stays as it was', async () => {
    await ws.run();
    const history = absolute('out/lich-su/2022-6T/so-mau');
    const issues = (): readonly string[] =>
      existsSync(history) ? readdirSync(history).filter((name) => /^\d+$/.test(name)) : [];
    const start = (): { child: ChildProcess; ended: Promise<void> } => {
      const child = spawn(process.execPath, [script, 'phat-hanh', 'so-mau', '2022-6T'], {
        cwd: ws.root,
        stdio: 'ignore',
      });
      return { child, ended: new Promise((resolve) => child.once('exit', () => resolve())) };
    };
    const began = Date.now();
    await start().ended;
    const whole = Date.now() - began;
    const first = readFileSync(path.join(history, '01', 'bao-cao.docx'));
    for (let kill = 1; kill <= KILLS; kill += 1) {
      ws.write(FILES.report, REPORT.replace('nhiem_vu: 41', `nhiem_vu: ${100 + kill}`));
      const { child, ended } = start();
      await new Promise((resolve) => setTimeout(resolve, whole * (0.4 + 0.6 * Math.random())));
      child.kill('SIGKILL');
      await ended;
      for (const name of issues()) {
        const issue = path.join(history, name);
        const info = JSON.parse(readFileSync(path.join(issue, 'thong-tin.json'), 'utf8'));
        expect(info.lan).toBe(Number(name));
        expect(hashOf(readFileSync(path.join(issue, 'bao-cao.docx')))).toBe(info.bam);
        expect(JSON.parse(readFileSync(path.join(issue, 'van-ban.json'), 'utf8')).template).toBe(FILES.template);
        for (const [file, hash] of Object.entries(info.dau_vao)) {
          const kept = path.join(issue, 'dau-vao', file);
          expect(existsSync(kept) ? hashOf(readFileSync(kept)) : null, file).toBe(hash);
        }
      }
    }
    ws.write(FILES.report, REPORT.replace('nhiem_vu: 41', 'nhiem_vu: 999'));
    await start().ended;
    const last = issues().toSorted().at(-1) ?? '';
    expect(readDocx(readFileSync(path.join(history, last, 'bao-cao.docx'))).tables.at(-1)?.[3]?.[3]).toBe('999');
    expect(readFileSync(path.join(history, '01', 'bao-cao.docx')).equals(first)).toBe(true);
    expect(readdirSync(history).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
