import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Against } from '../compare.ts';
import { Workspace } from '../load/workspace.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import { makeTemplate } from '../new-template.ts';
import { type Run, type RunMode, type RunResult, run } from '../pipeline.ts';
import type { Threads } from '../pool.ts';
import { readChoice } from '../selection.ts';
import type { Alive } from '../write/run-lock.ts';
import type { Language } from './language.ts';
import type { ReadText } from './place.ts';
import { problemText, reportLine, runJson, summary } from './print.ts';
import { Progress, type Screen } from './progress.ts';
import { usageFault } from './usage.ts';

/** What the program is run with; passed in, so that it can be run from a test. */
export interface Surroundings {
  readonly folder: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly now: () => Date;
  readonly pid: number;
  readonly alive: Alive;
  /** Ctrl-C was pressed. */
  readonly stopped: () => boolean;
  readonly threads?: Threads;
  /** The terminal, when messages go to one. */
  readonly screen?: Screen;
  /** Calls back whenever something in a folder changes; returns when the user stops the program. */
  readonly watch?: (folders: readonly string[], changed: () => Promise<void>) => Promise<void>;
}

/** 0: clean, or warnings only. 1: problems. 2: wrong usage. 3: a fault of the program. */
export type ExitCode = 0 | 1 | 2 | 3;

interface CommonOptions {
  readonly lang: Language;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly thuMuc?: string;
}

interface GenOptions extends CommonOptions {
  readonly xem?: boolean;
  readonly het?: boolean;
  readonly watch?: boolean;
  readonly phan?: { readonly index: number; readonly of: number };
}

interface DiffOptions extends CommonOptions {
  readonly voi?: Against;
  readonly giua?: Against;
  readonly docx?: boolean;
  readonly redline?: boolean;
}

/** argv (without node and script) → work → exit code. */
export async function main(argv: readonly string[], around: Surroundings): Promise<ExitCode> {
  const cli = new CommandLine(around);
  try {
    await cli.program().parseAsync([...argv], { from: 'user' });
    return cli.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    around.complain(usageFault(error));
    return 2;
  }
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Arguments:': 'Tham số:',
  'Commands:': 'Lệnh:',
};

/** The folder that holds data/: here, or the nearest one above. */
function workspaceRoot(folder: string, chosen: string | undefined): string {
  if (chosen !== undefined) return path.resolve(folder, chosen);
  for (let here = folder; ; here = path.dirname(here)) {
    if (existsSync(path.join(here, 'data', 'bao-cao'))) return here;
    if (path.dirname(here) === here) return folder;
  }
}

function readShare(typed: string): { index: number; of: number } {
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(typed);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index < 1 || index > of) throw new InvalidArgumentError(typed);
  return { index, of };
}

/** `phat-hanh`, or the number of an issue. */
function readAgainst(typed: string): Against {
  if (typed.normalize('NFC') === 'phat-hanh') return { kind: 'last-issue' };
  if (!/^0?[1-9]\d{0,3}$/.test(typed)) throw new InvalidArgumentError(typed);
  return { kind: 'issue', issue: Number(typed) };
}

function readBetween(typed: string): Against {
  const match = /^0?([1-9]\d{0,3}),0?([1-9]\d{0,3})$/.exec(typed);
  const [first, second] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || first === second) throw new InvalidArgumentError(typed);
  return { kind: 'between', first, second };
}

class CommandLine {
  exitCode: ExitCode = 0;

  constructor(private readonly around: Surroundings) {}

