import Docxtemplater from 'docxtemplater';
import fc from 'fast-check';
import PizZip from 'pizzip';
import { describe, expect, test } from 'vitest';
import { readTemplate } from '../src/load/template.ts';
import { type Document, type Field, group, type Inline, list } from '../src/model/document.ts';
import { tokenize } from '../src/ooxml/xml.ts';
import { pack, writeZip } from '../src/ooxml/zip.ts';
import { compileDocx } from '../src/render/docx/index.ts';
import { textOf, unzip } from './support/docx.ts';

/**
 * docxtemplater says what a template means; our walk is only its speed. Random templates × random data: the same bytes.
 *
 * Where we differ, and why:
 * - a tab in a value: docxtemplater leaves the character, which Word prints as a blank; we write `<w:tab/>`;
 * - an apostrophe: docxtemplater writes `&apos;`; in a text it needs no escape;
 * - a dotted tag reaches into groups, and a tag means the same with blanks in it: docxtemplater leaves that to the parser
 *   that it is given, and the one below says what we mean;
 * - flags, lists and groups are conditions: they print nothing (docxtemplater: `true`, `[object Object]`);
 * - a bookmark after a table asks for no paragraph between them (docxtemplater puts one in);
 * - a part without any tag goes in as the template has it;
 * - a page or section break in the very paragraph of a loop's tag goes with that paragraph (docxtemplater carries it to
 *   each round, and leaves it where the loop is empty).
 *
 * Slots, prototype rows, rich text and lines drawn by measure are our own: for those the last test holds the text and the
 * nesting.
 */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PARTS = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `<w:styles ${W}><w:style w:type="character" w:styleId="B"><w:name w:val="Chữ đậm"/></w:style><w:style w:type="paragraph" w:styleId="ND"><w:name w:val="Nội dung"/></w:style></w:styles>`,
};
const SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';

