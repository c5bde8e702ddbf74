import type { CatalogueRow } from '../model/catalogue.ts';
import { BLANK, isoDate, longDate, shortDate } from '../model/date.ts';
import {
  type AppendixRow,
  type Block,
  type Document,
  type Field,
  type FieldGroup,
  group,
  type Inline,
  kindOfRow,
  list,
} from '../model/document.ts';
import type { FieldName, RowField } from '../model/fields.ts';
import { proseStyle } from '../model/number.ts';
import { dataWindow, longPeriodName, nextPeriodName, periodName } from '../model/period.ts';
import type { DataPath, Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Resolved } from '../model/resolved.ts';
import { WORDS } from '../model/words.ts';
import { narrativeRoot } from './context.ts';
import type { FootnoteFault } from './footnotes.ts';
import { type Filling, fill } from './handlebars/index.ts';
import { plainLines, readInlineMarkdown, readMarkdown } from './markdown.ts';
import { escapeValue } from './markdown-dialect.ts';

const LANGUAGE = 'vi-VN';

/**
 * Puts the finished report together as data, in three steps: the narrative of each slot (Handlebars, then Markdown), the
 * rows of the appendix, the fields of the official form.
 * Reports what `fill` reports, and `chu-thich-thieu-noi-dung`, `chu-thich-khong-dau`, `chu-thich-trung`,
 * `bang-sai-cot`, `khe-trong`.
 */
export function compose(resolved: Resolved, partials: ReadonlyMap<string, string>): Outcome<Document> {
  return new Composer(resolved, partials).compose();
}

class Composer {
  private readonly problems: Problem[] = [];
  private readonly footnotes: (readonly Inline[])[] = [];
  private readonly filling: Filling;

  constructor(
    private readonly resolved: Resolved,
    partials: ReadonlyMap<string, string>,
  ) {
    this.filling = {
      root: narrativeRoot(resolved),
      partials,
      style: proseStyle(resolved.unit.format),
      escape: escapeValue,
    };
  }

  compose(): Outcome<Document> {
    const slots: Record<string, readonly Block[]> = {};
    for (const [slot, text] of this.resolved.report.narrative) slots[slot] = this.slot(slot, text);
    const subject = this.plain(this.resolved.subject.text, this.resolved.subject.file, [WORDS.report.subject]);
    const appendix = this.appendix();
    return {
      value: {
        fields: group(this.fields(subject)),
        slots,
        appendix,
        footnotes: this.footnotes,
        properties: {
          title: subject.replace(/\s*\n\s*/g, ' '),
          author: this.resolved.unit.name,
          date: isoDate(this.resolved.report.date),
          language: LANGUAGE,
        },
      },
      problems: this.problems,
    };
  }

  /** A field's text: values go in as they are. */
  private plain(text: string, file: string, path: DataPath): string {
    const place = (line: number, column: number) => ({ kind: 'data', file, path, inside: { line, column } }) as const;
    const filled = fill({ text, place }, { ...this.filling, escape: (value) => value });
    this.problems.push(...filled.problems);
    return filled.value;
  }

  private slot(slot: string, text: string): readonly Block[] {
    const { file } = this.resolved.report;
    const path = [WORDS.report.narrative, slot];
    const place = (line: number, column: number) => ({ kind: 'data', file, path, inside: { line, column } }) as const;
    if (text.trim() === '') {
      this.problems.push(problem('khe-trong', { slot }, { kind: 'data', file, path }));
      return [];
    }
    const filled = fill({ text, place }, this.filling);
    this.problems.push(...filled.problems);
    const read = readMarkdown(filled.value);
    for (const fault of read.faults) this.footnoteFault(fault, text, place);
    for (const { line, cells, columns } of read.tableFaults) {
      const before = text.slice(0, Math.max(0, text.indexOf(line))).split('\n');
      this.problems.push(problem('bang-sai-cot', { cells, columns }, place(before.length, 1)));
    }
    if (read.blocks.every(isEmpty) && filled.problems.length === 0) {
      this.problems.push(problem('khe-trong', { slot }, { kind: 'data', file, path }));
    }
    return this.numbered(read.blocks, read.footnotes);
  }

  private footnoteFault(
    { fault, mark }: FootnoteFault,
    text: string,
    place: (line: number, column: number) => Problem['at'],
    inLabel = false,
  ): void {
    const signs = fault === 'no-text' || fault === 'nested' ? `[^${mark}]` : `[^${mark}]:`;
    const last = fault === 'doubled' || fault === 'nested';
    const offset = Math.max(0, last ? text.lastIndexOf(signs) : text.indexOf(signs));
    const before = text.slice(0, offset).split('\n');
    const at = place(before.length, (before.at(-1) ?? '').length + 1);
    const code = {
      'no-text': 'chu-thich-thieu-noi-dung',
      'no-mark': 'chu-thich-khong-dau',
      doubled: 'chu-thich-trung',
      nested: 'chu-thich-long',
    } as const;
    this.problems.push(problem(code[fault], { mark, inLabel }, at));
  }

  /** Takes a piece's footnotes into the document's own list, in reading order. */
  private numbered(blocks: readonly Block[], notes: readonly (readonly Inline[])[]): readonly Block[] {
    if (notes.length === 0) return blocks;
    const first = this.footnotes.length;
    this.footnotes.push(...notes);
    const shift = (content: readonly Inline[]): readonly Inline[] =>
      content.map((inline) => (inline.kind === 'footnote' ? { ...inline, note: inline.note + first } : inline));
    return blocks.map((block) =>
      block.kind === 'paragraph'
        ? { ...block, content: shift(block.content) }
        : { ...block, head: block.head.map(shift), rows: block.rows.map((row) => row.map(shift)) },
    );
  }

