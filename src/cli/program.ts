import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { Workspace } from '../load/workspace.ts';
import { hasErrors } from '../model/problem.ts';
import { makeTemplate } from '../new-template.ts';
import { type RunResult, run } from '../pipeline.ts';
import { readChoice } from '../selection.ts';
import type { Language } from './language.ts';
import { problemText, reportLine, runJson, summary } from './print.ts';
import { usageFault } from './usage.ts';

/** What the program is run with; passed in, so that it can be run from a test. */
export interface Surroundings {
  readonly folder: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** 0: clean, or warnings only. 1: problems. 2: wrong usage. 3: a fault of the program. */
export type ExitCode = 0 | 1 | 2 | 3;

interface CommonOptions {
  readonly lang: Language;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly thuMuc?: string;
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

/** argv (without node and script) → work → exit code. */
export function main(argv: readonly string[], around: Surroundings): ExitCode {
  const state: { code: ExitCode } = { code: 0 };
  const program = build(around, (code) => {
    state.code = code;
  });
  try {
    program.parse([...argv], { from: 'user' });
    return state.code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    around.complain(usageFault(error));
    return 2;
  }
}

function build(around: Surroundings, exit: (code: ExitCode) => void): Command {
  const finish = (result: RunResult, options: CommonOptions): void => {
    const workspace = new Workspace(workspaceRoot(around.folder, options.thuMuc));
    const readText = (file: string): string | undefined => workspace.text(file).value;
    if (options.json) around.print(runJson(result, readText, options.lang));
    for (const problem of result.problems) around.complain(`${problemText(problem, readText, options.lang)}\n`);
    for (const report of result.reports) around.complain(reportLine(report, options.lang));
    around.complain(summary(result, options.lang));
    const failed = hasErrors(result.problems) || result.reports.some((report) => report.outcome === 'failed');
    exit(failed ? 1 : 0);
  };
  const go = (choices: readonly string[], options: CommonOptions, write: boolean): void => {
    const root = workspaceRoot(around.folder, options.thuMuc);
    const chosen = choices.flatMap(readChoice);
    finish(run({ root, choices: chosen, write, strict: options.strict === true }), options);
  };
  const program = prepared(new Command('gen'), around)
    .description('Lập báo cáo Word từ dữ liệu YAML: mỗi đơn vị, mỗi kỳ một báo cáo, ghi vào out/')
    .argument('[đơn-vị-hoặc-kỳ...]', 'chỉ lập báo cáo của đơn vị, kỳ này (dùng được dấu *); không ghi: lập tất cả')
    .addOption(new Option('--lang <vi|en>', 'ngôn ngữ của thông báo').choices(['vi', 'en']).default('vi'))
    .option('--json', 'in kết quả dạng JSON ra đầu ra chuẩn')
    .option('--strict', 'coi cảnh báo như lỗi')
    .option('--thu-muc <thư-mục>', 'thư mục làm việc (chứa data/ và templates/)')
    .action((choices: string[], options: CommonOptions) => go(choices, options, true));
  prepared(program.command('check'), around)
    .description('Kiểm tra mọi thứ, không ghi tệp nào')
    .argument('[đơn-vị-hoặc-kỳ...]', 'như của gen')
    .action((choices: string[], _: unknown, command: Command) => go(choices, command.optsWithGlobals(), false));
  const template = prepared(program.command('template'), around).description('Làm việc với mẫu');
  prepared(template.command('new'), around)
    .description('Tạo mẫu mới đúng thể thức từ đề cương; không ghi đè mẫu đã có')
    .argument('<mẫu>', 'tên mẫu: tạo templates/<mẫu>.docx')
    .requiredOption('--de-cuong <tệp>', 'tệp YAML nêu các mục và khe')
    .action((name: string, own: { deCuong: string }, command: Command) => {
      const options: CommonOptions = command.optsWithGlobals();
      const root = workspaceRoot(around.folder, options.thuMuc);
      const problems = makeTemplate(root, name, path.relative(root, path.resolve(around.folder, own.deCuong)));
      finish({ reports: [], problems }, options);
    });
  return program;
}

function prepared(command: Command, around: Surroundings): Command {
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption('-h, --help', 'hiện trợ giúp')
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, showGlobalOptions: true })
    .configureOutput({ writeOut: (text) => around.print(text.trimEnd()), writeErr: () => {} });
}
