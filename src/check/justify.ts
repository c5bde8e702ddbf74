import { justificationLine } from '../model/justification.ts';
import { hasErrors, type Problem, type Subject } from '../model/problem.ts';
import { isProblemCode, PROBLEM_CODES, PROBLEM_KINDS, problem } from '../model/problem-codes.ts';
import type { Justification, Report } from '../model/report.ts';
import type { Resolved } from '../model/resolved.ts';
import type { Template } from '../model/template.ts';
import { nearest } from '../model/text.ts';
import { WORDS } from '../model/words.ts';

const names = ({ indicator, slot }: Subject): boolean => indicator !== undefined || slot !== undefined;

/** What a justification names must be there; what it leaves open may be anything. */
const answersFor = (given: Justification, found: Problem): boolean =>
  given.code === found.code &&
  (given.about.indicator === undefined || given.about.indicator === found.about.indicator) &&
  (given.about.slot === undefined || given.about.slot === found.about.slot);

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/**
 * Puts the reasons that a report gives (`giai_trinh`) to its problems. A reason answers for the problems of its code at
 * the place that it names; with `can_cu`, only as long as they rest on the same figures and words. Errors are not
 * answered for.
 * Reports `giai-trinh-ma-la`, `giai-trinh-loi`, `giai-trinh-thua`, `giai-trinh-khong-ro`, `giai-trinh-cu`,
 * `giai-trinh-thieu-can-cu`, `chi-tieu-la`, `khe-la`.
 */
export function justify(
  problems: readonly Problem[],
  { report, catalogue }: Pick<Resolved, 'report' | 'catalogue'>,
  template: Template | undefined,
): readonly Problem[] {
  if (report.justifications.length === 0) return problems;
  const reasons = new Map<Problem, Justification>();
  const own = report.justifications.flatMap((given) => {
    const misnamed = nameFaults(given, catalogue, template);
    if (misnamed.length > 0) return misnamed;
    const { answered, faults } = answer(given, problems, report);
    for (const found of answered) if (!reasons.has(found)) reasons.set(found, given);
    return faults;
  });
  const told = problems.map((found): Problem => {
    const given = reasons.get(found);
    return given === undefined ? found : { ...found, justified: { reason: given.reason, at: given.at } };
  });
  return [...told, ...own];
}

/** A code, an indicator or a slot that does not exist. */
function nameFaults(
  { code, about, at }: Justification,
  catalogue: Resolved['catalogue'],
  template: Template | undefined,
): readonly Problem[] {
  const faults: Problem[] = [];
  const place = (key: string) => ({ ...at, path: [...at.path, key] });
  if (!isProblemCode(code)) {
    const near = nearest(code, PROBLEM_CODES);
    faults.push(problem('giai-trinh-ma-la', { code, near }, place(WORDS.justification.code)));
  }
  const { indicator: id, slot } = about;
  const rows = catalogue?.rows.map((row) => row.id);
  if (id !== undefined && catalogue !== undefined && rows !== undefined && !rows.includes(id)) {
    const params = { id, catalogue: catalogue.id, near: nearest(id, rows) };
    faults.push(problem('chi-tieu-la', params, place(WORDS.justification.indicator)));
  }
  const slots = template?.outline.map((one) => one.slot);
  if (slot !== undefined && template !== undefined && slots !== undefined && !slots.includes(slot)) {
    const params = { slot, template: template.id, near: nearest(slot, slots) };
    faults.push(problem('khe-la', params, place(WORDS.justification.slot)));
  }
  return faults;
}

interface Answer {
  readonly answered: readonly Problem[];
  readonly faults: readonly Problem[];
}

function answer(given: Justification, problems: readonly Problem[], report: Report): Answer {
  const { code, basis, at } = given;
  const fault = (found: Problem): Answer => ({ answered: [], faults: [found] });
  const there = problems.filter((found) => answersFor(given, found));
  const [first] = there;
  if (first === undefined) {
    if (isProblemCode(code) && PROBLEM_KINDS[code].severity === 'loi')
      return fault(problem('giai-trinh-loi', { code }, at));
    // With errors about, not everything was looked at.
    if (hasErrors(problems)) return { answered: [], faults: [] };
    const others = problems.filter((found) => found.code === code).map(justificationLine);
    return fault(
      problem('giai-trinh-thua', { code, others: distinct(others) }, at, [{ kind: 'file', file: report.file }]),
    );
  }
  if (there.some(({ severity }) => severity === 'loi'))
    return fault(problem('giai-trinh-loi', { code }, at, [first.at]));
  const bases = distinct(there.map((found) => found.basis));
  if (basis !== undefined) {
    const same = there.filter((found) => found.basis === basis);
    if (same.length > 0) return { answered: same, faults: [] };
    return fault(problem('giai-trinh-cu', { code, basis: bases }, at, [first.at]));
  }
  const places = distinct(there.map(({ about }) => JSON.stringify(about)));
  if (!names(given.about) && places.length > 1) {
    const lines = distinct(there.map(justificationLine));
    return fault(
      problem(
        'giai-trinh-khong-ro',
        { code, lines },
        at,
        there.map((found) => found.at),
      ),
    );
  }
  return { answered: there, faults: [problem('giai-trinh-thieu-can-cu', { code, basis: bases }, at, [first.at])] };
}
