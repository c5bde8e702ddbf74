import { isSafeName } from '../model/names.ts';
import { nearPeriod, readPeriod } from '../model/period.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { CatalogueChoice, NumberFormat, Signatory, Unit } from '../model/unit.ts';
import { AGENCY_TYPES, WORDS } from '../model/words.ts';
import { type Decoder, Fields, mapOf, oneOf, placeOf, text, textList, yesNo } from './decode.ts';
import { readValidity } from './validity.ts';
import type { YamlNode } from './yaml.ts';

/** A name that becomes a file's name. Reports `ten-tep-sai`. */
export const fileName: Decoder<string> = (node, decoding) => {
  const name = text(node, decoding);
  if (name === undefined || isSafeName(name)) return name;
  decoding.problems.push(problem('ten-tep-sai', { name }, placeOf(node, decoding)));
  return undefined;
};

export const signatory: Decoder<Signatory> = (node, decoding) => {
  const fields = Fields.of(node, WORDS.signatory, decoding);
  if (fields === undefined) return undefined;
  const authority = fields.optional('authority', textList) ?? [];
  const position = fields.required('position', text);
  const name = fields.required('name', text);
  return position === undefined || name === undefined ? undefined : { authority, position, name };
};

const numberFormat: Decoder<NumberFormat> = (node, decoding) => {
  const fields = Fields.of(node, WORDS.format, decoding);
  if (fields === undefined) return undefined;
  return { leadingZero: fields.optional('leadingZero', yesNo), thousands: fields.optional('thousands', yesNo) };
};

/** One catalogue, or `{ first period: catalogue }`. Reports `ky-la`. */
const catalogueChoice: Decoder<CatalogueChoice> = (node, decoding) => {
  if (node.kind !== 'map') {
    const id = fileName(node, decoding);
    return id === undefined ? undefined : { kind: 'one', id };
  }
  const byPeriod = mapOf(fileName)(node, decoding);
  for (const [key, child] of node.entries) {
    if (readPeriod(key) !== undefined) continue;
    const at = { ...placeOf(child, decoding), key: true };
    decoding.problems.push(problem('ky-la', { name: key, near: nearPeriod(key) }, at));
  }
  return byPeriod === undefined ? undefined : { kind: 'by-period', byPeriod };
};

/** At least one line. Reports `muc-trong`. */
const someTexts: Decoder<readonly string[]> = (node, decoding) => {
  const texts = textList(node, decoding);
  if (texts?.length !== 0) return texts;
  decoding.problems.push(problem('muc-trong', { key: String(node.path.at(-1)) }, placeOf(node, decoding)));
  return undefined;
};

const NO_CATALOGUE: CatalogueChoice = { kind: 'none' };

/** Takes a unit out of data/don-vi/<id>.yaml; `units`: the names of all there are. */
export function readUnit(
  node: YamlNode,
  id: string,
  file: string,
  units: readonly string[],
): Outcome<Unit | undefined> {
  const problems: Problem[] = [];
  const fields = Fields.of(node, WORDS.unit, { file, problems });
  if (fields === undefined) return { value: undefined, problems };
  const name = fields.required('name', text);
  const agency = fields.required('agency', someTexts);
  // What else is wrong with the unit's reports is told in the same run: the type stands in for one that was mistyped.
  const agencyType = fields.required('agencyType', oneOf(AGENCY_TYPES)) ?? 'so';
  const symbol = fields.required('symbol', text);
  const template = fields.required('template', fileName);
  const catalogue =
    fields.nodeOf('catalogue') === undefined ? NO_CATALOGUE : fields.optional('catalogue', catalogueChoice);
  const rest = {
    shortName: fields.optional('shortName', text),
    placeName: fields.optional('placeName', text),
    superior: fields.optional('superior', textList) ?? [],
    subject: fields.optional('subject', text),
    format: fields.optional('format', numberFormat) ?? {},
    signatory: fields.optional('signatory', signatory),
    recipients: fields.optional('recipients', textList) ?? [],
    parent: fields.optional('parent', fileName),
    validity: readValidity(fields, { what: 'unit', known: units }),
  };
  if (
    name === undefined ||
    agency === undefined ||
    symbol === undefined ||
    template === undefined ||
    catalogue === undefined
  ) {
    return { value: undefined, problems };
  }
  return {
    value: {
      id,
      file,
      name,
      agency,
      agencyType,
      symbol,
      template,
      catalogue,
      ...rest,
      shortName: rest.shortName ?? name,
    },
    problems,
  };
}
