import { attribute, escapeXml, tokenize, type XmlToken } from '../../ooxml/xml.ts';
import { pack, readZip, unpack, writeZip, type ZipEntry } from '../../ooxml/zip.ts';

/** Something to say at a place of a .docx: each text a paragraph of the comment. */
export interface Remark {
  /** Part of the package and paragraph in it, counted from 1; without it the first paragraph of the body. */
  readonly anchor?: { readonly part: string; readonly paragraph: number };
  readonly texts: readonly string[];
}

const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const CONTENT_TYPES = '[Content_Types].xml';
const COMMENTS = 'word/comments.xml';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const AUTHOR = 'gen';

/**
 * A copy of a .docx with each remark as a Word comment at its place. Word allows comments in the body alone: what
 * concerns a header or footer stands at the first paragraph, a footnote's at the mark of the footnote, a text box's at the
 * paragraph that holds the box. `undefined` when the file is too damaged to hold comments.
 */
export function withComments(bytes: Uint8Array, remarks: readonly Remark[]): Uint8Array | undefined {
  const entries = readZip(bytes, { entries: 10_000, unpacked: 1_000_000_000 });
  if ('fault' in entries) return undefined;
  const tokens = tokensOf(entries, DOCUMENT);
  const paragraphs = tokens === undefined ? [] : bodyParagraphs(tokens);
  if (tokens === undefined || paragraphs.length === 0) return undefined;
  const relations = textOf(entries, RELATIONS);
  const part = commentsPart(relations);
  const old = entries.has(part) ? textOf(entries, part) : `<w:comments xmlns:w="${MAIN}"></w:comments>`;
  let id = [...old.matchAll(/<w:comment\b[^>]*\sw:id="(\d+)"/g)].reduce(
    (most, match) => Math.max(most, Number(match[1])),
    -1,
  );
  const inserts = new Map<number, string>();
  const insert = (at: number, xml: string): void => {
    inserts.set(at, (inserts.get(at) ?? '') + xml);
  };
  const comments: string[] = [];
  for (const remark of remarks) {
    const place = bodyPlace(remark.anchor, paragraphs, entries);
    id += 1;
    insert(place.start, `<w:commentRangeStart w:id="${id}"/>`);
    insert(place.end, `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`);
    const lines = remark.texts.map(
      (text) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`,
    );
    comments.push(`<w:comment w:id="${id}" w:author="${AUTHOR}" w:initials="${AUTHOR}">${lines.join('')}</w:comment>`);
  }
  const document = tokens.map(({ raw }, i) => `${inserts.get(i) ?? ''}${raw}`).join('');
  set(entries, DOCUMENT, document);
  set(
    entries,
    part,
    old
      .replace(/<w:comments\b([^>]*)\/>\s*$/, '<w:comments$1></w:comments>')
      .replace(/<\/w:comments>\s*$/, `${comments.join('')}</w:comments>`),
  );
  declare(entries, part, relations);
  return writeZip(entries.values());
}

const textOf = (entries: ReadonlyMap<string, ZipEntry>, name: string): string => {
  const entry = entries.get(name);
  const data = entry === undefined ? undefined : unpack(entry);
  return data === undefined ? '' : Buffer.from(data).toString('utf8');
};

const set = (entries: Map<string, ZipEntry>, name: string, text: string): void => {
  entries.set(name, pack(name, Buffer.from(text, 'utf8')));
};

function tokensOf(entries: ReadonlyMap<string, ZipEntry>, name: string): readonly XmlToken[] | undefined {
  const tokens = tokenize(textOf(entries, name));
  return 'cause' in tokens ? undefined : tokens;
}

/** The part that holds the comments already, or the one to be made. */
function commentsPart(relations: string): string {
  const own = [...relations.matchAll(/<Relationship\b[^>]*>/g)].find(([tag]) => attribute(tag, 'Type') === RELATION);
  const target = own === undefined ? undefined : attribute(own[0], 'Target');
  if (target === undefined) return COMMENTS;
  return target.startsWith('/') ? target.slice(1) : `word/${target}`;
}

/** Tells the package of the part that holds the comments, unless it knows. */
function declare(entries: Map<string, ZipEntry>, part: string, relations: string): void {
  if (!relations.includes(`"${RELATION}"`)) {
    const relation = `<Relationship Id="rIdGenComments" Type="${RELATION}" Target="comments.xml"/></Relationships>`;
    set(entries, RELATIONS, relations.replace(/<\/Relationships>\s*$/, relation));
  }
  const types = textOf(entries, CONTENT_TYPES);
  if (!types.includes(`PartName="/${part}"`)) {
    const type = `<Override PartName="/${part}" ContentType="${TYPE}"/></Types>`;
    set(entries, CONTENT_TYPES, types.replace(/<\/Types>\s*$/, type));
  }
}

/** A paragraph of the body: its numbers, those of text boxes in it included, and the tokens that a comment goes before. */
interface BodyParagraph {
  readonly numbers: number[];
  readonly footnotes: string[];
  start: number;
  end: number;
}

function bodyParagraphs(tokens: readonly XmlToken[]): readonly BodyParagraph[] {
  const done: BodyParagraph[] = [];
  let open: BodyParagraph | undefined;
  let depth = 0;
  let count = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'close' && token.name === 'w:p') {
      depth -= 1;
      if (depth > 0 || open === undefined) continue;
      open.end = i;
      done.push(open);
      open = undefined;
    }
    if (token.kind !== 'open') continue;
    if (token.name === 'w:footnoteReference') open?.footnotes.push(attribute(token.raw, 'w:id') ?? '');
    if (token.name !== 'w:p' || token.selfClosing) continue;
    depth += 1;
    count += 1;
    open ??= { numbers: [], footnotes: [], start: afterProperties(tokens, i), end: i };
    open.numbers.push(count);
  }
  return done;
}

/** Paragraph properties come first; a comment begins behind them. */
function afterProperties(tokens: readonly XmlToken[], opening: number): number {
  let at = opening + 1;
  while (tokens[at]?.kind === 'text') at += 1;
  const first = tokens[at];
  if (first?.kind !== 'open' || first.name !== 'w:pPr') return opening + 1;
  let depth = 0;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'open' && token.name === 'w:pPr' && !token.selfClosing) depth += 1;
    if (token?.kind === 'close' && token.name === 'w:pPr') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return opening + 1;
}

const NOWHERE: BodyParagraph = { numbers: [], footnotes: [], start: 0, end: 0 };

function bodyPlace(
  anchor: Remark['anchor'],
  paragraphs: readonly BodyParagraph[],
  entries: ReadonlyMap<string, ZipEntry>,
): BodyParagraph {
  const first = paragraphs[0] ?? NOWHERE;
  if (anchor?.part === DOCUMENT) return paragraphs.find(({ numbers }) => numbers.includes(anchor.paragraph)) ?? first;
  if (anchor?.part !== 'word/footnotes.xml') return first;
  const note = footnoteOf(tokensOf(entries, anchor.part) ?? [], anchor.paragraph);
  return paragraphs.find(({ footnotes }) => note !== undefined && footnotes.includes(note)) ?? first;
}

/** The id of the footnote that holds a paragraph. */
function footnoteOf(tokens: readonly XmlToken[], paragraph: number): string | undefined {
  let id: string | undefined;
  let count = 0;
  for (const token of tokens) {
    if (token.kind !== 'open') continue;
    if (token.name === 'w:footnote') id = attribute(token.raw, 'w:id');
    if (token.name === 'w:p' && !token.selfClosing) count += 1;
    if (count === paragraph) return id;
  }
  return undefined;
}
