import { compare } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import { nameOf } from './form.ts';
import { figureRule } from './rule.ts';

/** Two sorts together ("mức độ 3 và 4") that are fewer than one of them. */
export const unions = figureRule('chung-nho-hon-rieng', function* ({ figures, relations }) {
  for (const { whole, parts } of relations.unions) {
    const together = figures.figure(whole);
    for (const part of parts) {
      const one = figures.figure(part);
      if (together === undefined || one === undefined || compare(together, one) >= 0) continue;
      const params = {
        whole: nameOf(whole),
        wholeTyped: figures.value(whole)?.shown ?? '',
        part: nameOf(part),
        partTyped: figures.value(part)?.shown ?? '',
      };
      yield problem('chung-nho-hon-rieng', params, figures.place(whole), figures.places([part]), {
        basis: figures.basis([whole, part]),
      });
    }
  }
});
