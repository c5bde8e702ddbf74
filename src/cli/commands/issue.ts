import type { Command } from 'commander';
import { readChoice } from '../../jobs/selection.ts';
import { hasErrors } from '../../model/problem.ts';
import { prepared } from '../command.ts';
import { findingsText, groupFindings } from '../findings.ts';
import type { CommonOptions, Session } from '../session.ts';

/** `gen phat-hanh ĐƠN-VỊ KỲ`: freezes a report as issued. */
export function addIssue(parent: Command, session: Session): Command {
  return prepared(parent.command('phat-hanh'), session, ['json', 'strict'])
    .usage('<đơn-vị> <kỳ>')
    .description('Phát hành: cất bản này vào out/lich-su/; từ đó mỗi lần dữ liệu đổi là một bản đính chính')
    .argument('<đơn-vị>', 'đơn vị (dùng được dấu *)')
    .argument('<kỳ>', 'kỳ báo cáo (dùng được dấu *)')
    .action((unit: string, period: string, _: unknown, command: Command) =>
      issueReports([unit, period], command.optsWithGlobals(), session),
    );
}

async function issueReports(typed: readonly string[], options: CommonOptions, session: Session): Promise<void> {
  const { issue } = await import('../../jobs/issue.ts');
  const { issueJson, issueLine } = await import('../print-changes.ts');
  const { around } = session;
  const root = session.root(options);
  const choices = typed.flatMap((one) => readChoice(one, around.folder));
  const { reports, problems, made, stopped } = await issue({ root, choices, strict: options.strict === true, around });
  const readText = session.reader(root);
  const groups = groupFindings({ reports: made, problems, stopped }, readText);
  const inOrder = groups.flatMap((group) => group.problems);
  if (options.json) around.print(issueJson(reports, inOrder, readText, options.lang));
  findingsText(groups, readText, options.lang, session.paint).forEach(around.complain);
  for (const report of reports) around.complain(issueLine(report, options.lang));
  if (stopped || hasErrors(problems)) session.exitCode = 1;
}
