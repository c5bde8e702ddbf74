import { type CellText, cellText } from '../load/cell-text.ts';
import type { EnteredRow } from '../load/entered-tables.ts';
import type { ReturnedForm, ReturnedRow } from '../load/returned-form.ts';
import type { ReadCell } from '../load/workbook.ts';
import type { CatalogueRow } from '../model/catalogue.ts';
import { meaningOf } from '../model/entry-form.ts';
import { labelOf } from '../model/labels.ts';
import { hasErrors, type Outcome, type Place, type Problem, type Wording } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { WORDS } from '../model/words.ts';
import { matchRows } from '../resolve/match-rows.ts';
import { merge, sameValue } from '../resolve/merge-values.ts';
import { readTyped } from '../resolve/values.ts';
import type { Entry } from './entry.ts';

/** A change to the report's YAML, as an official reads it. */
export interface TakenChange {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly field: 'value' | 'note';
  readonly before: string;
  readonly after: string;
  /** Where it stands in the file that was handed in; of a guess, with the label found there. */
  readonly place: Place;
  readonly foundAs?: string;
}

/** A row with a figure that no indicator answers to. */
export interface LeftOver {
  readonly number: string;
  readonly label: string;
  readonly value: string;
  readonly place: Place;
}

export interface Taken {
  readonly recognised: number;
  readonly changes: readonly TakenChange[];
  readonly guessed: readonly TakenChange[];
  readonly leftOver: readonly LeftOver[];
  /** Cells whose figure is the saved result of a formula. */
  readonly formulas: number;
}

/** What an entry form brings back. Reports `o-khong-nhan`, `bieu-xung-dot`, and what reading values by kind reports. */
export function takeForm(form: ReturnedForm, from1904: boolean, entry: Entry): Outcome<Taken> {
  const taking = new Taking(entry, from1904);
  for (const row of form.rows) taking.formRow(row, form.rows);
  return taking.outcome(form.rows.length);
}

/** What an appendix table brings that this program did not make. Reports as `takeForm` does. */
export function takeTable(rows: readonly EnteredRow[], from1904: boolean, entry: Entry): Outcome<Taken> {
  const taking = new Taking(entry, from1904);
  const matches = matchRows(entry.catalogue, rows);
  for (const [i, row] of rows.entries()) {
    const match = matches[i];
    if (match === undefined) taking.notKnown(row);
    else taking.tableRow(row, match.row, match.sure);
  }
  return taking.outcome(matches.filter((match) => match !== undefined).length);
}

const tidy = (text: string): string => text.replace(/[\u00a0\s]+/g, ' ').trim();
const sameText = (a: string, b: string): boolean => tidy(a) === tidy(b);

class Taking {
  private readonly problems: Problem[] = [];
  private readonly changes: TakenChange[] = [];
  private readonly guessed: TakenChange[] = [];
  private readonly leftOver: LeftOver[] = [];
  private readonly rows: ReadonlyMap<string, CatalogueRow>;
  private formulas = 0;

  constructor(
    private readonly entry: Entry,
    private readonly from1904: boolean,
  ) {
    this.rows = new Map(entry.catalogue.rows.map((row) => [row.id, row]));
  }

  outcome(recognised: number): Outcome<Taken> {
    const { changes, guessed, leftOver, formulas } = this;
    return { value: { recognised, changes, guessed, leftOver, formulas }, problems: this.problems };
  }

  private refuse(label: string, cause: Wording, place: Place, related: readonly Place[] = []): void {
    this.problems.push(problem('o-khong-nhan', { label, cause }, place, related));
  }

  formRow(row: ReturnedRow, all: readonly ReturnedRow[]): void {
    const indicator = this.rows.get(row.id);
    const twins = all.filter(({ id }) => id === row.id);
    const [first] = twins;
    if (first !== row) return;
    if (indicator === undefined) {
      if (row.value !== undefined && row.value.text !== row.givenValue) {
        this.refuse(
          row.id,
          { vi: 'danh mục không còn chỉ tiêu này', en: 'the catalogue no longer has it' },
          row.valuePlace,
        );
      }
      return;
    }
    // The program works it out by itself from the figures that it takes.
    if (indicator.formula !== undefined && row.value?.formula === true) return;
    const back = this.textOf(row.value, indicator, row.valuePlace);
    if (back !== undefined && !twins.every((twin) => sameText(twin.value?.text ?? '', row.value?.text ?? ''))) {
      const cause = {
        vi: 'biểu có hai dòng của chỉ tiêu này, số khác nhau',
        en: 'the form has two rows of it with different figures',
      };
      this.refuse(labelOf(indicator), cause, row.valuePlace);
      return;
    }
    if (back !== undefined) this.formValue(row, indicator, back);
    this.formNote(row, indicator);
  }

