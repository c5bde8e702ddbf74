import { type Command, InvalidArgumentError } from 'commander';
import { type FullDate, isFullDate, readDate } from '../../model/date.ts';
import { prepared } from '../command.ts';
import type { CommonOptions, Session } from '../session.ts';

interface RollupOptions extends CommonOptions {
  readonly xem?: boolean;
  readonly ghiDe?: boolean;
  readonly han?: FullDate;
}

/** `gen rollup KỲ [ĐƠN-VỊ]`: consolidation over the units below a unit. */
export function addRollup(parent: Command, session: Session): Command {
  return prepared(parent.command('rollup'), session, ['json', 'xem'])
    .usage('[tùy chọn] <kỳ> [đơn vị tổng hợp…]')
    .description('Tổng hợp số liệu của các đơn vị cấp dưới (thuoc) thành tệp Excel và vào báo cáo của đơn vị tổng hợp')
    .argument('<kỳ>', 'kỳ báo cáo, ví dụ 2026-6T')
    .argument('[đơn-vị...]', 'đơn vị tổng hợp (dùng được dấu *); không ghi: mọi đơn vị có đơn vị cấp dưới')
    .option('--ghi-de', 'thay cả những số gõ tay trong báo cáo bằng kết quả tổng hợp')
    .option(
      '--han <ngày>',
      'hạn gửi báo cáo, ví dụ 18/6/2026; không ghi: ngày 20 tháng cuối kỳ (quý I, III, 6 tháng, năm)',
      deadline,
    )
    .action((period: string, units: string[], _: unknown, command: Command) =>
      rollingUp(period, units, command.optsWithGlobals(), session),
    );
}

function deadline(typed: string): FullDate {
  const date = readDate(typed);
  if (typeof date === 'string' || !isFullDate(date)) throw new InvalidArgumentError(typed);
  return date;
}

async function rollingUp(
  period: string,
  units: readonly string[],
  options: RollupOptions,
  session: Session,
): Promise<void> {
  const { rollup } = await import('../../jobs/rollup.ts');
  const { rollupJson, rollupLines } = await import('../print-rollup.ts');
  const { around } = session;
  const root = session.root(options);
  const { value, problems } = await rollup({
    root,
    period: period.normalize('NFC'),
    units: units.map((unit) => unit.normalize('NFC')),
    deadline: options.han,
    overwrite: options.ghiDe === true,
    dryRun: options.xem === true,
    around,
  });
  const readText = session.reader(root);
  if (options.json) around.print(rollupJson(value, problems, readText, options.lang));
  else for (const line of value.flatMap((one) => rollupLines(one, options.lang))) around.print(line);
  session.tell(problems, readText, options.lang);
  if (value.some(({ workbookOutcome }) => workbookOutcome === 'failed')) session.exitCode = 1;
}
