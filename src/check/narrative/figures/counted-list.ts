import { decimal } from '../../../model/decimal.ts';
import { CAPITAL, LETTER } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { sentencesOf } from '../sentences.ts';
import { equal } from './arithmetic.ts';
import { type Figure, figuresIn } from './figures.ts';

/** A list longer than this is not counted out in a sentence. */
const MOST = 15;
const ANNOUNCES = /^[^.;\d]{0,60}(?:gồm|sau|cụ thể|là)\s*(?:đây)?\s*:\s*$/i;
const INLINE = /\((\d{1,2})\)\s/g;

function told(block: Block, figure: Figure, counted: number): readonly Problem[] {
  if (counted < 2 || figure.percent || equal(figure.amount, decimal(BigInt(counted)))) return [];
  const params = { stated: figure.text, what: figure.unit, counted };
  return [problem('dem-khac-liet-ke', params, block.placeAt(figure.start))];
}

/** `02 nhiệm vụ, gồm: (1) …; (2) …`. */
function inline(block: Block): readonly Problem[] {
  if (!block.text.includes('1)')) return [];
  return sentencesOf(block).flatMap(({ start, end }) => {
    const numbers = [...block.text.slice(start, end).matchAll(INLINE)];
    const [first] = numbers;
    if (first === undefined || numbers.some(([, number], i) => Number(number) !== i + 1)) return [];
    const before = figuresIn(block).filter((one) => one.start >= start && one.end <= start + first.index);
    const figure = before.at(-1);
    if (
      figure === undefined ||
      figure.unit === '' ||
      !ANNOUNCES.test(block.text.slice(figure.end, start + first.index))
    )
      return [];
    return told(block, figure, numbers.length);
  });
}

/** What may be elided in a name, so that a comma parts no names: `Trường Tiểu học A, B`. */
const NAMED = new RegExp(
  [
    `^(?:[${CAPITAL}]`,
    '|(?:phòng|sở|ban|chi cục|trung tâm|trường|xã|phường|thị trấn|huyện|bệnh viện|văn phòng|công ty|hội|đoàn|tổ|UBND|thôn|đội)',
    String.raw`\s+[${LETTER}]).{3,}$`,
  ].join(''),
);
const NAMES =
  /^[^.;:()\d]{0,60}?(?:,|\s)(?:gồm|bao gồm|gồm có|là|đó là|cụ thể|cụ thể là|sau đây)\s*:?\s+|^[^.;:()\d]{0,60}:\s+|^[^.;:()\d]{0,30}\(\s?(?:gồm|bao gồm)?:?\s?/i;
/** What has a name of its own. */
const BODIES =
  /^(?:đơn vị|cơ quan|phòng|xã|phường|sở|huyện|ban|trường|chi cục|trung tâm|địa phương|thôn|doanh nghiệp|bệnh viện|công ty|hội|đội)(?![a-zà-öø-ỹ])/;
const PLURAL = /^(?:các|những|một số|cả|nhiều)\s/i;
const OPEN_END = /…|\.\.\.|v\.v|vv|như|một số|các /i;

const AND = new RegExp(String.raw`\s[Vv][Àà]\s(?=[${LETTER}])`, 'g');

/** `05 đơn vị, gồm: A, B, C và D`: the fewest and the most that the names can be; `và` may stand inside a name. */
function named(list: string): { readonly least: number; readonly most: number } | undefined {
  const sign = list.includes(';') ? /;\s*/ : /,\s*/;
  const pieces = list.split(sign).map((piece) => piece.replace(/^\s*và\s+/, '').trim());
  if (pieces.length < 2 || OPEN_END.test(list) || !pieces.every((piece) => NAMED.test(piece) && !PLURAL.test(piece)))
    return undefined;
  const ands = pieces.flatMap((piece) => piece.match(AND) ?? []);
  return { least: pieces.length, most: pieces.length + ands.length };
}

/** A number of bodies, and their names in a row. */
function names(block: Block): readonly Problem[] {
  const figures = figuresIn(block);
  return sentencesOf(block).flatMap(({ start, end }) =>
    figures.flatMap((figure, i) => {
      if (figure.start < start || figure.end > end || figure.percent || !BODIES.test(figure.unit)) return [];
      const rest = block.text.slice(figure.end, end);
      const lead = NAMES.exec(rest);
      const next = figures[i + 1];
      if (lead === null) return [];
      const opened = lead[0].includes('(');
      const list = rest
        .slice(lead[0].length)
        .replace(opened ? /\).*$/ : /[.]\s*$/, '')
        .trim();
      if ((next !== undefined && next.start < figure.end + lead[0].length + list.length) || /[()\d:“]/.test(list))
        return [];
      const count = named(list);
      const stated = figure.amount.scale === 0 ? Number(figure.amount.unscaled) : Number.NaN;
      if (count === undefined || Number.isNaN(stated) || stated < 2 || (stated >= count.least && stated <= count.most))
        return [];
      // Far off, the names stand for something else than what is counted.
      const counted = stated < count.least ? count.least : count.most;
      return Math.abs(stated - counted) > Math.max(2, stated / 4) ? [] : told(block, figure, counted);
    }),
  );
}

/** `03 kế hoạch sau:` with the items below, each of one thing. */
function listed(block: Block, blocks: readonly Block[], at: number): readonly Problem[] {
  if (!block.text.endsWith(':')) return [];
  const last = sentencesOf(block).at(-1);
  const figures = figuresIn(block).filter(({ start }) => start >= (last?.start ?? 0));
  const [figure, second] = figures;
  if (figure === undefined || second !== undefined || figure.unit === '' || figure.amount.unscaled > BigInt(MOST))
    return [];
  if (!ANNOUNCES.test(block.text.slice(figure.end))) return [];
  const following = blocks.slice(at + 1);
  const sign = following[0]?.marker ?? '';
  const end = following.findIndex(
    ({ kind, marker }) => kind !== 'item' || (marker !== sign && !/\d|[a-zà-öø-ỹ]/.test(sign)),
  );
  const items = end < 0 ? following : following.slice(0, end);
  // An item with figures of its own may stand for several things.
  if (items.some((item) => figuresIn(item).length > 0 || /…|\.\.\./.test(item.text))) return [];
  return told(block, figure, items.length);
}

/** A number of things, and a list of more or fewer. */
export const countedList: Rule = {
  code: 'dem-khac-liet-ke',
  check(resolved, template): readonly Problem[] {
    const { slots } = textOf(resolved, template);
    return [...slots.values()].flatMap((blocks) =>
      blocks.flatMap((block, i) => [...inline(block), ...names(block), ...listed(block, blocks, i)]),
    );
  },
};
