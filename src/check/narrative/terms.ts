import { LETTER } from '../../model/letters.ts';

/**
 * Words of administrative-reform reports that stand for one another, so that `thủ tục hành chính` in a sentence meets
 * `TTHC` in a form. Longer spellings come first.
 */
const TERMS: readonly (readonly [RegExp, string])[] = [
  [/văn bản quy phạm pháp luật|văn bản qppl/g, 'vbqppl'],
  [/đơn vị sự nghiệp công lập|đơn vị sự nghiệp công|đvsncl|đơn vị sncl|đvsn công lập|đơn vị sự nghiệp|đvsn/g, 'đvsn'],
  [/thủ tục hành chính/g, 'tthc'],
  [/(?:ủy|uỷ) ban nhân dân/g, 'ubnd'],
  [/hội đồng nhân dân/g, 'hđnd'],
  [/cải cách hành chính/g, 'cchc'],
  [/công nghệ thông tin/g, 'cntt'],
  [/dịch vụ công/g, 'dvc'],
  [/ngân sách nhà nước/g, 'nsnn'],
  [/phản ánh,? kiến nghị/g, 'pakn'],
  [/bưu chính công ích/g, 'bcci'],
  [/quy trình nội bộ/g, 'qtnb'],
  [/trực tuyến một phần/g, 'mđ_một_phần'],
  [/(?:trực tuyến )?toàn trình/g, 'mđ_toàn_trình'],
  [/(?:đúng|trước) hẹn/g, 'đúng hạn'],
  [/(?:trễ|quá|chậm) (?:hẹn|hạn)|trễ hạn/g, 'quá hạn'],
  [/tỉ lệ/g, 'tỷ lệ'],
];

const LEVELS = /(?:mức độ|mức|mđ)\s*(\d)(?:\s*(?:,|và|và mức độ|,\s*mức độ)\s*(?:mức độ\s*)?(\d))?/g;

/** All spellings at once, each term's in a group of its own: a text is gone over once, not once a term. */
const ANY_TERM = new RegExp(TERMS.map(([{ source }]) => `(${source})`).join('|'), 'g');
const shortOf = (...[, ...groups]: readonly (string | undefined)[]): string =>
  TERMS[groups.findIndex((group) => group !== undefined)]?.[1] ?? '';

/** One text in one spelling: lower case, terms by their abbreviations, levels of online services as one word each. */
export function unified(text: string): string {
  const short = text.toLowerCase().replace(ANY_TERM, shortOf);
  return short.replace(LEVELS, (_, first: string, second?: string) =>
    second === undefined ? `mđ_${first}` : `mđ_${first} mđ_${second}`,
  );
}

/** Letters, digits and `²`, but not digits alone. */
const WORD = new RegExp(String.raw`\d*[${LETTER}¹²³¼-¾_][${LETTER}¹²³¼-¾_\d]*`, 'g');

/** The words of a text in one spelling, figures left out. */
export const wordsOf = (text: string): readonly string[] => unified(text).match(WORD) ?? [];

/** How much two texts share of their words: 1 when they have the same words, 0 when none. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / (a.size + b.size - shared);
}
