import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { referencePages } from '../jobs/reference.ts';
import { writeFile } from '../write/file.ts';

// `npm run docs`: writes the pages of docs/ that are made from the code, and removes those of problems that are no more.
const pages = referencePages();
for (const [file, text] of Object.entries(pages)) {
  const { value } = writeFile(process.cwd(), file, Buffer.from(text, 'utf8'));
  if (value !== 'unchanged') process.stdout.write(`${file} ${value}\n`);
}
const folder = 'docs/loi';
for (const name of existsSync(folder) ? readdirSync(folder) : []) {
  const file = path.posix.join(folder, name);
  if (file in pages) continue;
  rmSync(file);
  process.stdout.write(`${file} removed\n`);
}
