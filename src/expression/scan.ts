/**
 * What has to be settled before a JavaScript-like parser can read what an official types: numbers in Vietnamese, the
 * semicolon that Excel has between arguments, and where each name stands (the parser does not say).
 */
export interface Scanned {
  /** As long as what was typed, so that offsets stay. */
  readonly text: string;
  readonly words: readonly { readonly word: string; readonly offset: number }[];
  /** How deep its parentheses go. */
  readonly depth: number;
}

/** Signs and words between conditions. */
export const LOGICAL: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  '&&': 'and',
  va: 'and',
  và: 'and',
  '||': 'or',
  hoac: 'or',
  hoặc: 'or',
  '!': 'not',
  khong: 'not',
  không: 'not',
};

const TOKEN = /[\p{L}_][\p{L}\p{N}_]*|\d[\d.,]*|./gsu;
const THOUSANDS = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/** `2.481` is 2481 and `7,5` is 7.5, as everywhere in a report; a point that cannot part thousands is a decimal one. */
function plainNumber(typed: string): string {
  const bare = typed.replace(/[.,]+$/, '');
  const read = THOUSANDS.test(bare) ? bare.replace(/\./g, '') : bare;
  return read.replace(',', '.').padEnd(bare.length, ' ') + typed.slice(bare.length);
}

export function scan(typed: string): Scanned {
  const words: { word: string; offset: number }[] = [];
  let text = '';
  let open = 0;
  let depth = 0;
  for (const [token] of typed.matchAll(TOKEN)) {
    if (/^\d/.test(token)) text += plainNumber(token);
    else if (/^\s$/u.test(token)) text += ' ';
    else text += token === ';' ? ',' : token;
    if (token === '(') open += 1;
    if (token === ')') open -= 1;
    depth = Math.max(depth, open);
    if (/^[\p{L}_]/u.test(token) && !Object.hasOwn(LOGICAL, token)) {
      words.push({ word: token, offset: text.length - token.length });
    }
  }
  return { text, words, depth };
}
