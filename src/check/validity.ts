import type { Catalogue } from '../model/catalogue.ts';
import { dataWindow, type Period } from '../model/period.ts';
import type { DataPlace, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Unit } from '../model/unit.ts';
import {
  AGENCY_VALIDITY,
  beyond,
  type DatedThing,
  type TemplateValidity,
  type Validity,
  validityDate,
} from '../model/validity.ts';
import { WORDS } from '../model/words.ts';
import type { Rule } from './rule.ts';

/** What a report of a period rests on. */
export interface ReportBasis {
  readonly file: string;
  readonly period: Period;
  readonly unit: Unit;
  readonly catalogue: Catalogue | undefined;
  readonly templateId: string;
  readonly templateValidity: TemplateValidity;
}

interface Dated {
  readonly what: DatedThing;
  readonly name: string;
  readonly validity: Validity;
  /** The file with its dates, and where in it they stand; an agency type's dates are known to the program. */
  readonly dates: { readonly file: string; readonly above: readonly string[] } | DataPlace;
}

const KEYS = { from: WORDS.validity.validFrom, to: WORDS.validity.validTo } as const;

const agencyOf = ({ unit }: ReportBasis): Dated => ({
  what: 'agency-type',
  name: unit.agencyType,
  validity: AGENCY_VALIDITY[unit.agencyType],
  dates: { kind: 'data', file: unit.file, path: [WORDS.unit.agencyType] },
});

/** A unit that does not name its successor has that of its agency type, when both ended. */
function unitOf(basis: ReportBasis): Dated {
  const { unit } = basis;
  const { successors } = unit.validity.successors.length > 0 ? unit.validity : agencyOf(basis).validity;
  return {
    what: 'unit',
    name: unit.id,
    validity: { ...unit.validity, successors },
    dates: { file: unit.file, above: [] },
  };
}

function formsOf({ catalogue, templateId, templateValidity }: ReportBasis): readonly Dated[] {
  const template: Dated = {
    what: 'template',
    name: templateId,
    validity: templateValidity.validity,
    dates: { file: templateValidity.file, above: [templateId] },
  };
  if (catalogue === undefined) return [template];
  const { id: name, validity, file } = catalogue;
  return [{ what: 'catalogue', name, validity, dates: { file, above: [] } }, template];
}

/**
 * What of a report does not apply in its period. What counts is the last day of the period's data: a body that ended
 * within the period no longer reports it, its successor does. Where the body itself is gone, its forms are not asked.
 */
export function outsideItsTime(basis: ReportBasis): readonly Problem[] {
  const { to: lastDay } = dataWindow(basis.period);
  const faultOf = ({ what, name, validity, dates }: Dated): readonly Problem[] => {
    const end = beyond(validity, lastDay);
    if (end === undefined) return [];
    const date: DataPlace =
      'kind' in dates ? dates : { kind: 'data', file: dates.file, path: [...dates.above, KEYS[end]] };
    const { successors } = validity;
    const params = { what, name, period: basis.period.id, end, date: validityDate(validity, end), successors };
    return [problem('ngoai-hieu-luc', params, { kind: 'file', file: basis.file }, [date])];
  };
  for (const body of [unitOf(basis), agencyOf(basis)]) {
    const faults = faultOf(body);
    if (faults.length > 0) return faults;
  }
  return formsOf(basis).flatMap(faultOf);
}

/** A report for a period in which its unit, agency type, catalogue or template does not apply. */
export const outsideValidity: Rule = {
  code: 'ngoai-hieu-luc',
  check: ({ report, ...resolved }) => outsideItsTime({ ...resolved, file: report.file, period: report.period }),
};
