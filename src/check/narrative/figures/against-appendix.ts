import { CAPITAL, inSmallLetters } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Resolved } from '../../../model/resolved.ts';
import { WORDS } from '../../../model/words.ts';
import type { Rule } from '../../rule.ts';
import { isOutlook } from '../outlook.ts';
import { type Block, textOf } from '../report-text.ts';
import { clausesOf } from '../sentences.ts';
import { unified, wordsOf } from '../terms.ts';
import { equal } from './arithmetic.ts';
import { type Figure, figuresIn } from './figures.ts';
import { isUnderHeading, match, narrowingIn, type Row, Rows } from './label.ts';

/** Another time than the report's, or another measure. */
const OTHER =
  /cùng kỳ|so với|năm trước|kỳ trước|quý trước|tháng trước|năm 20\d\d,? (?:có|là|được)|đến hết năm|dự kiến|phấn đấu|mục tiêu|chỉ tiêu|kế hoạch giao|bình quân|trung bình|mỗi|lũy kế|kể từ|từ (?:khi|năm|đầu)|toàn (?:tỉnh|quốc|ngành)|cả nước|tăng|giảm/;
/** A body that is not the one that reports. */
const OTHER_BODY = new RegExp(
  [
    '(?:[Pp]hòng|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]rung tâm|[Cc]hi cục|[Tt]rường|[Bb]ệnh viện|[Đđ]ội|[Tt]ổ|[Ll]ĩnh vực|[Rr]iêng)',
    String.raw`\s+(?:[${CAPITAL}]|các\s|nhà\s|đất\s|về\s)`,
  ].join(''),
);

const ENOUGH = 0.78;
const RELATED = 0.5;

/** What is said around one figure. */
interface Saying {
  readonly figure: Figure;
  readonly text: string;
  /** What the clause said before it. */
  readonly lead: string;
}

/**
 * What a block says around the figures that were typed into it; those that Handlebars put in are the appendix's own. Of
 * several figures in one clause, each has what stands between commas.
 */
function sayingsOf(block: Block): readonly Saying[] {
  const figures = figuresIn(block);
  if (figures.every(({ bound }) => bound)) return [];
  return clausesOf(block).flatMap(({ sentence, start, end }): readonly Saying[] => {
    const own = figures.filter((one) => one.start >= start && one.end <= end);
    return own.flatMap((figure, i): readonly Saying[] => {
      if (figure.bound) return [];
      const previous = own[i - 1];
      const next = own[i + 1];
      const begin = previous === undefined ? start : lastBreak(block.text, previous.end, figure.start);
      const stop = next === undefined ? end : firstBreak(block.text, figure.end, next.start);
      return [{ figure, text: block.text.slice(begin, stop), lead: block.text.slice(sentence, begin) }];
    });
  });
}

const BREAK = /[,:()]\s?|\strong đó|\svà\s/gi;

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
  /,?\s*(?:cũng )?(?:theo|tại|căn cứ)\s+(?:Quyết định|Kế hoạch|Nghị định|Nghị quyết|Thông tư|Công văn|Văn bản|QĐ)[^,;]*/gi;

/** What a figure counts, in a word; of `8/8 huyện` it stands after the second. */
function unitHead(figure: Figure, block: Block): string {
  const stroke = /^\s?\/\s?$/;
  const after = figuresIn(block).find(({ start }) => stroke.test(block.text.slice(figure.end, start)));
  return unified((after ?? figure).unit).split(' ')[0] ?? '';
}

const ITEM_LABEL = /^([^:,;.\d]{3,60}):\s/;

/** What an item is about, as its label and the line above the list say. */
function scopeOf(block: Block, before: readonly Block[]): string {
  if (block.kind !== 'item') return '';
  const above = before.findLast(({ kind }) => kind !== 'item')?.text ?? '';
  return `${/:$/.test(above) ? above : ''} ${ITEM_LABEL.exec(block.text)?.[1] ?? ''}`;
}