  private appendix(): readonly AppendixRow[] {
    const { catalogue } = this.resolved;
    const rows: AppendixRow[] = [];
    for (const [index, row] of (catalogue?.rows ?? []).entries()) {
      const previous = rows.at(-1);
      rows.push({
        id: row.id,
        kind: kindOfRow(row),
        first: previous?.kind !== 'trong_do',
        fields: this.rowFields(row, index),
      });
    }
    return rows;
  }

  private rowFields(row: CatalogueRow, index: number): FieldGroup {
    const { catalogue, values, notes } = this.resolved;
    const label = readInlineMarkdown(row.label, catalogue?.footnotes ?? new Map());
    const path = [WORDS.catalogue.rows, index, WORDS.row.label];
    for (const fault of label.faults) {
      const place = (line: number, column: number) =>
        ({ kind: 'data', file: catalogue?.file ?? '', path, inside: { line, column } }) as const;
      this.footnoteFault(fault, row.label, place, true);
    }
    const [block] = this.numbered(label.blocks, label.footnotes);
    const content = block?.kind === 'paragraph' ? block.content : [];
    const fields: Record<RowField, Field> = {
      stt: emphasised(plainLines(row.number ?? (row.part ? 'Trong đó' : '')), row, 'stt'),
      ten: emphasised(content, row, 'ten'),
      don_vi: row.unitOfMeasure,
      so_lieu: values.get(row.id)?.shown ?? '',
      ghi_chu: notes.get(row.id) ?? row.note,
      co_quan_bao_cao: row.reportedBy,
    };
    return group(fields);
  }

  private fields(subject: string): Record<string, Field> {
    const { unit, report, catalogue, signatory, recipients } = this.resolved;
    const style = proseStyle(this.resolved.unit.format);
    const window = dataWindow(report.period);
    const name = `${report.number === undefined ? BLANK : leadingZero(report.number)}/BC-${unit.symbol}`;
    const title = catalogue === undefined ? '' : this.plain(catalogue.title, catalogue.file, [WORDS.catalogue.title]);
    const fields: Record<FieldName, Field> = {
      co_quan_chu_quan: unit.superior.join('\n'),
      co_quan: unit.agency.join('\n'),
      so_ky_hieu: `Số: ${name}`,
      so_hieu: name,
      dia_danh_ngay: `${unit.placeName ?? ''}, ${longDate(report.date)}`,
      ngay: longDate(report.date),
      ngay_ngan: shortDate(report.date),
      trich_yeu: subject,
      'don_vi.ten': unit.name,
      'don_vi.ten_ngan': unit.shortName,
      'don_vi.dia_danh': unit.placeName ?? '',
      'ky.ten': periodName(report.period, style.leadingZero),
      'ky.ten_day_du': longPeriodName(report.period, style.leadingZero),
      'ky.nam': String(report.period.year),
      'ky.nam_truoc': String(report.period.year - 1),
      'ky.nam_sau': String(report.period.year + 1),
      'ky.tu_ngay': shortDate(window.from),
      'ky.den_ngay': shortDate(window.to),
      'ky_sau.ten': nextPeriodName(report.period, style.leadingZero),
      quyen_han: (signatory?.authority ?? []).join('\n'),
      chuc_vu: signatory?.position ?? '',
      ho_ten: signatory?.name ?? '',
      noi_nhan: list(recipientLines(recipients).map((dong) => group({ dong }))),
      dong: '',
      'phu_luc.nhan': catalogue?.label ?? '',
      'phu_luc.ten': title,
    };
    return nested(fields);
  }
}

const isEmpty = (block: Block): boolean =>
  block.kind === 'paragraph' && block.content.every((inline) => inline.kind === 'text' && inline.text.trim() === '');

/** `{ 'ky.ten': x }` → `{ ky: { ten: x } }`. */
function nested(flat: Readonly<Record<string, Field>>): Record<string, Field> {
  const top: Record<string, Field> = {};
  const groups: Record<string, Record<string, Field>> = {};
  for (const [name, field] of Object.entries(flat)) {
    const [first = '', second] = name.split('.');
    if (second === undefined) top[first] = field;
    else groups[first] = { ...groups[first], [second]: field };
  }
  for (const [name, fields] of Object.entries(groups)) top[name] = group(fields);
  return top;
}

/**
 * Row-wide bold and italic as the form has them. Bold goes to number and label; what the label itself sets in italics
 * stays upright in weight, as the forms print "**Tỷ lệ …** *(lũy kế …)*". Italic goes to the label. Group rows get their
 * weight from the template's prototype, so bold adds nothing there.
 */
function emphasised(content: readonly Inline[], row: CatalogueRow, column: 'stt' | 'ten'): readonly Inline[] {
  const bold = row.bold && row.kind !== 'heading';
  const italic = row.italic && column === 'ten';
  if (!bold && !italic) return content;
  return content.map((inline) =>
    inline.kind === 'text'
      ? {
          ...inline,
          ...(bold && inline.italic !== true ? { bold: true } : {}),
          ...(italic ? { italic: true } : {}),
        }
      : inline,
  );
}

/** Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3c: numbers below 10 have a leading zero. */
const leadingZero = (number: string): string => (/^[1-9]$/.test(number) ? `0${number}` : number);

/**
 * The lines of Nơi nhận: `- …;`, the last with a full stop (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9). A line that ends
 * with a colon is a heading among them.
 */
function recipientLines(recipients: readonly string[]): readonly string[] {
  return recipients.map((recipient, i) => {
    const bare = recipient.replace(/^-\s*/, '').replace(/[;.]\s*$/, '');
    if (bare.endsWith(':')) return bare;
    return `- ${bare}${i === recipients.length - 1 ? '.' : ';'}`;
  });
}
