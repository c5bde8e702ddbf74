import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pack, readZip, unpack, writeZip, type ZipEntry } from '../src/ooxml/zip.ts';
import { newTemplate } from '../src/render/template/index.ts';
import { FILES, outline, TestWorkspace } from './support/workspace.ts';

/** `gen template chep`: what is changed in one template goes to the others, shown first; the rest stays, byte for byte. */

const SOURCE = FILES.template;
const TARGET = 'templates/khac.docx';
const OUTLINE = `co_quan_chu_quan: false
muc:
  - khe: mo_dau
  - { tieu_de: KẾT QUẢ KHÁC, khe: ket_qua }
phu_luc: { cot: [stt, ten, don_vi, so_lieu, co_quan_bao_cao, ghi_chu] }
`;

let ws: TestWorkspace;
beforeEach(() => {
  ws = new TestWorkspace();
  ws.write(TARGET, newTemplate(outline(OUTLINE)));
});
afterEach(() => ws.remove());

function entries(file: string): Map<string, ZipEntry> {
  const read = readZip(ws.read(file), { entries: 100, unpacked: 10_000_000 });
  if ('fault' in read) throw new Error('no zip');
  return read;
}
const part = (file: string, name: string): string => {
  const entry = entries(file).get(name);
  return entry === undefined ? '' : Buffer.from(unpack(entry) ?? []).toString('utf8');
};
/** Changes parts of a template; a part that is not there is made. */
function edit(file: string, changes: Readonly<Record<string, (xml: string) => string>>): void {
  const all = entries(file);
  for (const [name, change] of Object.entries(changes)) {
    const before = part(file, name);
    const after = change(before);
    if (after === before) throw new Error(`${name} did not change`);
    all.set(name, pack(name, Buffer.from(after, 'utf8')));
  }
  ws.write(file, writeZip(all.values()));
}
const swap = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, () => to);

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const style = (xml: string, name: string): string =>
  new RegExp(`<w:style [^>]*><w:name w:val="${name}"/>[\\s\\S]*?</w:style>`).exec(xml)?.[0] ?? '';
/** The table that holds a tag, and what stands around it. */
function around(xml: string, tag: string): { readonly table: string; readonly rest: string } {
  const table =
    [...xml.matchAll(/<w:tbl\b[\s\S]*?<\/w:tbl>/g)].map(([one]) => one).find((one) => one.includes(tag)) ?? '';
  return { table, rest: xml.replace(table, '') };
}
const larger = {
  [STYLES]: (xml: string) => {
    const body = style(xml, 'Nội dung');
    const changed = body
      .replace('w:after="120"', 'w:after="160"')
      .replace('</w:pPr>', '</w:pPr><w:rPr><w:sz w:val="26"/></w:rPr>');
    return xml.replace(body, changed);
  },
};

