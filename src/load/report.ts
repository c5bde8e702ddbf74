import { type ReportDate, readDate } from '../model/date.ts';
import type { Period } from '../model/period.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Justification, Report, TypedValue } from '../model/report.ts';
import { WORDS } from '../model/words.ts';
import { type Decoder, Fields, lines, listOf, mapOf, placeOf, text, textList } from './decode.ts';
import { fileName, signatory } from './unit.ts';
import type { YamlNode } from './yaml.ts';

/** `15/6/2022`, blanks allowed. Reports `ngay-sai`, `ngay-khong-co`. */
const date: Decoder<ReportDate> = (node, decoding) => {
  const typed = text(node, decoding);
  if (typed === undefined) return undefined;
  const read = readDate(typed);
  if (typeof read !== 'string') return read;
  const code = read === 'form' ? 'ngay-sai' : 'ngay-khong-co';
  decoding.problems.push(problem(code, { value: typed }, placeOf(node, decoding)));
  return undefined;
};

/** A value: what was typed, or `{ gia_tri, hien_thi, ghi_chu }`. */
const typedValue: Decoder<TypedValue> = (node, decoding) => {
  if (node.kind === 'empty') return {};
  if (node.kind === 'text') return { value: node.text.trim() };
  if (node.kind === 'list') {
    const key = String(node.path.at(-1) ?? '');
    decoding.problems.push(problem('sai-dang', { expected: 'value', key }, placeOf(node, decoding)));
    return { unread: true };
  }
  const before = decoding.problems.length;
  const fields = Fields.of(node, WORDS.value, decoding);
  if (fields === undefined) return { unread: true };
  const typed = {
    value: fields.optional('value', text),
    // `hien_thi: ""` is an empty cell that is meant.
    shown: fields.isEmptyText('shown') ? '' : fields.optional('shown', lines),
    note: fields.optional('note', lines),
  };
  return decoding.problems.length > before ? { ...typed, unread: true } : typed;
};

/** `196`, `05`, `12a`. Reports `so-van-ban-sai`. */
const documentNumber: Decoder<string> = (node, decoding) => {
  const typed = text(node, decoding);
  if (typed === undefined || /^\d[\dA-Za-zĐđ]*$/.test(typed)) return typed;
  const number = /^(?:số:?\s*)?(\d+)\s*\//iu.exec(typed)?.[1];
  decoding.problems.push(problem('so-van-ban-sai', { value: typed, number }, placeOf(node, decoding)));
  return undefined;
};

const justification: Decoder<Justification> = (node, decoding) => {
  const fields = Fields.of(node, WORDS.justification, decoding);
  if (fields === undefined) return undefined;
  const code = fields.required('code', text);
  const about = { indicator: fields.optional('indicator', text), slot: fields.optional('slot', text) };
  const basis = fields.optional('basis', text);
  const reason = fields.required('reason', text);
  const at = placeOf(node, decoding);
  return code === undefined || reason === undefined ? undefined : { code, about, basis, reason, at };
};

/** Takes a report out of data/bao-cao/<unit>/<period>.yaml. */
export function readReport(node: YamlNode, unitId: string, period: Period, file: string): Outcome<Report | undefined> {
  const problems: Problem[] = [];
  const decoding = { file, problems };
  const fields = Fields.of(node, WORDS.report, decoding);
  if (fields === undefined) return { value: undefined, problems };
  const reportDate = fields.required('date', date);
  const rest = {
    number: fields.optional('number', documentNumber),
    template: fields.optional('template', fileName),
    catalogue: fields.optional('catalogue', fileName),
    subject: fields.optional('subject', text),
    signatory: fields.optional('signatory', signatory),
    recipients: fields.optional('recipients', textList),
    narrative: fields.optional('narrative', mapOf(lines)) ?? new Map<string, string>(),
    values: fields.optional('values', mapOf(typedValue)) ?? new Map<string, TypedValue>(),
    justifications: fields.optional('justifications', listOf(justification)) ?? [],
    unreviewed: fields.optional('unreviewed', textList) ?? [],
  };
  // Without its date the report is not made, but what else is wrong with it is told in the same run.
  const placeholder = { day: 31, month: 12, year: period.year };
  return { value: { unitId, period, file, date: reportDate ?? placeholder, ...rest }, problems };
}
