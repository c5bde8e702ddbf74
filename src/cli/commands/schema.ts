import type { Command } from 'commander';
import { prepared } from '../command.ts';
import { madeJson } from '../print.ts';
import type { CommonOptions, Session } from '../session.ts';

/** `gen schema`: schemas for editors, which then complete names, explain them and mark what is wrong while typing. */
export function addSchema(parent: Command, session: Session): Command {
  return prepared(parent.command('schema'), session, ['json'])
    .usage('[tùy chọn]')
    .description('Ghi lược đồ (JSON Schema) vào data/.schema, để trình soạn thảo gợi ý và báo sai ngay khi gõ')
    .action((_: unknown, command: Command) => schema(command.optsWithGlobals(), session));
}

async function schema(options: CommonOptions, session: Session): Promise<void> {
  const { writeSchemas } = await import('../../jobs/schemas.ts');
  const { around } = session;
  const root = session.root(options);
  const { value, problems } = writeSchemas(root);
  if (options.json) around.print(madeJson(value, problems, session.reader(root), options.lang));
  session.tell(problems, session.reader(root), options.lang);
  for (const file of value) around.complain(`✓ ${file}`);
  if (value.length > 0) return;
  around.complain(options.lang === 'vi' ? 'Không có lược đồ nào đổi' : 'No schema changed');
}
