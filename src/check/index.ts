import type { Problem } from '../model/problem.ts';
import type { Resolved } from '../model/resolved.ts';
import type { Template } from '../model/template.ts';
import { FIGURE_RULES } from './figures/index.ts';
import { leftToFill } from './left-to-fill.ts';
import { missingField } from './missing-field.ts';
import { missingSlot } from './missing-slot.ts';
import { NARRATIVE_RULES } from './narrative/index.ts';
import { reportDate } from './report-date.ts';
import type { Rule } from './rule.ts';
import { unknownSlot } from './unknown-slot.ts';
import { unreviewed } from './unreviewed.ts';
import { outsideValidity } from './validity.ts';

/** All rules, in the order in which their findings are shown. */
export const RULES: readonly Rule[] = [
  outsideValidity,
  reportDate,
  missingField,
  leftToFill,
  unknownSlot,
  missingSlot,
  unreviewed,
  ...FIGURE_RULES,
  ...NARRATIVE_RULES,
];

/** Applies every rule to a report and the template that it goes into. */
export const check = (resolved: Resolved, template: Template): readonly Problem[] =>
  RULES.flatMap((rule) => rule.check(resolved, template));
