import type { CommanderError } from 'commander';
import type { Wording } from '../model/problem.ts';
import type { Language } from './language.ts';

const CAUSES: Readonly<Record<string, Wording>> = {
  'commander.unknownOption': { vi: 'Không có tùy chọn này', en: 'No such option' },
  'commander.missingArgument': { vi: 'Thiếu tham số', en: 'Missing argument' },
  'commander.missingMandatoryOptionValue': { vi: 'Thiếu tùy chọn bắt buộc', en: 'Missing required option' },
  'commander.optionMissingArgument': { vi: 'Tùy chọn thiếu giá trị', en: 'The option needs a value' },
  'commander.invalidArgument': { vi: 'Giá trị không dùng được', en: 'The value cannot be used' },
  'commander.excessArguments': { vi: 'Thừa tham số sau lệnh', en: 'Too many arguments after' },
  'commander.unknownCommand': { vi: 'Không có lệnh này', en: 'No such command' },
  'commander.conflictingOption': {
    vi: 'Hai tùy chọn này không dùng cùng nhau',
    en: 'These two options exclude each other',
  },
  'gen.notHere': { vi: 'Lệnh này không có tùy chọn', en: 'This command does not take the option' },
  'gen.noWorkspace': { vi: 'Không có data/ hay templates/ trong thư mục', en: 'There is no data/ or templates/ in' },
  'commander.help': { vi: 'Chưa nêu lệnh con', en: 'Which subcommand?' },
};

const OR: Readonly<Record<Language, string>> = { vi: ' hoặc ', en: ' or ' };
const WRONG: Wording = { vi: 'Lệnh viết sai', en: 'The command is wrong' };

/** What to do, where it is not a word that was mistyped. */
const REMEDIES: Readonly<Record<string, Wording>> = {
  'gen.noWorkspace': {
    vi: 'Chạy lệnh trong thư mục chứa data/ và templates/, hoặc thêm --thu-muc "đường dẫn".',
    en: 'Run the command in the folder that holds data/ and templates/, or add --thu-muc "path".',
  },
};

/** Wrong usage in the user's words: what, which word, what is allowed, where to read on (`command`: `gen template`). */
export function usageFault(error: CommanderError, language: Language, command: string): string {
  const cause = (CAUSES[error.code] ?? WRONG)[language];
  const word = /'([^']+)'/.exec(error.message)?.[1];
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1]?.replaceAll(', ', OR[language]);
  const asked = { vi: `Ý bạn là ${near}?`, en: `Did you mean ${near}?` };
  const typed = /argument '([^']*)' is invalid/.exec(error.message)?.[1];
  const allowed = /is invalid\. (?:Allowed choices are )?(.+?)\.?$/.exec(error.message)?.[1];
  const remedy = REMEDIES[error.code];
  const choices = { vi: 'Các giá trị dùng được', en: 'Allowed' };
  const readOn = { vi: `Xem cách dùng: npx ${command} --help`, en: `See npx ${command} --help` };
  return [
    `${cause}${word === undefined ? '' : `: ${word}`}${typed === undefined ? '' : `: "${typed}"`}`,
    ...(near === undefined ? [] : [`  → ${asked[language]}`]),
    ...(remedy === undefined ? [] : [`  → ${remedy[language]}`]),
    ...(allowed === undefined || allowed === typed ? [] : [`  → ${choices[language]}: ${allowed}.`]),
    `  ${readOn[language]}`,
  ].join('\n');
}

/** The language asked for, also where the rest of the command is wrong. */
export const languageOf = (argv: readonly string[]): Language =>
  argv.some((word, i) => word === '--lang=en' || (word === '--lang' && argv[i + 1] === 'en')) ? 'en' : 'vi';
