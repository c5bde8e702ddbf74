import type { Command } from 'commander';
import { prepared } from '../command.ts';
import type { CommonOptions, Session } from '../session.ts';

interface ImportOptions extends CommonOptions {
  readonly xem?: boolean;
  readonly donVi?: string;
  readonly ky?: string;
  readonly nhanDoan?: boolean;
}

/** `gen import TỆP…`: figures from entry forms and appendix tables into the reports' YAML. */
export function addImport(parent: Command, session: Session): Command {
  return prepared(parent.command('import'), session, ['json', 'xem'])
    .usage('[tùy chọn] <tệp…>')
    .description('Nhập số liệu từ biểu Excel (gen form), hoặc bảng phụ lục .xlsx, .docx, vào tệp YAML của báo cáo')
    .argument('<tệp...>', 'biểu nhập .xlsx, hoặc bảng phụ lục .xlsx, .docx')
    .option('--don-vi <đơn-vị>', 'đơn vị của bảng phụ lục; với biểu nhập: chỉ nhận biểu của đơn vị này')
    .option('--ky <kỳ>', 'kỳ của bảng phụ lục; với biểu nhập: chỉ nhận biểu của kỳ này')
    .option('--nhan-doan', 'ghi cả những dòng chỉ đoán được theo tên (xem trước bằng --xem)')
    .action((files: string[], _: unknown, command: Command) => importing(files, command.optsWithGlobals(), session));
}

async function importing(files: readonly string[], options: ImportOptions, session: Session): Promise<void> {
  const { importFiles } = await import('../../jobs/import.ts');
  const { importJson, importLines } = await import('../print-import.ts');
  const { around } = session;
  const root = session.root(options);
  const { value, problems } = importFiles({
    root,
    folder: around.folder,
    files,
    unit: options.donVi?.normalize('NFC'),
    period: options.ky?.normalize('NFC'),
    guesses: options.nhanDoan === true,
    dryRun: options.xem === true,
    around,
  });
  const readText = session.reader(root);
  if (options.json) around.print(importJson(value, problems, readText, options.lang));
  else for (const line of value.flatMap((one) => importLines(one, readText, options.lang))) around.print(line);
  session.tell(problems, readText, options.lang);
}
