import { type Command, Option } from 'commander';
import { prepared } from '../command.ts';
import { madeJson } from '../print.ts';
import type { CommonOptions, Session } from '../session.ts';

interface NewOptions extends CommonOptions {
  readonly tu?: string;
}

/** `gen new ĐƠN-VỊ KỲ`: a report's YAML, ready to fill in. */
export function addNew(parent: Command, session: Session): Command {
  return prepared(parent.command('new'), session, ['json'])
    .usage('<đơn-vị> <kỳ>')
    .description('Tạo tệp YAML của một báo cáo mới để điền: đủ các mục của mẫu và các chỉ tiêu; không ghi đè tệp đã có')
    .argument('<đơn-vị>', 'tên tệp của đơn vị trong data/don-vi')
    .argument('<kỳ>', 'kỳ báo cáo: 2022-Q1, 2022-6T, 2022-9T, 2022-N, 2022-T03')
    .addOption(new Option('--tu <kỳ>', 'chép từ báo cáo kỳ này: phần lời (để xem lại), số lũy kế, số ít đổi'))
    .action((unit: string, period: string, _: unknown, command: Command) =>
      newReport(unit, period, command.optsWithGlobals(), session),
    );
}

async function newReport(unit: string, period: string, options: NewOptions, session: Session): Promise<void> {
  const { makeReport } = await import('../../jobs/new-report.ts');
  const { around } = session;
  const root = session.root(options);
  const { value, problems } = makeReport({ root, unit, period, from: options.tu });
  if (options.json) around.print(madeJson(value, problems, session.reader(root), options.lang));
  session.tell(problems, session.reader(root), options.lang);
  if (value === undefined) return;
  around.complain(
    options.lang === 'vi'
      ? `✓ Đã tạo ${value}\nĐiền vào tệp này rồi chạy: npx gen check ${unit} ${period}`
      : `✓ Made ${value}\nFill it in, then run: npx gen check ${unit} ${period}`,
  );
}
