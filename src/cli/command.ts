import type { Command } from 'commander';
import type { Session } from './session.ts';

/** A command of the program: says how it is called, and hands over to its job. Heavy imports belong into its action. */
export type AddCommand = (parent: Command, session: Session) => Command;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Arguments:': 'Tham số:',
  'Commands:': 'Lệnh:',
};

/** What all commands have in common: Vietnamese help, and faults that are told by us. */
export function prepared(command: Command, { around }: Session): Command {
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption('-h, --help', 'hiện trợ giúp')
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: (option) => option.description,
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`,
      showGlobalOptions: true,
    })
    .configureOutput({ writeOut: (text) => around.print(text.trimEnd()), writeErr: () => {} });
}
