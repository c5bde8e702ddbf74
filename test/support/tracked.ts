import { type ReadDocx, textOf } from './docx.ts';

/** A .docx with tracked changes as it reads once all of them are accepted, or rejected: paragraphs, rows, footnotes. */
export interface Settled {
  readonly paragraphs: readonly { readonly style: string; readonly text: string }[];
  /** Tables → rows → cells. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

export const accepted = (docx: ReadDocx): Settled => settled(docx, 'ins', 'del');
export const rejected = (docx: ReadDocx): Settled => settled(docx, 'del', 'ins');

function settled(docx: ReadDocx, kept: 'ins' | 'del', gone: 'ins' | 'del'): Settled {
  const notes = new Map(
    [...docx.part('word/footnotes.xml').matchAll(/<w:footnote w:id="(\d+)">([\s\S]*?)<\/w:footnote>/g)].map(
      ([, id = '', inside = '']) => [id, textOf(settle(inside, kept, gone)).trim()],
    ),
  );
  const text = (xml: string): string =>
    textOf(xml).replace(/\[\^(\d+)\]/g, (_, id: string) => `[^${notes.get(id) ?? 'missing'}]`);
  const xml = settle(docx.part('word/document.xml'), kept, gone);
  const paragraphs = (inside: string) =>
    [...inside.matchAll(/<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>/g)].map(([, paragraph = '']) => ({
      style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? '',
      text: text(paragraph),
    }));
  return {
    paragraphs: paragraphs(xml),
    tables: [...xml.matchAll(/<w:tbl>([\s\S]*?)<\/w:tbl>/g)].map(([, table = '']) =>
      [...table.matchAll(/<w:tr>([\s\S]*?)<\/w:tr>/g)].map(([, row = '']) =>
        [...row.matchAll(/<w:tc>([\s\S]*?)<\/w:tc>/g)].map(([, cell = '']) =>
          paragraphs(cell)
            .map((paragraph) => paragraph.text)
            .join('\n'),
        ),
      ),
    ),
  };
}

function settle(xml: string, kept: 'ins' | 'del', gone: 'ins' | 'del'): string {
  const marked = new RegExp(`<w:${gone} [^>]*/>`);
  return (
    xml
      // Rows and paragraphs whose end goes, then runs.
      .replace(/<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>/g, (row) =>
        marked.test(/<w:trPr>[\s\S]*?<\/w:trPr>/.exec(row)?.[0] ?? '') ? '' : row,
      )
      .replace(/<w:tbl>(?:(?!<w:tr>|<\/w:tbl>)[\s\S])*<\/w:tbl>/g, '')
      .replace(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g, (paragraph) =>
        marked.test(/<w:pPr>[\s\S]*?<\/w:pPr>/.exec(paragraph)?.[0] ?? '') ? '' : paragraph,
      )
      .replace(new RegExp(`<w:${gone} [^>]*[^/]>[\\s\\S]*?</w:${gone}>`, 'g'), '')
      .replace(new RegExp(`</?w:${kept}(?: [^>]*)?>`, 'g'), '')
      .replace(/<(\/?)w:delText/g, '<$1w:t')
  );
}
