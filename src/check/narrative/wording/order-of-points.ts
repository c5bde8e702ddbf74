import { SMALL_LETTER } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';

/** Points by the Vietnamese alphabet: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

/** A sign that counts: `3.`, `c)`. */
interface Mark {
  readonly text: string;
  readonly style: string;
  readonly rank: number;
  readonly block: Block;
  readonly offset: number;
}

const HEADING_MARK = new RegExp(String.raw`^(\d{1,2}[.)]|[${SMALL_LETTER}]\))\s`);
const INLINE = /\((\d{1,2})\)(?=\s)/g;

function markOf(block: Block): Mark | undefined {
  const text = block.kind === 'item' ? block.marker : (HEADING_MARK.exec(block.text)?.[1] ?? '');
  const counted = /^(\d{1,2})([.)])$/.exec(text);
  const at = { text, block, offset: 0 };
  if (counted !== null) return { ...at, style: `${block.kind} 1${counted[2]}`, rank: Number(counted[1]) };
  const rank = LETTERS.indexOf(text.charAt(0));
  return rank >= 0 && text.length === 2 && text.endsWith(')')
    ? { ...at, style: `${block.kind} a)`, rank: rank + 1 }
    : undefined;
}

const spelled = (rank: number, { style }: Mark): string => {
  const sign = style.includes('.') ? '.' : ')';
  return style.includes('a)') ? `${LETTERS[rank - 1] ?? '?'})` : `${rank}${sign}`;
};

function fault(previous: Mark, mark: Mark): readonly Problem[] {
  const expected = previous.rank + 1;
  if (mark.rank === expected) return [];
  const params = { before: previous.text, mark: mark.text, expected: spelled(expected, mark) };
  return [
    problem('thu-tu-liet-ke', params, mark.block.placeAt(mark.offset), [previous.block.placeAt(previous.offset)]),
  ];
}

/** Signs at the beginning of blocks. A new first point begins a new list, when something stands between. */
function inBlocks(blocks: readonly Block[]): readonly Problem[] {
  const last = new Map<string, Mark>();
  const problems: Problem[] = [];
  let since = 0;
  for (const block of blocks) {
    const mark = markOf(block);
    if (mark === undefined) {
      if (block.kind === 'subheading' || block.kind === 'paragraph') since += 1;
      continue;
    }
    const previous = last.get(mark.style);
    const restarts = mark.rank === 1 && (since > 0 || previous === undefined || previous.rank > 1);
    if (previous !== undefined && !restarts) problems.push(...fault(previous, mark));
    last.set(mark.style, mark);
    // Below a point of one kind, points of the others begin anew.
    for (const style of [...last.keys()])
      if (style !== mark.style && rankOf(style) > rankOf(mark.style)) last.delete(style);
    since = 0;
  }
  return problems;
}

const rankOf = (style: string): number =>
  ['subheading 1.', 'subheading 1)', 'subheading a)', 'item 1.', 'item 1)', 'item a)'].indexOf(style);

/** `(1) …; (2) …; (4) …` in one block. */
function inLine(block: Block): readonly Problem[] {
  const marks = [...block.text.matchAll(INLINE)].map((match): Mark => {
    return { text: match[0], style: 'inline', rank: Number(match[1]), block, offset: match.index };
  });
  if (marks[0]?.rank !== 1) return [];
  return marks.flatMap((mark, i) => {
    const previous = marks[i - 1];
    return previous === undefined || mark.rank === 1 ? [] : fault(previous, mark);
  });
}

/** Points and numbers that are doubled or skipped. */
export const orderOfPoints: Rule = {
  code: 'thu-tu-liet-ke',
  check(resolved, template): readonly Problem[] {
    const { slots } = textOf(resolved, template);
    return [...slots.values()].flatMap((blocks) => [...inBlocks(blocks), ...blocks.flatMap(inLine)]);
  },
};
