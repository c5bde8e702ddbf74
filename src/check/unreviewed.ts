import type { DataPlace, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { WORDS } from '../model/words.ts';
import type { Rule } from './rule.ts';

/** Narrative and values that `gen new --tu` took over, as long as the report's list of them (`xem_lai`) names them. */
export const unreviewed: Rule = {
  code: 'chua-xem-lai',
  check({ report }): readonly Problem[] {
    const { narrative, values, unreviewed: list } = WORDS.report;
    return report.unreviewed.map((name, index) => {
      const entry: DataPlace = { kind: 'data', file: report.file, path: [list, index] };
      const group = report.narrative.has(name) ? narrative : values;
      const there = report.narrative.has(name) || report.values.has(name);
      const at: DataPlace = { kind: 'data', file: report.file, path: [group, name], key: true };
      return there ? problem('chua-xem-lai', { name }, at, [entry]) : problem('chua-xem-lai', { name }, entry);
    });
  },
};
