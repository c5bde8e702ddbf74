import { tokenize } from '../ooxml/xml.ts';
import { readZip, unpack } from '../ooxml/zip.ts';
import { readParagraphs, type WordParagraph } from './template-paragraphs.ts';
import { readStyles } from './template-styles.ts';

const LIMITS = { entries: 2000, unpacked: 60_000_000 };

/** The paragraphs of a .docx in reading order, with their headings and table cells; `undefined` when it is no .docx. */
export function readDocxParagraphs(bytes: Uint8Array): readonly WordParagraph[] | undefined {
  const entries = readZip(bytes, LIMITS);
  if ('fault' in entries) return undefined;
  const tokens = (name: string) => {
    const entry = entries.get(name);
    const data = entry === undefined ? undefined : unpack(entry);
    const read = data === undefined ? undefined : tokenize(Buffer.from(data).toString('utf8'));
    return read === undefined || 'cause' in read ? undefined : read;
  };
  const document = tokens('word/document.xml');
  return document === undefined ? undefined : readParagraphs(document, readStyles(tokens('word/styles.xml') ?? []));
}
