import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type RunResult, run } from '../src/pipeline.ts';
import { type ReadDocx, readDocx } from './support/docx.ts';
import { AROUND } from './support/workspace.ts';

/** Every sample report is read back from its .docx and compared with its data, which is read without the product's code. */

const here = path.join(import.meta.dirname, '..');

type Plain = string | null | Plain[] | { [key: string]: Plain };
const yaml = (file: string): { [key: string]: Plain } =>
  parse(readFileSync(path.join(here, file), 'utf8'), { schema: 'failsafe' });
const entries = (value: Plain | undefined): [string, Plain][] =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
const items = (value: Plain | undefined): Plain[] => (Array.isArray(value) ? value : []);
const text = (value: Plain | undefined): string => (typeof value === 'string' ? value : '');
const field = (value: Plain | undefined, key: string): Plain | undefined =>
  entries(value).find(([known]) => known === key)?.[1];

const bare = (label: string): string => label.replace(/\*/g, '').replace(/\[\^\d+\]/g, '');

const SAMPLES = readdirSync(path.join(here, 'data/bao-cao')).flatMap((unit) =>
  readdirSync(path.join(here, 'data/bao-cao', unit)).map((file) => ({ unit, period: file.replace('.yaml', '') })),
);

let root: string;
let result: RunResult;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'gen-'));
  for (const folder of ['data', 'templates'])
    cpSync(path.join(here, folder), path.join(root, folder), { recursive: true });
  result = await run({ root, choices: [], mode: 'stale', strict: false, around: AROUND });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const bytesOf = (unit: string, period: string): Buffer => readFileSync(path.join(root, 'out', period, `${unit}.docx`));

test('all sample reports are made, with warnings at most', () => {
  expect(result.reports.map(({ outcome }) => outcome)).toEqual(SAMPLES.map(() => 'new'));
  expect(result.problems.filter(({ severity }) => severity === 'loi')).toEqual([]);
});

test('a second run makes the same bytes', async () => {
  const before = SAMPLES.map(({ unit, period }) => bytesOf(unit, period));
  rmSync(path.join(root, 'out'), { recursive: true });
  await run({ root, choices: [], mode: 'all', strict: false, around: AROUND });
  for (const [i, { unit, period }] of SAMPLES.entries()) {
    expect(Buffer.compare(bytesOf(unit, period), before[i] ?? Buffer.alloc(0)), unit).toBe(0);
  }
});

