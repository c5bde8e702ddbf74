import type { Command } from 'commander';
import type { CheckedTemplate } from '../../jobs/template-check.ts';
import type { Problem } from '../../model/problem.ts';
import { prepared } from '../command.ts';
import type { Language } from '../language.ts';
import type { ReadText } from '../place.ts';
import { problemJson } from '../print.ts';
import type { CommonOptions, Session } from '../session.ts';

interface CheckOptions extends CommonOptions {
  readonly danhDau?: boolean;
}

/** `gen template check`: every fault of templates, with its place in Word. */
export function addTemplateCheck(parent: Command, session: Session): Command {
  return prepared(parent.command('check'), session, ['json', 'strict'])
    .usage('[tùy chọn] [mẫu…]')
    .description('Kiểm tra mẫu: mọi lỗi, với chỗ của nó trong Word')
    .argument('[mẫu...]', 'tên mẫu hoặc tệp .docx trong templates (dùng được dấu *); không ghi: tất cả')
    .option('--danh-dau', 'ghi thêm bản sao của mẫu có lỗi, mỗi lỗi là một ghi chú (Comment) tại chỗ')
    .action((names: string[], _: unknown, command: Command) => checkThem(names, command.optsWithGlobals(), session));
}

async function checkThem(names: readonly string[], options: CheckOptions, session: Session): Promise<void> {
  const { checkTemplates } = await import('../../jobs/template-check.ts');
  const { around } = session;
  const root = session.root(options);
  const comments = options.danhDau === true ? options.lang : undefined;
  const { value, problems } = checkTemplates({ root, names, comments, around });
  const readText = session.reader(root);
  if (options.json) around.print(checkedJson(value, problems, readText, options.lang));
  const all = [...problems, ...value.flatMap((one) => one.problems)];
  session.tell(all, readText, options.lang);
  for (const one of value) around.complain(checkedLine(one, options.lang));
  if (options.strict === true && all.length > 0) session.exitCode = 1;
}

function checkedLine({ file, problems, marked }: CheckedTemplate, language: Language): string {
  const vi = language === 'vi';
  const errors = problems.filter(({ severity }) => severity === 'loi').length;
  const others = problems.length - errors;
  const count = vi ? `${errors} lỗi, ${others} cảnh báo` : `${errors} errors, ${others} warnings`;
  const sound = vi ? 'không có lỗi' : 'no faults';
  const copy = marked === undefined ? '' : vi ? `; đánh dấu trong ${marked}` : `; marked in ${marked}`;
  return `${errors > 0 ? '✗' : '✓'} ${file}  ${problems.length === 0 ? sound : count}${copy}`;
}

function checkedJson(
  checked: readonly CheckedTemplate[],
  problems: readonly Problem[],
  readText: ReadText,
  language: Language,
): string {
  const shown = (found: readonly Problem[]) => found.map((one) => problemJson(one, readText, language));
  return JSON.stringify(
    {
      mau: checked.map((one) => ({ ten: one.id, tep: one.file, van_de: shown(one.problems), danh_dau: one.marked })),
      van_de: shown(problems),
    },
    null,
    2,
  );
}
