import path from 'node:path';
import { tablesOfDocx, tablesOfWorkbook } from '../load/entered-tables.ts';
import { readBytes } from '../load/file-bytes.ts';
import { type ReturnedForm, returnedForm } from '../load/returned-form.ts';
import { type ReadWorkbook, readWorkbook } from '../load/workbook.ts';
import { Workspace } from '../load/workspace.ts';
import type { ValueEdit } from '../load/yaml-edit.ts';
import { nearPeriod, type Period, readPeriod } from '../model/period.ts';
import { hasErrors, type Outcome, type Place, type Problem, type Wording } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { takeRunLock } from '../write/run-lock.ts';
import { type Entry, entryOf, hashOfCatalogue } from './entry.ts';
import type { RunSurroundings } from './running.ts';
import { type LeftOver, type TakenChange, takeForm, takeTable } from './take-values.ts';
import { type ValuesWritten, writeValues } from './write-values.ts';

export interface ImportRequest {
  readonly root: string;
  /** Where file names on the command line begin. */
  readonly folder: string;
  readonly files: readonly string[];
  /** For tables that this program did not make; of a form they must be its own. */
  readonly unit: string | undefined;
  readonly period: string | undefined;
  /** Guessed rows are confirmed (`--nhan-doan`). */
  readonly guesses: boolean;
  /** Only show what would be written (`--xem`). */
  readonly dryRun: boolean;
  readonly around: Pick<RunSurroundings, 'pid' | 'alive'>;
}

export interface ImportedFile {
  /** As the user named it. */
  readonly file: string;
  /** The report's YAML, relative to the root. */
  readonly report: string;
  readonly source: 'form' | 'table';
  /** Rows that were recognised, changed or not. */
  readonly recognised: number;
  readonly changes: readonly TakenChange[];
  /** Rows that are only guessed: not written unless confirmed. */
  readonly guessed: readonly TakenChange[];
  readonly leftOver: readonly LeftOver[];
  readonly outcome: ValuesWritten;
}

/** Largest file that is opened. */
const SIZE_LIMIT = 25_000_000;

/**
 * `gen import`: figures from workbooks and Word tables into the reports' YAML. One run at a time changes them: of two
 * that read the same report the later would undo what the earlier wrote.
 * Reports `dang-chay`, `tep-khong-nhap-duoc`, `bieu-khong-khop`, `bieu-danh-muc-da-doi`, `can-neu-don-vi-ky`, `khong-thay-bang`,
 * `chua-co-bao-cao`, `yaml-sua-tay`, what taking values reports, and what entries and writing report.
 */
export function importFiles(request: ImportRequest): Outcome<readonly ImportedFile[]> {
  const { root, dryRun, around } = request;
  if (dryRun) return imported(request);
  const lock = takeRunLock(root, around.pid, around.alive);
  if (lock.value === undefined) return { value: [], problems: lock.problems };
  try {
    return imported(request);
  } finally {
    lock.value.release();
  }
}

function imported(request: ImportRequest): Outcome<readonly ImportedFile[]> {
  const value: ImportedFile[] = [];
  const problems: Problem[] = [];
  const workspace = new Workspace(request.root);
  for (const file of request.files) {
    const one = new Importing(request, workspace, file).go();
    problems.push(...one.problems);
    if (one.value === undefined) continue;
    value.push(one.value);
    if (one.value.outcome === 'written') workspace.forget(one.value.report);
  }
  return { value, problems };
}

type Source =
  | { readonly kind: 'workbook'; readonly workbook: ReadWorkbook; readonly form: ReturnedForm | undefined }
  | { readonly kind: 'docx'; readonly bytes: Uint8Array };

class Importing {
  private readonly problems: Problem[] = [];

  constructor(
    private readonly request: ImportRequest,
    private readonly workspace: Workspace,
    private readonly file: string,
  ) {}

  go(): Outcome<ImportedFile | undefined> {
    return { value: this.imported(), problems: this.problems };
  }

  private tell(...found: readonly Problem[]): undefined {
    this.problems.push(...found);
    return undefined;
  }

  private get place(): Place {
    return { kind: 'file', file: this.file };
  }

  private imported(): ImportedFile | undefined {
    const source = this.source();
    if (source === undefined) return undefined;
    const form = source.kind === 'workbook' ? source.form : undefined;
    const chosen = form === undefined ? this.chosen() : this.chosenBy(form);
    if (chosen === undefined) return undefined;
    const found = entryOf(this.workspace, chosen.unit, chosen.period);
    this.tell(...found.problems);
    const entry = found.value;
    if (entry === undefined) return undefined;
    if (entry.report === undefined) {
      const params = { unit: entry.unit.id, period: entry.period.id };
      return this.tell(problem('chua-co-bao-cao', params, { kind: 'file', file: entry.file }, [this.place]));
    }
    if (hasErrors(found.problems)) return undefined;
    if (form !== undefined && !this.fits(form, entry)) return undefined;
    const taken =
      form === undefined
        ? this.table(source, entry)
        : takeForm(form, source.kind === 'workbook' && source.workbook.from1904, entry);
    if (taken === undefined) return undefined;
    this.tell(...taken.problems);
    const { changes, guessed, leftOver, recognised, formulas } = taken.value;
    if (formulas > 0) this.tell(problem('gia-tri-tinh-san', { count: formulas }, this.place));
    const wanted = this.request.guesses ? [...changes, ...guessed] : changes;
    return {
      file: this.file,
      report: entry.file,
      source: form === undefined ? 'table' : 'form',
      recognised,
      changes: wanted,
      guessed: this.request.guesses ? [] : guessed,
      leftOver,
      outcome: this.write(entry, wanted),
    };
  }

