import type { Command } from 'commander';
import { prepared } from '../command.ts';
import { go } from '../go.ts';
import type { Session } from '../session.ts';

/** `gen check`: every check, no output files. */
export function addCheck(parent: Command, session: Session): Command {
  return prepared(parent.command('check'), session)
    .usage('[tùy chọn] [đơn vị hoặc kỳ…]')
    .description('Kiểm tra mọi thứ, không ghi tệp nào')
    .argument('[đơn-vị-hoặc-kỳ...]', 'như của gen')
    .action((choices: string[], _: unknown, command: Command) =>
      go(choices, command.optsWithGlobals(), 'check', session),
    );
}
