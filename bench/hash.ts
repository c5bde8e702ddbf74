import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Reads and hashes every input of a workspace with nothing but Node: what a run that finds nothing stale is held against. */
const root = process.argv[2] ?? '';
for (const folder of ['data', 'templates']) {
  for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && statSync(file).size > 0) createHash('sha256').update(readFileSync(file)).digest();
  }
}