  private source(): Source | undefined {
    const cause = (vi: string, en: string): undefined => {
      const wording: Wording = { vi, en };
      return this.tell(problem('tep-khong-nhap-duoc', { cause: wording }, this.place));
    };
    const read = readBytes(path.resolve(this.request.folder, this.file), this.file, SIZE_LIMIT);
    if (read.value === undefined) return this.tell(...read.problems);
    const bytes = read.value;
    if (/\.docx$/i.test(this.file)) return { kind: 'docx', bytes };
    if (!/\.xls[xm]$/i.test(this.file)) return cause('không phải tệp .xlsx hay .docx', 'it is no .xlsx or .docx');
    const workbook = readWorkbook(bytes);
    if (!('fault' in workbook)) return { kind: 'workbook', workbook, form: returnedForm(workbook, this.file) };
    return workbook.fault === 'too-large'
      ? cause('tệp bung ra quá lớn', 'it unpacks to too much')
      : cause(`tệp Excel hỏng (${workbook.cause})`, `the workbook is damaged (${workbook.cause})`);
  }

  /** What the command line names. */
  private chosen(): { readonly unit: string; readonly period: Period } | undefined {
    const { unit, period: typed } = this.request;
    if (unit === undefined || typed === undefined) return this.tell(problem('can-neu-don-vi-ky', {}, this.place));
    const period = readPeriod(typed);
    return period === undefined
      ? this.tell(problem('ky-la', { name: typed, near: nearPeriod(typed) }, this.place))
      : { unit, period };
  }

  /** What the form is for; the command line may say what is expected. */
  private chosenBy(form: ReturnedForm): { readonly unit: string; readonly period: Period } | undefined {
    const { unit, period: expected } = this.request;
    if (unit !== undefined && unit !== form.unit) return this.other({ vi: 'đơn vị', en: 'unit' }, form.unit, unit);
    if (expected !== undefined && expected !== form.period)
      return this.other({ vi: 'kỳ', en: 'period' }, form.period, expected);
    const period = readPeriod(form.period);
    return period === undefined
      ? this.tell(problem('ky-la', { name: form.period, near: undefined }, this.place))
      : { unit: form.unit, period };
  }

  private other(what: Wording, form: string, expected: string): undefined {
    return this.tell(problem('bieu-khong-khop', { what, form, expected }, this.place));
  }

  private fits(form: ReturnedForm, { catalogue }: Entry): boolean {
    if (form.catalogue !== catalogue.id) {
      this.other({ vi: 'danh mục', en: 'catalogue' }, form.catalogue, catalogue.id);
      return false;
    }
    if (form.hash !== hashOfCatalogue(catalogue)) this.tell(problem('bieu-danh-muc-da-doi', {}, this.place));
    return true;
  }

  /** Of several tables the one with the most rows that are known. */
  private table(source: Source, entry: Entry): ReturnType<typeof takeTable> | undefined {
    const from1904 = source.kind === 'workbook' && source.workbook.from1904;
    const tables =
      source.kind === 'workbook' ? tablesOfWorkbook(source.workbook, this.file) : tablesOfDocx(source.bytes, this.file);
    if (tables === undefined) {
      const cause = { vi: 'không phải tệp .docx', en: 'it is no .docx' };
      return this.tell(problem('tep-khong-nhap-duoc', { cause }, this.place));
    }
    const [best] = tables
      .map((rows) => takeTable(rows, from1904, entry))
      .sort((a, b) => b.value.recognised - a.value.recognised);
    if (best === undefined || best.value.recognised === 0) return this.tell(problem('khong-thay-bang', {}, this.place));
    return best;
  }

  private write(entry: Entry, changes: readonly TakenChange[]): ValuesWritten {
    const { value, problems } = writeValues(this.request.root, entry, editsOf(changes), this.request.dryRun);
    this.tell(...problems);
    return value;
  }
}

/** One edit an indicator. */
function editsOf(changes: readonly TakenChange[]): readonly ValueEdit[] {
  const edits = new Map<string, ValueEdit>();
  for (const { id, field, after } of changes) {
    edits.set(id, { ...(edits.get(id) ?? { id }), ...(field === 'value' ? { value: after } : { note: after }) });
  }
  return [...edits.values()];
}
