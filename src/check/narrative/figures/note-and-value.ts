import { type Decimal, subtract } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import { WORDS } from '../../../model/words.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { equal, isRate, shown, sumOf, workedRate } from './arithmetic.ts';
import { figuresIn, sameHead } from './figures.ts';

/** Rates of what was cut since a year: of the number then and of the number cut, or of the number now. */
const CUT = /cắt giảm|tinh giản|đã giảm/i;

/** How the note works the value out, when that gives another one. */
function contradiction(note: Block, label: string, percent: boolean, value: Decimal): string | undefined {
  const figures = figuresIn(note).filter((one) => !one.percent);
  if (percent) {
    const [then, now] = figures;
    if (!CUT.test(label) || then === undefined || now === undefined) return undefined;
    const between = note.text.slice(then.end, now.start);
    const cut = /giảm\s*$/i.test(between) ? now.amount : subtract(then.amount, now.amount);
    if (cut.unscaled < 0n || isRate(value, cut, then.amount)) return undefined;
    return `${shown(cut)} / ${then.text} = ${workedRate(cut, then.amount)}%`;
  }
  // A note that is a list of parts from its first word to its last.
  const pieces = note.text.split(/[,;]\s/);
  const [first] = figures;
  if (pieces.length < 2 || figures.length !== pieces.length || !pieces.every((piece) => /^\s*\d/.test(piece)))
    return undefined;
  if (first === undefined || !figures.every((one) => sameHead(one, first))) return undefined;
  const sum = sumOf(figures.map(({ amount }) => amount));
  return equal(sum, value) ? undefined : `${figures.map(({ text }) => text).join(' + ')} = ${shown(sum)}`;
}

/** A note whose figures give another value than the one that it explains. */
export const noteAndValue: Rule = {
  code: 'ghi-chu-khac-so-lieu',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).notes.flatMap((note) => {
      const row = resolved.catalogue?.rows.find(({ id }) => id === note.name);
      const value = resolved.values.get(note.name);
      if (row === undefined || (value?.amount.kind !== 'count' && value?.amount.kind !== 'percent')) return [];
      const { kind, amount } = value.amount;
      const label = row.label.replace(/\*/g, '');
      const worked = contradiction(note, label, kind === 'percent', amount);
      if (worked === undefined) return [];
      const at = {
        kind: 'data',
        file: resolved.report.file,
        path: [WORDS.report.values, note.name, WORDS.value.value],
      } as const;
      return [problem('ghi-chu-khac-so-lieu', { label, value: value.shown, worked }, note.placeAt(0), [at])];
    });
  },
};
