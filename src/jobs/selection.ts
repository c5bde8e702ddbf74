import type { ReportFile } from '../load/workspace.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { nearest } from '../model/text.ts';

/** What the user named on the command line: a unit or a period, each may hold `*` and `?`. */
export interface ReportChoice {
  readonly kind: 'unit' | 'period';
  readonly typed: string;
}

const REPORT_PATH = /^(?:.*\/)?data\/bao-cao\/([^/]+)(?:\/([^/]+?)(?:\.ya?ml)?)?\/?$/;

/**
 * Reads one word of the command line: `ubnd-huong-khe`, `so-*`, `2022-6T`, `2021-*`, or the path of a report's file as
 * an editor or a tab key gives it, with slashes of either kind.
 */
export function readChoice(typed: string): readonly ReportChoice[] {
  const word = typed.normalize('NFC').replace(/\\/g, '/');
  const path = REPORT_PATH.exec(word.startsWith('data/') ? `/${word}` : word);
  if (path !== null) {
    const [, unit = '', period] = path;
    const choices: ReportChoice[] = [{ kind: 'unit', typed: unit }];
    if (period !== undefined) choices.push({ kind: 'period', typed: period });
    return choices;
  }
  if (/^\d{4}$/.test(word)) return [{ kind: 'period', typed: `${word}-*` }];
  return [{ kind: /^[\d?*]{1,4}-[QTN\d?*]+$|^\d{4}\*?$/i.test(word) ? 'period' : 'unit', typed: word }];
}

export const glob = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    'iu',
  );

/** The names that answer to a pattern with `*` and `?`. */
export const namesLike = (pattern: string, names: readonly string[]): readonly string[] =>
  names.filter((name) => glob(pattern).test(name));

const NOTHING = /$^/;
/** A mistyped command is taken for a unit; its name is offered. */
const COMMANDS = ['new', 'schema', 'check', 'template', 'diff', 'phat-hanh', 'giai-thich', 'form', 'import', 'rollup'];
const REPORTS = { kind: 'file', file: 'data/bao-cao' } as const;

/** The chosen reports; all, when none is chosen. Reports `khong-co-bao-cao` for a choice that nothing answers to. */
export function selectReports(
  files: readonly ReportFile[],
  choices: readonly ReportChoice[],
  units: readonly string[],
): Outcome<readonly ReportFile[]> {
  const problems: Problem[] = [];
  const patterns = { unit: [] as RegExp[], period: [] as RegExp[] };
  for (const { kind, typed } of choices) {
    const pattern = glob(typed);
    const names = files.map((file) => (kind === 'unit' ? file.unitId : file.period.id));
    if (names.some((name) => pattern.test(name))) {
      patterns[kind].push(pattern);
    } else {
      // A choice that nothing answers to chooses nothing; without this line it would choose everything.
      if (patterns[kind].length === 0) patterns[kind].push(NOTHING);
      const candidates = new Set([...names, ...(kind === 'unit' ? [...units, ...COMMANDS] : [])]);
      candidates.delete(typed);
      const near = nearest(typed, candidates);
      problems.push(problem('khong-co-bao-cao', { choice: typed, near }, REPORTS));
    }
  }
  const wanted = (list: readonly RegExp[], name: string): boolean =>
    list.length === 0 || list.some((p) => p.test(name));
  const value = files.filter((file) => wanted(patterns.unit, file.unitId) && wanted(patterns.period, file.period.id));
  // Each choice must have brought something: with two units and one period, a unit may not have that period.
  for (const { kind, typed } of choices) {
    const pattern = glob(typed);
    if (problems.some(({ message }) => message.vi.includes(`"${typed}"`))) continue;
    if (value.some((file) => pattern.test(kind === 'unit' ? file.unitId : file.period.id))) continue;
    const all = choices.map((choice) => choice.typed).join(' ');
    problems.push(problem('khong-co-bao-cao', { choice: `${typed} (${all})`, near: undefined }, REPORTS));
  }
  return { value, problems };
}