function docx(body: string): Uint8Array {
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${W}><w:body>${body}${SECTION}</w:body></w:document>`;
  return writeZip(
    Object.entries({ ...PARTS, 'word/document.xml': document }).map(([name, xml]) => pack(name, Buffer.from(xml))),
  );
}

const NOTHING: Omit<Document, 'fields'> = {
  slots: {},
  appendix: [],
  footnotes: [],
  properties: { title: '', author: '', date: '2022-06-15T00:00:00Z', language: 'vi-VN' },
};

/** document.xml as we write it; `undefined` when the template is refused. */
function ours(template: Uint8Array, document: Document): string | undefined {
  const read = readTemplate(template, 'mau', 'templates/mau.docx').value;
  if (read === undefined) return undefined;
  const renderer = compileDocx(read);
  // One renderer serves many reports: nothing may stay behind from the one before.
  renderer.render({ ...NOTHING, fields: group({}) });
  const made = renderer.render(document).value;
  if (made === undefined) throw new Error('not rendered');
  return unzip(made).get('word/document.xml')?.toString('utf8');
}

/** A tab on its way through docxtemplater. */
const TAB = '\ue000';
const TEXT = '<w:t xml:space="preserve">';

type Plain = string | boolean | readonly Plain[] | { readonly [name: string]: Plain };

function plain(field: Field): Plain {
  if (typeof field === 'string') return field.replaceAll('\t', TAB);
  if (typeof field === 'boolean') return field;
  if (!('kind' in field)) throw new Error('rich text is not compared');
  if (field.kind === 'list') return field.items.map(plain);
  return Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, plain(inner)]));
}

/** Own keys only, dots reach into groups; what is not there is looked for further out. */
function parser(tag: string): { get: (scope: unknown) => unknown } {
  const path = tag
    .replace(/[\u00a0\s]+/g, '')
    .normalize('NFC')
    .split('.');
  const step = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  return { get: (scope) => path.reduce(step, scope) };
}

/** document.xml as docxtemplater writes it, in the spelling of the differences above; `undefined` when it refuses. */
function theirs(template: Uint8Array, data: Plain): string | undefined {
  try {
    const filled = new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser,
      nullGetter: () => '',
    });
    filled.render(data);
    return filled
      .getZip()
      .file('word/document.xml')
      ?.asText()
      .replaceAll(TAB, `</w:t><w:tab/>${TEXT}`)
      .replaceAll(`${TEXT}</w:t>`, '<w:t/>')
      .replaceAll('&apos;', "'");
  } catch (error) {
    if (error instanceof Error && 'properties' in error) return undefined;
    throw error;
  }
}

// Templates. Names tell kinds: a, b, c are texts, f is a flag, g a group, x and y are lists.

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** Text of a paragraph in pieces that a run may end between: characters, entities whole. */
const lettersOf = (text: string): string[] => text.match(/&\w+;|[\s\S]/gu) ?? [];

const words = fc.stringMatching(/^[a-zđộ <>&'"]{0,6}$/).map(escaped);
const printedTag = fc.constantFrom('{a}', '{b}', '{c}', '{g.a}', '{g.b}', '{ a }', '{\u00a0b}', '{g.x.a}', '{d}');
const condition = fc.constantFrom('a', 'b', 'f', 'g', 'x', 'y', 'g.a', 'd');
const sign = fc.constantFrom('#', '#', '#', '^');

const { inline } = fc.letrec<{ inline: string; loop: string }>((tie) => ({
  loop: fc.tuple(sign, condition, tie('inline')).map(([s, name, inside]) => `{${s}${name}}${inside}{/${name}}`),
  inline: fc
    .array(fc.oneof({ maxDepth: 2 }, words, { arbitrary: printedTag, weight: 3 }, tie('loop')), {
      maxLength: 4,
      depthIdentifier: 'inline',
    })
    .map((bits) => bits.join('')),
}));

const runProperties = fc.constantFrom(
  '',
  '',
  '<w:rPr/>',
  '<w:rPr><w:b/></w:rPr>',
  '<w:rPr><w:i/><w:sz w:val="26"/></w:rPr>',
);
const textTag = fc.constantFrom('<w:t>', TEXT);
const between = fc.constantFrom('', '', '', '<w:proofErr w:type="spellStart"/>', '<w:r><w:tab/></w:r>');
const paragraphProperties = fc.constantFrom(
  '',
  '<w:pPr><w:keepNext/></w:pPr>',
  '<w:pPr><w:jc w:val="both"/><w:rPr><w:i/></w:rPr></w:pPr>',
);

/** A paragraph whose text is cut into runs anywhere, inside tags too, as Word does. */
const paragraphOf = (text: string): fc.Arbitrary<string> => {
  const letters = lettersOf(text);
  return fc
    .tuple(
      paragraphProperties,
      fc.uniqueArray(fc.nat({ max: letters.length }), { maxLength: 3 }),
      fc.array(fc.tuple(runProperties, textTag, between), { minLength: 4, maxLength: 4 }),
    )
    .map(([properties, cuts, looks]) => {
      const ends = [...cuts.filter((cut) => cut > 0).sort((p, q) => p - q), letters.length];
      const runs = looks.flatMap(([look, tag, after], i) => {
        const end = ends[i];
        if (end === undefined) return [];
        return [`<w:r>${look}${tag}${letters.slice(ends[i - 1] ?? 0, end).join('')}</w:t></w:r>${after}`];
      });
      return `<w:p>${properties}${runs.join('')}</w:p>`;
    });
};

const paragraph = inline.chain(paragraphOf);
const pair = (text: (open: string, close: string) => [string, string]): fc.Arbitrary<[string, string]> =>
  fc
    .tuple(sign, condition)
    .map(([s, name]) => text(`{${s}${name}}`, `{/${name}}`))
    .chain(([first, last]) => fc.tuple(paragraphOf(first), paragraphOf(last)));

const row = (cells: readonly string[]): string =>
  `<w:tr>${cells.map((inside) => `<w:tc><w:tcPr/>${inside}</w:tc>`).join('')}</w:tr>`;
const tableOf = (rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0"/></w:tblPr><w:tblGrid/>${rows.join('')}</w:tbl>`;

const { blocks } = fc.letrec<{ block: string; blocks: string; cell: string; rows: string; table: string }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'block' }).map((all) => all.join('')),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    { arbitrary: paragraph, weight: 3 },
    // A loop over whole paragraphs, its tags in paragraphs of their own.
    fc
      .tuple(
        pair((open, close) => [open, close]),
        tie('blocks'),
      )
      .map(([[first, last], inside]) => first + inside + last),
    // A loop that begins and ends amid paragraphs.
    fc
      .tuple(inline, inline)
      .chain(([before, after]) => pair((open, close) => [`m${before}${open}n`, `p${close}${after}q`]))
      .map(([first, last]) => first + last),
    { arbitrary: fc.tuple(tie('table'), paragraph).map(([table, after]) => table + after), weight: 3 },
    tie('blocks').map((inside) => `<w:sdt><w:sdtContent>${inside}<w:p/></w:sdtContent></w:sdt>`),
    pair((open, close) => [open, close]).map(
      ([first, last]) => `<w:sdt><w:sdtContent>${first}<w:p/>${last}</w:sdtContent></w:sdt>`,
    ),
  ),
  cell: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    { arbitrary: paragraph, weight: 3 },
    fc.tuple(tie('blocks'), paragraph).map(([inside, last]) => inside + last),
    fc
      .tuple(
        pair((open, close) => [open, close]),
        paragraph,
      )
      .map(([[first, last], inside]) => first + inside + last),
    // A table that may come to stand last in its cell.
    fc
      .tuple(
        paragraph,
        pair((open, close) => [open, close]),
        paragraph,
      )
      .map(([inside, [first, last], after]) => tableOf([row([inside])]) + first + after + last),
  ),
  rows: fc.oneof(
    fc.array(tie('cell'), { minLength: 1, maxLength: 3 }).map(row),
    // A loop over rows: it opens in one cell and closes in another.
    fc
      .tuple(inline, inline)
      .chain(([after, before]) => pair((open, close) => [`${open}${after}`, `${before}${close}`]))
      .chain(([first, last]) =>
        fc
          .tuple(tie('cell'), fc.constantFrom('', '</w:tr><w:tr>'))
          .map(([middle, cut]) => `<w:tr><w:tc>${first}</w:tc><w:tc>${middle}</w:tc>${cut}<w:tc>${last}</w:tc></w:tr>`),
      ),
  ),
  table: fc.array(tie('rows'), { minLength: 1, maxLength: 3 }).map(tableOf),
}));

