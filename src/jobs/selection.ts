import path from 'node:path';
import type { ReportFile } from '../load/workspace.ts';
import { nearPeriod, readPeriod } from '../model/period.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { nearest } from '../model/text.ts';

/** What the user named on the command line: a unit or a period, each may hold `*` and `?`. */
export interface ReportChoice {
  readonly kind: 'unit' | 'period';
  readonly typed: string;
}

const REPORT_PATH = /^(?:.*\/)?data\/bao-cao\/([^/]+)(?:\/([^/]+?)(?:\.ya?ml)?)?\/?$/;
/** The .docx that was made. */
const OUTPUT_PATH = /^(?:.*\/)?out\/([^/]+)\/([^/]+?)(?: \(đính chính \d+\))?\.docx$/;

/**
 * Reads one word of the command line: `ubnd-huong-khe`, `so-*`, `2022-6T`, `2021-*`, or the path of a report's file, its
 * YAML or its .docx, as an editor or a tab key gives it in the folder at hand, with slashes of either kind.
 */
export function readChoice(typed: string, folder: string): readonly ReportChoice[] {
  const word = typed.normalize('NFC').replace(/\\/g, '/');
  const file = /\.(?:ya?ml|docx)$/i.test(word) ? path.resolve(folder, word).replace(/\\/g, '/') : word;
  const [, unit, period] = REPORT_PATH.exec(file) ?? [];
  const [, outPeriod = period, outUnit = unit] = OUTPUT_PATH.exec(file) ?? [];
  if (outUnit !== undefined) {
    const chosen: ReportChoice = { kind: 'unit', typed: outUnit };
    return outPeriod === undefined ? [chosen] : [chosen, { kind: 'period', typed: outPeriod }];
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

/** A mistyped command is taken for a unit; its name is offered. */
const COMMANDS = [
  'new',
  'schema',
  'check',
  'template',
  'diff',
  'phat-hanh',
  'giai-thich',
  'form',
  'format',
  'import',
  'rollup',
];
const REPORTS = { kind: 'file', file: 'data/bao-cao' } as const;

/** A choice, and the reports that answer to it. */
interface Chosen {
  readonly typed: string;
  readonly files: ReadonlySet<ReportFile>;
}

/**
 * The chosen reports; all, when none is chosen. Each choice must have brought something: reports `khong-co-bao-cao` for
 * a unit or a period that has no report at all, and for a unit that has none of the chosen periods; and `ky-la`.
 */
export function selectReports(
  files: readonly ReportFile[],
  choices: readonly ReportChoice[],
  units: readonly string[],
): Outcome<readonly ReportFile[]> {
  const chosen = ({ kind, typed }: ReportChoice): Chosen => {
    const pattern = glob(typed);
    const answers = (file: ReportFile): boolean => pattern.test(kind === 'unit' ? file.unitId : file.period.id);
    return { typed, files: new Set(files.filter(answers)) };
  };
  const ofUnits = choices.filter(({ kind }) => kind === 'unit').map(chosen);
  const ofPeriods = choices.filter(({ kind }) => kind === 'period').map(chosen);
  const wanted = (file: ReportFile, list: readonly Chosen[]): boolean =>
    list.length === 0 || list.some((one) => one.files.has(file));
  const value = files.filter((file) => wanted(file, ofUnits) && wanted(file, ofPeriods));
  return { value, problems: unanswered({ files, units, ofUnits, ofPeriods, value }) };
}

interface Selection {
  readonly files: readonly ReportFile[];
  readonly units: readonly string[];
  readonly ofUnits: readonly Chosen[];
  readonly ofPeriods: readonly Chosen[];
  readonly value: readonly ReportFile[];
}

function unanswered({ files, units, ofUnits, ofPeriods, value }: Selection): readonly Problem[] {
  const problems: Problem[] = [];
  const missing = (choice: string, near?: string, make?: string): void => {
    problems.push(problem('khong-co-bao-cao', { choice, near, make }, REPORTS));
  };
  const isUnit = (typed: string): boolean => units.includes(typed);
  const periods = new Set(files.map(({ period }) => period.id));
  const possible = ofPeriods.filter(({ typed, files: found }) => {
    if (found.size > 0 || /[*?]/.test(typed) || readPeriod(typed) !== undefined) return true;
    problems.push(problem('ky-la', { name: typed, near: nearPeriod(typed) }, REPORTS));
    return false;
  });
  const known = ofUnits.filter(({ typed, files: found }) => {
    if (found.size > 0 || isUnit(typed)) return true;
    const names = new Set([...files.map(({ unitId }) => unitId), ...units, ...COMMANDS]);
    missing(typed, nearest(typed, names));
    return false;
  });
  const brought = ({ files: found }: Chosen): boolean => value.some((file) => found.has(file));
  const alone = possible.length === 1 ? possible[0] : undefined;
  for (const unit of known) {
    if (brought(unit) || (ofPeriods.length > 0 && possible.length === 0)) continue;
    const named = isUnit(unit.typed) && alone !== undefined && readPeriod(alone.typed) !== undefined;
    const which = [unit.typed, ...possible.map(({ typed }) => typed)].join(' ');
    missing(
      which,
      undefined,
      named ? which : isUnit(unit.typed) && ofPeriods.length === 0 ? `${unit.typed} …` : undefined,
    );
  }
  for (const period of possible) {
    const toldByUnits = alone !== undefined && known.length > 0;
    if (brought(period) || toldByUnits || (ofUnits.length > 0 && known.length === 0)) continue;
    if (period.files.size > 0) missing(`${known.map(({ typed }) => typed).join(' ')} ${period.typed}`);
    else missing(period.typed, nearest(period.typed, periods));
  }
  return problems;
}
