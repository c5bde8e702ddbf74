import type { CommanderError } from 'commander';

const CAUSES: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'Không có tùy chọn này',
  'commander.missingArgument': 'Thiếu tham số',
  'commander.missingMandatoryOptionValue': 'Thiếu tùy chọn bắt buộc',
  'commander.optionMissingArgument': 'Tùy chọn thiếu giá trị',
  'commander.invalidArgument': 'Giá trị không dùng được',
  'commander.excessArguments': 'Thừa tham số',
  'commander.unknownCommand': 'Không có lệnh này',
  'commander.conflictingOption': 'Hai tùy chọn này không dùng cùng nhau',
  'commander.help': 'Chưa nêu lệnh con',
};

/** Wrong usage in the user's words: what, which word, where to read on. */
export function usageFault(error: CommanderError): string {
  const cause = CAUSES[error.code] ?? 'Lệnh viết sai';
  const word = /'([^']+)'/.exec(error.message)?.[1];
  const near = /Did you mean ([^?]+)\?/.exec(error.message)?.[1];
  return [
    `${cause}${word === undefined ? '' : `: ${word}`}`,
    ...(near === undefined ? [] : [`  → Ý bạn là ${near}?`]),
    '  Xem cách dùng: gen --help',
  ].join('\n');
}
