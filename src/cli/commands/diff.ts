import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Against } from '../../jobs/compare.ts';
import { readChoice } from '../../jobs/selection.ts';
import { prepared } from '../command.ts';
import type { CommonOptions, Session } from '../session.ts';

interface DiffOptions extends CommonOptions {
  readonly voi?: Against;
  readonly giua?: Against;
  readonly docx?: boolean;
  readonly redline?: boolean;
}

/** `gen diff`: what regenerating would change, or did change since an issue. */
export function addDiff(parent: Command, session: Session): Command {
  return prepared(parent.command('diff'), session, ['json'])
    .usage('[tùy chọn] [đơn vị hoặc kỳ…]')
    .description('So dữ liệu đang có với bản đã lập lần cuối, hoặc với một lần phát hành')
    .argument('[đơn-vị-hoặc-kỳ...]', 'như của gen')
    .addOption(
      new Option('--voi <lần>', 'so với lần phát hành này: một số, hoặc phat-hanh là lần cuối').argParser(readAgainst),
    )
    .addOption(
      new Option('--giua <lần,lần>', 'so hai lần phát hành, ví dụ 1,2').argParser(readBetween).conflicts('voi'),
    )
    .option('--docx', 'lập thêm bảng đính chính số liệu (.docx)')
    .option('--redline', 'lập thêm bản so sánh toàn văn có dấu sửa (.docx)')
    .action((choices: string[], _: unknown, command: Command) => diff(choices, command.optsWithGlobals(), session));
}

async function diff(typed: readonly string[], options: DiffOptions, session: Session): Promise<void> {
  const { compare } = await import('../../jobs/compare.ts');
  const { comparisonJson, comparisonsText } = await import('../print-changes.ts');
  const { around } = session;
  const root = session.root(options);
  const against = options.giua ?? options.voi ?? { kind: 'output' };
  const papers = { docx: options.docx === true, redline: options.redline === true };
  const choices = typed.flatMap((one) => readChoice(one, around.folder));
  const { value, problems } = compare({ root, choices, against, ...papers, around });
  const readText = session.reader(root);
  if (options.json) around.print(comparisonJson(value, problems, readText, options.lang));
  else around.print(comparisonsText(value, options.lang));
  session.tell(problems, readText, options.lang);
}

/** `phat-hanh`, or the number of an issue. */
function readAgainst(typed: string): Against {
  if (typed.normalize('NFC') === 'phat-hanh') return { kind: 'last-issue' };
  if (!/^0?[1-9]\d{0,3}$/.test(typed)) throw new InvalidArgumentError(typed);
  return { kind: 'issue', issue: Number(typed) };
}

function readBetween(typed: string): Against {
  const match = /^0?([1-9]\d{0,3}),0?([1-9]\d{0,3})$/.exec(typed);
  const [first, second] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || first === second) throw new InvalidArgumentError(typed);
  return { kind: 'between', first, second };
}
