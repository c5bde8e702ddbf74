import type { Problem } from '../../model/problem.ts';
import type { TemplateFacts } from '../../model/template.ts';
import { columnsNotShown, indicatorsNotPrinted, partsWithoutRow } from './columns.ts';
import { contentWithoutSlot } from './content.ts';
import { headingsWithoutText, slotsWithoutHeading } from './headings.ts';
import type { TemplateRule, TemplateUse } from './rule.ts';
import { missingStyles } from './styles.ts';

export type { TemplateUse } from './rule.ts';

const RULES: readonly TemplateRule[] = [
  missingStyles,
  slotsWithoutHeading,
  headingsWithoutText,
  columnsNotShown,
  partsWithoutRow,
  indicatorsNotPrinted,
  contentWithoutSlot,
];

/** Applies every rule to a template; with `sound` unset, those whose findings would follow from broken tags are left. */
export const checkTemplate = (
  template: TemplateFacts,
  uses: readonly TemplateUse[],
  sound: boolean,
): readonly Problem[] =>
  RULES.filter(({ wantsSoundTags }) => sound || !wantsSoundTags).flatMap((rule) => rule.check(template, uses));
