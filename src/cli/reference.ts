import { referencePages } from '../jobs/reference.ts';
import { writeFile } from '../write/file.ts';

// `npm run docs`: writes the pages of docs/ that are made from the code.
for (const [file, text] of Object.entries(referencePages())) {
  const { value } = writeFile(process.cwd(), file, Buffer.from(text, 'utf8'));
  process.stdout.write(`${file} ${value}\n`);
}
