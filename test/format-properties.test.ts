import { describe, expect, test } from 'vitest';
import { readWord } from '../src/format/docx/index.ts';
import type { Paragraph, WordDocument } from '../src/format/docx/model.ts';
import { type WordParts, word } from './support/word.ts';

/** What a paragraph and its letters look like in the end: ISO/IEC 29500-1, 17.7.2 and 17.7.3. */

function read(parts: WordParts): WordDocument {
  const document = readWord(word(parts));
  if ('fault' in document) throw new Error(JSON.stringify(document));
  return document;
}

function first(parts: WordParts): Paragraph {
  const [paragraph] = read(parts).paragraphs;
  if (paragraph === undefined) throw new Error('no paragraph');
  return paragraph;
}

const look = (parts: WordParts) => first(parts).runs[0]?.look;

const style = (id: string, inside: string, type = 'paragraph', basedOn = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}${inside}</w:style>`;
const normal = (inside: string): string =>
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>${inside}</w:style>`;
const defaults = (run: string, paragraph = ''): string =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`;
const p = (properties: string, run = '', text = 'Chữ'): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;

describe('letters', () => {
  test('nothing stated: what Word does then', () => {
    expect(look({ body: p('') })).toMatchObject({
      ascii: 'Times New Roman',
      halfPoints: 20,
      bold: false,
      colour: 'auto',
    });
  });

  test('defaults, then the chain of styles, then the character style, then the run itself', () => {
    const styles =
      defaults('<w:sz w:val="22"/><w:color w:val="111111"/>') +
      normal('<w:rPr><w:sz w:val="24"/></w:rPr>') +
      style('A', '<w:rPr><w:sz w:val="26"/></w:rPr>', 'paragraph', 'Normal') +
      style('B', '', 'paragraph', 'A') +
      style('C', '<w:rPr><w:sz w:val="30"/></w:rPr>', 'character');
    expect(look({ styles, body: p('') })?.halfPoints).toBe(24);
    expect(look({ styles, body: p(styled('B')) })).toMatchObject({ halfPoints: 26, colour: '111111' });
    expect(look({ styles, body: p(styled('B'), '<w:rStyle w:val="C"/>') })?.halfPoints).toBe(30);
    expect(look({ styles, body: p(styled('B'), '<w:rStyle w:val="C"/><w:sz w:val="28"/>') })?.halfPoints).toBe(28);
  });

  test.each([
    ['a style switches on', '<w:b/>', '', '', true],
    ['a character style switches off again what the paragraph style switched on', '<w:b/>', '<w:b/>', '', false],
    ['only the character style', '', '<w:b/>', '', true],
    ['the run itself has the last word', '<w:b/>', '<w:b/>', '<w:b/>', true],
    ['and may say no', '<w:b/>', '', '<w:b w:val="0"/>', false],
    ['val="false" is off', '<w:b w:val="false"/>', '', '', false],
  ])('toggles: %s', (_, ofParagraph, ofCharacter, direct, bold) => {
    const styles =
      style('P', `<w:rPr>${ofParagraph}</w:rPr>`) + style('C', `<w:rPr>${ofCharacter}</w:rPr>`, 'character');
    expect(look({ styles, body: p(styled('P'), `<w:rStyle w:val="C"/>${direct}`) })?.bold).toBe(bold);
  });

  test('within one chain of styles a toggle is inherited, not switched again', () => {
    const bold = '<w:rPr><w:b/></w:rPr>';
    const styles =
      style('A', bold) +
      style('B', bold, 'paragraph', 'A') +
      style('C', '<w:rPr><w:b w:val="0"/></w:rPr>', 'paragraph', 'A');
    expect(look({ styles, body: p(styled('B')) })?.bold).toBe(true);
    expect(look({ styles, body: p(styled('C')) })?.bold).toBe(false);
  });

  test('what the defaults switch on stays on', () => {
    const styles = defaults('<w:b/>') + style('P', '<w:rPr><w:b/></w:rPr>');
    expect(look({ styles, body: p(styled('P')) })?.bold).toBe(true);
  });

  test('fonts of the theme, and a font that replaces one', () => {
    const theme =
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>';
    const styles = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/>');
    expect(look({ styles, theme, body: p('') })).toMatchObject({ ascii: 'Calibri', other: 'Cambria' });
    const own = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>';
    expect(look({ styles, theme, body: p('', own) })).toMatchObject({ ascii: 'Arial', other: 'Arial' });
    expect(look({ styles, body: p('', '<w:rFonts w:ascii="Arial"/>') })).toMatchObject({
      ascii: 'Arial',
      other: 'Arial',
    });
  });

  test('a table style gives its letters to its cells, its first row more', () => {
    const styles = style(
      'T',
      '<w:rPr><w:sz w:val="18"/></w:rPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>',
      'table',
    );
    const row = `<w:tr><w:tc>${p('')}</w:tc></w:tr>`;
    const table = (look: string) =>
      `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook ${look}/></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>${row}${row}</w:tbl>${p('')}`;
    const looks = (attributes: string) =>
      read({ styles, body: table(attributes) }).paragraphs.map(({ runs }) => [
        runs[0]?.look.halfPoints,
        runs[0]?.look.bold,
      ]);
    expect(looks('w:firstRow="1"')).toEqual([
      [18, true],
      [18, false],
      [20, false],
    ]);
    expect(looks('w:val="0000"')).toEqual([
      [18, false],
      [18, false],
      [20, false],
    ]);
    expect(looks('w:val="0020"')).toEqual([
      [18, true],
      [18, false],
      [20, false],
    ]);
  });

  test('deleted and hidden words are no words; inserted ones are', () => {
    const body = `<w:p><w:ins><w:r><w:t>một </w:t></w:r></w:ins><w:del><w:r><w:delText>hai </w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>ba </w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>bốn</w:t></w:r></w:sdtContent></w:sdt></w:p>`;
    expect(
      first({ body })
        .runs.map(({ text }) => text)
        .join(''),
    ).toBe('một bốn');
  });

  test('other prefixes and the strict namespaces are the same to a reader', () => {
    const body = `<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:pPr><x:jc x:val="end"/></x:pPr><x:r><x:t>Chữ</x:t></x:r></x:p>`;
    expect(first({ body })).toMatchObject({ alignment: 'right', runs: [{ text: 'Chữ' }] });
  });
});

describe('paragraphs', () => {
  test('spacing, indents and alignment through the styles', () => {
    const styles =
      defaults('', '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>') +
      normal('<w:pPr><w:jc w:val="both"/></w:pPr>') +
      style(
        'A',
        '<w:pPr><w:spacing w:before="60"/><w:ind w:left="100" w:firstLine="720"/></w:pPr>',
        'paragraph',
        'Normal',
      );
    expect(first({ styles, body: p(`${styled('A')}<w:ind w:hanging="200"/>`) })).toMatchObject({
      alignment: 'both',
      before: 60,
      after: 160,
      line: 259,
      left: 100,
      firstLine: -200,
    });
  });

  test("a style's own indent wins over its numbering's; direct numbering wins over the style", () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="999"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const styles =
      style('A', `<w:pPr>${numPr}<w:ind w:left="50"/></w:pPr>`) + style('B', '<w:pPr><w:ind w:left="50"/></w:pPr>');
    expect(first({ styles, numbering, body: p(styled('A')) })).toMatchObject({ left: 50, label: '1.' });
    expect(first({ styles, numbering, body: p(styled('B') + numPr) })).toMatchObject({ left: 999, label: '1.' });
  });

  test('styles that are based on each other in a ring end somewhere', () => {
    const styles = style('A', '', 'paragraph', 'B') + style('B', '<w:rPr><w:sz w:val="26"/></w:rPr>', 'paragraph', 'A');
    expect(look({ styles, body: p(styled('A')) })?.halfPoints).toBe(26);
  });
});

describe('numbers that Word prints', () => {
  const level = (depth: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}${level(3, 'lowerLetter', '%4)')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';
  const item = (depth: number, number = 1): string =>
    p(`<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${number}"/></w:numPr>`);

  test.each([
    [
      'levels count, and start again below a higher one',
      [item(0), item(1), item(1), item(2), item(3), item(0), item(1)],
      ['I.', '1.', '2.', '2.1.', 'a)', 'II.', '1.'],
    ],
    ['a list that starts at another number', [item(0), item(1, 2), item(1, 2)], ['I.', '7.', '8.']],
    ['number 0 is none', [item(0), item(0, 0), item(0)], ['I.', '', 'II.']],
  ])('%s', (_, items, labels) => {
    expect(read({ numbering, body: items.join('') }).paragraphs.map(({ label }) => label)).toEqual(labels);
  });
});

describe('sections', () => {
  const section = (inside: string): string => `<w:sectPr>${inside}</w:sectPr>`;
  const reference = '<w:headerReference w:type="default" r:id="rIdHeader"/>';
  const page =
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';

  test('a section without a header of its own goes on with the one before', () => {
    const body = `<w:p><w:pPr>${section(reference)}</w:pPr></w:p>${p('')}${section('<w:titlePg/><w:pgSz w:w="16838" w:h="11906"/>')}`;
    const { sections } = read({ body, header: page });
    expect(sections.map(({ headers }) => headers.length)).toEqual([1, 1]);
    expect(sections[1]).toMatchObject({ landscape: true, titlePage: true });
    expect(sections[1]?.headers[0]?.paragraphs[0]?.runs).toMatchObject([{ field: 'PAGE', text: '1' }]);
  });

  test('paragraphs know their section, and what begins a page', () => {
    const body = `${p('')}<w:p><w:pPr>${section('')}</w:pPr></w:p>${p('')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${p('')}${section('')}`;
    expect(read({ body }).paragraphs.map((paragraph) => [paragraph.section, paragraph.startsPage])).toEqual([
      [0, true],
      [0, false],
      [1, true],
      [1, true],
      [1, false],
    ]);
  });
});
