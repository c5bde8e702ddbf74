import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Resolved } from '../model/resolved.ts';
import type { TemplateFacts } from '../model/template.ts';
import { nearest } from '../model/text.ts';
import { WORDS } from '../model/words.ts';
import type { Rule } from './rule.ts';

/** Narrative for a slot that the template does not have would be printed nowhere. */
export const unknownSlot = {
  code: 'khe-la',
  check({ report }: Pick<Resolved, 'report'>, template: TemplateFacts): readonly Problem[] {
    const slots = template.outline.map(({ slot }) => slot);
    return [...report.narrative.keys()]
      .filter((slot) => !slots.includes(slot))
      .map((slot) => {
        const at = { kind: 'data', file: report.file, path: [WORDS.report.narrative, slot], key: true } as const;
        const unfilled = slots.filter((known) => !report.narrative.has(known));
        const near = nearest(slot, unfilled) ?? nearest(slot, slots);
        return problem('khe-la', { slot, template: template.id, near }, at, [{ kind: 'file', file: template.file }]);
      });
  },
} satisfies Rule;
