import path from 'node:path';
import { check } from '../src/check/index.ts';
import { compose } from '../src/compose/document.ts';
import { ReportPath } from '../src/jobs/report-path.ts';
import { type ReportFile, Workspace } from '../src/load/workspace.ts';
import type { Document } from '../src/model/document.ts';
import type { Report } from '../src/model/report.ts';
import { ALWAYS } from '../src/model/validity.ts';
import { readZip, unpack } from '../src/ooxml/zip.ts';
import { resolveReport } from '../src/resolve/report.ts';
import { writeFile } from '../src/write/file.ts';
import { limit, stringsOf } from './limit.ts';
import type { Candidate } from './measure.ts';

/** Our own work on the typical report, whole and by stage; each round takes another report, as a batch does. */
export interface Own {
  readonly candidates: readonly Candidate[];
  readonly stages: readonly Candidate[];
  readonly template: Uint8Array;
  readonly document: Document;
  readonly sizes: { readonly yaml: number; readonly documentXml: number; readonly docx: number; readonly text: number };
}

function entriesOf(bytes: Uint8Array) {
  const entries = readZip(bytes, { entries: 1000, unpacked: 100_000_000 });
  if ('fault' in entries) throw new Error(entries.fault);
  return entries;
}

function textBytes(document: Document): number {
  let bytes = 0;
  for (const block of Object.values(document.slots).flat()) {
    if (block.kind !== 'paragraph') continue;
    for (const inline of block.content) if (inline.kind === 'text') bytes += Buffer.byteLength(inline.text);
  }
  return bytes;
}

export const OWN = { limit: 'giới hạn', render: 'gen: kết xuất', whole: 'gen: cả đường đi' } as const;

export function own(root: string): Own {
  const workspace = new Workspace(root);
  const reports = new ReportPath(workspace);
  const files = workspace.reportFiles().value;
  const fileOf = (round: number): ReportFile => {
    const file = files[round % files.length];
    if (file === undefined) throw new Error('no reports');
    return file;
  };
  const composed = reports.compose(fileOf(0)).value;
  if (composed === undefined) throw new Error('the typical report has errors');
  const { template, document, unit, catalogue } = composed;
  const renderer = reports.rendererOf(template);
  const bytes = renderer.render(document).value;
  if (bytes === undefined) throw new Error('the typical report is not rendered');
  const before = entriesOf(template.bytes);
  const entries = [...entriesOf(bytes).values()];
  const kept = entries.filter(({ name, crc }) => before.get(name)?.crc === crc);
  const parts = entries
    .filter((entry) => !kept.includes(entry))
    .map((entry) => ({
      name: entry.name,
      strings: stringsOf(Buffer.from(unpack(entry) ?? []).toString('utf8')),
    }));
  const around = {
    unit,
    catalogue,
    templateValidity: { file: '', validity: ALWAYS },
    before: undefined,
    yearBefore: undefined,
    thisYear: new Map(),
  };
  // A workspace remembers the last few reports alone: each round reads its own.
  const read = (round: number): Report => {
    const report = workspace.report(fileOf(round)).value;
    if (report === undefined) throw new Error(fileOf(round).file);
    return report;
  };
  let report = read(0);
  let resolved = resolveReport(report, around).value;
  const resolve = (round: number): void => {
    resolved = resolveReport(read(round), around).value;
  };
  const whole = (round: number): void => {
    const file = fileOf(round);
    const made = reports.make(file).value;
    if (made === undefined) throw new Error(file.file);
    writeFile(root, path.join('out', `${round}-${file.unitId}.docx`), made.bytes);
  };
  return {
    template: template.bytes,
    document,
    sizes: {
      yaml: Buffer.byteLength(workspace.text(fileOf(0).file).value ?? ''),
      documentXml: entries.find(({ name }) => name === 'word/document.xml')?.size ?? 0,
      docx: bytes.length,
      text: textBytes(document),
    },
    candidates: [
      { name: OWN.limit, runs: 200, go: () => limit(parts, kept) },
      { name: OWN.render, runs: 200, go: () => renderer.render(document) },
      { name: OWN.whole, runs: 200, go: whole },
    ],
    stages: [
      { name: 'đọc YAML (load)', runs: 200, go: read },
      {
        name: 'tính chỉ tiêu (resolve)',
        runs: 200,
        before: (round) => {
          report = read(round);
        },
        go: () => resolveReport(report, around),
      },
      { name: 'kiểm tra (check)', runs: 200, before: resolve, go: () => check(resolved, template) },
      {
        name: 'Handlebars, Markdown (compose)',
        runs: 200,
        before: resolve,
        go: () => compose(resolved, new Map()),
      },
      { name: 'kết xuất và nén (render)', runs: 200, go: () => renderer.render(document) },
      {
        name: 'ghi tệp (write, có fsync)',
        runs: 200,
        go: (round) => writeFile(root, path.join('out', `w${round}.docx`), bytes),
      },
    ],
  };
}
