import { tokenize, type XmlToken } from '../ooxml/xml.ts';
import { readZip, unpack } from '../ooxml/zip.ts';
import { readParagraphs, type WordParagraph } from './template-paragraphs.ts';
import { readStyles } from './template-styles.ts';

const LIMITS = { entries: 2000, unpacked: 60_000_000 };

/** The body of a .docx: its XML taken apart, and its paragraphs with their headings and table cells. */
export interface DocxBody {
  readonly tokens: readonly XmlToken[];
  readonly paragraphs: readonly WordParagraph[];
}

/** `undefined` when it is no .docx. */
export function readDocxBody(bytes: Uint8Array): DocxBody | undefined {
  const entries = readZip(bytes, LIMITS);
  if ('fault' in entries) return undefined;
  const tokensOf = (name: string) => {
    const entry = entries.get(name);
    const data = entry === undefined ? undefined : unpack(entry);
    const read = data === undefined ? undefined : tokenize(Buffer.from(data).toString('utf8'));
    return read === undefined || 'cause' in read ? undefined : read;
  };
  const tokens = tokensOf('word/document.xml');
  if (tokens === undefined) return undefined;
  return { tokens, paragraphs: readParagraphs(tokens, readStyles(tokensOf('word/styles.xml') ?? [])) };
}

/** The paragraphs of a .docx in reading order; `undefined` when it is no .docx. */
export const readDocxParagraphs = (bytes: Uint8Array): readonly WordParagraph[] | undefined =>
  readDocxBody(bytes)?.paragraphs;