describe.each(SAMPLES)('$unit $period', ({ unit: unitId, period }) => {
  const unit = yaml(`data/don-vi/${unitId}.yaml`);
  const report = yaml(`data/bao-cao/${unitId}/${period}.yaml`);
  const catalogue = yaml(`data/danh-muc/${text(unit['danh_muc'])}.yaml`);
  const rows = items(catalogue['chi_tieu']);
  let docx: ReadDocx;
  beforeAll(() => {
    docx = readDocx(bytesOf(unitId, period));
  });

  test('the appendix has every row in order, with number, label, unit, value and note as the data has them', () => {
    const table = docx.tables.at(-1) ?? [];
    const body = table.slice(2);
    expect(body).toHaveLength(rows.length);
    for (const [i, row] of rows.entries()) {
      const id = text(field(row, 'id'));
      const given = field(report['so_lieu'], id);
      const value = typeof given === 'string' ? given : text(field(given, 'hien_thi')) || text(field(given, 'gia_tri'));
      const note = text(field(given, 'ghi_chu')) || text(field(row, 'ghi_chu'));
      const cells = body[i] ?? [];
      const part = text(field(row, 'trong_do')) === 'true';
      const firstPart = part && text(field(rows[i - 1], 'trong_do')) !== 'true';
      const number = part ? (firstPart ? 'Trong đó' : '') : text(field(row, 'stt'));
      expect(cells[0], id).toBe(number);
      expect(bare(cells[1] ?? ''), id).toBe(bare(text(field(row, 'ten'))));
      expect(cells[2], id).toBe(text(field(row, 'don_vi')));
      // The five were signed as they are: nothing is computed into their empty cells.
      expect(cells[3], id).toBe(value);
      expect(cells.at(-1), id).toBe(note);
    }
  });

  test('header rows repeat, rows do not split, "Trong đó" cells are merged', () => {
    const xml =
      /<w:tbl>(?:(?!<w:tbl>)[\s\S])*<\/w:tbl>(?![\s\S]*<w:tbl>)/.exec(docx.part('word/document.xml'))?.[0] ?? '';
    const trs = [...xml.matchAll(/<w:tr(?: [^>]*)?>[\s\S]*?<\/w:tr>/g)].map(([tr]) => tr);
    expect(trs.filter((tr) => tr.includes('<w:tblHeader/>'))).toHaveLength(2);
    expect(trs.every((tr) => tr.includes('<w:cantSplit/>'))).toBe(true);
    const parts = rows.filter((row) => text(field(row, 'trong_do')) === 'true').length;
    const merged = trs.slice(2).filter((tr) => tr.includes('<w:vMerge'));
    expect(merged).toHaveLength(parts);
  });

  test('every slot holds its narrative, word for word where nothing is computed', () => {
    for (const [slot, narrative] of entries(report['noi_dung'])) {
      const found = docx.bookmark(`_khe_${slot}`);
      expect(found, slot).toBeDefined();
      const shown = (found ?? []).map((paragraph) => paragraph.text).join('\n');
      expect(shown, slot).not.toMatch(/\{\{|\}\}|undefined/);
      const body = text(narrative).replace(/^\s*\[\^[^\]]+\]:.*$/gm, '');
      for (const piece of body.split(/\{\{[^}]*\}\}|\[\^\d+\]|\n+|[*#\\]|^\s*#+/m)) {
        const words = piece.trim();
        if (words.length > 3) expect(shown, slot).toContain(words);
      }
    }
  });

  test('footnotes are Word footnotes, in the order of the text, each with its mark', () => {
    const notes = entries(report['noi_dung']).flatMap(([, narrative]) =>
      [...text(narrative).matchAll(/^\s*\[\^[^\]]+\]:\s*(.*)$/gm)].map((match) => match[1] ?? ''),
    );
    notes.push(...entries(catalogue['chu_thich']).map(([, note]) => text(note)));
    expect(docx.footnotes).toHaveLength(notes.length);
    for (const [i, note] of notes.entries()) {
      for (const piece of note.split(/\{\{[^}]*\}\}|[*]/)) expect(docx.footnotes[i]).toContain(piece.trim());
    }
    const marks = [...docx.part('word/document.xml').matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(
      (m) => m[1],
    );
    expect(new Set(marks).size).toBe(notes.length);
    expect(marks).toHaveLength(notes.length);
  });

  test('the official form: number, date, signature and recipients as the unit has them', () => {
    const all = docx.paragraphs.map((paragraph) => paragraph.text).join('\n');
    if (docx.bookmark('_khe_mo_dau') === undefined && entries(report['noi_dung']).length === 0) return;
    const number = text(report['so']) || '\u00a0'.repeat(6);
    expect(all).toContain(`Số: ${number}/BC-${text(unit['ky_hieu'])}`);
    const signatory = unit['nguoi_ky'];
    for (const line of [
      ...items(field(signatory, 'quyen_han')),
      field(signatory, 'chuc_vu'),
      field(signatory, 'ho_ten'),
    ]) {
      expect(all).toContain(text(line));
    }
    const recipients = items(unit['noi_nhan']).map(text);
    for (const recipient of recipients) expect(all).toContain(recipient);
    expect(all).toContain(`- ${recipients.at(-1)}.`);
    for (const line of items(unit['co_quan'])) expect(all).toContain(text(line));
  });

  test('headings are numbered by Word through their styles, and carry no typed number', () => {
    const headings = docx.paragraphs.filter(({ style }) => /^Heading\d$/.test(style));
    expect(headings.every(({ text: heading }) => !/^(?:[IVX]+|[A-Z]|\d+(?:\.\d+)*)[.)]\s/.test(heading))).toBe(true);
    expect(headings.every(({ text: heading }) => !heading.includes('{'))).toBe(true);
    if (entries(report['noi_dung']).length > 0) expect(headings.length).toBeGreaterThan(8);
  });

  test('title, author, date and language come from the data', () => {
    const core = docx.part('docProps/core.xml');
    const year = period.slice(0, 4);
    expect(core).toContain(`<dc:creator>${text(unit['ten'])}</dc:creator>`);
    expect(core).toMatch(new RegExp(`<dcterms:created xsi:type="dcterms:W3CDTF">${year}-`));
    expect(core).toContain('<dc:language>vi-VN</dc:language>');
    expect(/<dc:title>([^<]*)<\/dc:title>/.exec(core)?.[1]).toMatch(/cải cách hành chính/i);
    expect(docx.part('word/styles.xml')).toContain('<w:lang w:val="vi-VN"');
  });

  test('no look is set outside the template: runs and paragraphs of the narrative name styles only', () => {
    const xml = docx.part('word/document.xml');
    for (const [slot] of entries(report['noi_dung'])) {
      const start = xml.indexOf(`w:name="_khe_${slot}"`);
      const id = /w:id="(\d+)" $/.exec(xml.slice(0, start))?.[1];
      const inside = xml.slice(start, xml.indexOf(`<w:bookmarkEnd w:id="${id}"/>`, start));
      expect(inside).not.toMatch(/<w:(?:b|i|sz|rFonts|color|ind|spacing|jc|pBdr|tcBorders|shd)\b/);
    }
  });
});
