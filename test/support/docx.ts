import { inflateRawSync } from 'node:zlib';

/** Reads a .docx back as a reader sees it. Written without the product's own code, so that neither hides the other's faults. */
export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
}

export interface ReadDocx {
  readonly names: readonly string[];
  readonly part: (name: string) => string;
  readonly paragraphs: readonly ReadParagraph[];
  /** Tables → rows → cells → text. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly footnotes: readonly string[];
  /** Paragraphs between a bookmark's ends. */
  readonly bookmark: (name: string) => readonly ReadParagraph[] | undefined;
}

export function unzip(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i += 1) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    files.set(name, method === 0 ? packed : inflateRawSync(packed));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

const decode = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Text of runs: `[^n]` where a footnote's mark stands, a line break and a tab as themselves. */
export const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>|<w:footnoteReference w:id="(\d+)"\/>/g)]
    .map(([whole, text, note]) => {
      if (note !== undefined) return `[^${note}]`;
      if (whole === '<w:br/>') return '\n';
      return whole === '<w:tab/>' ? '\t' : decode(text ?? '');
    })
    .join('');

const paragraphsOf = (xml: string): ReadParagraph[] =>
  [...xml.matchAll(/<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>|<w:p\/>/g)].map(([, inside = '']) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(inside)?.[1] ?? '',
    text: textOf(inside),
  }));

export function readDocx(bytes: Uint8Array): ReadDocx {
  const files = unzip(bytes);
  const part = (name: string): string => files.get(name)?.toString('utf8') ?? '';
  const document = part('word/document.xml');
  const tables = [...document.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].map(([table]) =>
    [...table.matchAll(/<w:tr(?: [^>]*)?>[\s\S]*?<\/w:tr>/g)].map(([row]) =>
      [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) =>
        paragraphsOf(cell)
          .map(({ text }) => text)
          .join('\n'),
      ),
    ),
  );
  return {
    names: [...files.keys()],
    part,
    paragraphs: paragraphsOf(document),
    tables,
    footnotes: [...part('word/footnotes.xml').matchAll(/<w:footnote w:id="(\d+)">([\s\S]*?)<\/w:footnote>/g)]
      .filter(([, id]) => Number(id) > 0)
      .map(([, , inside = '']) => textOf(inside).trim()),
    bookmark: (name) => {
      const id = new RegExp(`<w:bookmarkStart w:id="(\\d+)" w:name="${name}"/>`).exec(document);
      if (id === null) return undefined;
      const start = id.index;
      return paragraphsOf(document.slice(start, document.indexOf(`<w:bookmarkEnd w:id="${id[1]}"/>`, start)));
    },
  };
}
