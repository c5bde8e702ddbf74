import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { ValueKind } from '../../../model/words.ts';
import { formOf, nameOf } from '../../figures/form.ts';
import type { Rule } from '../../rule.ts';
import { textOf } from '../report-text.ts';
import { figuresIn } from './figures.ts';

const NUMERIC: ReadonlySet<ValueKind> = new Set(['count', 'percent', 'money']);

/** A row that is to have a figure and has none, while its note has one. */
export const noteInsteadOfValue: Rule = {
  code: 'so-lieu-trong-ghi-chu',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).notes.flatMap((note) => {
      const found = resolved.catalogue === undefined ? undefined : formOf(resolved.catalogue).byId.get(note.name);
      if (found === undefined || resolved.values.has(note.name) || figuresIn(note).length === 0) return [];
      if (!NUMERIC.has(found.row.kind)) return [];
      const params = { label: nameOf(found), id: note.name, note: note.text };
      return [problem('so-lieu-trong-ghi-chu', params, note.placeAt(0))];
    });
  },
};
