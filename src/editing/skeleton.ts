import type { Catalogue, CatalogueRow } from '../model/catalogue.ts';
import { shortDate } from '../model/date.ts';
import { dataWindow, type Period, periodName } from '../model/period.ts';
import type { TypedValue } from '../model/report.ts';
import { type OutlineSlot, slotTitle, type Template } from '../model/template.ts';
import type { Signatory, Unit } from '../model/unit.ts';
import { WORDS } from '../model/words.ts';
import { rowNotes, rowTitle } from './labels.ts';

/** Something that an earlier report gave, with the comments that stood above it. */
export interface Carried<T> {
  readonly value: T;
  readonly comments: readonly string[];
}

/** What a new report takes over from an earlier one. */
export interface CarriedOver {
  readonly from: Period;
  readonly narrative: ReadonlyMap<string, Carried<string>>;
  readonly values: ReadonlyMap<string, Carried<TypedValue>>;
}

export interface SkeletonRequest {
  readonly unit: Unit;
  readonly period: Period;
  readonly template: Template;
  readonly catalogue: Catalogue | undefined;
  /** Lines above all else: the modeline. */
  readonly head: readonly string[];
  readonly carried: CarriedOver | undefined;
}

const words = WORDS.report;
const comment = (text: string): string => `# ${text}`;
const indented = (lines: readonly string[], depth = 1): readonly string[] =>
  lines.map((line) => (line === '' ? '' : `${'  '.repeat(depth)}${line}`));

/**
 * A report's YAML, ready to fill in: the template's slots in order under their headings, the catalogue's indicators with
 * labels and units, what the unit's file already says left to it. A slot left empty is told of by `gen check`.
 */
export function skeleton(request: SkeletonRequest): string {
  const { unit, period, template, catalogue, head } = request;
  const lines = [
    ...head,
    ...opening(unit, period),
    '',
    ...unreviewed(request),
    ...(template.outline.length === 0
      ? []
      : [`${words.narrative}:`, ...template.outline.flatMap((s, i) => slot(s, template.outline[i - 1], request))]),
    ...(catalogue === undefined
      ? []
      : [`${words.values}:`, ...indented(catalogue.rows.flatMap((r) => row(r, request)))]),
  ];
  return `${lines.join('\n')}\n`;
}

function opening(unit: Unit, period: Period): readonly string[] {
  const { from, to } = dataWindow(period);
  const name = periodName(period, unit.format.leadingZero === true);
  return [
    comment(`${unit.shortName}, ${name}: số liệu từ ${shortDate(from)} đến ${shortDate(to)}.`),
    comment('Điền vào các chỗ trống, rồi chạy npx gen check. Dòng bắt đầu bằng # là ghi chú, không in.'),
    '',
    comment('Số của văn bản; để trống khi chưa có số'),
    `${words.number}:`,
    comment('Ngày ban hành; __ chừa chỗ ghi ngày bằng tay'),
    `${words.date}: __/${to.month}/${to.year}`,
    '',
    comment(`Người ký, nơi nhận lấy từ ${unit.file}; chỉ ghi ở đây (bỏ dấu #) khi kỳ này khác:`),
    ...(unit.signatory === undefined ? [] : signatory(unit.signatory).map(comment)),
    ...(unit.recipients.length === 0 ? [] : [comment(`${words.recipients}: ${flow(unit.recipients)}`)]),
  ];
}

function signatory({ authority, position, name }: Signatory): readonly string[] {
  const keys = WORDS.signatory;
  const above = authority.length === 0 ? '' : `${keys.authority}: ${flow(authority)}, `;
  const shown = `{ ${above}${keys.position}: ${quoted(position)}, ${keys.name}: ${quoted(name)} }`;
  return [`${words.signatory}: ${shown}`];
}

const quoted = (text: string): string => JSON.stringify(text);
const flow = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

/** Whatever was carried over is named here until someone has looked at it: `chua-xem-lai` tells of it. */
function unreviewed({ carried, template, catalogue }: SkeletonRequest): readonly string[] {
  if (carried === undefined) return [];
  const slots = template.outline.map((one) => one.slot).filter((name) => carried.narrative.has(name));
  const rows = (catalogue?.rows ?? []).map(({ id }) => id).filter((id) => carried.values.has(id));
  const names = [...new Set([...slots, ...rows])];
  if (names.length === 0) return [];
  return [
    comment(`Chép từ kỳ ${carried.from.id}: xem lại, sửa từng mục cho đúng kỳ này rồi xóa dòng của nó dưới đây.`),
    `${words.unreviewed}:`,
    ...names.map((name) => `  - ${name}`),
    '',
  ];
}

/** A slot under its headings. Under the same headings as the one before it, it goes on without one of its own. */
function slot(outlined: OutlineSlot, before: OutlineSlot | undefined, { carried }: SkeletonRequest): readonly string[] {
  const { slot: name, headings, optional } = outlined;
  const kept = carried?.narrative.get(name);
  const goesOn = headings.length > 0 && headings.join('\n') === before?.headings.join('\n');
  const title = goesOn ? 'Phần tiếp theo, không có tiêu đề riêng' : slotTitle(outlined);
  const note = comment(`${title}${optional ? ' (không bắt buộc)' : ''}`);
  const text = kept === undefined ? [] : block(kept.value);
  const hidden = optional && kept === undefined;
  const key = hidden ? [comment(`${name}: |`)] : [`${name}: |${indicator(text)}`, ...indented(text)];
  return [...indented([note, ...(kept?.comments ?? []).filter((c) => c !== note), ...key]), ''];
}

/** A text as the lines of a block scalar; blanks on an empty line would be taken for its depth. */
const block = (text: string): readonly string[] =>
  text
    .replace(/\s+$/, '')
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : line));

/** YAML wants to be told how deep a block is when its first line is indented itself. */
const indicator = (lines: readonly string[]): string =>
  /^\s/.test(lines.find((line) => line.trim() !== '') ?? '') ? '2' : '';

function row(row: CatalogueRow, { carried }: SkeletonRequest): readonly string[] {
  const kept = carried?.values.get(row.id);
  const title = comment(rowTitle(row));
  if (row.kind === 'heading' && kept === undefined) return ['', title];
  const notes = row.kind === 'count' && row.formula === undefined ? [] : [comment(`  ${rowNotes(row)[0]}`)];
  const computed = row.formula === undefined ? [] : [comment(`  ${rowNotes(row)[1]}`)];
  const own = [title, ...notes, ...computed];
  return [
    ...own,
    ...(kept?.comments ?? []).filter((line) => !own.includes(line)),
    `${row.id}:${kept === undefined ? '' : ` ${value(kept.value)}`}`,
  ];
}

function value({ value, shown, note }: TypedValue): string {
  const keys = WORDS.value;
  if (shown === undefined && note === undefined) return plainOrQuoted(value ?? '');
  const fields = [
    [keys.value, value],
    [keys.shown, shown],
    [keys.note, note],
  ];
  return `{ ${fields.flatMap(([key, text]) => (text === undefined ? [] : [`${key}: ${quoted(text)}`])).join(', ')} }`;
}

/** Numbers stay as people type them; whatever else is quoted, so that no sign of it means something to YAML. */
const plainOrQuoted = (text: string): string =>
  /^[\d.,]+%?$|^\d+\/\d+$|^[\p{L} ]+$/u.test(text) ? text : quoted(text);
