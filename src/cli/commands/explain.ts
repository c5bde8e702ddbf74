import { Argument, type Command, InvalidArgumentError } from 'commander';
import { isProblemCode, PROBLEM_CODES, type ProblemCode } from '../../model/problem-codes.ts';
import { nearest } from '../../model/text.ts';
import { prepared } from '../command.ts';
import type { CommonOptions, Session } from '../session.ts';

/** `gen giai-thich <mã>`: what a problem means, why it is one, and what to do. */
export function addExplain(parent: Command, session: Session): Command {
  return prepared(parent.command('giai-thich'), session)
    .usage('<mã>')
    .description('Giải thích một lỗi, cảnh báo hay gợi ý: vì sao, ví dụ, cách sửa')
    .addArgument(new Argument('<mã>', 'mã trong ngoặc vuông của thông báo').argParser(readCode))
    .action(async (code: ProblemCode, _: unknown, command: Command) => {
      const { problemPage } = await import('../../jobs/problem-pages.ts');
      const { lang }: CommonOptions = command.optsWithGlobals();
      session.around.print(`# ${code}\n\n${problemPage(code, lang)}`);
    });
}

/** As typed, with or without the brackets that it is shown in. */
function readCode(typed: string): ProblemCode {
  const code = typed.replace(/^\[|\]$/g, '');
  if (isProblemCode(code)) return code;
  const near = nearest(code, PROBLEM_CODES);
  throw new InvalidArgumentError(near === undefined ? typed : `Did you mean ${near}?`);
}
