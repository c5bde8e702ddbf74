import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { textOf } from '../report-text.ts';

const SHOWN = 60;

/** A lead-in at a slot's end with nothing after it; the headings below may be what it leads to. */
export const leftHanging: Rule = {
  code: 'bo-lung',
  check(resolved, template): readonly Problem[] {
    const { slots } = textOf(resolved, template);
    return template.outline.flatMap(({ slot, headings }, i) => {
      const next = template.outline[i + 1];
      const goesOn = next !== undefined && (i === 0 || headings.length < next.headings.length);
      const last = (slots.get(slot) ?? []).findLast(({ kind }) => kind !== 'footnote');
      if (goesOn || last === undefined || !/:\s*$/.test(last.text)) return [];
      const params = { text: last.text.slice(-SHOWN) };
      return [problem('bo-lung', params, last.placeAt(Math.max(0, last.text.length - 1)))];
    });
  },
};
