import { type Document, LineCounter, parseDocument } from 'yaml';

/** A YAML text as the library takes it apart. Nothing in it is made a number, a date or a boolean. */
export interface YamlDocument {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lineCounter: LineCounter;
}

/** The last few: problems come file by file and point at a few others, whose places are then found in what was read. */
const REMEMBERED = 8;
const latest: YamlDocument[] = [];

/** Reads a text, or remembers it: what is wrong with a file is told just after the file was read. */
export function yamlDocument(text: string): YamlDocument {
  const known = latest.find((one) => one.text === text);
  if (known !== undefined) return known;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter, uniqueKeys: false, prettyErrors: false });
  const read = { text, document, lineCounter };
  latest.unshift(read);
  latest.length = Math.min(latest.length, REMEMBERED);
  return read;
}
