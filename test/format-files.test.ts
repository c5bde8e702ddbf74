import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFormat } from '../src/format/index.ts';
import { pack, writeZip } from '../src/ooxml/zip.ts';
import { changed, word } from './support/word.ts';
import { FILES, TestWorkspace } from './support/workspace.ts';

/** Whatever is handed to `gen format`: a clear problem, never a fall. */

const TEMPLATE = readFileSync(path.join(import.meta.dirname, '..', 'templates', 'so-bac-kan.docx'));
const PARAGRAPH = '<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>';

const told = (bytes: Uint8Array): readonly string[] =>
  checkFormat({ bytes, file: 'tep.docx', standing: 'other' }).problems.map(
    ({ code, message }) => `${code}: ${message.vi}`,
  );

const ole = (marker: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(marker, 'utf16le'),
    Buffer.alloc(600),
  ]);

const zip = (...entries: readonly (readonly [string, string | Uint8Array])[]): Uint8Array =>
  writeZip(entries.map(([name, data]) => pack(name, typeof data === 'string' ? Buffer.from(data, 'utf8') : data)));

describe('what is no .docx', () => {
  test.each<readonly [string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'tệp trống'],
    ['an old .doc', ole('WordDocument'), 'tệp kiểu cũ .doc, .xls hoặc .ppt'],
    ['a file with a password', ole('EncryptedPackage'), 'tệp có mật khẩu'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'tệp .pdf'],
    ['RTF', Buffer.from('{\\rtf1}'), 'tệp .rtf'],
    ['a web page', Buffer.from('<!DOCTYPE html><html></html>'), 'trang web hoặc tệp XML'],
    ['text', Buffer.from('chữ'), 'không phải gói zip'],
    ['a .docx cut off', TEMPLATE.subarray(0, 3000), 'tệp .docx tải dở hoặc bị hỏng'],
    ['a workbook', zip(['xl/workbook.xml', '<workbook/>']), 'tệp Excel .xlsx'],
    ['an .odt', zip(['content.xml', '<x/>']), 'tệp LibreOffice .odt, .ods'],
    ['another zip', zip(['a.txt', 'a']), 'gói zip không có văn bản Word'],
    ['broken XML', zip(['word/document.xml', '<w:document><w:body>']), 'phần word/document.xml bị hỏng (<w:body>)'],
    ['an empty part', zip(['word/document.xml', '']), 'phần word/document.xml bị hỏng (trống / empty)'],
    [
      'entities',
      zip(['word/document.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']),
      'phần word/document.xml bị hỏng (<!DOCTYPE a [<!ENTIT)',
    ],
    [
      'nested too deep',
      word({ body: '<w:sdt>'.repeat(500) + '</w:sdt>'.repeat(500) }),
      'phần word/document.xml bị hỏng (nesting)',
    ],
    [
      'a part that unpacks to very much',
      zip(['word/document.xml', Buffer.alloc(30_000_000, 32)]),
      'tệp giải nén ra quá lớn',
    ],
    [
      'damaged styles',
      changed(TEMPLATE, 'word/styles.xml', (xml) => xml.slice(0, xml.indexOf('<w:name'))),
      'phần word/styles.xml bị hỏng (<w:style>)',
    ],
  ])('%s', (_, bytes, cause) => {
    expect(told(bytes)).toEqual([`tep-word-khong-doc-duoc: Không đọc được như tệp Word .docx: ${cause}`]);
  });
});

