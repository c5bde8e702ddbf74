/** So many words in a row are a phrase. */
export const PHRASE = { least: 2, most: 7 } as const;

/** Tells most words apart, by three letters and the length, and is compared sooner than they are. */
const keyOf = (word: string): number => {
  const { length } = word;
  return (
    ((word.charCodeAt(0) * 31 + word.charCodeAt((length - 1) >> 1)) * 31 + word.charCodeAt(length - 1)) * 31 + length
  );
};

/** Whether word `i` stands before itself, or with the next one less than a phrase before them both. */
function comesAgain(keys: readonly number[], i: number): boolean {
  for (let length = PHRASE.least; length <= PHRASE.most; length += 1)
    if (keys[i - length] === keys[i] && keys[i - length + 1] === keys[i + 1]) return true;
  return keys[i - 1] === keys[i];
}

const SLOTS = 256;

/** Whether anything may be said twice running. Most words did not stand among the few before them: one look tells. */
export function mayRepeat(words: readonly string[]): boolean {
  const keys = words.map(keyOf);
  const lastIn = new Int32Array(SLOTS).fill(-PHRASE.most - 1);
  for (let i = 0; i < keys.length; i += 1) {
    const slot = (keys[i] ?? 0) % SLOTS;
    if (i - (lastIn[slot] ?? 0) <= PHRASE.most && comesAgain(keys, i)) return true;
    lastIn[slot] = i;
  }
  return false;
}
