import type { DrawnLine, Paragraph, Run } from './model.ts';

/**
 * A template is measured with something in the place of each tag: its form is judged as it will be printed. `undefined`
 * for a name that is not known: the tag stays as it is.
 */
export type Sample = (tag: string) => string | undefined;

const TAG = /\{([^{}]*)\}/g;
const MARK = /^\s*\{[#/^][^{}]*\}\s*$/;

/** A paragraph that only opens or closes a condition is not printed. */
export const isMark = (text: string): boolean => MARK.test(text);

/** The known fields that paragraphs print, each once, as they were typed. */
export function tagsIn(paragraphs: readonly Paragraph[], sample: Sample): readonly string[] {
  const texts = paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
  const tags = texts.flatMap((text) => [...text.matchAll(TAG)].map(([whole, tag = '']) => ({ whole, tag })));
  return [...new Set(tags.filter(({ tag }) => printed(tag, sample)).map(({ whole }) => whole))];
}

/** Runs with samples for their tags; a tag split over runs takes the look of its first. */
export function filled(runs: readonly Run[], sample: Sample): readonly Run[] {
  const joined = runs.map(({ text }) => text).join('');
  if (!joined.includes('{')) return runs;
  const texts = runs.map(() => '');
  const starts: number[] = [];
  let total = 0;
  for (const { text } of runs) {
    starts.push(total);
    total += text.length;
  }
  const runAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  const put = (offset: number, text: string): void => {
    const at = Math.max(0, runAt(offset));
    texts[at] = `${texts[at] ?? ''}${text}`;
  };
  let last = 0;
  const copy = (from: number, to: number): void => {
    for (let i = from; i < to; i += 1) put(i, joined[i] ?? '');
  };
  for (const match of joined.matchAll(TAG)) {
    copy(last, match.index);
    put(match.index, printed(match[1] ?? '', sample) ?? match[0]);
    last = match.index + match[0].length;
  }
  copy(last, joined.length);
  return runs.map((run, i) => ({ ...run, text: texts[i] ?? '' }));
}

function printed(tag: string, sample: Sample): string | undefined {
  const name = tag.replace(/\u00a0/g, ' ').trim();
  if (/^[#/^]/.test(name)) return '';
  return sample(name);
}

/** `vach 40% co_quan`: what the line's length will be when a report is made. */
export function sharedLine(line: DrawnLine): DrawnLine {
  const match = /^vach\s+(\d+(?:[.,]\d+)?)\s*%/.exec(line.description.normalize('NFC').trim());
  return match === null ? line : { ...line, share: Number((match[1] ?? '').replace(',', '.')) / 100 };
}
