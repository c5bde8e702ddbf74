import { appendixWorkbook } from '../compose/appendix-workbook.ts';
import { readAppendixForm } from '../load/appendix-form.ts';
import { readWorkbook } from '../load/workbook.ts';
import type { ReportFile } from '../load/workspace.ts';
import type { AppendixForm } from '../model/appendix-form.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Template } from '../model/template.ts';
import { renderXlsx } from '../render/xlsx/index.ts';
import { VERSION } from '../version.ts';
import type { Written } from '../write/file.ts';
import type { Fingerprints } from '../write/fingerprint.ts';
import type { Manifest, Reason } from '../write/manifest.ts';
import { putOutput } from '../write/output.ts';
import type { Composed, ReportPath } from './report-path.ts';
import { rowFormulas } from './row-formulas.ts';
import type { ReportResult, Run } from './running.ts';

/** What can be made beside a report's .docx. */
export type BesideFormat = 'xlsx';

export interface BesideResult {
  /** Relative to the root. */
  readonly output: string;
  readonly outcome: Written | 'planned' | 'fresh';
  readonly reason?: Reason;
}

/** `--dang xlsx`: the appendix of each report as a workbook, written the way reports are. */
export class AppendixWorkbooks {
  private readonly forms = new Map<string, AppendixForm | undefined>();

  constructor(
    private readonly run: Pick<Run, 'root' | 'mode' | 'around'>,
    private readonly path: ReportPath,
    private readonly manifest: Manifest,
    private readonly fingerprints: Fingerprints,
  ) {}

  /** Adds to a report's result what became of its workbook, which stands beside the .docx under the same name. */
  async beside(file: ReportFile, report: ReportResult): Promise<ReportResult> {
    if (report.outcome === 'failed' || report.outcome === 'checked') return report;
    const output = report.output.replace(/\.docx$/, '.xlsx');
    const name = `${file.period.id}/${file.unitId}.xlsx`;
    const note = this.manifest.note(name);
    const stale =
      this.manifest.reason(name, VERSION) ?? (note?.output.file === output ? undefined : { kind: 'history' });
    const reason: Reason | undefined = this.run.mode === 'all' ? { kind: 'asked' } : stale;
    if (reason === undefined) {
      const changed = this.manifest.isOurs(name, output)
        ? []
        : [problem('khac-du-lieu', {}, { kind: 'file', file: output })];
      return added(report, { output, outcome: 'fresh' }, changed);
    }
    if (this.run.mode === 'plan' || report.outcome === 'planned')
      return added(report, { output, outcome: 'planned', reason }, []);
    const { value, inputs } = this.path.compose(file);
    // What is wrong with it was told when its .docx was made.
    if (value === undefined) return report;
    const bytes = await this.bytes(value);
    if (bytes === undefined) {
      const missing = problem('khong-co-bang-phu-luc', {}, { kind: 'file', file: value.template.file });
      return { ...report, problems: [...report.problems, missing] };
    }
    const { root, around } = this.run;
    const put = { root, file: output, report: name, bytes, now: around.now(), differences: cellDifferences };
    const written = putOutput(put, this.manifest, this.fingerprints);
    const there = this.fingerprints.of(output);
    if (written.value !== 'failed' && there !== undefined) {
      this.manifest.add({
        report: name,
        tool: VERSION,
        at: around.now().getTime(),
        inputs: Object.fromEntries(inputs.map((input) => [input, this.fingerprints.of(input) ?? null])),
        output: { file: output, ...there },
      });
    }
    return added(report, { output, outcome: written.value, reason }, written.problems);
  }

  /** `undefined`: the template has no appendix table. */
  private async bytes({ document, template, values, catalogue }: Composed): Promise<Uint8Array | undefined> {
    const form = this.form(template);
    if (form === undefined || catalogue === undefined) return undefined;
    return renderXlsx(appendixWorkbook(document, values, form, rowFormulas(catalogue, values)));
  }

  private form(template: Template): AppendixForm | undefined {
    if (!this.forms.has(template.id)) this.forms.set(template.id, readAppendixForm(template));
    return this.forms.get(template.id);
  }
}

const added = (report: ReportResult, beside: BesideResult, problems: readonly Problem[]): ReportResult => ({
  ...report,
  problems: [...report.problems, ...problems],
  beside: [beside],
});

/** How many differing cells are named; more are counted. */
const NAMED = 10;

/** The cells in which a workbook that was changed by hand differs from the new one. */
export function cellDifferences(byHand: Uint8Array, anew: Uint8Array): readonly string[] {
  const [before, after] = [cellsOf(byHand), cellsOf(anew)];
  if (before === undefined || after === undefined) return ['không đọc được bản sửa tay'];
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  if (names.length === 0) return ['chỉ khác hình thức'];
  const told = names
    .slice(0, NAMED)
    .map((name) => `ô ${name}: "${before.get(name) ?? ''}" (bản mới "${after.get(name) ?? ''}")`);
  return names.length > NAMED ? [...told, `và ${names.length - NAMED} ô khác`] : told;
}

function cellsOf(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  const read = readWorkbook(bytes);
  if ('fault' in read) return undefined;
  return new Map(
    read.sheets
      .filter(({ hidden }) => !hidden)
      .flatMap((sheet) => [...sheet.cells].map(([name, cell]) => [`${sheet.name}!${name}`, numberText(cell)] as const)),
  );
}

/** 63.4 and 63.400000000000006 are the same number to Excel. */
const numberText = ({ kind, text }: { readonly kind: string; readonly text: string }): string =>
  kind === 'number' ? String(Number(Number(text).toPrecision(15))) : text.trim();
