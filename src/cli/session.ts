import { existsSync } from 'node:fs';
import path from 'node:path';
import { CommanderError } from 'commander';
import { Workspace } from '../load/workspace.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import type { Language } from './language.ts';
import { type Paint, painter } from './paint.ts';
import type { ReadText } from './place.ts';
import { problemText } from './print.ts';
import type { Surroundings } from './surroundings.ts';

/** 0: clean, or warnings only. 1: problems. 2: wrong usage. 3: a fault of the program. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Options that every command takes. */
export interface CommonOptions {
  readonly lang: Language;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly thuMuc?: string;
}

/** One call of the program: where it was called, what it says, and how it ends. */
export class Session {
  exitCode: ExitCode = 0;

  /** Colours, when messages go to a terminal that shows them. */
  readonly paint: Paint;

  constructor(readonly around: Surroundings) {
    this.paint = painter(around.coloured === true);
  }

  /**
   * The folder that holds data/: the one chosen, else here, else the nearest one above. Where there is neither data/ nor
   * templates/ no command has anything to do, and none may leave files behind.
   */
  root({ thuMuc }: CommonOptions): string {
    const folder = thuMuc === undefined ? this.nearest() : path.resolve(this.around.folder, thuMuc);
    if (existsSync(path.join(folder, 'data')) || existsSync(path.join(folder, 'templates'))) return folder;
    throw new CommanderError(2, 'gen.noWorkspace', `'${folder}'`);
  }

  private nearest(): string {
    const { folder } = this.around;
    for (let here = folder; ; here = path.dirname(here)) {
      if (existsSync(path.join(here, 'data', 'bao-cao'))) return here;
      if (path.dirname(here) === here) return folder;
    }
  }

  /** Reads the files that problems point into, for their excerpts. */
  reader(root: string): ReadText {
    const workspace = new Workspace(root);
    const texts = new Map<string, string | undefined>();
    return (file) => {
      if (!texts.has(file)) texts.set(file, workspace.text(file).value);
      return texts.get(file);
    };
  }

  /** Prints problems where messages go; errors among them make the exit code 1. */
  tell(problems: readonly Problem[], readText: ReadText, language: Language): void {
    for (const found of problems) this.around.complain(`${problemText(found, readText, language, this.paint)}\n`);
    if (hasErrors(problems)) this.exitCode = 1;
  }
}
