import type { Catalogue } from '../../model/catalogue.ts';
import type { Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { TemplateFacts } from '../../model/template.ts';
import type { Unit } from '../../model/unit.ts';

/** A unit's report, or a unit that has none yet, with the template and the catalogue that it takes. */
export interface TemplateUse {
  readonly template: TemplateFacts;
  readonly unit: Unit;
  readonly catalogue: Catalogue | undefined;
  readonly report: Report | undefined;
}

/** One rule about a template among the units, catalogues and reports that use it. Pure. */
export interface TemplateRule {
  /** With broken tags its findings would only follow from these. */
  readonly wantsSoundTags: boolean;
  /** `uses` are those of all templates. */
  readonly check: (template: TemplateFacts, uses: readonly TemplateUse[]) => readonly Problem[];
}
