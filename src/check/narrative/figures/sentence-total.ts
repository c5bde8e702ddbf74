import type { Decimal } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { sentencesOf } from '../sentences.ts';
import { equal, shown, sumOf } from './arithmetic.ts';
import { isChange, wrongTotals } from './breakdown.ts';
import { type Figure, figuresIn, outsideBrackets, sameHead, withoutBrackets } from './figures.ts';

interface At {
  readonly block: Block;
  readonly figure: Figure;
}

function told(total: At, parts: readonly At[]): Problem {
  const amounts = parts.map(({ figure }) => figure.worth);
  const params = {
    total: total.figure.text,
    parts: parts.map(({ figure }) => figure.text).join(' + '),
    sum: shown(unitSum(total, parts) ?? sumOf(amounts)),
  };
  const places = parts.map(({ block, figure }) => block.placeAt(figure.start));
  return problem('tong-trong-cau', params, total.block.placeAt(total.figure.start), places);
}

/** The sum in the unit that all are typed in; with several units of money, none. */
const unitSum = (total: At, parts: readonly At[]): Decimal | undefined =>
  parts.every(({ figure }) => figure.unit === '' || figure.unit.split(' ')[0] === total.figure.unit.split(' ')[0])
    ? sumOf(parts.map(({ figure }) => figure.amount))
    : undefined;

const differ = (total: Figure, parts: readonly Figure[]): boolean =>
  parts.length >= 2 && !equal(sumOf(parts.map((one) => one.worth)), total.worth);

const LEADS_ON = /(?:cụ thể|trong đó|gồm|chia theo|chia ra|như sau)[^.;]{0,40}:$|^[^,;]{0,30}:$/i;

/** The items that follow a block, of one sign; deeper ones are left out. */
function itemsAfter(blocks: readonly Block[], index: number): readonly Block[] {
  const items: Block[] = [];
  const sign = blocks[index + 1]?.marker ?? '';
  for (const block of blocks.slice(index + 1)) {
    if (block.kind !== 'item' || block.marker === blocks[index]?.marker) break;
    if (block.marker === sign || /\d/.test(sign)) items.push(block);
  }
  return items;
}

/** `15.822 hồ sơ, cụ thể:` with one figure in each item below. */
function listTotals(blocks: readonly Block[]): readonly Problem[] {
  return blocks.flatMap((block, i) => {
    if (!block.text.includes(':')) return [];
    const figures = figuresIn(block).filter((one) => !one.percent && !isChange(block.text, one));
    const last = sentencesOf(block).at(-1);
    const total =
      outsideBrackets(block.text, figures, block.text.length).findLast(({ start }) => start >= (last?.start ?? 0)) ??
      figures[0];
    if (total === undefined || total.unit === '' || !LEADS_ON.test(withoutBrackets(block.text.slice(total.end))))
      return [];
    const parts = itemsAfter(blocks, i).map((item) => {
      const figure = figuresIn(item).find((one) => !one.percent && sameHead(one, total));
      return figure === undefined ? undefined : { block: item, figure };
    });
    const known = parts.filter((part) => part !== undefined);
    if (
      known.length < parts.length ||
      !differ(
        total,
        known.map(({ figure }) => figure),
      )
    )
      return [];
    return [told({ block, figure: total }, known)];
  });
}

/** `305 người được nâng lương[^8]`, with the parts in the footnote between semicolons. */
function noteTotals(blocks: readonly Block[]): readonly Problem[] {
  return blocks.flatMap((block) =>
    block.marks.flatMap(({ at, mark }) => {
      const sentence = sentencesOf(block).find(({ start, end }) => start <= at && at <= end + 1);
      const totals = figuresIn(block).filter(
        (one) => !one.percent && one.end <= at && one.start >= (sentence?.start ?? 0),
      );
      const [total] = totals;
      if (total === undefined || totals.length > 1) return [];
      const note = blocks.find(({ kind, marker }) => kind === 'footnote' && marker === mark);
      const parts = note === undefined ? undefined : partsOfNote(note);
      if (note === undefined || parts === undefined || !differ(total, parts)) return [];
      return [
        told(
          { block, figure: total },
          parts.map((figure) => ({ block: note, figure })),
        ),
      ];
    }),
  );
}

/** One figure in each piece of a footnote that lists people. */
function partsOfNote(note: Block): readonly Figure[] | undefined {
  if (figuresIn(note).length < 2) return undefined;
  const parts: Figure[] = [];
  let start = 0;
  for (const piece of note.text.split(';')) {
    const outside = piece.replace(/\([^()]*\)?/g, (inner) => ' '.repeat(inner.length));
    const inPiece = figuresIn(note).filter(
      (one) => one.start >= start && one.end <= start + piece.length && outside[one.start - start] !== ' ',
    );
    const [figure] = inPiece;
    if (figure === undefined || inPiece.length > 1 || figure.percent) return undefined;
    parts.push(figure);
    start += piece.length + 1;
  }
  return parts;
}

/** Totals in a sentence, before a list or before a footnote that are not what their parts add up to. */
export const sentenceTotal: Rule = {
  code: 'tong-trong-cau',
  check(resolved, template): readonly Problem[] {
    const { blocks: all, slots } = textOf(resolved, template);
    const inSentences = all.flatMap((block) =>
      wrongTotals(block).map(({ total, parts }) =>
        told(
          { block, figure: total },
          parts.map((figure) => ({ block, figure })),
        ),
      ),
    );
    return [...inSentences, ...[...slots.values()].flatMap((blocks) => [...listTotals(blocks), ...noteTotals(blocks)])];
  },
};
