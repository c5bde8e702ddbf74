import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BesideFormat } from '../../jobs/appendix-workbooks.ts';
import type { RunMode } from '../../pipeline.ts';
import { prepared } from '../command.ts';
import { type GoOptions, go } from '../go.ts';
import type { Language } from '../language.ts';
import type { Session } from '../session.ts';

interface GenerateOptions extends GoOptions {
  readonly xem?: boolean;
  readonly het?: boolean;
  readonly watch?: boolean;
}

/** `gen [đơn-vị|kỳ…]`: generates what is stale among the chosen reports. */
export function generateCommand(program: Command, session: Session): Command {
  return prepared(program, session)
    .usage('[tùy chọn] [đơn vị hoặc kỳ…]')
    .description('Lập báo cáo Word từ dữ liệu YAML: mỗi đơn vị, mỗi kỳ một báo cáo, ghi vào out/')
    .argument('[đơn-vị-hoặc-kỳ...]', 'chỉ lập báo cáo của đơn vị, kỳ này (dùng được dấu *); không ghi: lập tất cả')
    .addOption(
      new Option('--lang <vi|en>', 'ngôn ngữ của thông báo: vi hoặc en').argParser(readLanguage).default('vi', 'vi'),
    )
    .option('--json', 'in kết quả dạng JSON ra đầu ra chuẩn')
    .option('--strict', 'coi cảnh báo như lỗi')
    .option('--thu-muc <thư-mục>', 'thư mục làm việc (chứa data/ và templates/)')
    .addOption(
      new Option('--dang <xlsx>', 'lập thêm phụ lục dạng này bên cạnh tệp Word: xlsx (Excel)').argParser(readFormats),
    )
    .option('--xem', 'chỉ cho xem sẽ lập báo cáo nào và vì sao, không ghi gì')
    .option('--het', 'lập lại tất cả, cả những báo cáo không có gì đổi')
    .addOption(
      new Option('--watch', 'lập lại mỗi khi lưu một tệp trong data/ hay templates/, đến khi bấm Ctrl-C').conflicts([
        'xem',
        'json',
      ]),
    )
    .addOption(
      new Option('--phan <i/n>', 'chỉ làm phần thứ i trong n phần, để chia cho nhiều máy').argParser(readShare),
    )
    .addOption(
      new Option('--luong <số>', 'số luồng làm song song, từ 1 đến 64; không ghi: bằng số nhân của máy').argParser(
        readThreads,
      ),
    )
    .action((choices: string[], options: GenerateOptions) => generate(choices, options, session));
}

async function generate(choices: readonly string[], options: GenerateOptions, session: Session): Promise<void> {
  const { around } = session;
  const mode: RunMode = options.xem === true ? 'plan' : options.het === true ? 'all' : 'stale';
  await go(choices, options, mode, session);
  if (options.watch !== true || around.watch === undefined) return;
  const root = session.root(options);
  around.complain('Đang theo dõi data/ và templates/; bấm Ctrl-C để dừng.');
  const folders = ['data', 'templates'].map((folder) => path.join(root, folder)).filter((folder) => existsSync(folder));
  await around.watch(folders, () => go(choices, options, 'stale', session));
}

function readLanguage(typed: string): Language {
  if (typed === 'vi' || typed === 'en') return typed;
  throw new InvalidArgumentError(typed);
}

function readFormats(typed: string): readonly BesideFormat[] {
  if (typed !== 'xlsx') throw new InvalidArgumentError(typed);
  return [typed];
}

function readShare(typed: string): { index: number; of: number } {
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(typed);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index < 1 || index > of) throw new InvalidArgumentError(typed);
  return { index, of };
}

function readThreads(typed: string): number {
  const count = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  if (count < 1 || count > 64) throw new InvalidArgumentError(typed);
  return count;
}
