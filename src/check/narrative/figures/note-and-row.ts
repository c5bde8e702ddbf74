import { compare } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import { WORDS } from '../../../model/words.ts';
import { type FormRow, formOf, nameOf } from '../../figures/form.ts';
import type { Rule } from '../../rule.ts';
import { textOf } from '../report-text.ts';
import { figuresIn } from './figures.ts';

/** `năm 2021 giao 60 biên chế`, as notes repeat what a row beside them says. */
const SAID = /năm\s+(?<year>\d{4})[^.;,\d]{0,20}?(?<what>giao|có mặt)\s+(?=\d)/gi;
const ROWS: Readonly<Record<string, RegExp>> = { giao: /được giao/, 'có mặt': /có mặt/ };

const nearby = ({ parent }: FormRow): readonly FormRow[] =>
  parent === undefined ? [] : [parent, ...parent.parts, ...parent.children];

/** A note that gives this year's figure of a row beside its own, and not as that row gives it. */
export const noteAndRow: Rule = {
  code: 'ghi-chu-khac-dong',
  check(resolved, template): readonly Problem[] {
    const { catalogue, report, values } = resolved;
    if (catalogue === undefined) return [];
    const form = formOf(catalogue);
    return textOf(resolved, template).notes.flatMap((note) => {
      const own = form.byId.get(note.name);
      if (own === undefined) return [];
      return [...note.text.matchAll(SAID)].flatMap((match) => {
        const { year = '', what = '' } = match.groups ?? {};
        const end = match.index + match[0].length;
        const figure = figuresIn(note).find(({ start }) => start === end);
        const other = nearby(own).find((row) => row !== own && ROWS[what.toLowerCase()]?.test(row.read.text));
        const value = values.get(other?.row.id ?? '');
        if (figure === undefined || other === undefined || Number(year) !== report.period.year) return [];
        if (value?.amount.kind !== 'count' || compare(value.amount.amount, figure.amount) === 0) return [];
        const words = `${match[0]}${figure.text}`.replace(/\s+/g, ' ');
        const params = { label: nameOf(own), words, other: nameOf(other), typed: value.shown };
        const at = { kind: 'data', file: report.file, path: [WORDS.report.values, other.row.id] } as const;
        return [problem('ghi-chu-khac-dong', params, note.placeAt(match.index), [at])];
      });
    });
  },
};
