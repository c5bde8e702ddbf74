import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split('|'));

/** Words that Vietnamese doubles on purpose. */
const DOUBLED = set(
  'luôn|dần|từ|ngày|đời|xanh|người|nhà|ai|mãi|đều|chung|song|khăng|hằng|vừa|sau|năm|ba|chiều|sáng|đêm|tháng|lần|hay|cao|xa|rất',
);
/** Words that begin no compound: doubled, they are a slip. */
const SMALL = set(
  'các|của|và|về|cho|được|đã|tại|với|những|để|theo|trong|là|có|do|khi|này|bị|mà|như|nhằm|ở|bằng|hoặc|cùng',
);
/** Compounds whose first word often ends the compound before: `điều hành hành chính`, `quy định định kỳ`. */
const COMPOUNDS = set(
  'hiện đại|hành chính|hành vi|định kỳ|định hướng|định mức|chính quyền|chính phủ|chính sách|chính trị|chính xác|chức danh|chức năng|chức trách|chức vụ|cách thức|cách làm|tra cứu|quan tâm|quan trọng|quan hệ|dân chủ|dân cư|dân vận|hợp tác|hợp lý|hợp pháp|tin cậy|tin học|vị trí|đạo đức|sát sao|phòng chống|phòng ngừa|phòng ban|pháp luật|pháp lý|thể chế|thể hiện|công chức|công vụ|công tác|công khai|công dân|công nghệ|tác động|tác phong|tác nghiệp|vụ việc|nghiệp vụ|nhân dân|nhân lực|nhân sự|quản lý|quản trị|số liệu|số hóa',
);

const TWICE = /(?<![\p{L}\d-])(\p{L}+)\s+\1(?![\p{L}-])/giu;
const PHRASE = /(?<!\p{L})(\p{L}+(?:\s\p{L}+){1,6})\s+\1(?!\p{L})/giu;
/** With a comma, the second may be the beginning of a longer name: `một cửa, một cửa liên thông`. */
const LISTED = /(?<!\p{L})(\p{L}+(?:\s\p{L}+){1,6}),\s+\1(?!\p{L})/giu;
const WORD_BEFORE = /(\p{L}+)\s+$/u;
const WORD_AFTER = /^\s+(\p{L}+)/u;

/** The words that come before each pair of words in the report: `hành chính` comes after `cách` too. */
function beforePairs(blocks: readonly Block[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const { text } of blocks) {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    for (const [i, word] of words.entries()) {
      const key = `${word} ${words[i + 1] ?? ''}`;
      const before = pairs.get(key) ?? new Set<string>();
      before.add(words[i - 1] ?? '');
      pairs.set(key, before);
    }
  }
  return pairs;
}

interface Twice {
  readonly word: string;
  readonly before: string;
  readonly after: string;
}

/** Whether the two are the end of one compound and the beginning of the next. */
function compoundsMeet({ word, before, after }: Twice, blocks: readonly Block[]): boolean {
  if (SMALL.has(word) || before === '' || after === '') return false;
  if (COMPOUNDS.has(`${word} ${after}`)) return true;
  const elsewhere = beforePairs(blocks).get(`${word} ${after}`) ?? new Set<string>();
  return [...elsewhere].some((one) => one !== before && one !== word);
}

/** The same word, or the same few words, twice in a row. */
export const repeatedWords: Rule = {
  code: 'lap-tu',
  check(resolved, template): readonly Problem[] {
    const { blocks } = textOf(resolved, template);
    return blocks.flatMap((block) => {
      const words = [...block.text.matchAll(TWICE)].filter(({ 0: all, 1: typed = '', index }) => {
        const word = typed.toLowerCase();
        const before = WORD_BEFORE.exec(block.text.slice(0, index))?.[1]?.toLowerCase() ?? '';
        const after = WORD_AFTER.exec(block.text.slice(index + all.length))?.[1]?.toLowerCase() ?? '';
        return !DOUBLED.has(word) && !/^[IVX]+$/.test(typed) && !compoundsMeet({ word, before, after }, blocks);
      });
      const listed = [...block.text.matchAll(LISTED)].filter(({ 0: all, index }) => {
        const rest = block.text.slice(index + all.length);
        const after = WORD_AFTER.exec(rest)?.[1]?.toLowerCase();
        return after === undefined || SMALL.has(after);
      });
      const phrases = [...block.text.matchAll(PHRASE), ...listed];
      return [...words, ...phrases].map(({ 0: said, index }) =>
        problem('lap-tu', { words: said }, block.placeAt(index)),
      );
    });
  },
};
