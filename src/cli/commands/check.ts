import { type Command, Option } from 'commander';
import { prepared } from '../command.ts';
import { go } from '../go.ts';
import type { Session } from '../session.ts';

/** `gen check`: every check, no output files. */
export function addCheck(parent: Command, session: Session): Command {
  return prepared(parent.command('check'), session, ['json', 'strict', 'phan', 'luong'])
    .usage('[tùy chọn] [đơn vị hoặc kỳ…]')
    .description('Kiểm tra mọi thứ, không ghi tệp nào')
    .argument('[đơn-vị-hoặc-kỳ...]', 'như của gen')
    .option('--the-thuc', 'đo cả thể thức của báo cáo và mẫu theo Nghị định 30/2020/NĐ-CP')
    .addOption(
      new Option('--sarif', 'in kết quả dạng SARIF 2.1.0 ra đầu ra chuẩn, cho trình soạn thảo và CI').conflicts('json'),
    )
    .addOption(
      new Option(
        '--giai-trinh',
        'in sẵn dòng giai_trinh cho mỗi cảnh báo, gợi ý; điền ly_do rồi dán vào báo cáo',
      ).conflicts(['json', 'sarif']),
    )
    .action((choices: string[], _: unknown, command: Command) =>
      go(choices, command.optsWithGlobals(), 'check', session),
    );
}
