import type { Problem, TemplatePlace } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { XmlToken } from '../ooxml/xml.ts';
import type { WordParagraph } from './template-paragraphs.ts';

const CHANGES = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange', 'w:pPrChange', 'w:tblPrChange']);

interface MarkedPart {
  readonly name: string;
  readonly tokens: readonly XmlToken[];
  readonly paragraphs: readonly WordParagraph[];
}

/** Tracked changes and comments that the keeper left, the first of each. Reports `mau-con-dau-sua`. */
export function leftMarks(
  parts: readonly MarkedPart[],
  place: (part: string, paragraph: WordParagraph | undefined) => TemplatePlace,
): readonly Problem[] {
  const found = new Map<'change' | 'comment', Problem>();
  for (const { name, tokens, paragraphs } of parts) {
    let count = 0;
    const open: number[] = [];
    for (const token of tokens) {
      if (token.kind === 'close' && token.name === 'w:p') open.pop();
      if (token.kind !== 'open') continue;
      if (token.name === 'w:p' && !token.selfClosing) {
        count += 1;
        open.push(count);
      }
      const mark = CHANGES.has(token.name) ? 'change' : token.name === 'w:commentReference' ? 'comment' : undefined;
      if (mark === undefined || found.has(mark)) continue;
      const paragraph = paragraphs.find(({ number }) => number === open.at(-1));
      found.set(mark, problem('mau-con-dau-sua', { mark }, place(name, paragraph)));
    }
  }
  return [...found.values()];
}