  program(): Command {
    const program = this.prepared(new Command('gen'))
      .usage('[tùy chọn] [đơn vị hoặc kỳ…]')
      .description('Lập báo cáo Word từ dữ liệu YAML: mỗi đơn vị, mỗi kỳ một báo cáo, ghi vào out/')
      .argument('[đơn-vị-hoặc-kỳ...]', 'chỉ lập báo cáo của đơn vị, kỳ này (dùng được dấu *); không ghi: lập tất cả')
      .addOption(
        new Option('--lang <vi|en>', 'ngôn ngữ của thông báo: vi hoặc en').argParser(readLanguage).default('vi', 'vi'),
      )
      .option('--json', 'in kết quả dạng JSON ra đầu ra chuẩn')
      .option('--strict', 'coi cảnh báo như lỗi')
      .option('--thu-muc <thư-mục>', 'thư mục làm việc (chứa data/ và templates/)')
      .option('--xem', 'chỉ cho xem sẽ lập báo cáo nào và vì sao, không ghi gì')
      .option('--het', 'lập lại tất cả, cả những báo cáo không có gì đổi')
      .option('--watch', 'lập lại mỗi khi lưu một tệp trong data/ hay templates/, đến khi bấm Ctrl-C')
      .addOption(
        new Option('--phan <i/n>', 'chỉ làm phần thứ i trong n phần, để chia cho nhiều máy').argParser(readShare),
      )
      .action((choices: string[], options: GenOptions) => this.gen(choices, options));
    this.prepared(program.command('check'))
      .usage('[tùy chọn] [đơn vị hoặc kỳ…]')
      .description('Kiểm tra mọi thứ, không ghi tệp nào')
      .argument('[đơn-vị-hoặc-kỳ...]', 'như của gen')
      .action((choices: string[], _: unknown, command: Command) =>
        this.go(choices, command.optsWithGlobals(), 'check'),
      );
    this.prepared(program.command('phat-hanh'))
      .usage('<đơn-vị> <kỳ>')
      .description('Phát hành: cất bản này vào out/lich-su/; từ đó mỗi lần dữ liệu đổi là một bản đính chính')
      .argument('<đơn-vị>', 'đơn vị (dùng được dấu *)')
      .argument('<kỳ>', 'kỳ báo cáo (dùng được dấu *)')
      .action((unit: string, period: string, _: unknown, command: Command) =>
        this.issue([unit, period], command.optsWithGlobals()),
      );
    this.prepared(program.command('diff'))
      .usage('[tùy chọn] [đơn vị hoặc kỳ…]')
      .description('So dữ liệu đang có với bản đã lập lần cuối, hoặc với một lần phát hành')
      .argument('[đơn-vị-hoặc-kỳ...]', 'như của gen')
      .addOption(
        new Option('--voi <lần>', 'so với lần phát hành này: một số, hoặc phat-hanh là lần cuối').argParser(
          readAgainst,
        ),
      )
      .addOption(
        new Option('--giua <lần,lần>', 'so hai lần phát hành, ví dụ 1,2').argParser(readBetween).conflicts('voi'),
      )
      .option('--docx', 'lập thêm bảng đính chính số liệu (.docx)')
      .option('--redline', 'lập thêm bản so sánh toàn văn có dấu sửa (.docx)')
      .action((choices: string[], _: unknown, command: Command) => this.diff(choices, command.optsWithGlobals()));
    const template = this.prepared(program.command('template')).usage('<lệnh>').description('Làm việc với mẫu');
    this.prepared(template.command('new'))
      .usage('<mẫu> --de-cuong <tệp>')
      .description('Tạo mẫu mới đúng thể thức từ đề cương; không ghi đè mẫu đã có')
      .argument('<mẫu>', 'tên mẫu: tạo templates/<mẫu>.docx')
      .requiredOption('--de-cuong <tệp>', 'tệp YAML nêu các mục và khe')
      .action((name: string, own: { deCuong: string }, command: Command) =>
        this.newTemplate(name, own.deCuong, command.optsWithGlobals()),
      );
    return program;
  }

  private prepared(command: Command): Command {
    return command
      .exitOverride()
      .allowExcessArguments(false)
      .helpOption('-h, --help', 'hiện trợ giúp')
      .helpCommand(false)
      .configureHelp({
        styleTitle: (title) => TITLES[title] ?? title,
        optionDescription: (option) => option.description,
        showGlobalOptions: true,
      })
      .configureOutput({ writeOut: (text) => this.around.print(text.trimEnd()), writeErr: () => {} });
  }

  private async gen(choices: readonly string[], options: GenOptions): Promise<void> {
    const mode: RunMode = options.xem === true ? 'plan' : options.het === true ? 'all' : 'stale';
    await this.go(choices, options, mode);
    if (options.watch !== true || this.around.watch === undefined) return;
    const root = workspaceRoot(this.around.folder, options.thuMuc);
    this.around.complain('Đang theo dõi data/ và templates/; bấm Ctrl-C để dừng.');
    const folders = ['data', 'templates']
      .map((folder) => path.join(root, folder))
      .filter((folder) => existsSync(folder));
    await this.around.watch(folders, () => this.go(choices, options, 'stale'));
  }