describe('strange, but a .docx', () => {
  test.each<readonly [string, string]>([
    ['without a paragraph', ''],
    ['with one word', PARAGRAPH],
    ['a table without a grid', `<w:tbl><w:tr><w:tc>${PARAGRAPH}</w:tc></w:tr></w:tbl>`],
    ['a table without rows', '<w:tbl/>'],
    ['tables in tables', `${'<w:tbl><w:tr><w:tc>'.repeat(40)}${PARAGRAPH}${'</w:tc></w:tr></w:tbl>'.repeat(40)}`],
    [
      'numbers that are none',
      '<w:p><w:pPr><w:spacing w:before="x" w:line="-5"/><w:ind w:firstLine=""/><w:jc w:val="?"/></w:pPr><w:r><w:rPr><w:sz w:val="nửa"/></w:rPr><w:t>Chữ</w:t></w:r></w:p><w:sectPr><w:pgSz w:w="0" w:h="-1"/></w:sectPr>',
    ],
    [
      'fields that end and never begin',
      '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>',
    ],
    [
      'styles and lists that are nowhere',
      '<w:p><w:pPr><w:pStyle w:val="Không có"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="7"/></w:numPr></w:pPr></w:p>',
    ],
  ])('%s: told what is not recognised', (_, body) => {
    const problems = told(word({ body }));
    expect(problems.at(-1)).toContain('the-thuc-khong-nhan-ra: Không nhận ra trong tệp này: Quốc hiệu, Tiêu ngữ');
  });

  test('any words in any order', () => {
    const words = fc.constantFrom(
      'BÁO CÁO',
      'Phụ lục I',
      'Nơi nhận:',
      '- Lưu: VT.',
      'TM. UBND',
      'KT. CHỦ TỊCH',
      'I. MỤC',
      '1. Khoản',
      'a) điểm',
      'Điều 1.',
      'Kính gửi:',
      'Số: 1/BC',
      'Căn cứ Luật;',
      'Độc lập - Tự do - Hạnh phúc',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Nguyễn Văn A',
      '____',
      '\t',
      '(Kèm theo',
      'Trên đây ./.',
      'V/v',
      'ngày tháng năm',
    );
    const piece = fc.tuple(
      words,
      fc.constantFrom('left', 'center', 'right', 'both'),
      fc.constantFrom('p', 'cell', 'page'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const body = pieces
          .map(([text, jc, where]) => {
            const inside = text === '\t' ? '<w:tab/>' : `<w:t>${text}</w:t>`;
            const paragraph = `<w:p><w:pPr>${where === 'page' ? '<w:pageBreakBefore/>' : ''}<w:jc w:val="${jc}"/></w:pPr><w:r>${inside}</w:r></w:p>`;
            return where === 'cell'
              ? `<w:tbl><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>${paragraph}</w:tc></w:tr></w:tbl>`
              : paragraph;
          })
          .join('');
        const { value, problems } = checkFormat({ bytes: word({ body }), file: 'a.docx', standing: 'other' });
        expect(value).toBeDefined();
        expect(problems.every(({ severity }) => severity !== 'loi')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('commands', () => {
  let ws: TestWorkspace;
  beforeEach(() => {
    ws = new TestWorkspace();
    ws.edit(FILES.report, 'Nội dung thể chế.', 'Nội dung thể chế (Phụ lục kèm theo)./.');
  });
  afterEach(() => ws.remove());

  /** A fault of the template's look, and words that the decree would have otherwise. */
  const smallNation = (xml: string): string =>
    xml.replace(/(<w:name w:val="Quốc hiệu"\/>[\s\S]*?<w:sz w:val=")\d+/, '$122');

  test('check --the-thuc: nothing to say of a new template and its report', async () => {
    const { code, err } = await ws.gen('check', '--the-thuc');
    expect(err).not.toContain('[the-thuc-');
    expect(code).toBe(0);
  });

  test('check --the-thuc: a fault of a template is told once, at the template, and is an error', async () => {
    ws.editTemplate('word/styles.xml', smallNation);
    ws.write('data/bao-cao/so-mau/2022-Q1.yaml', readFileSync(path.join(ws.root, FILES.report)));
    expect((await ws.gen('check')).code).toBe(0);
    const { code, err } = await ws.gen('check', '--the-thuc');
    expect(code).toBe(1);
    expect(err.match(/\[the-thuc-quoc-hieu\]/g)).toHaveLength(1);
    expect(err).toContain(`LỖI ${FILES.template}: thân văn bản, bảng 1, dòng 1, cột 2`);
  });

  test('check --the-thuc: words of a report are a warning, at the report', async () => {
    ws.edit(FILES.catalogue, 'nhan: Phụ lục', 'nhan: PHỤ LỤC');
    const { code, err } = await ws.gen('check', '--the-thuc', 'so-mau');
    expect(code).toBe(0);
    expect(err).toContain('CẢNH BÁO out/2022-6T/so-mau.docx: thân văn bản');
    expect(err).toContain('[the-thuc-phu-luc]');
  });

  test('format: warnings only, with what was recognised; --strict makes them count', async () => {
    ws.editTemplate('word/styles.xml', smallNation);
    await ws.gen();
    const { code, out } = await ws.gen('format', 'out/2022-6T/so-mau.docx', '--json');
    expect(code).toBe(0);
    const [file] = JSON.parse(out).tep;
    expect(file).toMatchObject({
      tep: 'out/2022-6T/so-mau.docx',
      thanh_phan: { ten_loai: 'BÁO CÁO', ho_ten_nguoi_ky: 'Nguyễn Văn A' },
    });
    expect(file.van_de.filter(({ severity }: { severity: string }) => severity !== 'goi_y')).toMatchObject([
      { code: 'the-thuc-quoc-hieu', severity: 'canh_bao' },
    ]);
    expect((await ws.gen('format', 'out/2022-6T/so-mau.docx', '--strict')).code).toBe(1);
  });

  test('format: a file that is not there, and a folder, do not stop the others', async () => {
    await ws.gen();
    const { code, err } = await ws.gen('format', 'khong-co.docx', 'out', 'out/2022-6T/so-mau.docx');
    expect(code).toBe(1);
    expect(err).toContain('khong-co.docx: không đo được');
    expect(err).toContain('out: không đo được');
    expect(err).toMatch(/out\/2022-6T\/so-mau\.docx: 0 lỗi/);
  });
});
