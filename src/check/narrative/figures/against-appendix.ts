import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import { WORDS } from '../../../model/words.ts';
import type { Rule } from '../../rule.ts';
import { isOutlook } from '../outlook.ts';
import { type Block, textOf } from '../report-text.ts';
import { clausesOf } from '../sentences.ts';
import { unified, wordsOf } from '../terms.ts';
import { equal } from './arithmetic.ts';
import { type Figure, figuresIn } from './figures.ts';
import { isUnderHeading, match, narrowingIn, type Row, rowsOf } from './label.ts';

/** Another time than the report's, or another measure. */
const OTHER =
  /cùng kỳ|so với|năm trước|kỳ trước|quý trước|tháng trước|năm 20\d\d,? (?:có|là|được)|đến hết năm|dự kiến|phấn đấu|mục tiêu|chỉ tiêu|kế hoạch giao|bình quân|trung bình|mỗi|lũy kế|kể từ|từ (?:khi|năm|đầu)|toàn (?:tỉnh|quốc|ngành)|cả nước|tăng|giảm/iu;
/** A body that is not the one that reports. */
const OTHER_BODY =
  /(?:[Pp]hòng|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]rung tâm|[Cc]hi cục|[Tt]rường|[Bb]ệnh viện|[Đđ]ội|[Tt]ổ|[Ll]ĩnh vực|[Rr]iêng)\s+(?:\p{Lu}|các\s|nhà\s|đất\s|về\s)/u;

const ENOUGH = 0.78;
const RELATED = 0.5;

/** What is said around one figure. */
interface Saying {
  readonly figure: Figure;
  readonly text: string;
  /** What the clause said before it. */
  readonly lead: string;
}

/** Of several figures in one clause, each has what stands between commas. */
function sayingsOf(block: Block): readonly Saying[] {
  const figures = figuresIn(block);
  return clausesOf(block).flatMap(({ sentence, start, end }): readonly Saying[] => {
    const own = figures.filter((one) => one.start >= start && one.end <= end);
    return own.map((figure, i) => {
      const previous = own[i - 1];
      const next = own[i + 1];
      const begin = previous === undefined ? start : lastBreak(block.text, previous.end, figure.start);
      const stop = next === undefined ? end : firstBreak(block.text, figure.end, next.start);
      return { figure, text: block.text.slice(begin, stop), lead: block.text.slice(sentence, begin) };
    });
  });
}

const BREAK = /[,:()]\s?|\strong đó|\svà\s/giu;

const lastBreak = (text: string, from: number, to: number): number => {
  const found = [...text.slice(from, to).matchAll(BREAK)].at(-1);
  return found === undefined ? to : from + found.index;
};
const firstBreak = (text: string, from: number, to: number): number => {
  const found = text.slice(from, to).search(BREAK);
  return found < 0 ? to : from + found;
};

/** What a clause says around its figure: citations say nothing of it. */
const CITED =
  /,?\s*(?:cũng )?(?:theo|tại|căn cứ)\s+(?:Quyết định|Kế hoạch|Nghị định|Nghị quyết|Thông tư|Công văn|Văn bản|QĐ)[^,;]*/giu;

/** What a figure counts, in a word; of `8/8 huyện` it stands after the second. */
function unitHead(figure: Figure, block: Block): string {
  const stroke = /^\s?\/\s?$/;
  const after = figuresIn(block).find(({ start }) => stroke.test(block.text.slice(figure.end, start)));
  return unified((after ?? figure).unit).split(' ')[0] ?? '';
}

const ITEM_LABEL = /^([^:,;.\d]{3,60}):\s/u;

/** What an item is about, as its label and the line above the list say. */
function scopeOf(block: Block, before: readonly Block[]): string {
  if (block.kind !== 'item') return '';
  const above = before.findLast(({ kind }) => kind !== 'item')?.text ?? '';
  return `${/:$/.test(above) ? above : ''} ${ITEM_LABEL.exec(block.text)?.[1] ?? ''}`;
}

