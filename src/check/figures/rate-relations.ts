import type { FormRow } from './form.ts';
import { type Label, sameHead, shared, tellingOf, wordsOf } from './label.ts';
import { DONE, TO_DO } from './part-relations.ts';
import { alike, belowOf, isCount, isPercent } from './rows.ts';

/** The rate is the parts together in percent of the total. */
export interface RateRelation {
  readonly rate: FormRow;
  readonly total: FormRow;
  readonly parts: readonly FormRow[];
  /** What may be meant instead of the parts: the form does not say. */
  readonly others: readonly (readonly FormRow[])[];
}

/** How much of a label has to be found again in another, for two rows to be about the same. */
const MOST = 0.7;
/** How much of a rate's label its part and its total have to explain between them. */
const NEARLY_ALL = 0.9;

/** A rate with its total and its part below it. */
export function* ratesAbove(rows: readonly FormRow[]): Iterable<RateRelation> {
  for (const rate of rows) {
    if (!isPercent(rate) || rate.read.looksElsewhere) continue;
    const [first, ...others] = belowOf(rate).filter(isCount);
    const below = first === undefined ? [] : [first, ...others.filter((other) => alike(first, other))];
    const total = below.find(({ read }) => read.isTotal) ?? below[0];
    const parts = below.filter((row) => row !== total);
    const { words } = rate.read;
    const [part] = [...parts].sort(
      (a, b) => shared(words, b.read.words) - shared(words, a.read.words) || a.index - b.index,
    );
    if (total === undefined || part === undefined) continue;
    const about = shared(part.read.telling, rate.read.telling) > 0;
    if (!about && total.row.kind !== 'money') continue;
    yield { rate, total, parts: [part], others: parts.filter((row) => row !== part).map((row) => [row]) };
  }
}

const LIGHT: ReadonlySet<string> = new Set('đã được là của và trong kỳ'.split(' '));
const isHeavy = (word: string): boolean => !LIGHT.has(word);
const heavy = ({ telling }: Label): readonly string[] => telling.filter(isHeavy);
const heavyIn = (text: string): readonly string[] => tellingOf(wordsOf(text)).filter(isHeavy);

/** Whether a rate's label has the words of a part, one after the other. */
function names(rate: Label, part: Label): boolean {
  return has(heavy(rate), heavy(part));
}

/** Whether some words stand among others, one after the other. */
function has(words: readonly string[], sought: readonly string[]): boolean {
  if (sought.length === 0) return false;
  return words.some((_, at) => sought.every((word, i) => words[at + i] === word));
}

/** `Tỷ lệ giải ngân so với kế hoạch`, `Tỷ lệ … trên tổng số …`: what is told, and of what. */
function readRate({ text }: Label): { readonly of: string; readonly whole: string | undefined } {
  const { of, whole } = /^(?<of>.+?)\s+(?:so với|trên)\s+(?<whole>.+)$/.exec(text)?.groups ?? {};
  return of === undefined ? { of: text, whole: undefined } : { of, whole };
}

const MAY_BE_WHOLE = new RegExp(`${TO_DO.source}|kế hoạch|dự toán`);

/** Whether the rate's words are those of a part and its whole, and the part brings some of them. */
function explains(rate: Label, parts: readonly FormRow[], whole: Label): boolean {
  const words = heavy(rate);
  const ofParts = parts.flatMap(({ read }) => heavy(read));
  const ofWhole = heavy(whole);
  const added = words.some((word) => ofParts.includes(word) && !ofWhole.includes(word));
  return added && shared(words, [...ofParts, ...ofWhole]) >= NEARLY_ALL;
}

/** "Tổng số trường công lập" and "Số trường đạt chuẩn" both count schools, as their unit of measure says. */
function sameUnitHead(a: FormRow, b: FormRow): boolean {
  const unit = wordsOf(a.row.unitOfMeasure.toLowerCase());
  const counts = ({ read }: FormRow): boolean => unit.every((word, i) => read.head[i] === word);
  return unit.length > 0 && counts(a) && counts(b);
}

/** What is not done, of which a rate that does not say so is none. */
const NOT_DONE = /(?<![a-zà-öø-ỹ])(?:chưa|đang|còn|không|quá|trễ)(?![a-zà-öø-ỹ])/;
const isOpen = ({ text }: Label): boolean => NOT_DONE.test(text);

