import { Command, CommanderError } from 'commander';
import type { AddCommand } from './command.ts';
import { addCheck } from './commands/check.ts';
import { addDiff } from './commands/diff.ts';
import { addExplain } from './commands/explain.ts';
import { addForm } from './commands/form.ts';
import { addFormat } from './commands/format.ts';
import { generateCommand } from './commands/generate.ts';
import { addImport } from './commands/import.ts';
import { addIssue } from './commands/issue.ts';
import { addNew } from './commands/new.ts';
import { addRollup } from './commands/rollup.ts';
import { addSchema } from './commands/schema.ts';
import { addTemplate } from './commands/template.ts';
import { type ExitCode, Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';
import { languageOf, usageFault } from './usage.ts';

const COMMANDS: readonly AddCommand[] = [
  addNew,
  addSchema,
  addCheck,
  addExplain,
  addIssue,
  addDiff,
  addForm,
  addTemplate,
  addFormat,
  addImport,
  addRollup,
];

/** The command that words call, as far as they name one: `gen template new`. */
function commandOf(program: Command, argv: readonly string[]): string {
  const inside = new Map(program.commands.map((command) => [command.name(), command]));
  const at = argv.findIndex((word) => inside.has(word));
  const inner = inside.get(argv[at] ?? '');
  return inner === undefined ? program.name() : `${program.name()} ${commandOf(inner, argv.slice(at + 1))}`;
}

/** argv (without node and script) → work → exit code. */
export async function main(argv: readonly string[], around: Surroundings): Promise<ExitCode> {
  const session = new Session(around);
  const program = generateCommand(new Command('gen'), session);
  for (const add of COMMANDS) add(program, session);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    around.complain(usageFault(error, languageOf(argv), commandOf(program, argv)));
    return 2;
  }
}
