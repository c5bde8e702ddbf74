import { dataWindow } from '../model/period.ts';
import type { DataPlace, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Resolved } from '../model/resolved.ts';
import { AGENCY_VALIDITY, beyond, type Validity, validityDate } from '../model/validity.ts';
import { WORDS } from '../model/words.ts';
import type { Rule } from './rule.ts';

interface Dated {
  readonly what: 'unit' | 'agency-type' | 'catalogue' | 'template';
  readonly name: string;
  readonly validity: Validity;
  /** Where the given end of the validity is written. */
  readonly date: (end: 'from' | 'to') => DataPlace;
}

const KEYS = { from: WORDS.validity.validFrom, to: WORDS.validity.validTo } as const;

function datedOf({ unit, catalogue, templateId, templateValidity }: Resolved): readonly Dated[] {
  const inFile =
    (file: string, above: readonly string[] = []) =>
    (end: 'from' | 'to'): DataPlace => ({
      kind: 'data',
      file,
      path: [...above, KEYS[end]],
    });
  const agencyType: Dated = {
    what: 'agency-type',
    name: unit.agencyType,
    validity: AGENCY_VALIDITY[unit.agencyType],
    date: () => ({ kind: 'data', file: unit.file, path: [WORDS.unit.agencyType] }),
  };
  return [
    { what: 'unit', name: unit.id, validity: unit.validity, date: inFile(unit.file) },
    agencyType,
    ...(catalogue === undefined
      ? []
      : [
          {
            what: 'catalogue',
            name: catalogue.id,
            validity: catalogue.validity,
            date: inFile(catalogue.file),
          } as const,
        ]),
    {
      what: 'template',
      name: templateId,
      validity: templateValidity.validity,
      date: inFile(templateValidity.file, [templateId]),
    },
  ];
}

/**
 * A report for a period in which its unit, agency type, catalogue or template does not apply. What counts is the last
 * day of the period's data: a body that ended within the period no longer reports it, its successor does.
 */
export const outsideValidity: Rule = {
  code: 'ngoai-hieu-luc',
  check(resolved): readonly Problem[] {
    const { report } = resolved;
    const { to: lastDay } = dataWindow(report.period);
    return datedOf(resolved).flatMap(({ what, name, validity, date }) => {
      const end = beyond(validity, lastDay);
      if (end === undefined) return [];
      const { successors } = validity;
      const params = { what, name, period: report.period.id, end, date: validityDate(validity, end), successors };
      return [problem('ngoai-hieu-luc', params, { kind: 'file', file: report.file }, [date(end)])];
    });
  },
};