/** An item `Môi trường: …` tells of its own, unless the row's label says so too. */
const isOfItem = (block: Block, { words, plain }: Row): boolean =>
  wordsOf(ITEM_LABEL.exec(block.kind === 'item' ? block.text : '')?.[1] ?? '').every(
    (word) => words.has(word) || plain.includes(word),
  );

/** Where a saying stands. */
interface Setting {
  readonly block: Block;
  /** The headings above it in the template. */
  readonly headings: string;
  readonly scope: string;
  /** The unit's own, as `huyện Hương Khê`. */
  readonly place: string;
}

/** The row that a saying names, when one is named best and gives another figure. */
function contradicted(
  { figure, text: typed, lead }: Saying,
  rows: readonly Row[],
  { block, headings, scope, place }: Setting,
) {
  const text = typed.replace(CITED, ' ');
  if (OTHER.test(text) || OTHER.test(lead) || OTHER_BODY.test(`${lead} ${text}`.replaceAll(place, ' ')))
    return undefined;
  const said = new Set(wordsOf(text));
  const narrowing = new Set([...narrowingIn(text), ...scopesIn(`${scope} ${lead}`)]);
  const head = unitHead(figure, block);
  const fitting = rows.filter((row) => row.percent === figure.percent && row.plain.includes(head));
  const scored = fitting
    .map((row) => ({ row, score: match(row, said, narrowing) }))
    .filter(({ score }) => score >= ENOUGH)
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined) return undefined;
  if (!isUnderHeading(best.row, new Set(wordsOf(`${headings} ${block.text}`)))) return undefined;
  if (!isOfItem(block, best.row)) return undefined;
  // Where the row's own figure stands beside it, this one is of something more or less.
  if (figuresIn(block).some((one) => equal(one.amount, best.row.amount))) return undefined;
  // Two rows that are said as well as each other: of whom is open.
  if (second !== undefined && second.score === best.score && !equal(second.row.amount, best.row.amount))
    return undefined;
  // A part of a whole is named by what sets it apart.
  if (/trong đó/iu.test(`${lead} ${text}`) && ![...narrowing].some((word) => best.row.narrowing.has(word)))
    return undefined;
  // A figure that another row near to these words gives is that row's.
  const near = fitting.filter(
    (row) => [...row.words].filter((word) => said.has(word)).length / row.words.size >= RELATED,
  );
  return near.some((row) => equal(row.amount, figure.amount)) ? undefined : best.row;
}

const SCOPES = new Set([
  'lĩnh vực',
  'đất đai',
  'trực thuộc',
  'cấp tỉnh',
  'cấp huyện',
  'cấp xã',
  'liên thông',
  'viên chức',
  'hợp đồng',
]);
const scopesIn = (text: string): readonly string[] => [...narrowingIn(text)].filter((word) => SCOPES.has(word));

/** A figure of the narrative that names an indicator and is not its value. */
export const againstAppendix: Rule = {
  code: 'so-khac-phu-luc',
  check(resolved, template): readonly Problem[] {
    const rows = rowsOf(resolved);
    if (rows.length === 0) return [];
    const place = resolved.unit.name.replace(/^(?:Ủy|Uỷ) ban nhân dân\s+/iu, '');
    return [...textOf(resolved, template).slots.values()].flatMap((blocks) =>
      blocks.flatMap((block, i) => {
        const before = blocks.slice(0, i);
        if (figuresIn(block).length === 0 || isOutlook(block, before, template)) return [];
        const headings = template.outline.find(({ slot }) => slot === block.name)?.headings.join(' ') ?? '';
        const setting = { block, headings, scope: scopeOf(block, before), place };
        return sayingsOf(block).flatMap((saying) => {
          const { figure } = saying;
          const found = figure.bound ? undefined : contradicted(saying, rows, setting);
          if (found === undefined) return [];
          const { row } = found;
          const params = {
            typed: `${figure.text}${figure.percent ? '%' : ''}`,
            label: row.label.replace(/\*/g, ''),
            value: resolved.values.get(row.id)?.shown ?? '',
          };
          const at = { kind: 'data', file: resolved.report.file, path: [WORDS.report.values, row.id] } as const;
          return [problem('so-khac-phu-luc', params, block.placeAt(figure.start), [at])];
        });
      }),
    );
  },
};