/** An item `Môi trường: …` tells of its own, unless the row's label says so too. */
const isOfItem = (block: Block, { counted: { words, plain } }: Row): boolean =>
  wordsOf(ITEM_LABEL.exec(block.kind === 'item' ? block.text : '')?.[1] ?? '').every(
    (word) => words.has(word) || plain.includes(word),
  );

/** Where a saying stands. */
interface Setting {
  readonly block: Block;
  readonly rows: Rows;
  /** The headings above it in the template. */
  readonly headings: string;
  readonly scope: string;
  /** The unit's own, as `huyện Hương Khê`. */
  readonly place: string;
}

/** The row that a saying names, when one is named best and gives another figure. */
function contradicted(
  { figure, text: typed, lead }: Saying,
  { block, rows, headings, scope, place }: Setting,
): Row | undefined {
  const text = typed.replace(CITED, ' ');
  const lower = inSmallLetters(text);
  const lowerLead = inSmallLetters(lead);
  if (OTHER.test(lower) || OTHER.test(lowerLead) || OTHER_BODY.test(`${lead} ${text}`.replaceAll(place, ' ')))
    return undefined;
  const fitting = rows.counting(unitHead(figure, block), figure.percent);
  if (fitting.length === 0) return undefined;
  const said = new Set(wordsOf(text));
  const narrowing = new Set([...narrowingIn(text), ...scopesIn(`${scope} ${lead}`)]);
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
  if (
    `${lowerLead} ${lower}`.includes('trong đó') &&
    ![...narrowing].some((word) => best.row.counted.narrowing.has(word))
  )
    return undefined;
  // A figure that another row near to these words gives is that row's.
  const isNear = ({ counted: { words } }: Row): boolean =>
    [...words].filter((word) => said.has(word)).length / words.size >= RELATED;
  return fitting.some((row) => equal(row.amount, figure.amount) && isNear(row)) ? undefined : best.row;
}

/** Of what narrows a count, that which goes on to hold in the clauses after it. */
const SCOPES = [
  'lĩnh vực',
  'đất đai',
  'trực thuộc',
  'cấp tỉnh',
  'cấp huyện',
  'cấp xã',
  'liên thông',
  'viên chức',
  'hợp đồng',
];

function scopesIn(text: string): readonly string[] {
  const plain = unified(text);
  return SCOPES.filter((word) => plain.includes(word));
}

/** A figure of the narrative that names an indicator and is not its value. */
export const againstAppendix: Rule = {
  code: 'so-khac-phu-luc',
  check(resolved, template): readonly Problem[] {
    const rows = new Rows(resolved);
    const place = resolved.unit.name.replace(/^(?:Ủy|Uỷ) ban nhân dân\s+/i, '');
    return [...textOf(resolved, template).slots.values()].flatMap((blocks) =>
      blocks.flatMap((block, i) => {
        const sayings = sayingsOf(block);
        if (sayings.length === 0) return [];
        const before = blocks.slice(0, i);
        if (isOutlook(block, before, template)) return [];
        const headings = template.outline.find(({ slot }) => slot === block.name)?.headings.join(' ') ?? '';
        const setting = { rows, block, headings, scope: scopeOf(block, before), place };
        return sayings.flatMap((saying) => told(saying, setting, resolved) ?? []);
      }),
    );
  },
};

function told(saying: Saying, setting: Setting, resolved: Resolved): Problem | undefined {
  const { figure } = saying;
  const found = contradicted(saying, setting);
  if (found === undefined) return undefined;
  const { row } = found.counted;
  const params = {
    typed: `${figure.text}${figure.percent ? '%' : ''}`,
    label: row.label.replace(/\*/g, ''),
    value: resolved.values.get(row.id)?.shown ?? '',
  };
  const at = { kind: 'data', file: resolved.report.file, path: [WORDS.report.values, row.id] } as const;
  return problem('so-khac-phu-luc', params, setting.block.placeAt(figure.start), [at]);
}
