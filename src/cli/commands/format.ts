import type { Command } from 'commander';
import type { FormatResult } from '../../jobs/format-check.ts';
import { stops, tallyOf } from '../../model/problem.ts';
import { prepared } from '../command.ts';
import type { Language } from '../language.ts';
import { problemJson, tallyText } from '../print.ts';
import type { CommonOptions, Session } from '../session.ts';

/** `gen format TỆP…`: measures any .docx against the decree. */
export function addFormat(parent: Command, session: Session): Command {
  return prepared(parent.command('format'), session, ['json', 'strict'])
    .usage('[tùy chọn] <tệp.docx…>')
    .description('Đo thể thức của tệp Word bất kỳ theo Nghị định 30/2020/NĐ-CP, không sửa gì')
    .argument('<tệp...>', 'tệp .docx, của ai lập cũng được')
    .action((files: string[], _: unknown, command: Command) => format(files, command.optsWithGlobals(), session));
}

async function format(files: readonly string[], options: CommonOptions, session: Session): Promise<void> {
  const { formatFiles } = await import('../../jobs/format-check.ts');
  const { around } = session;
  const { lang } = options;
  const results = formatFiles(around.folder, files);
  if (options.json) around.print(formatJson(results, lang));
  for (const { file, components, problems } of results) {
    session.tell(problems, () => undefined, lang);
    around.complain(resultLine(file, components !== undefined, tallyText(tallyOf(problems), lang), lang));
    if (options.strict === true && stops(problems, true)) session.exitCode = 1;
  }
}

function resultLine(file: string, isRead: boolean, tally: string, language: Language): string {
  if (isRead) return `${file}: ${tally}`;
  return language === 'vi' ? `${file}: không đo được` : `${file}: not measured`;
}

/** What was recognised in each file, and its faults. */
const formatJson = (results: readonly FormatResult[], language: Language): string =>
  JSON.stringify(
    {
      tep: results.map(({ file, components, problems }) => ({
        tep: file,
        thanh_phan: components ?? null,
        van_de: problems.map((found) => problemJson(found, () => undefined, language)),
      })),
    },
    null,
    2,
  );
