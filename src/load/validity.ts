import { type FullDate, readDate, shortDate } from '../model/date.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { nearest } from '../model/text.ts';
import { type DatedThing, isEmpty, type Validity } from '../model/validity.ts';
import { WORDS } from '../model/words.ts';
import { type Decoder, Fields, listOf, placeOf, text } from './decode.ts';
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

/** What may follow: things of the same kind. */
export interface Successors {
  readonly what: DatedThing;
  readonly known: readonly string[];
}

/** A body that does not report here is named in full, as people call it; what has no file of its own is named by one. */
const FILE_NAME = /^[a-z0-9][a-z0-9-]*$/;

/** One name, or several. Reports `ke-tiep-la`. */
function successors({ what, known }: Successors): Decoder<readonly string[]> {
  const named: Decoder<string> = (node, decoding) => {
    const name = text(node, decoding);
    if (name === undefined || known.includes(name) || (what === 'unit' && !FILE_NAME.test(name))) return name;
    decoding.problems.push(problem('ke-tiep-la', { what, name, near: nearest(name, known) }, placeOf(node, decoding)));
    return name;
  };
  return (node, decoding) => {
    if (node.kind !== 'text') return listOf(named)(node, decoding);
    const name = named(node, decoding);
    return name === undefined ? [] : [name];
  };
}

/** `tu_ngay`, `den_ngay`, `ke_tiep` of whatever carries them. Reports `hieu-luc-nguoc`, `ke-tiep-la`. */
export function readValidity(fields: Fields<typeof WORDS.validity>, following: Successors): Validity {
  const validity: Validity = {
    from: fields.optional('validFrom', fullDate),
    to: fields.optional('validTo', fullDate),
    successors: fields.optional('successors', successors(following)) ?? [],
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
    if (fields !== undefined) value.set(name, readValidity(fields, { what: 'template', known: templates }));
  }
  return { value, problems };
}
