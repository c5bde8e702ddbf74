import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Workspace } from '../src/load/workspace.ts';
import { textWidth } from '../src/model/text-width.ts';
import { unzip } from './support/docx.ts';
import { TestWorkspace } from './support/workspace.ts';

/** The templates obey Nghị định 30/2020/NĐ-CP, Phụ lục I, as far as it is a matter of the template. Lengths in mm. */

const here = path.join(import.meta.dirname, '..');
const workspace = new Workspace(here);
const MM = 1440 / 25.4;

const numbers = (xml: string, element: string, name: string): readonly number[] =>
  [...xml.matchAll(new RegExp(`<${element}\\b[^>]*\\s${name}="(\\d+)"`, 'g'))].map((match) => Number(match[1]));
const styleOf = (styles: string, name: string): string =>
  new RegExp(`<w:style [^>]*><w:name w:val="${name}"/>[\\s\\S]*?</w:style>`).exec(styles)?.[0] ?? '';
const sizeOf = (style: string): number => Number(/<w:sz w:val="(\d+)"/.exec(style)?.[1] ?? 28) / 2;

describe.each(readdirSync(path.join(here, 'templates')).filter((name) => name.endsWith('.docx')))('%s', (file) => {
  const parts = unzip(readFileSync(path.join(here, 'templates', file)));
  const part = (name: string): string => parts.get(name)?.toString('utf8') ?? '';
  const document = part('word/document.xml');
  const styles = part('word/styles.xml');
  const hasForm = document.includes('BÁO CÁO');

  test('its tags are all known', () => {
    const { value, problems } = workspace.template(file.replace('.docx', ''));
    expect(problems).toEqual([]);
    expect(value?.prototypes).toEqual(file === 'dinh-chinh.docx' ? [] : ['nhom', 'muc', 'trong_do']);
  });

  test('A4 portrait with the margins asked for', () => {
    expect(new Set(numbers(document, 'w:pgSz', 'w:w'))).toEqual(new Set([11906]));
    expect(new Set(numbers(document, 'w:pgSz', 'w:h'))).toEqual(new Set([16838]));
    for (const [side, least, most] of [
      ['top', 20, 25],
      ['bottom', 20, 25],
      ['left', 30, 35],
      ['right', 15, 20],
    ] as const) {
      for (const margin of numbers(document, 'w:pgMar', `w:${side}`)) {
        expect(Math.round(margin / MM), side).toBeGreaterThanOrEqual(least);
        expect(Math.round(margin / MM), side).toBeLessThanOrEqual(most);
      }
    }
  });

  test('Times New Roman throughout', () => {
    const fonts = [...`${styles}${document}`.matchAll(/<w:rFonts\b[^>]*>/g)].flatMap(([element]) =>
      [...element.matchAll(/w:\w+="([^"]*)"/g)].map((match) => match[1]),
    );
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']));
    expect(document).not.toMatch(/<w:(?:sz|rFonts|color)\b/);
  });

  test('sizes of one set: Quốc hiệu 12 with Tiêu ngữ and date 13, or 13 with 14', () => {
    const [nation, motto, date] = ['Quốc hiệu', 'Tiêu ngữ', 'Địa danh ngày'].map((name) =>
      sizeOf(styleOf(styles, name)),
    );
    expect([
      [12, 13, 13],
      [13, 14, 14],
    ]).toContainEqual([nation, motto, date]);
    expect(sizeOf(styleOf(styles, 'Số ký hiệu'))).toBe(13);
    expect(sizeOf(styleOf(styles, 'Nơi nhận'))).toBe(12);
    expect(sizeOf(styleOf(styles, 'Nơi nhận danh sách'))).toBe(11);
  });

  test('body text: justified, first line 10 or 12,7 mm, at least 6 pt between paragraphs, line spacing 1 to 1,5', () => {
    const body = styleOf(styles, 'Nội dung');
    expect(body).toContain('<w:jc w:val="both"/>');
    expect([567, 720]).toContain(numbers(body, 'w:ind', 'w:firstLine')[0]);
    expect(numbers(body, 'w:spacing', 'w:after')[0]).toBeGreaterThanOrEqual(120);
    expect(numbers(body, 'w:spacing', 'w:line')[0]).toBeGreaterThanOrEqual(240);
    expect(numbers(body, 'w:spacing', 'w:line')[0]).toBeLessThanOrEqual(360);
  });

  test('page numbers from page 2 on, centred at the top; the annex counts its own pages', () => {
    const sections = [...document.matchAll(/<w:sectPr>[\s\S]*?<\/w:sectPr>/g)].map(([section]) => section);
    expect(sections).toHaveLength(hasForm ? 2 : 1);
    for (const section of sections) {
      expect(section).toContain('<w:titlePg/>');
      expect(section).toContain('<w:pgNumType w:start="1"/>');
      expect(section).toContain('<w:headerReference w:type="default"');
    }
    expect(part('word/header1.xml')).toContain(' PAGE ');
    expect(part('word/header2.xml')).not.toContain('PAGE');
    expect(styleOf(styles, 'header')).toContain('<w:jc w:val="center"/>');
  });

  test('headings are numbered A. / I. / 1. / 1.1. through their styles', () => {
    const numbering = part('word/numbering.xml');
    expect([...numbering.matchAll(/<w:pStyle w:val="(\w+)"\/>/g)].map((m) => m[1])).toEqual([
      'Heading1',
      'Heading2',
      'Heading3',
      'Heading4',
    ]);
    expect([...numbering.matchAll(/<w:lvlText w:val="([^"]+)"/g)].map((m) => m[1])).toEqual([
      '%1.',
      '%2.',
      '%3.',
      '%3.%4.',
    ]);
  });

  test.runIf(hasForm)('the signature block is one row that does not split', () => {
    const row = [...document.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)]
      .map(([tr]) => tr)
      .find((tr) => tr.includes('{ho_ten}'));
    expect(row).toContain('<w:cantSplit/>');
    expect(row).toContain('Nơi nhận:');
  });
});

