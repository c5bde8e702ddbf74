import type { Command } from 'commander';
import { prepared } from '../command.ts';
import type { CommonOptions, Session } from '../session.ts';

/** `gen form ĐƠN-VỊ KỲ…`: entry forms in Excel. */
export function addForm(parent: Command, session: Session): Command {
  return prepared(parent.command('form'), session, ['json'])
    .usage('<đơn-vị> <kỳ…>')
    .description('Lập biểu nhập số liệu Excel để gửi đơn vị điền; nhập lại bằng gen import')
    .argument('<đơn-vị>', 'đơn vị (dùng được dấu *)')
    .argument('<kỳ...>', 'kỳ báo cáo, ví dụ 2026-Q1')
    .action((unit: string, periods: string[], _: unknown, command: Command) =>
      form(unit, periods, command.optsWithGlobals(), session),
    );
}

async function form(unit: string, periods: readonly string[], options: CommonOptions, session: Session): Promise<void> {
  const { makeForms } = await import('../../jobs/form.ts');
  const { formsJson, fileLine } = await import('../print-entry.ts');
  const { around } = session;
  const root = session.root(options);
  const named = { units: [unit.normalize('NFC')], periods: periods.map((period) => period.normalize('NFC')) };
  const { value, problems } = await makeForms({ root, ...named, around });
  const readText = session.reader(root);
  if (options.json) around.print(formsJson(value, problems, readText, options.lang));
  session.tell(problems, readText, options.lang);
  for (const { file, outcome } of value) around.complain(fileLine(file, outcome, options.lang));
  if (value.some(({ outcome }) => outcome === 'failed')) session.exitCode = 1;
}