/** Whether one row is the whole of another of its group, for this rate. */
function isWholeOf(whole: FormRow, part: FormRow, rate: FormRow, counts: readonly FormRow[]): boolean {
  if (!alike(whole, part)) return false;
  const { of, whole: said } = readRate(rate.read);
  const named = said === undefined ? [] : counts.filter(({ read }) => has(heavy(read), heavyIn(said)));
  if (named.length > 0) return whole === shortest(named) && shared(heavyIn(of), heavy(part.read)) >= NEARLY_ALL;
  const [one, other] = [whole.read, part.read];
  if (other.isTotal || !(sameHead(one.head, other.head) || sameUnitHead(whole, part))) return false;
  if (one.isTotal && shared(rate.read.telling, other.telling) >= MOST) return true;
  const mayBe = one.isTotal || MAY_BE_WHOLE.test(one.text);
  return mayBe && !DONE.test(one.text) && explains(rate.read, [part], one);
}

/** Of "Tổng số dự án" and "Số dự án hoàn thành", the one that says "dự án" and no more. */
const shortest = (rows: readonly FormRow[]): FormRow | undefined =>
  rows.toSorted((a, b) => heavy(a.read).length - heavy(b.read).length)[0];

/** How many rows above a rate are looked at. */
const NEAR = 4;

/** A rate after its total and its part: beside it, or in the block below its total. */
export function* ratesBeside(groups: readonly (readonly FormRow[])[]): Iterable<RateRelation> {
  for (const group of groups) {
    for (const [at, rate] of group.entries()) {
      if (!isPercent(rate) || !rate.read.isRate || rate.read.looksElsewhere) continue;
      if (belowOf(rate).some(isCount)) continue;
      const found = inBlock(rate, group.slice(0, at)) ?? amongSiblings(rate, group.slice(0, at));
      if (found === undefined) continue;
      yield found;
      yield* below(found);
    }
  }
}

/** "Số hồ sơ đã giải quyết, trong đó: trước hạn, đúng hạn, quá hạn", then "Tỷ lệ hồ sơ giải quyết trước hạn, đúng hạn". */
function inBlock(rate: FormRow, before: readonly FormRow[]): RateRelation | undefined {
  for (const total of before.filter(isCount).slice(-NEAR).toReversed()) {
    const block = belowOf(total).filter((part) => alike(total, part));
    const parts = block.filter(({ read }) => names(rate.read, read));
    if (parts.length === 0 || parts.length === block.length) continue;
    if (explains(rate.read, parts, total.read)) return { rate, total, parts, others: [] };
  }
  return undefined;
}

function amongSiblings(rate: FormRow, before: readonly FormRow[]): RateRelation | undefined {
  const counts = before.filter(isCount).slice(-NEAR);
  for (const total of counts.toReversed()) {
    const others = readRate(rate.read).whole === undefined ? counts.slice(counts.indexOf(total) + 1) : counts;
    const parts = others
      .toReversed()
      .filter((part) => part !== total && isWholeOf(total, part, rate, counts))
      .filter(({ read }) => isOpen(rate.read) || !isOpen(read));
    const part = parts.find(({ read }) => DONE.test(read.text)) ?? parts[0];
    if (part === undefined) continue;
    return { rate, total, parts: [part], others: parts.filter((row) => row !== part).map((row) => [row]) };
  }
  return undefined;
}

/** The same, sort by sort: below a rate, its part and its total stand the same sorts. */
function* below({ rate, total, parts }: RateRelation): Iterable<RateRelation> {
  const [part, ...more] = parts;
  if (part === undefined || more.length > 0) return;
  for (const one of belowOf(rate).filter((row) => isPercent(row) && row.read.isRate && belowOf(row).length === 0)) {
    const named = (rows: readonly FormRow[]) => rows.filter((row) => isCount(row) && names(one.read, row.read));
    const [[onePart, otherPart], [oneTotal, otherTotal]] = [named(belowOf(part)), named(belowOf(total))];
    if (onePart === undefined || oneTotal === undefined || !alike(oneTotal, onePart)) continue;
    if (otherPart !== undefined || otherTotal !== undefined) continue;
    yield { rate: one, total: oneTotal, parts: [onePart], others: [] };
  }
}
