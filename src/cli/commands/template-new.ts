import path from 'node:path';
import type { Command } from 'commander';
import { prepared } from '../command.ts';
import type { CommonOptions, Session } from '../session.ts';

/** `gen template new`: a new template from an outline. */
export function addTemplateNew(parent: Command, session: Session): Command {
  return prepared(parent.command('new'), session)
    .usage('<mẫu> --de-cuong <tệp>')
    .description('Tạo mẫu mới đúng thể thức từ đề cương; không ghi đè mẫu đã có')
    .argument('<mẫu>', 'tên mẫu: tạo templates/<mẫu>.docx')
    .requiredOption('--de-cuong <tệp>', 'tệp YAML nêu các mục và khe')
    .action((name: string, own: { deCuong: string }, command: Command) =>
      newTemplate(name, own.deCuong, command.optsWithGlobals(), session),
    );
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
