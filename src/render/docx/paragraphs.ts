import type { Inline } from '../../model/document.ts';
import type { OptionalStyle, StyleRole } from '../../model/template.ts';
import { escapeXml } from '../../ooxml/xml.ts';
import { markedRun, type NextMark } from './changes.ts';
import { TEXT_START } from './part-writer.ts';

/** What the writing of paragraphs needs to know of the template: its styles and the footnotes given so far. */
export interface Writing {
  /** Style id of a role; the missing ones are reported by whoever made this. */
  readonly style: (role: StyleRole) => string;
  /** `undefined`: the template does without it. */
  readonly optionalStyle: (role: OptionalStyle) => string | undefined;
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

export const paragraph = (styleId: string, inside: string, keepNext = false): string =>
  `<w:p><w:pPr><w:pStyle w:val="${escapeXml(styleId)}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>${inside}</w:p>`;

/** A footnote as it stands in word/footnotes.xml. */
export function footnoteXml(id: number, content: readonly Inline[], writing: Writing): string {
  const mark = `<w:r>${withStyle('', writing.style('footnoteMark'))}<w:footnoteRef/></w:r><w:r>${TEXT_START} </w:t></w:r>`;
  return `<w:footnote w:id="${id}">${paragraph(writing.style('footnoteText'), mark + runs(content, writing))}</w:footnote>`;
}
