import type { Problem } from '../../model/problem.ts';
import { missingSlot } from '../missing-slot.ts';
import { unknownSlot } from '../unknown-slot.ts';
import type { TemplateRule } from './rule.ts';

/** What the reports of a template hold and it has no slot for, and the slots that they leave empty. */
export const contentWithoutSlot: TemplateRule = {
  wantsSoundTags: true,
  check: (template, uses) =>
    uses.flatMap(({ template: used, report }): readonly Problem[] => {
      if (used.id !== template.id || report === undefined) return [];
      return [...unknownSlot.check({ report }, template), ...missingSlot.check({ report }, template)];
    }),
};