describe('styles', () => {
  beforeEach(() => edit(SOURCE, larger));

  test('what will change is shown, and nothing is written', async () => {
    const before = ws.read(TARGET);
    const { code, err } = await ws.gen('template', 'chep', 'mau');
    expect(code).toBe(0);
    expect(err).toContain(`${TARGET}  sẽ đổi`);
    expect(err).toContain('~ kiểu "Nội dung": cách đoạn sau: 6 pt → 8 pt; cỡ chữ: không ghi → 13 pt');
    expect(err.match(/~ /g)).toHaveLength(1);
    expect(err).toContain('Thêm --ghi');
    expect(ws.read(TARGET).equals(before)).toBe(true);
    expect(existsSync(path.join(ws.root, 'templates/ban-cu'))).toBe(false);
  });

  test('written: that style is the source’s, all else keeps its bytes; the old template is kept; once is enough', async () => {
    const [before, stylesBefore, bytesBefore] = [entries(TARGET), part(TARGET, STYLES), ws.read(TARGET)];
    const { code, err } = await ws.gen('template', 'chep', 'mau', 'khac', '--ghi');
    expect(code).toBe(0);
    expect(err).toContain(`${TARGET}  đã ghi; bản cũ: templates/ban-cu/khac (`);
    const after = entries(TARGET);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [name, entry] of before) {
      if (name !== STYLES) expect(Buffer.from(after.get(name)?.packed ?? []).equals(entry.packed), name).toBe(true);
    }
    const own = style(stylesBefore, 'Nội dung');
    const carried = style(part(TARGET, STYLES), 'Nội dung');
    expect(carried).toContain('<w:sz w:val="26"/>');
    expect(part(TARGET, STYLES).replace(carried, own)).toBe(stylesBefore);
    const [kept = ''] = readdirSync(path.join(ws.root, 'templates/ban-cu'));
    expect(ws.read(`templates/ban-cu/${kept}`).equals(bytesBefore)).toBe(true);
    const again = await ws.gen('template', 'chep', 'mau', '--ghi');
    expect(again.err).toContain(`${TARGET}  không có gì đổi`);
  });

  test('styles are known by their names: ids and the numbering of headings stay the target’s', async () => {
    const renamed = (xml: string): string => xml.replaceAll('"NoiDung"', '"a0"');
    edit(TARGET, { [STYLES]: renamed, [DOCUMENT]: renamed });
    edit(SOURCE, {
      [STYLES]: (xml) => xml.replace(/<w:numId w:val="1"\/>/g, '<w:numId w:val="7"/>'),
      'word/numbering.xml': swap('<w:num w:numId="1">', '<w:num w:numId="7">'),
    });
    expect((await ws.gen('template', 'chep', 'mau', '--ghi')).code).toBe(0);
    const styles = part(TARGET, STYLES);
    expect(style(styles, 'Nội dung')).toMatch(/w:styleId="a0"[\s\S]*w:sz w:val="26"/);
    expect(style(styles, 'Khoản')).toContain('<w:basedOn w:val="a0"/>');
    expect(style(styles, 'heading 2')).toContain('<w:numId w:val="1"/>');
    expect(styles).not.toContain('w:numId w:val="7"');
  });

  test('a base that the target does not have comes along; fonts of a theme become their names', async () => {
    edit(SOURCE, {
      [STYLES]: (xml) => {
        const signer = style(xml, 'Họ tên người ký');
        const base =
          '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Ky"><w:name w:val="Ký chung"/><w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:color w:val="000000" w:themeColor="text1"/></w:rPr></w:style>';
        return xml.replace(signer, base + signer.replace('w:val="Normal"', 'w:val="Ky"'));
      },
      'word/theme/theme1.xml': () =>
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin typeface="Times New Roman"/><a:ea typeface=""/></a:minorFont></a:theme>',
      '[Content_Types].xml': swap(
        '</Types>',
        '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>',
      ),
    });
    const { err } = await ws.gen('template', 'chep', 'mau', '--chi', 'kieu', '--ghi');
    expect(err).toContain('~ kiểu "Ký chung": thêm vào mẫu');
    const styles = part(TARGET, STYLES);
    expect(style(styles, 'Họ tên người ký')).toContain('<w:basedOn w:val="Ky"/>');
    expect(style(styles, 'Ký chung')).toContain('<w:rFonts w:ascii="Times New Roman"/><w:color w:val="000000"/>');
  });
});

