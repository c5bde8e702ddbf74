import type { Catalogue, CatalogueRow, CatalogueRule } from '../model/catalogue.ts';
import { RESERVED_NAMES } from '../model/names.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { nearest } from '../model/text.ts';
import { RULE_SEVERITIES, VALUE_KINDS, type ValueKind, WHEN_MISSING, WORDS } from '../model/words.ts';
import { type Decoder, Fields, lines, listOf, mapOf, oneOf, placeOf, text, yesNo } from './decode.ts';
import { readValidity } from './validity.ts';
import type { YamlNode } from './yaml.ts';

const ID = /^[a-z][a-z0-9_]{0,59}$/;
const RESERVED: ReadonlySet<string> = new Set(RESERVED_NAMES);

/** An indicator's id. Reports `ma-chi-tieu-sai`. */
const indicatorId: Decoder<string> = (node, decoding) => {
  const id = text(node, decoding);
  if (id === undefined || (ID.test(id) && !RESERVED.has(id))) return id;
  decoding.problems.push(problem('ma-chi-tieu-sai', { id }, placeOf(node, decoding)));
  return undefined;
};

const valueKind: Decoder<ValueKind> = (node, decoding) => {
  const typed = text(node, decoding);
  if (typed === undefined) return undefined;
  for (const [word, kind] of Object.entries(VALUE_KINDS)) if (word === typed) return kind;
  const allowed = Object.keys(VALUE_KINDS);
  decoding.problems.push(
    problem(
      'gia-tri-la',
      { key: 'kieu', value: typed, near: nearest(typed, allowed), allowed },
      placeOf(node, decoding),
    ),
  );
  return undefined;
};

const row: Decoder<CatalogueRow> = (node, decoding) => {
  const fields = Fields.of(node, WORDS.row, decoding);
  if (fields === undefined) return undefined;
  const id = fields.required('id', indicatorId);
  const label = fields.required('label', lines);
  const kind = fields.required('kind', valueKind);
  const codes = fields.optional('codes', mapOf(text)) ?? new Map<string, string>();
  const rest = {
    number: fields.optional('number', text),
    unitOfMeasure: fields.optional('unitOfMeasure', lines) ?? '',
    codes,
    note: fields.optional('note', lines) ?? '',
    reportedBy: fields.optional('reportedBy', lines) ?? '',
    formula: fields.optional('formula', text),
    cumulative: fields.optional('cumulative', yesNo) ?? false,
    bold: fields.optional('bold', yesNo) ?? false,
    italic: fields.optional('italic', yesNo) ?? false,
    part: fields.optional('part', yesNo) ?? false,
  };
  if (id === undefined || label === undefined || kind === undefined) return undefined;
  if (kind === 'code' && codes.size === 0) {
    decoding.problems.push(problem('thieu-bang-ma', { id }, placeOf(node, decoding)));
  }
  return { id, label, kind, ...rest };
};

const rule: Decoder<CatalogueRule> = (node, decoding) => {
  const fields = Fields.of(node, WORDS.rule, decoding);
  if (fields === undefined) return undefined;
  const id = fields.required('id', text);
  const expression = fields.required('expression', text);
  const message = fields.required('message', text);
  const severity = fields.optional('severity', oneOf(RULE_SEVERITIES)) ?? 'canh_bao';
  const whenMissing = fields.optional('whenMissing', oneOf(WHEN_MISSING)) ?? 'bo_qua';
  if (id === undefined || expression === undefined || message === undefined) return undefined;
  return { id, expression, severity, whenMissing, message };
};

/** Takes a catalogue out of data/danh-muc/<id>.yaml. Reports `chi-tieu-trung` besides what each row reports. */
export function readCatalogue(node: YamlNode, id: string, file: string): Outcome<Catalogue | undefined> {
  const problems: Problem[] = [];
  const decoding = { file, problems };
  const fields = Fields.of(node, WORDS.catalogue, decoding);
  if (fields === undefined) return { value: undefined, problems };
  const title = fields.required('title', lines);
  const label = fields.required('label', text);
  const footnotes = fields.optional('footnotes', mapOf(text)) ?? new Map<string, string>();
  const rows = fields.required('rows', listOf(row));
  const rules = fields.optional('rules', listOf(rule)) ?? [];
  const validity = readValidity(fields);
  const seen = new Set<string>();
  for (const [index, { id: rowId }] of (rows ?? []).entries()) {
    if (seen.has(rowId)) {
      const at = { kind: 'data', file, path: [WORDS.catalogue.rows, index, WORDS.row.id] } as const;
      problems.push(problem('chi-tieu-trung', { id: rowId }, at));
    }
    seen.add(rowId);
  }
  if (title === undefined || label === undefined || rows === undefined) return { value: undefined, problems };
  return { value: { id, file, title, label, footnotes, rows, rules, validity }, problems };
}
