import { type Command, InvalidArgumentError } from 'commander';
import type { CarriedTemplate } from '../../jobs/carry-template.ts';
import { CARRIED_PARTS, type CarriedPart } from '../../model/carry.ts';
import type { Problem } from '../../model/problem.ts';
import { prepared } from '../command.ts';
import type { Language } from '../language.ts';
import type { ReadText } from '../place.ts';
import { problemJson } from '../print.ts';
import type { CommonOptions, Session } from '../session.ts';

interface CarryOptions extends CommonOptions {
  readonly chi: readonly CarriedPart[];
  readonly chu?: boolean;
  readonly ghi?: boolean;
}

/** `gen template chep`: what templates share, from one to the others. */
export function addTemplateCarry(parent: Command, session: Session): Command {
  return prepared(parent.command('chep'), session, ['json'])
    .usage('[tùy chọn] <mẫu-nguồn> [mẫu-đích…]')
    .description('Chép kiểu chữ, đầu văn bản, khối chữ ký từ một mẫu sang các mẫu khác; không có --ghi thì chỉ cho xem')
    .argument('<mẫu-nguồn>', 'mẫu đã sửa trong Word')
    .argument('[mẫu-đích...]', 'tên mẫu (dùng được dấu *); không ghi: mọi mẫu khác')
    .option(
      '--chi <phần>',
      `chỉ chép phần này, cách nhau dấu phẩy: ${Object.keys(CARRIED_PARTS).join(', ')}`,
      readParts,
      [],
    )
    .option('--chu', 'chép cả chữ cố định của đầu văn bản và khối chữ ký; thẻ thì luôn giữ của mẫu đích')
    .option('--ghi', 'ghi thật; bản cũ cất vào templates/ban-cu')
    .action((source: string, targets: string[], _: unknown, command: Command) =>
      carryThem(source, targets, command.optsWithGlobals(), session),
    );
}

/** `kieu,chu-ky`. */
function readParts(typed: string, before: readonly CarriedPart[]): readonly CarriedPart[] {
  const words = typed.split(',').map((word) => word.trim());
  return [
    ...before,
    ...words.map((word) => {
      const part = Object.entries(CARRIED_PARTS).find(([name]) => name === word)?.[1];
      if (part === undefined) throw new InvalidArgumentError(Object.keys(CARRIED_PARTS).join(', '));
      return part;
    }),
  ];
}

async function carryThem(
  source: string,
  targets: readonly string[],
  options: CarryOptions,
  session: Session,
): Promise<void> {
  const { carryTemplate } = await import('../../jobs/carry-template.ts');
  const { around } = session;
  const root = session.root(options);
  const { lang } = options;
  const [words, write] = [options.chu === true, options.ghi === true];
  const { value, problems } = carryTemplate({
    root,
    source,
    targets,
    parts: options.chi,
    words,
    write,
    now: around.now(),
  });
  const readText = session.reader(root);
  if (options.json) around.print(carriedJson(value, problems, readText, lang));
  for (const one of value) around.complain(carriedText(one, lang));
  session.tell(problems, readText, lang);
  if (value.some(({ outcome }) => outcome === 'planned')) {
    around.complain(
      lang === 'vi'
        ? 'Chưa ghi gì. Thêm --ghi để ghi; bản cũ của mỗi mẫu được cất vào templates/ban-cu.'
        : 'Nothing was written. Add --ghi to write; a copy of each template goes to templates/ban-cu.',
    );
  }
}

/** As they are typed with `--chi`. */
const PART_WORDS: ReadonlyMap<CarriedPart, string> = new Map(
  Object.entries(CARRIED_PARTS).map(([word, part]) => [part, word]),
);

const OUTCOMES = {
  vi: { nothing: 'không có gì đổi', planned: 'sẽ đổi', written: 'đã ghi', failed: 'KHÔNG GHI' },
  en: { nothing: 'nothing changes', planned: 'will change', written: 'written', failed: 'NOT WRITTEN' },
} as const;

function carriedText({ file, changes, outcome, kept }: CarriedTemplate, language: Language): string {
  const vi = language === 'vi';
  const copy = kept === undefined ? '' : vi ? `; bản cũ: ${kept}` : `; the old one: ${kept}`;
  const lines = changes.map(({ where, what, left }) => {
    const sign = left ? '=' : '~';
    return `  ${sign} ${where[language]}: ${what[language]}`;
  });
  return [`${file}  ${OUTCOMES[language][outcome]}${copy}`, ...lines].join('\n');
}

function carriedJson(
  carried: readonly CarriedTemplate[],
  problems: readonly Problem[],
  readText: ReadText,
  language: Language,
): string {
  const mau = carried.map(({ file, changes, outcome, kept }) => ({
    tep: file,
    outcome,
    ban_cu: kept,
    thay_doi: changes.map(({ part, left, where, what }) => ({
      phan: PART_WORDS.get(part),
      giu_nguyen: left,
      cho: where[language],
      noi_dung: what[language],
    })),
  }));
  const van_de = problems.map((one) => problemJson(one, readText, language));
  return JSON.stringify({ mau, van_de }, null, 2);
}
