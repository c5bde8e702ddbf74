import type { Reach } from '../expression/figures.ts';
import type { Catalogue, CatalogueRow } from '../model/catalogue.ts';
import { labelOf } from '../model/labels.ts';
import { readDecimal, readWhole, writeNumber } from '../model/number.ts';
import type { DataPlace, Outcome, Place, Problem, Wording } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Report, TypedValue } from '../model/report.ts';
import type { Amount, Value } from '../model/resolved.ts';
import { nearest } from '../model/text.ts';
import type { NumberFormat } from '../model/unit.ts';
import { WORDS } from '../model/words.ts';
import { withComputed } from './computed.ts';

/** What an official types when there is none. */
const NIL = /^(?:không|không\s+có|chưa\s+có|không\s+phát\s+sinh|chưa\s+phát\s+sinh|-|–)\.?$/iu;
const YES = /^(?:có|1|x)$/iu;
const NO = /^(?:không|không\s+có|0)$/iu;
const FRACTION = /^(\d[\d.]*)\s*\/\s*(\d[\d.]*)$/;
const LOOKS_LIKE_NUMBER = /^\d[\d.]*$/;

interface Reading {
  readonly row: CatalogueRow;
  readonly at: Place;
  readonly problems: Problem[];
}

function wrongKind(typed: string, { row, at, problems }: Reading, expected: Wording, example: Wording): undefined {
  problems.push(problem('sai-kieu-so-lieu', { value: typed, label: labelOf(row), expected, example }, at));
  return undefined;
}

function fraction(typed: string): Amount | undefined {
  const match = FRACTION.exec(typed);
  const part = readWhole(match?.[1] ?? '');
  const whole = readWhole(match?.[2] ?? '');
  return part === undefined || whole === undefined ? undefined : { kind: 'fraction', part, whole };
}

function count(typed: string, reading: Reading): Amount | undefined {
  const amount = readWhole(typed);
  if (amount !== undefined) return { kind: 'count', amount };
  const asFraction = fraction(typed);
  if (asFraction !== undefined) return asFraction;
  if (LOOKS_LIKE_NUMBER.test(typed)) {
    const params = { value: typed, label: labelOf(reading.row) };
    reading.problems.push(problem('dau-cham-thap-phan', params, reading.at));
    return undefined;
  }
  const points = typed.replaceAll(',', '.');
  // `1,234`: thousands as English writes them.
  const example = /^\d{1,3}(?:,\d{3})+$/.test(typed)
    ? { vi: points, en: points }
    : { vi: '41 hoặc 2.481', en: '41 or 2.481' };
  return wrongKind(typed, reading, { vi: 'số đếm', en: 'a count' }, example);
}

function measured(typed: string, kind: 'percent' | 'money', reading: Reading): Amount | undefined {
  const bare = kind === 'percent' ? typed.replace(/\s*%$/, '') : typed;
  const read = readDecimal(bare, kind === 'percent' ? 'decimal' : 'thousands');
  if (read === undefined) {
    return kind === 'percent'
      ? wrongKind(
          typed,
          reading,
          { vi: 'tỷ lệ phần trăm', en: 'a percentage' },
          { vi: '95,9 hoặc 100%', en: '95,9 or 100%' },
        )
      : wrongKind(
          typed,
          reading,
          { vi: 'số tiền', en: 'an amount of money' },
          { vi: '11.690 hoặc 10,5', en: '11.690 or 10,5' },
        );
  }
  if (read.ambiguous) {
    const number = writeNumber(read.amount, { leadingZero: false, thousands: true });
    const shown = bare === typed ? number : `${number}%`;
    const params = { value: typed, read: shown, label: labelOf(reading.row) };
    reading.problems.push(problem('so-nhap-nhang', params, reading.at));
  }
  return { kind, amount: read.amount };
}

function codeOf(typed: string, { codes }: CatalogueRow): Amount | undefined {
  for (const [key, meaning] of codes) {
    const same = key === typed || meaning.toLowerCase() === typed.toLowerCase();
    if (same) return { kind: 'code', code: key, meaning };
  }
  return undefined;
}

function code(typed: string, reading: Reading): Amount | undefined {
  const known = codeOf(typed, reading.row);
  if (known !== undefined) return known;
  const allowed = [...reading.row.codes].map(([key, meaning]) => `${key} = ${meaning}`);
  reading.problems.push(problem('ma-la', { value: typed, label: labelOf(reading.row), allowed }, reading.at));
  return undefined;
}

/** Figures of a heading row, which has no kind of its own. */
function free(typed: string): Amount {
  const whole = readWhole(typed);
  if (whole !== undefined) return { kind: 'count', amount: whole };
  const percent = /%$/.test(typed) ? readDecimal(typed.replace(/\s*%$/, ''), 'decimal') : undefined;
  if (percent !== undefined) return { kind: 'percent', amount: percent.amount };
  return { kind: 'text', text: typed };
}

