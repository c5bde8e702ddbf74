// `npm run docs:pictures`: the pictures of docs/huong-dan.md, from the templates themselves. Wants LibreOffice (soffice)
// and pdftoppm (poppler-utils), and a built dist/. Each picture is a piece of a page: left, top, width, height in
// hundredths of an inch.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PizZip from 'pizzip';

const here = path.join(import.meta.dirname, '..');
const pictures = path.join(import.meta.dirname, 'hinh');
const work = mkdtempSync(path.join(tmpdir(), 'hinh-'));
const DPI = 90;

/** Changes a part of a template, as someone would in Word; what is to be changed must be there. */
function edit(template, part, change) {
  const file = path.join(work, 'templates', `${template}.docx`);
  const zip = new PizZip(readFileSync(file));
  const before = zip.file(part).asText();
  const after = change(before);
  if (after === before) throw new Error(`${template}: nothing changed`);
  zip.file(part, after);
  writeFileSync(file, zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
}

const DOCUMENT = 'word/document.xml';
const replace = (from, to) => (xml) => xml.replace(from, to);

/** The paragraph of a text, with the text replaced. */
function likeParagraph(xml, text, other) {
  const start = xml.lastIndexOf('<w:p>', xml.indexOf(text));
  return xml.slice(start, xml.indexOf('</w:p>', start) + 6).replace(text, other);
}

function before(text, added) {
  return (xml) => {
    const at = xml.lastIndexOf('<w:p>', xml.indexOf(text));
    return xml.slice(0, at) + added(xml) + xml.slice(at);
  };
}

const gen = (...argv) => {
  try {
    execFileSync(process.execPath, [path.join(here, 'dist/gen.js'), ...argv, '--thu-muc', work], { stdio: 'pipe' });
  } catch (error) {
    // A template with faults, made on purpose, ends with 1.
    if (error.status !== 1) throw error;
  }
};

/** Comments show as notes on the page. */
const WITH_COMMENTS = `pdf:writer_pdf_Export:${JSON.stringify({ ExportNotes: { type: 'boolean', value: 'true' } })}`;

function picture(name, docx, page, [x, y, width, height]) {
  const file = path.join(work, docx);
  execFileSync('soffice', ['--headless', '--convert-to', WITH_COMMENTS, '--outdir', work, file], { stdio: 'pipe' });
  const pdf = path.join(work, path.basename(docx).replace(/\.docx$/, '.pdf'));
  if (!existsSync(pdf)) throw new Error(`LibreOffice made no PDF of ${docx}`);
  const box = ['-x', x, '-y', y, '-W', width, '-H', height].map((n) =>
    typeof n === 'number' ? String(Math.round((n * DPI) / 100)) : n,
  );
  const pageArgs = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', ['-png', '-gray', '-r', String(DPI), ...pageArgs, ...box, pdf, path.join(pictures, name)], {
    stdio: 'pipe',
  });
}

try {
  mkdirSync(pictures, { recursive: true });
  for (const folder of ['data', 'templates'])
    cpSync(path.join(here, folder), path.join(work, folder), { recursive: true });
  const T = 'ubnd-xa';
  picture('mau', `templates/${T}.docx`, 1, [90, 70, 700, 420]);
  picture('bang', `templates/${T}.docx`, 3, [90, 70, 700, 390]);

  edit(T, DOCUMENT, replace('Kiểm tra cải cách hành chính', 'Công tác kiểm tra, giám sát'));
  edit(
    T,
    DOCUMENT,
    before(
      'Cải cách thủ tục hành chính',
      (xml) =>
        likeParagraph(xml, 'Cải cách tài chính công', 'Chuyển đổi số') +
        likeParagraph(xml, '{@the_che}', '{@chuyen_doi_so}'),
    ),
  );
  picture('them-muc', `templates/${T}.docx`, 1, [90, 600, 700, 200]);

  gen('template', 'new', 'ubnd-xa', '--ten', 'sau-cot', '--cot', '6', '--kho', 'ngang');
  picture('sau-cot', 'templates/sau-cot.docx', 3, [90, 70, 1060, 380]);

  edit('so', DOCUMENT, replace('{trich_yeu}', '{trich_yeuu}'));
  edit('so', DOCUMENT, replace('{@ke_hoach_cchc}', 'Nội dung: {@ke_hoach_cchc}'));
  edit('so', DOCUMENT, replace('{@kiem_tra_cchc}', '{@kiem_tra_cchc'));
  gen('template', 'check', 'so', '--danh-dau');
  picture('danh-dau', 'out/mau/so (đánh dấu).docx', 1, [60, 60, 760, 460]);
} finally {
  rmSync(work, { recursive: true, force: true });
}