// Data.

const value = fc.oneof(
  fc.constantFrom('', 'x', 'Kế hoạch', 'a < b & c > d \'"', '{a}', '😀', '&amp;', '</w:t>'),
  fc.array(fc.constantFrom('\n', '\n', '\t', 'đ', ' ', '<'), { maxLength: 6 }).map((letters) => letters.join('')),
);

const { fields } = fc.letrec<{ fields: Record<string, Field>; list: Field; group: Field }>((tie) => ({
  fields: fc.record(
    { a: value, b: value, c: value, f: fc.boolean(), g: tie('group'), x: tie('list'), y: tie('list') },
    { requiredKeys: [] },
  ),
  group: fc.oneof({ maxDepth: 2 }, fc.constant(group({})), tie('fields').map(group)),
  list: fc.oneof(
    { maxDepth: 2 },
    fc.constant(list([])),
    fc.array(tie('fields').map(group), { maxLength: 3 }).map(list),
  ),
}));

describe('random templates and data', () => {
  const same = (body: fc.Arbitrary<string>): void => {
    fc.assert(
      fc.property(body, fields, (template, data) => {
        const bytes = docx(`${template}<w:p><w:r><w:t>{a}</w:t></w:r></w:p>`);
        expect(ours(bytes, { ...NOTHING, fields: group(data) })).toBe(theirs(bytes, plain(group(data))));
      }),
      { numRuns: 400 },
    );
  };

  test('paragraphs', () => same(fc.array(paragraph, { maxLength: 4 }).map((all) => all.join(''))));
  test('blocks: loops over paragraphs, tables, rows', () => same(blocks));
});

/** Which element may stand in which, of those that we write. */
const PARENTS: Readonly<Record<string, RegExp>> = {
  'w:p': /^w:(?:body|tc)$/,
  'w:tbl': /^w:(?:body|tc)$/,
  'w:tr': /^w:tbl$/,
  'w:tc': /^w:tr$/,
  'w:r': /^w:p$/,
  'w:t': /^w:r$/,
  'w:br': /^w:r$/,
  'w:tab': /^w:r$/,
  'w:pPr': /^w:p$/,
  'w:rPr': /^w:(?:r|pPr)$/,
};

/** Elements that stand where they may not; a part that is not well-formed throws. */
function misplaced(xml: string): readonly string[] {
  const tokens = tokenize(xml);
  if ('cause' in tokens) throw new Error(tokens.cause);
  const open: string[] = [];
  const found: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'close') open.pop();
    if (token.kind !== 'open') continue;
    const parent = open.at(-1) ?? '';
    if (PARENTS[token.name]?.test(parent) === false) found.push(`${parent} > ${token.name}`);
    if (!token.selfClosing) open.push(token.name);
  }
  return found;
}

describe('what docxtemplater does not know', () => {
  const rich: fc.Arbitrary<readonly Inline[]> = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text: value, bold: fc.boolean() }),
      fc.record({ kind: fc.constant('break' as const) }),
    ),
    { maxLength: 4 },
  );
  const shown = (content: readonly Inline[]): string =>
    content.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');

  test('slots, prototype rows and rich text: the same text, and everything in its place', () => {
    const look = '<w:rPr><w:i/></w:rPr>';
    const cell = (tag: string): string => `<w:p><w:r>${look}<w:t>${tag}</w:t></w:r></w:p>`;
    const template = docx(
      `<w:p><w:r><w:t>{@mo_dau}</w:t></w:r></w:p>${tableOf([
        row([cell('{nhom.stt}'), cell('x{nhom.ten}y')]),
        row([cell('{#a}{muc.stt}{/a}{^a}{muc.stt}{/a}'), cell('{muc.ten}{a}')]),
      ])}<w:p/>`,
    );
    fc.assert(
      fc.property(rich, fc.array(fc.tuple(fc.boolean(), rich, value), { maxLength: 4 }), value, (slot, rows, a) => {
        const xml = ours(template, {
          ...NOTHING,
          fields: group({ a }),
          slots: { mo_dau: [{ kind: 'paragraph', role: 'paragraph', content: slot }] },
          appendix: rows.map(([isGroup, ten, stt], i) => ({
            id: `chi_tieu_${i}`,
            kind: isGroup ? 'nhom' : 'muc',
            first: true,
            fields: group({ ten, stt }),
          })),
        });
        if (xml === undefined) throw new Error('refused');
        const lines = rows.map(([isGroup, ten, stt]) => stt + (isGroup ? `x${shown(ten)}y` : shown(ten) + a));
        expect(textOf(xml)).toBe(shown(slot) + lines.join(''));
        expect(misplaced(xml)).toEqual([]);
        expect(xml.match(/<w:tr>/g)?.length ?? 0).toBe(rows.length);
        expect(xml.includes('<w:tbl>')).toBe(rows.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});