describe('drawn lines', () => {
  const lengths = (xml: string): readonly (readonly [string, number])[] =>
    [...xml.matchAll(/<wp:extent cx="(\d+)"[\s\S]*?descr="([^"]*)"[\s\S]*?<a:ext cx="(\d+)"/g)].map(
      ([, cx, descr, inner]) => {
        expect(inner).toBe(cx);
        return [descr ?? '', Number(cx) / 635];
      },
    );

  test.each([
    ['SỞ NỘI VỤ', 'Ngắn'],
    ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 'Công tác cải cách hành chính năm 2022'],
    ['SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH BÀ RỊA - VŨNG TÀU', `Công tác ${'cải cách hành chính '.repeat(8)}`],
  ])(
    'under "%s" and "%s" they are a third to a half of the text, under Tiêu ngữ as long as the text',
    async (agency, subject) => {
      const ws = new TestWorkspace();
      try {
        ws.edit('data/don-vi/so-mau.yaml', 'co_quan: [SỞ MẪU]', `co_quan: ["${agency}"]`);
        ws.edit('data/bao-cao/so-mau/2022-6T.yaml', 'so: 5', `so: 5\ntrich_yeu: ${subject}`);
        expect((await ws.run()).problems).toEqual([]);
        const found = lengths(ws.output().part('word/document.xml'));
        const wanted: readonly (readonly [string, number, number])[] = [
          ['co_quan', Math.min(textWidth(agency, 24, true), 4120 - 216), 0.4],
          ['Tiêu ngữ', textWidth('Độc lập - Tự do - Hạnh phúc', 26, true), 1],
          ['trich_yeu', Math.min(textWidth(subject.trim(), 28, true), 9355), 0.4],
        ];
        for (const [name, width, share] of wanted) {
          const line = found.find(([descr]) => descr.includes(name))?.[1] ?? 0;
          expect(line / width, name).toBeCloseTo(share, 1);
        }
      } finally {
        ws.remove();
      }
    },
  );
});
