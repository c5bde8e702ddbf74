import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Resolved } from '../model/resolved.ts';
import type { TemplateFacts } from '../model/template.ts';
import { WORDS } from '../model/words.ts';
import type { Rule } from './rule.ts';

/** A heading of the template with nothing under it, unless its slot is optional. */
export const missingSlot = {
  code: 'thieu-khe',
  check({ report }: Pick<Resolved, 'report'>, template: TemplateFacts): readonly Problem[] {
    return template.outline
      .filter(({ slot, optional }) => !optional && !report.narrative.has(slot))
      .map(({ slot, heading }) => {
        const at = { kind: 'data', file: report.file, path: [WORDS.report.narrative] } as const;
        return problem('thieu-khe', { slot, heading }, at);
      });
  },
} satisfies Rule;
