import { compare } from '../../model/decimal.ts';
import { problem } from '../../model/problem-codes.ts';
import { nameOf } from './form.ts';
import { figureRule } from './rule.ts';

/** A part that is larger than its whole. */
export const parts = figureRule('phan-lon-hon-tong', function* ({ figures, relations }) {
  for (const { part, whole } of relations.partsOfWholes) {
    const [less, more] = [figures.figure(part), figures.figure(whole)];
    if (less === undefined || more === undefined || compare(less, more) <= 0) continue;
    const params = {
      part: nameOf(part),
      partTyped: figures.value(part)?.shown ?? '',
      whole: nameOf(whole),
      wholeTyped: figures.value(whole)?.shown ?? '',
    };
    yield problem('phan-lon-hon-tong', params, figures.place(part), figures.places([whole]), {
      basis: figures.basis([part, whole]),
    });
  }
});
