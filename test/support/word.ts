import { pack, readZip, unpack, writeZip } from '../../src/ooxml/zip.ts';

/** Word files for tests: a real one with one thing changed, or one made from its body alone. */

export type Change = (xml: string) => string;

/** A .docx with one part changed; the change must change something. */
export function changed(bytes: Uint8Array, part: string, change: Change): Uint8Array {
  const entries = readZip(bytes, { entries: 100, unpacked: 10_000_000 });
  const entry = 'fault' in entries ? undefined : entries.get(part);
  if ('fault' in entries || entry === undefined) throw new Error(`no part ${part}`);
  const before = Buffer.from(unpack(entry) ?? []).toString('utf8');
  const after = change(before);
  if (after === before) throw new Error(`${part} did not change`);
  entries.set(part, pack(part, Buffer.from(after, 'utf8')));
  return writeZip(entries.values());
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const V = 'xmlns:v="urn:schemas-microsoft-com:vml"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WordParts {
  readonly body: string;
  /** Inside `<w:styles>`. */
  readonly styles?: string;
  /** Inside `<w:numbering>`. */
  readonly numbering?: string;
  readonly theme?: string;
  /** Inside `<w:hdr>`; referred to as `rIdHeader`. */
  readonly header?: string;
  /** Inside `<w:footnotes>`. */
  readonly footnotes?: string;
}

/** The smallest .docx that holds these parts. */
export function word({ body, styles, numbering, theme, header, footnotes }: WordParts): Uint8Array {
  const parts: [string, string, string][] = [
    ...(styles === undefined ? [] : [['styles', 'styles.xml', `<w:styles ${W}>${styles}</w:styles>`]]),
    ...(numbering === undefined
      ? []
      : [['numbering', 'numbering.xml', `<w:numbering ${W}>${numbering}</w:numbering>`]]),
    ...(theme === undefined ? [] : [['theme', 'theme1.xml', theme]]),
    ...(footnotes === undefined
      ? []
      : [['footnotes', 'footnotes.xml', `<w:footnotes ${W}>${footnotes}</w:footnotes>`]]),
    ...(header === undefined ? [] : [['header', 'header1.xml', `<w:hdr ${W} ${R}>${header}</w:hdr>`]]),
  ].map(([type = '', name = '', xml = '']) => [type, name, xml]);
  const relations = parts.map(
    ([type, name]) =>
      `<Relationship Id="rId${type[0]?.toUpperCase()}${type.slice(1)}" Type="${OFFICE}/${type}" Target="${name}"/>`,
  );
  const files: readonly (readonly [string, string])[] = [
    [
      '_rels/.rels',
      `<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    ['word/_rels/document.xml.rels', `<Relationships>${relations.join('')}</Relationships>`],
    ['word/document.xml', `<w:document ${W} ${R} ${V}><w:body>${body}</w:body></w:document>`],
    ...parts.map(([, name, xml]) => [`word/${name}`, xml] as const),
  ];
  return writeZip(files.map(([name, xml]) => pack(name, Buffer.from(xml, 'utf8'))));
}
