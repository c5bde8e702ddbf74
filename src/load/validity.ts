import { type FullDate, readDate, shortDate } from '../model/date.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { nearest } from '../model/text.ts';
import { isEmpty, type Validity } from '../model/validity.ts';
import { WORDS } from '../model/words.ts';
import { type Decoder, Fields, placeOf, text, textList } from './decode.ts';
import type { YamlNode } from './yaml.ts';

/** A whole date: `30/6/2025`. Reports `ngay-sai`, `ngay-khong-co`. */
const fullDate: Decoder<FullDate> = (node, decoding) => {
  const typed = text(node, decoding);
  if (typed === undefined) return undefined;
  const read = readDate(typed);
  if (typeof read !== 'string' && read.day !== undefined && read.month !== undefined) {
    return { day: read.day, month: read.month, year: read.year };
  }
  const code = read === 'impossible' ? 'ngay-khong-co' : 'ngay-sai';
  decoding.problems.push(problem(code, { value: typed }, placeOf(node, decoding)));
  return undefined;
};

/** `tu_ngay`, `den_ngay`, `ke_tiep` of whatever carries them. Reports `hieu-luc-nguoc`. */
export function readValidity(fields: Fields<typeof WORDS.validity>): Validity {
  const validity: Validity = {
    from: fields.optional('validFrom', fullDate),
    to: fields.optional('validTo', fullDate),
    successors: fields.optional('successors', textList) ?? [],
  };
  const { from, to } = validity;
  if (from !== undefined && to !== undefined && isEmpty(validity)) {
    fields.report('validTo', (at) => problem('hieu-luc-nguoc', { from: shortDate(from), to: shortDate(to) }, at));
  }
  return validity;
}

/**
 * Takes the templates' validities out of templates/hieu-luc.yaml: a group for each template.
 * Reports `mau-la` for a template that is not there.
 */
export function readTemplateValidities(
  node: YamlNode,
  file: string,
  templates: readonly string[],
): Outcome<ReadonlyMap<string, Validity>> {
  const problems: Problem[] = [];
  const decoding = { file, problems };
  const value = new Map<string, Validity>();
  const entries = node.kind === 'map' ? node.entries : [];
  if (node.kind !== 'map' && node.kind !== 'empty') {
    problems.push(problem('sai-dang', { expected: 'map', key: 'hieu-luc' }, { kind: 'file', file }));
  }
  for (const [name, child] of entries) {
    if (!templates.includes(name)) {
      const at = { ...placeOf(child, decoding), key: true };
      problems.push(problem('mau-la', { name, near: nearest(name, templates) }, at));
    }
    const fields = Fields.of(child, WORDS.validity, decoding);
    if (fields !== undefined) value.set(name, readValidity(fields));
  }
  return { value, problems };
}
