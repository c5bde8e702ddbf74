import type { Document } from '../../model/document.ts';
import type { Outcome, Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import { KIND_OF_STYLE, STYLE_NAMES, type StyleRole, type Template } from '../../model/template.ts';
import { escapeXml } from '../../ooxml/xml.ts';
import { pack, readZip, unpack, writeZip, type ZipEntry } from '../../ooxml/zip.ts';
import { footnoteXml } from './paragraphs.ts';
import { compilePart, type Walk } from './walk.ts';

/**
 * Document + Template → .docx. A template is compiled once and then rendered for any number of reports; parts without
 * tags go in as the template has them. The same document gives the same bytes.
 */
export interface DocxRenderer {
  /** Reports `mau-thieu-kieu`; the bytes are then `undefined`. */
  readonly render: (document: Document) => Outcome<Uint8Array | undefined>;
}

const FOOTNOTES = 'word/footnotes.xml';
const CORE = 'docProps/core.xml';
const CONTENT_TYPES = '[Content_Types].xml';
const DOCUMENT_RELATIONS = 'word/_rels/document.xml.rels';
const PACKAGE_RELATIONS = '_rels/.rels';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A part that every report has, even if its template does not. */
interface OwnPart {
  readonly name: string;
  readonly contentType: string;
  readonly relations: string;
  readonly relationType: string;
  readonly target: string;
}

const OWN_PARTS: readonly OwnPart[] = [
  {
    name: FOOTNOTES,
    contentType: `${WORD_TYPE}.footnotes+xml`,
    relations: DOCUMENT_RELATIONS,
    relationType: `${OFFICE}/footnotes`,
    target: 'footnotes.xml',
  },
  {
    name: CORE,
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    relations: PACKAGE_RELATIONS,
    relationType: `${PACKAGE}/relationships/metadata/core-properties`,
    target: CORE,
  },
];

const SEPARATORS = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  `<w:footnotes xmlns:w="${MAIN}">`,
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
  '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>',
  '</w:footnotes>',
].join('');

const textOf = (entry: ZipEntry | undefined): string => {
  const data = entry === undefined ? undefined : unpack(entry);
  return data === undefined ? '' : Buffer.from(data).toString('utf8');
};
const packText = (name: string, text: string): ZipEntry => pack(name, Buffer.from(text, 'utf8'));

/** The template's entries with the parts that every report has, declared where Word looks for them. */
function baseEntries(template: Template): Map<string, ZipEntry> {
  const entries = readZip(template.bytes, { entries: 10_000, unpacked: 1_000_000_000 });
  if ('fault' in entries) throw new Error(`${template.file}: the template changed after it was read`);
  for (const part of OWN_PARTS) {
    if (entries.has(part.name)) continue;
    const types = textOf(entries.get(CONTENT_TYPES));
    const declared = `<Override PartName="/${part.name}" ContentType="${part.contentType}"/></Types>`;
    entries.set(CONTENT_TYPES, packText(CONTENT_TYPES, types.replace(/<\/Types>\s*$/, declared)));
    const relations = textOf(entries.get(part.relations));
    const id = `rIdGen${OWN_PARTS.indexOf(part) + 1}`;
    const related = `<Relationship Id="${id}" Type="${part.relationType}" Target="${part.target}"/></Relationships>`;
    entries.set(part.relations, packText(part.relations, relations.replace(/<\/Relationships>\s*$/, related)));
    entries.set(part.name, packText(part.name, part.name === FOOTNOTES ? SEPARATORS : ''));
  }
  return entries;
}

function coreProperties({ properties }: Document): string {
  const { title, author, date, language } = properties;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>`,
    `<dc:language>${language}</dc:language></cp:coreProperties>`,
  ].join('');
}

export function compileDocx(template: Template): DocxRenderer {
  const base = baseEntries(template);
  const parts = Object.entries(template.parts)
    .filter(([, nodes]) => nodes.some((node) => node.kind !== 'xml'))
    .map(([name, nodes]) => ({ name, write: compilePart(nodes) }));
  const footnoteStart = textOf(base.get(FOOTNOTES))
    .replace(/<w:footnotes\b([^>]*)\/>\s*$/, '<w:footnotes$1>')
    .replace(/<\/w:footnotes>\s*$/, '');
  const styleOf = (role: StyleRole): string | undefined =>
    template.styles[KIND_OF_STYLE[role] ?? 'paragraph'][STYLE_NAMES[role]];
  return {
    render: (document) => {
      const missing = new Set<StyleRole>();
      // A template without an appendix table prints no labels, and then no notes to them.
      const referred = new Set<number>();
      let bookmark = template.freeBookmark;
      const walk: Walk = {
        document,
        optionalStyle: styleOf,
        style: (role) => {
          const id = styleOf(role);
          if (id === undefined) missing.add(role);
          return id ?? '';
        },
        footnoteId: (note) => {
          referred.add(note);
          return template.freeFootnote + note;
        },
        nextBookmark: () => {
          bookmark += 1;
          return bookmark - 1;
        },
        // The date is the data's: the same changes give the same bytes at any time.
        nextMark: () => ` w:id="${walk.nextBookmark()}" w:author="gen" w:date="${document.properties.date}"`,
      };
      const made = new Map(parts.map(({ name, write }) => [name, pack(name, write(walk))]));
      const notes = document.footnotes
        .map((note, i) => (referred.has(i) ? footnoteXml(template.freeFootnote + i, note, walk) : ''))
        .join('');
      made.set(FOOTNOTES, packText(FOOTNOTES, `${footnoteStart}${notes}</w:footnotes>`));
      made.set(CORE, packText(CORE, coreProperties(document)));
      if (missing.size > 0) {
        const problems: Problem[] = [...missing].map((role) =>
          problem('mau-thieu-kieu', { style: STYLE_NAMES[role] }, { kind: 'file', file: template.file }),
        );
        return { value: undefined, problems };
      }
      const entries = [...base.values()].map((entry) => made.get(entry.name) ?? entry);
      return { value: writeZip(entries), problems: [] };
    },
  };
}
