import { handEdits } from '../diff/hand-edits.ts';
import { readDocxParagraphs } from '../load/docx-paragraphs.ts';
import type { Outcome } from '../model/problem.ts';
import { VERSION } from '../version.ts';
import { Fingerprints } from '../write/fingerprint.ts';
import { Manifest } from '../write/manifest.ts';
import { putOutput } from '../write/output.ts';

/** How a copy that was changed by hand differs from the one made anew, for whoever changed it. */
export function differences(byHand: Uint8Array, anew: Uint8Array): readonly string[] {
  const [before, after] = [readDocxParagraphs(byHand), readDocxParagraphs(anew)];
  return before === undefined || after === undefined ? ['không đọc được bản sửa tay'] : handEdits(before, after);
}

/** Writes papers beside the reports. A copy that someone wrote into, such as its number, is kept aside as any output is. */
export class Papers {
  constructor(
    private readonly root: string,
    private readonly now: () => Date,
    private readonly fingerprints = new Fingerprints(root),
    private readonly manifest = new Manifest(root, fingerprints),
  ) {}

  /** The file, when it was written. Reports what `putOutput` reports. */
  put(file: string, bytes: Uint8Array): Outcome<string | undefined> {
    const output = { root: this.root, file, report: file, bytes, now: this.now(), differences };
    const { value, problems } = putOutput(output, this.manifest, this.fingerprints);
    const written = this.fingerprints.of(file);
    if (value === 'failed' || written === undefined) return { value: undefined, problems };
    const note = { report: file, tool: VERSION, at: this.now().getTime(), inputs: {} };
    this.manifest.add({ ...note, output: { file, ...written } });
    return { value: file, problems };
  }
}
