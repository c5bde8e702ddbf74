import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { medians } from './measure.ts';
import { own } from './own.ts';
import { page } from './page.ts';
import { peers } from './peers.ts';
import { EXCEL_PAGE, province, provincePage } from './province.ts';
import { coldStart, scale } from './scale.ts';
import { writeWorkspace } from './typical.ts';

const GEN = 'dist/gen.js';
const HASH = path.join(path.dirname(process.argv[1] ?? ''), 'hash.js');
const PAGE = 'docs/do-toc-do.md';
/** More reports than a turn of measuring takes, so that none comes twice within it. */
const REPORTS = 240;

async function measureAll(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    if (process.argv.includes('province')) {
      const excel = provincePage(province(GEN, folder));
      writeFileSync(EXCEL_PAGE, excel);
      process.stdout.write(excel);
      return;
    }
    const root = path.join(folder, 'typical');
    mkdirSync(root);
    writeWorkspace(root, REPORTS);
    const mine = own(root);
    const others = peers(mine.template, mine.document, folder);
    const outputs = await others.outputs();
    // Ours first: what other libraries leave behind in memory would cost whoever comes after them.
    const times = await medians(mine.candidates);
    const stages = await medians(mine.stages);
    const [bound, render] = mine.candidates;
    const peerTimes = await medians([bound, render, ...others.candidates].filter((one) => one !== undefined));
    const cold = coldStart(GEN, folder);
    const large = await scale({ gen: GEN, hash: HASH }, folder);
    const text = page({ sizes: mine.sizes, outputs, times, stages, peerTimes, cold, large });
    writeFileSync(PAGE, text);
    process.stdout.write(text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await measureAll();
