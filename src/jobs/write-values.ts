import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readReport } from '../load/report.ts';
import { decodeText, readYaml } from '../load/yaml.ts';
import { editValues, type ValueEdit } from '../load/yaml-edit.ts';
import type { Outcome } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { writeFile } from '../write/file.ts';
import type { Entry } from './entry.ts';

export type ValuesWritten = 'written' | 'planned' | 'unchanged' | 'failed';

/**
 * Writes values into a report's YAML, of which all else stays as it was typed. What was edited is read anew before it is
 * written: it must say what was asked for, and nothing else. Reports `yaml-sua-tay`, and what writing reports.
 */
export function writeValues(
  root: string,
  entry: Entry,
  edits: readonly ValueEdit[],
  dryRun: boolean,
): Outcome<ValuesWritten> {
  if (edits.length === 0) return { value: 'unchanged', problems: [] };
  const before = readFileSync(path.join(root, entry.file)).toString('utf8');
  const order = entry.catalogue.rows.map(({ id }) => id);
  const edited = editValues(before, edits, order);
  if (edited === undefined || !says(edited, edits, entry)) {
    return { value: 'failed', problems: [problem('yaml-sua-tay', {}, { kind: 'file', file: entry.file })] };
  }
  if (dryRun) return { value: 'planned', problems: [] };
  const written = writeFile(root, entry.file, Buffer.from(edited, 'utf8'));
  return { value: written.value === 'failed' ? 'failed' : 'written', problems: written.problems };
}

/** Whether the edited file, read anew, says what it was to say, and of all else what it said before. */
function says(edited: string, edits: readonly ValueEdit[], { unit, period, file, report }: Entry): boolean {
  const text = decodeText(Buffer.from(edited, 'utf8'), file).value;
  const node = text === undefined ? undefined : readYaml(text, file).value;
  const now = node === undefined ? undefined : readReport(node, unit.id, period, file).value;
  if (now === undefined || report === undefined) return false;
  const expected = new Map(
    [...report.values].map(([id, { value = '', shown, note = '' }]) => [id, [value, shown, note]]),
  );
  for (const { id, value, note } of edits) {
    const [oldValue = '', shown, oldNote = ''] = expected.get(id) ?? [];
    expected.set(id, [value ?? oldValue, shown, note ?? oldNote]);
  }
  const said = new Map([...now.values].map(([id, { value = '', shown, note = '' }]) => [id, [value, shown, note]]));
  const ids = new Set([...expected.keys(), ...said.keys()]);
  const blank: readonly (string | undefined)[] = ['', undefined, ''];
  const same = [...ids].every(
    (id) => JSON.stringify(said.get(id) ?? blank) === JSON.stringify(expected.get(id) ?? blank),
  );
  return same && JSON.stringify([...now.narrative]) === JSON.stringify([...report.narrative]);
}
