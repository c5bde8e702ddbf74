import type { Threads } from '../jobs/pool.ts';
import type { Alive } from '../write/run-lock.ts';
import type { Screen } from './progress.ts';

/** What the program is run with; passed in, so that it can be run from a test. */
export interface Surroundings {
  readonly folder: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly now: () => Date;
  readonly pid: number;
  readonly alive: Alive;
  /** Ctrl-C was pressed. */
  readonly stopped: () => boolean;
  readonly threads?: Threads;
  /** The terminal, when messages go to one. */
  readonly screen?: Screen;
  /** Messages go to a terminal that shows colours. */
  readonly coloured?: boolean;
  /** Calls back whenever something in a folder changes; returns when the user stops the program. */
  readonly watch?: (folders: readonly string[], changed: () => Promise<void>) => Promise<void>;
}
