import type { Outcome } from '../model/problem.ts';
import { VERSION } from '../version.ts';
import type { Written } from '../write/file.ts';
import { Fingerprints } from '../write/fingerprint.ts';
import { Manifest } from '../write/manifest.ts';
import { putOutput } from '../write/output.ts';
import { cellDifferences } from './appendix-workbooks.ts';

/** Puts workbooks that are made on demand into out/; a copy that someone filled in or changed is kept aside. */
export class WorkbookOutputs {
  private readonly fingerprints: Fingerprints;
  private readonly manifest: Manifest;

  constructor(
    private readonly root: string,
    private readonly now: () => Date,
  ) {
    this.fingerprints = new Fingerprints(root);
    this.manifest = new Manifest(root, this.fingerprints);
  }

  /** Reports `ban-sua-tay`, `tep-dang-mo`, `khong-ghi-duoc`. */
  async put(file: string, bytes: Uint8Array): Promise<Outcome<Written>> {
    const now = this.now();
    const output = { root: this.root, file, report: file, bytes, now, differences: cellDifferences };
    const written = putOutput(output, this.manifest, this.fingerprints);
    const there = this.fingerprints.of(file);
    if (written.value !== 'failed' && there !== undefined) {
      const note = { report: file, tool: VERSION, at: now.getTime(), inputs: {} };
      this.manifest.add({ ...note, output: { file, ...there } });
    }
    return written;
  }
}
