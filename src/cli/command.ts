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

/** Options of `gen` that every command takes. */
const EVERYWHERE: readonly string[] = ['lang', 'thuMuc'];

const ofRoot = (command: Command): Command => (command.parent === null ? command : ofRoot(command.parent));

/** Of the options of `gen`, those that a command takes. `gen` itself takes all. */
const shared = (command: Command, takes: readonly string[]) =>
  command.parent === null
    ? []
    : ofRoot(command).options.filter((one) => [...EVERYWHERE, ...takes].includes(one.attributeName()));

/**
 * What all commands have in common: Vietnamese help, and faults that are told by us. Of the options of `gen`, a command
 * takes those that it names; another is refused, so that no one believes that `gen phat-hanh --xem` only shows.
 */
export function prepared(command: Command, { around }: Session, takes: readonly string[] = []): Command {
  return command
    .hook('preAction', (self, acting) => {
      if (self !== acting || self.parent === null) return;
      const root = ofRoot(self);
      const known = shared(self, takes);
      const strange = root.options.find(
        (one) => !known.includes(one) && root.getOptionValueSource(one.attributeName()) === 'cli',
      );
      if (strange !== undefined) self.error(`'${strange.long}'`, { code: 'gen.notHere', exitCode: 2 });
    })
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption('-h, --help', 'hiện trợ giúp')
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: (option) => option.description,
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`,
      showGlobalOptions: true,
      visibleGlobalOptions: (of) => (of.parent === null ? [] : shared(of, takes)),
    })
    .configureOutput({ writeOut: (text) => around.print(text.trimEnd()), writeErr: () => {} });
}