  private formValue(row: ReturnedRow, indicator: CatalogueRow, back: string): void {
    const now = this.now(indicator);
    const same = (a: string, b: string): boolean => sameValue(a, b, indicator, row.valuePlace);
    const merged = merge(row.givenValue, back, now, same);
    if (merged === 'unchanged') return;
    if (row.meaning !== meaningOf(indicator)) {
      const cause = {
        vi: 'kiểu hoặc bảng mã của chỉ tiêu đã đổi từ khi lập biểu',
        en: 'its kind or codes changed since the form was made',
      };
      this.refuse(labelOf(indicator), cause, row.valuePlace);
    } else if (merged === 'conflict') this.conflict(indicator, row.givenValue, back, now, row.valuePlace);
    else this.value(indicator, back, row.valuePlace, undefined);
  }

  private formNote(row: ReturnedRow, indicator: CatalogueRow): void {
    const back = tidy(row.note?.text ?? '');
    const now = this.entry.report?.values.get(indicator.id)?.note ?? '';
    if (sameText(back, indicator.note) && row.givenNote === '') return;
    const merged = merge(row.givenNote, back, now, sameText);
    if (merged === 'conflict') this.conflict(indicator, row.givenNote, back, now, row.notePlace);
    if (merged === 'changed') this.change(indicator, 'note', now, back, row.notePlace, undefined);
  }

  private conflict(row: CatalogueRow, given: string, form: string, now: string, place: Place): void {
    const path = [WORDS.report.values, row.id];
    const related = [{ kind: 'data', file: this.entry.file, path } as const];
    this.problems.push(problem('bieu-xung-dot', { label: labelOf(row), given, form, now }, place, related));
  }

  tableRow({ value, note, label, place }: EnteredRow, indicator: CatalogueRow, sure: boolean): void {
    const foundAs = sure ? undefined : tidy(label);
    const shown = this.entry.values.get(indicator.id)?.shown;
    const printed = shown !== undefined && sameText(value?.cell.text ?? '', shown);
    const back = value === undefined || printed ? '' : this.textOf(value.cell, indicator, value.place);
    if (back !== undefined && back !== '') {
      const at = value?.place ?? place;
      if (!sameValue(back, this.now(indicator), indicator, at)) this.value(indicator, back, at, foundAs);
    }
    const noted = tidy(note?.cell.text ?? '');
    const now = this.entry.report?.values.get(indicator.id)?.note ?? '';
    if (noted === '' || sameText(noted, indicator.note) || sameText(noted, now)) return;
    this.change(indicator, 'note', now, noted, note?.place ?? place, foundAs);
  }

  notKnown({ number, label, value, place }: EnteredRow): void {
    const text = tidy(value?.cell.text ?? '');
    if (text !== '') this.leftOver.push({ number, label: tidy(label), value: text, place });
  }

  /** What the YAML says, or the program works out. */
  private now({ id }: CatalogueRow): string {
    const typed = this.entry.report?.values.get(id)?.value ?? '';
    const value = this.entry.values.get(id);
    return typed === '' && value?.origin === 'computed' ? value.shown : typed;
  }

  /** A cell as it is to be typed; `undefined` after it was refused. */
  private textOf(cell: ReadCell | undefined, row: CatalogueRow, place: Place): string | undefined {
    if (cell === undefined) return '';
    const style = { leadingZero: false, thousands: this.entry.unit.format.thousands ?? true };
    const read: CellText = cellText(cell, row.kind, style, this.from1904);
    if (read.kind === 'refused') {
      this.refuse(labelOf(row), read.cause, place);
      return undefined;
    }
    if (cell.formula) this.formulas += 1;
    return row.kind === 'yes-no' ? yesNoText(read.text, row) : read.text;
  }

  private value(row: CatalogueRow, back: string, place: Place, foundAs: string | undefined): void {
    const typed = this.entry.report?.values.get(row.id);
    if (back !== '') {
      const read = readTyped(back, row, place);
      this.problems.push(...read.problems);
      if (read.value === undefined || hasErrors(read.problems)) return;
    }
    if (typed?.shown !== undefined) {
      const cause = {
        vi: `YAML có hien_thi "${typed.shown}" in thay cho giá trị; sửa cả hai bằng tay (biểu ghi "${back}")`,
        en: `the YAML prints hien_thi "${typed.shown}" instead of the value; change both by hand (the form has "${back}")`,
      };
      this.refuse(labelOf(row), cause, place, [
        { kind: 'data', file: this.entry.file, path: [WORDS.report.values, row.id] },
      ]);
      return;
    }
    this.change(row, 'value', typed?.value ?? '', back, place, foundAs);
  }

  private change(
    row: CatalogueRow,
    field: TakenChange['field'],
    before: string,
    after: string,
    place: Place,
    foundAs: string | undefined,
  ): void {
    const base = { id: row.id, number: row.number ?? '', label: labelOf(row), field, before, after, place };
    if (foundAs === undefined) this.changes.push(base);
    else this.guessed.push({ ...base, foundAs });
  }
}

/** As the form asks for it: `Có = 1; Không = 0` wants figures. */
function yesNoText(text: string, { unitOfMeasure }: CatalogueRow): string {
  if (!/=\s*1/.test(unitOfMeasure)) return text;
  if (/^có$/iu.test(text)) return '1';
  return /^không$/iu.test(text) ? '0' : text;
}