  private async go(choices: readonly string[], options: GenOptions, mode: RunMode): Promise<void> {
    const root = workspaceRoot(this.around.folder, options.thuMuc);
    const progress = new Progress(this.around, options.lang);
    const request: Run = {
      root,
      choices: choices.flatMap(readChoice),
      mode,
      strict: options.strict === true,
      share: options.phan,
      around: { ...this.around, progress: (done, total, last) => progress.report(done, total, last) },
    };
    const result = await run(request);
    progress.end();
    this.finish(root, result, options);
  }

  private finish(root: string, result: RunResult, options: CommonOptions): void {
    const workspace = new Workspace(root);
    const readText = (file: string): string | undefined => workspace.text(file).value;
    const { print, complain } = this.around;
    if (options.json) print(runJson(result, readText, options.lang));
    for (const problem of result.problems) complain(`${problemText(problem, readText, options.lang)}\n`);
    for (const line of reportLines(result, options.lang)) complain(line);
    complain(summary(result, options.lang));
    const failed = hasErrors(result.problems) || result.reports.some((report) => report.outcome === 'failed');
    this.exitCode = failed || result.stopped ? 1 : 0;
  }

  private async issue(choices: readonly string[], options: CommonOptions): Promise<void> {
    const { issue } = await import('../issue.ts');
    const { issueJson, issueLine } = await import('./print-changes.ts');
    const root = workspaceRoot(this.around.folder, options.thuMuc);
    const strict = options.strict === true;
    const chosen = choices.flatMap(readChoice);
    const { reports, problems, stopped } = await issue({ root, choices: chosen, strict, around: this.around });
    const readText = this.reader(root);
    if (options.json) this.around.print(issueJson(reports, problems, readText, options.lang));
    this.tell(problems, readText, options.lang);
    for (const report of reports) this.around.complain(issueLine(report, options.lang));
    this.exitCode = hasErrors(problems) || stopped ? 1 : 0;
  }

  private async diff(choices: readonly string[], options: DiffOptions): Promise<void> {
    const { compare } = await import('../compare.ts');
    const { comparisonJson, comparisonsText } = await import('./print-changes.ts');
    const root = workspaceRoot(this.around.folder, options.thuMuc);
    const against = options.giua ?? options.voi ?? { kind: 'output' };
    const papers = { docx: options.docx === true, redline: options.redline === true };
    const request = { root, choices: choices.flatMap(readChoice), against, ...papers, around: this.around };
    const { value, problems } = compare(request);
    const readText = this.reader(root);
    if (options.json) this.around.print(comparisonJson(value, problems, readText, options.lang));
    else this.around.print(comparisonsText(value, options.lang));
    this.tell(problems, readText, options.lang);
    this.exitCode = hasErrors(problems) ? 1 : 0;
  }

  private reader(root: string): ReadText {
    const workspace = new Workspace(root);
    return (file) => workspace.text(file).value;
  }

  private tell(problems: readonly Problem[], readText: ReadText, language: Language): void {
    for (const problem of problems) this.around.complain(`${problemText(problem, readText, language)}\n`);
  }

  private newTemplate(name: string, outline: string, options: CommonOptions): void {
    const root = workspaceRoot(this.around.folder, options.thuMuc);
    const file = path.relative(root, path.resolve(this.around.folder, outline));
    const { value, problems } = makeTemplate(root, name, file);
    const workspace = new Workspace(root);
    const readText = (wanted: string): string | undefined => workspace.text(wanted).value;
    for (const problem of problems) this.around.complain(`${problemText(problem, readText, options.lang)}\n`);
    if (value !== undefined) this.around.complain(options.lang === 'vi' ? `✓ Đã tạo ${value}` : `✓ Made ${value}`);
    this.exitCode = hasErrors(problems) ? 1 : 0;
  }
}

function readLanguage(typed: string): Language {
  if (typed === 'vi' || typed === 'en') return typed;
  throw new InvalidArgumentError(typed);
}

/** On a long run only what is not as it was is worth a line. */
const MANY = 30;

function reportLines({ reports }: RunResult, language: Language): readonly string[] {
  const quiet = reports.length > MANY;
  return reports
    .filter(({ outcome }) => !quiet || outcome === 'failed' || outcome === 'planned')
    .map((report) => reportLine(report, language));
}
