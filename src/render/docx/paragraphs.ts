import type { Block, Inline } from '../../model/document.ts';
import type { StyleRole } from '../../model/template.ts';
import { escapeXml } from '../../ooxml/xml.ts';
import { markedAll, markedRun, type NextMark } from './changes.ts';
import { TEXT_START } from './part-writer.ts';

/** What the writing of paragraphs needs to know of the template: its styles and the footnotes given so far. */
export interface Writing {
  /** Style id of a role; the missing ones are reported by whoever made this. */
  readonly style: (role: StyleRole) => string;
  /** Word's id of a footnote of the document. */
  readonly footnoteId: (note: number) => number;
  readonly nextMark: NextMark;
}

/** Text of a run of our own: tabs and line breaks stay in the run. */
function textInside(text: string): string {
  const safe = escapeXml(text);
  if (!/[\n\t]/.test(safe)) return safe;
  return safe.replace(/[\n\t]/g, (sign) => `</w:t>${sign === '\n' ? '<w:br/>' : '<w:tab/>'}${TEXT_START}`);
}

function characterStyle(inline: Extract<Inline, { kind: 'text' }>): StyleRole | undefined {
  if (inline.superscript) return 'superscript';
  if (inline.bold && inline.italic) return 'boldItalic';
  if (inline.bold) return 'bold';
  return inline.italic ? 'italic' : undefined;
}

/** A run's properties with a character style; `base` is the template's `<w:rPr>…</w:rPr>` or empty. */
function withStyle(base: string, styleId: string | undefined): string {
  if (styleId === undefined) return base;
  const style = `<w:rStyle w:val="${escapeXml(styleId)}"/>`;
  const rest = base.replace(/<w:rStyle\b[^>]*\/>/, '');
  return rest === '' ? `<w:rPr>${style}</w:rPr>` : rest.replace(/^<w:rPr[^>]*>/, (open) => open + style);
}

/** Runs of rich text. `base`: run properties that the template gives to all of them. */
export function runs(content: readonly Inline[], writing: Writing, base = ''): string {
  let out = '';
  for (const inline of content) {
    const run = runOf(inline, writing, base);
    out += inline.change === undefined ? run : markedRun(run, inline.change, writing.nextMark);
  }
  return out;
}

function runOf(inline: Inline, writing: Writing, base: string): string {
  switch (inline.kind) {
    case 'text': {
      const role = characterStyle(inline);
      const properties = withStyle(base, role === undefined ? undefined : writing.style(role));
      return `<w:r>${properties}${TEXT_START}${textInside(inline.text)}</w:t></w:r>`;
    }
    case 'break':
      return `<w:r>${base}<w:br/></w:r>`;
    case 'footnote': {
      const properties = withStyle('', writing.style('footnoteMark'));
      return `<w:r>${properties}<w:footnoteReference w:id="${writing.footnoteId(inline.note)}"/></w:r>`;
    }
  }
}

const paragraph = (styleId: string, inside: string, keepNext = false): string =>
  `<w:p><w:pPr><w:pStyle w:val="${escapeXml(styleId)}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>${inside}</w:p>`;

function table(block: Extract<Block, { kind: 'table' }>, writing: Writing): string {
  const columns = Math.max(1, block.head.length);
  const row = (cells: readonly (readonly Inline[])[], role: StyleRole, properties: string): string => {
    const padded = Array.from({ length: columns }, (_, i) => cells[i] ?? []);
    const inside = padded.map((cell) => `<w:tc>${paragraph(writing.style(role), runs(cell, writing))}</w:tc>`).join('');
    return `<w:tr><w:trPr>${properties}</w:trPr>${inside}</w:tr>`;
  };
  const properties = [
    `<w:tblStyle w:val="${escapeXml(writing.style('table'))}"/>`,
    '<w:tblW w:w="5000" w:type="pct"/>',
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
  ].join('');
  return [
    `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${'<w:gridCol/>'.repeat(columns)}</w:tblGrid>`,
    row(block.head, 'tableHead', '<w:cantSplit/><w:tblHeader/>'),
    ...block.rows.map((cells) => row(cells, 'tableCell', '<w:cantSplit/>')),
    '</w:tbl>',
  ].join('');
}

/** The paragraphs and tables of a slot; `keepNext` keeps the last of them with what follows. */
export const blocksXml = (blocks: readonly Block[], writing: Writing, keepNext: boolean): string =>
  blocks
    .map((block, i) => {
      const xml =
        block.kind === 'paragraph'
          ? paragraph(writing.style(block.role), runs(block.content, writing), keepNext && i === blocks.length - 1)
          : table(block, writing);
      return block.change === undefined ? xml : markedAll(xml, block.change, writing.nextMark);
    })
    .join('');

/** A footnote as it stands in word/footnotes.xml. */
export function footnoteXml(id: number, content: readonly Inline[], writing: Writing): string {
  const mark = `<w:r>${withStyle('', writing.style('footnoteMark'))}<w:footnoteRef/></w:r><w:r>${TEXT_START} </w:t></w:r>`;
  return `<w:footnote w:id="${id}">${paragraph(writing.style('footnoteText'), mark + runs(content, writing))}</w:footnote>`;
}
