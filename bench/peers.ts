import { writeFileSync } from 'node:fs';
import path from 'node:path';
import carbone from 'carbone';
import { Document as BuilderDocument, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { createReport } from 'docx-templates';
import Docxtemplater from 'docxtemplater';
import { TemplateHandler } from 'easy-template-x';
import PizZip from 'pizzip';
import type { Document } from '../src/model/document.ts';
import { escapeXml } from '../src/ooxml/xml.ts';
import { pack, readZip, unpack, writeZip } from '../src/ooxml/zip.ts';
import type { Candidate } from './measure.ts';

/**
 * Other libraries making a report of the same size: the same paragraphs and rows, in the markup that our own report has.
 * Each does per report what its users have it do, templates cached where the library caches them.
 */

const PART = 'word/document.xml';

/** The report's text as peers take it. */
interface PlainReport {
  readonly paragraphs: readonly { readonly text: string }[];
  readonly rows: readonly Readonly<Record<Column, string>>[];
}

const COLUMNS = ['stt', 'ten', 'don_vi', 'so_lieu', 'ghi_chu'] as const;
type Column = (typeof COLUMNS)[number];

function plainReport(document: Document): PlainReport {
  const blocks = Object.values(document.slots).flat();
  const textOf = (field: unknown): string => {
    if (typeof field === 'string') return field;
    if (!Array.isArray(field)) return '';
    return field.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  };
  return {
    paragraphs: blocks.map((block) => ({ text: block.kind === 'paragraph' ? textOf(block.content) : '' })),
    rows: document.appendix.map(({ fields: { fields } }) => ({
      stt: textOf(fields['stt']),
      ten: textOf(fields['ten']),
      don_vi: textOf(fields['don_vi']),
      so_lieu: textOf(fields['so_lieu']),
      ghi_chu: textOf(fields['ghi_chu']),
    })),
  };
}

/** A paragraph, a row and all around them, as our own report has them. */
interface Markup {
  readonly before: string;
  readonly paragraph: (text: string) => string;
  readonly table: (rows: string) => string;
  readonly row: (cells: Readonly<Record<Column, string>>) => string;
  readonly after: string;
}

function markupOf(template: string): Markup {
  const row = /<w:tr>(?:(?!<w:tr>)[\s\S])*?\{muc\.stt\}[\s\S]*?<\/w:tr>/.exec(template)?.[0] ?? '';
  const tableStart = template.lastIndexOf('<w:tbl>', template.indexOf(row));
  const firstRow = template.indexOf('<w:tr>', tableStart);
  const head = template.slice(tableStart, template.indexOf('</w:tr>', firstRow) + '</w:tr>'.length);
  const open = template.slice(0, template.indexOf('<w:body>') + '<w:body>'.length);
  return {
    before: open,
    paragraph: (text) =>
      `<w:p w:rsidR="00A77B3E"><w:pPr><w:pStyle w:val="NoiDung"/></w:pPr><w:r w:rsidRPr="00F91C5A"><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`,
    table: (rows) => `${head}${rows}</w:tbl>`,
    row: (cells) =>
      row.replace(/\{muc\.(\w+)\}/g, (_, column: string) =>
        COLUMNS.map((c) => (c === column ? cells[c] : '')).join(''),
      ),
    after: template.slice(template.lastIndexOf('<w:sectPr')),
  };
}

export interface PeerOutput {
  readonly name: string;
  readonly documentSize: number;
}

export interface Peers {
  readonly candidates: readonly Candidate[];
  /** What each made, to see that all make the same much. */
  readonly outputs: () => Promise<readonly PeerOutput[]>;
}

export function peers(template: Uint8Array, document: Document, folder: string): Peers {
  const entries = readZip(template, { entries: 1000, unpacked: 100_000_000 });
  const entry = 'fault' in entries ? undefined : entries.get(PART);
  const data = entry === undefined ? undefined : unpack(entry);
  if ('fault' in entries || data === undefined) throw new Error('the template cannot be read');
  const markup = markupOf(Buffer.from(data).toString('utf8'));
  const report = plainReport(document);
  const withBody = (body: string): Buffer => {
    const parts = new Map(entries);
    const xml = markup.before + body + markup.after;
    parts.set(PART, pack(PART, Buffer.from(xml, 'utf8')));
    return Buffer.from(writeZip(parts.values()));
  };
  const cells = (of: (column: Column) => string): Record<Column, string> => ({
    stt: of('stt'),
    ten: of('ten'),
    don_vi: of('don_vi'),
    so_lieu: of('so_lieu'),
    ghi_chu: of('ghi_chu'),
  });
  const tagged = (
    tag: (name: string) => string,
    loop: (name: string, inside: 'p' | 'r') => [string, string],
  ): Buffer => {
    const [openP, closeP] = loop('paragraphs', 'p');
    const [openR, closeR] = loop('rows', 'r');
    const row = markup.row(cells((c) => `${c === 'stt' ? openR : ''}${tag(c)}${c === 'ghi_chu' ? closeR : ''}`));
    return withBody(
      `${markup.paragraph(openP)}${markup.paragraph(tag('text'))}${markup.paragraph(closeP)}${markup.table(row)}`,
    );
  };

  const loops = tagged(
    (name) => `{${name}}`,
    (name) => [`{#${name}}`, `{/${name}}`],
  );
  const raw = withBody(`${markup.paragraph('{@paragraphs}')}${markup.paragraph('{@rows}')}`);
  const carboneFile = path.join(folder, 'carbone.docx');
  writeFileSync(
    carboneFile,
    withBody(
      [
        markup.paragraph('{d.paragraphs[i].text}'),
        markup.paragraph('{d.paragraphs[i+1].text}'),
        markup.table(markup.row(cells((c) => `{d.rows[i].${c}}`)) + markup.row(cells((c) => `{d.rows[i+1].${c}}`))),
      ].join(''),
    ),
  );
  const commands = (() => {
    const row = (text: string): string => markup.row(cells((c) => (c === 'stt' ? text : '')));
    return withBody(
      [
        markup.paragraph('+++FOR p IN paragraphs+++'),
        markup.paragraph('+++INS $p.text+++'),
        markup.paragraph('+++END-FOR p+++'),
        markup.table(
          row('+++FOR r IN rows+++') + markup.row(cells((c) => `+++INS $r.${c}+++`)) + row('+++END-FOR r+++'),
        ),
      ].join(''),
    );
  })();

  const fill = (bytes: Buffer, values: object): Buffer => {
    const filled = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true });
    filled.render(values);
    return filled.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
  const easy = new TemplateHandler();
  const ways: readonly (Candidate & { readonly go: () => Buffer | Promise<Buffer> })[] = [
    {
      name: 'carbone 3.8',
      runs: 200,
      go: () =>
        new Promise<Buffer>((resolve, reject) => {
          carbone.render(carboneFile, report, (error, result) => {
            if (error === null && typeof result !== 'string') resolve(result);
            else reject(error);
          });
        }),
    },
    {
      name: 'docxtemplater 3.71 (XML thô)',
      runs: 200,
      go: () =>
        fill(raw, {
          paragraphs: report.paragraphs.map(({ text }) => markup.paragraph(escapeXml(text))).join(''),
          rows: markup.table(report.rows.map((r) => markup.row(cells((c) => escapeXml(r[c])))).join('')),
        }),
    },
    { name: 'docxtemplater 3.71 (vòng lặp)', runs: 200, go: () => fill(loops, report) },
    {
      name: 'easy-template-x 7.2',
      runs: 200,
      go: async () => Buffer.from(await easy.process(loops, JSON.parse(JSON.stringify(report)))),
    },
    {
      name: 'docx 9.15 (dựng bằng mã)',
      runs: 200,
      go: () => {
        const cell = (text: string): TableCell =>
          new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, size: 24 })] })] });
        const rows = report.rows.map((r) => new TableRow({ children: COLUMNS.map((c) => cell(r[c])) }));
        const text = report.paragraphs.map(
          (p) => new Paragraph({ children: [new TextRun({ text: p.text, size: 28 })] }),
        );
        return Packer.toBuffer(new BuilderDocument({ sections: [{ children: [...text, new Table({ rows })] }] }));
      },
    },
    ...([true, false] as const).map((noSandbox) => ({
      name: `docx-templates 4.15 (${noSandbox ? 'không' : 'có'} sandbox)`,
      runs: noSandbox ? 20 : 10,
      go: async () =>
        Buffer.from(await createReport({ template: commands, data: report, cmdDelimiter: '+++', noSandbox })),
    })),
  ];
  const sizeOf = (bytes: Buffer): number => {
    const made = readZip(bytes, { entries: 1000, unpacked: 100_000_000 });
    return 'fault' in made ? 0 : (made.get(PART)?.size ?? 0);
  };
  return {
    candidates: ways,
    outputs: async () => {
      const sizes: PeerOutput[] = [];
      for (const way of ways) sizes.push({ name: way.name, documentSize: sizeOf(await way.go()) });
      return sizes;
    },
  };
}