/**
 * Reads a typed value by its indicator's kind.
 * Reports `sai-kieu-so-lieu`, `dau-cham-thap-phan`, `so-nhap-nhang`, `ma-la`.
 */
function readAmount(typed: string, reading: Reading): Amount | undefined {
  const { kind } = reading.row;
  if (kind === 'yes-no') {
    if (YES.test(typed)) return { kind, yes: true };
    if (NO.test(typed)) return { kind, yes: false };
    return wrongKind(typed, reading, { vi: 'có hoặc không', en: 'yes or no' }, { vi: 'Có', en: 'Có (yes)' });
  }
  if (kind === 'text') return { kind, text: typed };
  // A code table may itself have a code "Không".
  if (NIL.test(typed) && !(kind === 'code' && codeOf(typed, reading.row) !== undefined)) return { kind: 'nil' };
  switch (kind) {
    case 'heading':
      return free(typed);
    case 'count':
      return count(typed, reading);
    case 'percent':
    case 'money':
      return measured(typed, kind, reading);
    case 'code':
      return code(typed, reading);
    case 'fraction':
      return (
        fraction(typed) ?? wrongKind(typed, reading, { vi: 'phân số', en: 'a fraction' }, { vi: '02/02', en: '02/02' })
      );
  }
}

/** Reads what was typed for an indicator, wherever it was typed. Reports what `readAmount` reports. */
export function readTyped(typed: string, row: CatalogueRow, at: Place): Outcome<Amount | undefined> {
  const problems: Problem[] = [];
  return { value: readAmount(typed, { row, at, problems }), problems };
}

/**
 * As the appendix prints a value: as typed, unless the unit's format settles leading zeros or thousands for counts and
 * money, or the report says otherwise (`hien_thi`).
 */
function shownAs(typed: TypedValue, amount: Amount, format: NumberFormat): string {
  if (typed.shown !== undefined) return typed.shown;
  const asTyped = typed.value ?? '';
  if (amount.kind !== 'count' && amount.kind !== 'money') return asTyped;
  if (format.leadingZero === undefined && format.thousands === undefined) return asTyped;
  return writeNumber(amount.amount, {
    leadingZero: amount.kind === 'count' && (format.leadingZero ?? /^0\d/.test(asTyped)),
    thousands: format.thousands ?? asTyped.includes('.'),
  });
}

/** What formulas may look at besides the report itself. */
export type OtherPeriods = Pick<Reach, 'before' | 'yearBefore' | 'thisYear'>;

const NO_OTHERS: OtherPeriods = { before: undefined, yearBefore: undefined, thisYear: new Map() };

/**
 * The values of a report, read by the kinds of its catalogue, and those that its formulas give.
 * Reports `chi-tieu-la` besides what each value reports.
 */
export function resolveValues(
  report: Report,
  catalogue: Catalogue,
  format: NumberFormat,
  others: OtherPeriods = NO_OTHERS,
): Outcome<ReadonlyMap<string, Value>> {
  const problems: Problem[] = [];
  const values = new Map<string, Value>();
  const rows = new Map(catalogue.rows.map((row) => [row.id, row]));
  for (const [id, typed] of report.values) {
    const path = [WORDS.report.values, id];
    const row = rows.get(id);
    if (row === undefined) {
      const at: DataPlace = { kind: 'data', file: report.file, path, key: true };
      problems.push(problem('chi-tieu-la', { id, catalogue: catalogue.id, near: nearest(id, rows.keys()) }, at));
      continue;
    }
    if (typed.value === undefined || typed.value === '') {
      const { shown } = typed;
      if (typed.unread === true) values.set(id, { amount: { kind: 'nil' }, shown: shown ?? '', origin: 'unread' });
      else if (shown !== undefined && shown !== '') {
        values.set(id, { amount: { kind: 'text', text: shown }, shown, origin: 'typed' });
      }
      continue;
    }
    const detailed = typed.shown !== undefined || typed.note !== undefined;
    const at: DataPlace = { kind: 'data', file: report.file, path: detailed ? [...path, WORDS.value.value] : path };
    const amount = readAmount(typed.value, { row, at, problems });
    // A value that could not be read was told of; it stands in as none, so that nothing is told to follow from it.
    if (amount === undefined) values.set(id, { amount: { kind: 'nil' }, shown: typed.value, origin: 'unread' });
    else values.set(id, { amount, shown: shownAs(typed, amount, format), origin: 'typed' });
  }
  const computed = withComputed(report, catalogue, format, { period: report.period, values, ...others });
  return { value: computed, problems };
}