describe('letterhead and signature', () => {
  const inLetterhead = (xml: string): string =>
    xml
      .replace('<w:tcW w:w="4120" w:type="dxa"/>', '<w:tcW w:w="4000" w:type="dxa"/>')
      .replace(/(<w:p><w:pPr>)(<w:pStyle w:val="SoKyHieu"\/>)/, '$1$2<w:spacing w:before="60"/>');

  test('the look is carried, the words and tags stay; what is outside the block keeps its bytes', async () => {
    edit(SOURCE, { [DOCUMENT]: inLetterhead });
    const before = part(TARGET, DOCUMENT);
    const { err } = await ws.gen('template', 'chep', 'mau', '--chi', 'dau-van-ban', '--ghi');
    expect(err).toContain('~ đầu văn bản, dòng 1, ô 1: độ rộng: 72,7 mm → 70,5 mm');
    expect(err).toContain('~ đầu văn bản, "{so_ky_hieu}": cách đoạn trước: không ghi → 3 pt');
    const after = part(TARGET, DOCUMENT);
    const block = around(after, '{so_ky_hieu}');
    expect(block.rest).toBe(around(before, '{so_ky_hieu}').rest);
    expect(block.table).toContain('<w:spacing w:before="60"/>');
    expect(block.table).not.toContain('co_quan_chu_quan');
    const ids = [...after.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await ws.gen('template', 'chep', 'mau')).err).toContain(`${TARGET}  không có gì đổi`);
  });

  test('a template with a superior body keeps it when it receives from one without', async () => {
    edit(TARGET, { [DOCUMENT]: inLetterhead });
    expect((await ws.gen('template', 'chep', 'khac', 'mau', '--ghi')).code).toBe(0);
    const { table } = around(part(SOURCE, DOCUMENT), '{so_ky_hieu}');
    expect(table).toMatch(
      /\{#co_quan_chu_quan\}[\s\S]*\{co_quan_chu_quan\}[\s\S]*\{\/co_quan_chu_quan\}[\s\S]*\{co_quan\}/,
    );
    expect(table).toContain('<w:spacing w:before="60"/>');
    expect((await ws.run()).problems).toEqual([]);
  });

  test('fixed words stay the target’s, unless they are asked for', async () => {
    edit(SOURCE, { [DOCUMENT]: (xml) => inLetterhead(xml.replace('Nơi nhận:', 'Nơi gửi:')) });
    expect((await ws.gen('template', 'chep', 'mau', '--ghi')).err).toContain(
      '= khối chữ ký, "Nơi nhận:": chỉ mẫu này có: giữ nguyên',
    );
    expect(part(TARGET, DOCUMENT)).toContain('Nơi nhận:');
    expect((await ws.gen('template', 'chep', 'mau', '--chu', '--ghi')).err).toContain(
      '~ khối chữ ký, "Nơi gửi:": thêm',
    );
    expect(part(TARGET, DOCUMENT)).toContain('Nơi gửi:');
    expect(part(TARGET, DOCUMENT)).not.toContain('Nơi nhận:');
  });

  test('a picture, a list and a namespace come along under names of their own', async () => {
    const logo =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:pict><v:shape xmlns:o="urn:o" style="width:30pt;height:30pt"><v:imagedata r:id="rIdLogo"/></v:shape></w:pict></w:r></w:p>';
    edit(SOURCE, {
      [DOCUMENT]: (xml) =>
        xml
          .replace('xmlns:w=', 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w=')
          .replace(/(<w:p><w:pPr><w:pStyle w:val="SoKyHieu"\/>)/, `${logo}$1`),
      'word/_rels/document.xml.rels': swap(
        '</Relationships>',
        '<Relationship Id="rIdLogo" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/logo.png"/></Relationships>',
      ),
      '[Content_Types].xml': swap(
        /(<Types[^>]*>)/,
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/>',
      ),
      'word/media/logo.png': () => 'PNG',
      'word/numbering.xml': (xml) =>
        xml
          .replace(
            '<w:num ',
            '<w:abstractNum w:abstractNumId="5"><w:nsid w:val="0A0B0C0D"/><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num ',
          )
          .replace('</w:numbering>', '<w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num></w:numbering>'),
    });
    const { code } = await ws.gen('template', 'chep', 'mau', '--chi', 'dau-van-ban', '--ghi');
    expect(code).toBe(0);
    expect(part(TARGET, 'word/media/chep1.png')).toBe('PNG');
    expect(part(TARGET, 'word/_rels/document.xml.rels')).toMatch(/Id="rIdChep1"[^>]*Target="media\/chep1.png"/);
    expect(part(TARGET, '[Content_Types].xml')).toContain('Extension="png"');
    const { table } = around(part(TARGET, DOCUMENT), '{so_ky_hieu}');
    expect(table).toContain('r:id="rIdChep1"');
    expect(table).toContain('xmlns:v="urn:schemas-microsoft-com:vml"');
    expect(table).toContain('<w:numId w:val="2"/>');
    expect(part(TARGET, 'word/numbering.xml')).toMatch(
      /<w:abstractNum w:abstractNumId="1"><w:lvl[\s\S]*<w:num w:numId="2"><w:abstractNumId w:val="1"\/><\/w:num>/,
    );
  });

  test('a block that is built otherwise, or tracked changes in the source: told, and left', async () => {
    const before = ws.read(TARGET);
    edit(SOURCE, {
      [DOCUMENT]: swap(
        '<w:r><w:t xml:space="preserve">{ho_ten}</w:t></w:r>',
        '<w:ins w:id="1" w:author="A"><w:r><w:t>{ho_ten}</w:t></w:r></w:ins>',
      ),
    });
    expect((await ws.gen('template', 'chep', 'mau', '--ghi')).err).toContain(
      '= khối chữ ký: mẫu nguồn có chú thích, ghi chú hoặc sửa đổi',
    );
    expect(ws.read(TARGET).equals(before)).toBe(true);
    ws.write(SOURCE, newTemplate(outline(OUTLINE)));
    edit(SOURCE, {
      [DOCUMENT]: (xml) =>
        xml.replace(/(\{dia_danh_ngay\}[\s\S]*?<\/w:tr>)/, '$1<w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr>'),
    });
    expect((await ws.gen('template', 'chep', 'mau', '--ghi')).err).toContain(
      '= đầu văn bản: số dòng, số ô của bảng khác mẫu nguồn',
    );
    expect(ws.read(TARGET).equals(before)).toBe(true);
  });
});

describe('what is wrong', () => {
  test('a template open in Word is told of and left, the others go on', async () => {
    edit(SOURCE, larger);
    ws.write('templates/nua.docx', newTemplate(outline(OUTLINE)));
    ws.write('templates/~$khac.docx', 'lock');
    const before = ws.read(TARGET);
    const { code, err } = await ws.gen('template', 'chep', 'mau', '--ghi');
    expect(code).toBe(1);
    expect(err).toContain('[tep-dang-mo]');
    expect(ws.read(TARGET).equals(before)).toBe(true);
    expect(part('templates/nua.docx', STYLES)).toContain('w:sz w:val="26"');
    expect(readdirSync(path.join(ws.root, 'templates/ban-cu'))).toHaveLength(1);
  });

  test('a template cannot be carried to itself', async () => {
    const name = path.basename(FILES.template, '.docx');
    const { err } = await ws.gen('template', 'chep', name, name);
    expect(err).toContain('[chep-vao-chinh-no]');
  });

  test('--json speaks as the other commands do', async () => {
    edit(SOURCE, larger);
    const { out } = await ws.gen('template', 'chep', 'mau', '--json');
    const [first] = JSON.parse(out).mau;
    expect(first).toMatchObject({ tep: TARGET, outcome: 'planned' });
    expect(first.thay_doi).toContainEqual(expect.objectContaining({ phan: 'kieu', giu_nguyen: false }));
    const self = JSON.parse((await ws.gen('template', 'chep', 'mau', 'mau', '--json')).out);
    expect(self).toMatchObject({ mau: [], van_de: [{ code: 'chep-vao-chinh-no' }] });
  });

  test('no such template, no such part, no such block', async () => {
    expect((await ws.gen('template', 'chep', 'maau')).err).toContain('[mau-la]');
    expect((await ws.gen('template', 'chep', 'mau', 'khacc')).err).toContain('[mau-la]');
    expect((await ws.gen('template', 'chep', 'mau', '--chi', 'chan-trang')).code).toBe(2);
    ws.write('templates/bieu.docx', newTemplate(outline('van_ban: false\nphu_luc: {}\n')));
    const { code, err } = await ws.gen('template', 'chep', 'bieu', '--chi', 'chu-ky');
    expect([code, err]).toEqual([1, expect.stringContaining('[mau-thieu-khoi]')]);
  });
});

test('any change of looks arrives, once, and touches nothing else', () => {
  const names = [
    'Nội dung',
    'Gạch đầu dòng',
    'heading 3',
    'Cơ quan ban hành',
    'Họ tên người ký',
    'Phụ lục ô chữ',
    'Chữ đậm',
    'Bảng',
  ];
  const looks = [
    '<w:rPr><w:i/></w:rPr>',
    '<w:rPr><w:sz w:val="30"/></w:rPr>',
    '<w:rPr><w:b w:val="0"/><w:u w:val="single"/></w:rPr>',
  ];
  return fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...looks), { minKeys: 1 }),
      async (changes) => {
        ws.write(SOURCE, newTemplate(outline(OUTLINE)));
        ws.write(TARGET, newTemplate(outline(OUTLINE.replace('KHÁC', 'NỮA'))));
        const original = part(TARGET, STYLES);
        edit(SOURCE, {
          [STYLES]: (xml) =>
            Object.entries(changes).reduce((all, [name, look]) => {
              const own = style(all, name);
              return all.replace(
                own,
                own.replace(/<w:rPr>[\s\S]*?<\/w:rPr>/, '').replace(/(<w:tblPr>|<\/w:style>)/, `${look}$1`),
              );
            }, xml),
        });
        const { err } = await ws.gen('template', 'chep', 'mau', '--ghi');
        expect(err.match(/~ kiểu/g)).toHaveLength(Object.keys(changes).length);
        const after = part(TARGET, STYLES);
        expect(after).toBe(part(SOURCE, STYLES));
        const back = Object.keys(changes).reduce(
          (all, name) => all.replace(style(all, name), () => style(original, name)),
          after,
        );
        expect(back).toBe(original);
        expect((await ws.gen('template', 'chep', 'mau')).err).toContain('không có gì đổi');
      },
    ),
    { numRuns: 15 },
  );
});
