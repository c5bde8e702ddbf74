import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workspace } from '../src/load/workspace.ts';
import { readZip, unpack } from '../src/ooxml/zip.ts';
import { ReportPath } from '../src/report-path.ts';
import { writeFile } from '../src/write/file.ts';
import { limit, stringsOf } from './limit.ts';
import { medians } from './measure.ts';
import { writeWorkspace } from './typical.ts';

const root = mkdtempSync(path.join(tmpdir(), 'gen-bench-'));
writeWorkspace(root, 230);
const workspace = new Workspace(root);
const p = new ReportPath(workspace);
const files = workspace.reportFiles().value;
const first = files[0]!;
const made = p.make(first);
console.log(made.problems.slice(0, 3));
const bytes = made.value!.bytes;
const composed = p.compose(first).value!;
const entries = readZip(bytes, { entries: 1000, unpacked: 1e9 });
if ('fault' in entries) throw new Error();
const template = readZip(composed.template.bytes, { entries: 1000, unpacked: 1e9 });
if ('fault' in template) throw new Error();
const changed = [...entries.values()].filter((e) => template.get(e.name)?.crc !== e.crc);
for (const e of changed) console.log(e.name, e.size, e.packed.length);
const parts = changed.map((e) => ({ name: e.name, strings: stringsOf(Buffer.from(unpack(e)!).toString('utf8')) }));
console.log(parts.map((x) => x.strings.length));
const kept = [...entries.values()].filter((e) => template.get(e.name)?.crc === e.crc);
console.log(limit(parts, kept).length, bytes.length, readFileSync(path.join(root, first.file)).length);
const r = p.rendererOf(composed.template);
let i = 0;
console.log(
  await medians([
    { name: 'limit', runs: 200, go: () => limit(parts, kept) },
    { name: 'render', runs: 200, go: () => r.render(composed.document) },
    {
      name: 'whole',
      runs: 200,
      go: () => {
        const f = files[++i % files.length]!;
        const m = p.make(f).value!;
        writeFile(root, `out/${f.unitId}.docx`, m.bytes);
      },
    },
  ]),
);
rmSync(root, { recursive: true });
