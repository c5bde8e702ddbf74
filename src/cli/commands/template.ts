import path from 'node:path';
import type { Command } from 'commander';
import { prepared } from '../command.ts';
import type { CommonOptions, Session } from '../session.ts';

/** `gen template …`: work on templates. */
export function addTemplate(parent: Command, session: Session): Command {
  const template = prepared(parent.command('template'), session).usage('<lệnh>').description('Làm việc với mẫu');
  prepared(template.command('new'), session)
    .usage('<mẫu> --de-cuong <tệp>')
    .description('Tạo mẫu mới đúng thể thức từ đề cương; không ghi đè mẫu đã có')
    .argument('<mẫu>', 'tên mẫu: tạo templates/<mẫu>.docx')
    .requiredOption('--de-cuong <tệp>', 'tệp YAML nêu các mục và khe')
    .action((name: string, own: { deCuong: string }, command: Command) =>
      newTemplate(name, own.deCuong, command.optsWithGlobals(), session),
    );
  return template;
}

async function newTemplate(name: string, outline: string, options: CommonOptions, session: Session): Promise<void> {
  const { makeTemplate } = await import('../../jobs/new-template.ts');
  const { around } = session;
  const root = session.root(options);
  const file = path.relative(root, path.resolve(around.folder, outline));
  const { value, problems } = makeTemplate(root, name, file);
  session.tell(problems, session.reader(root), options.lang);
  if (value !== undefined) around.complain(options.lang === 'vi' ? `✓ Đã tạo ${value}` : `✓ Made ${value}`);
}
