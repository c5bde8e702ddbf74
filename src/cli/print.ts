import { NO_PROBLEMS, type Problem, type Tally, tallyOf } from '../model/problem.ts';
import type { ReportResult, RunResult } from '../pipeline.ts';
import type { Reason } from '../write/manifest.ts';
import type { Language } from './language.ts';
import type { Paint } from './paint.ts';
import { type ReadText, relatedPlaces, type ShownPlace, showPlace } from './place.ts';

const WORDS = {
  vi: {
    loi: 'LỖI',
    canh_bao: 'CẢNH BÁO',
    goi_y: 'GỢI Ý',
    related: 'xem thêm',
    justified: 'lý do',
    new: 'mới',
    changed: 'đã cập nhật',
    unchanged: 'không đổi',
    failed: 'CHƯA LẬP ĐƯỢC',
    checked: 'kiểm tra xong',
    planned: 'sẽ lập',
    fresh: 'không có gì đổi',
    'as-issued': 'như bản đã phát hành, không ghi gì',
    stopped: 'đã dừng giữa chừng; chạy lại để làm tiếp',
  },
  en: {
    loi: 'ERROR',
    canh_bao: 'WARNING',
    goi_y: 'HINT',
    related: 'see also',
    justified: 'reason',
    new: 'new',
    changed: 'updated',
    unchanged: 'unchanged',
    failed: 'NOT MADE',
    checked: 'checked',
    planned: 'to be made',
    fresh: 'nothing changed',
    'as-issued': 'as issued, nothing written',
    stopped: 'stopped halfway; run again to go on',
  },
} as const;

/** Longest stretch of a line that is shown: narrative paragraphs are one line of a thousand characters. */
const FRAME_WIDTH = 100;

function frameLines(frame: NonNullable<ShownPlace['frame']>, paint: Paint): readonly string[] {
  const from = Math.max(0, Math.min(frame.column - 1 - FRAME_WIDTH / 2, frame.text.length - FRAME_WIDTH));
  const cut = `${from > 0 ? '…' : ''}${frame.text.slice(from, from + FRAME_WIDTH)}${from + FRAME_WIDTH < frame.text.length ? '…' : ''}`;
  const number = String(frame.line);
  const caret = ' '.repeat(Math.max(0, frame.column - 1 - from + (from > 0 ? 1 : 0)));
  const margin = (text: string): string => paint('quiet', `  ${text} |`);
  return [`${margin(number)} ${cut}`, `${margin(' '.repeat(number.length))} ${caret}${paint('title', '^')}`];
}

/** A warning that was answered for: one line, with the reason. */
export function justifiedText(problem: Problem, readText: ReadText, language: Language): string {
  const { address } = showPlace(problem.at, readText, language);
  const { justified: word } = WORDS[language];
  return `  ${address} [${problem.code}] ${problem.message[language]} (${word}: ${problem.justified?.reason ?? ''})`;
}

/** A problem as people read it: where, what, the line, the remedy. */
export function problemText(problem: Problem, readText: ReadText, language: Language, paint: Paint): string {
  const words = WORDS[language];
  const place = showPlace(problem.at, readText, language);
  const framed = (frame: ShownPlace['frame']): readonly string[] =>
    frame === undefined ? [] : frameLines(frame, paint);
  return [
    `${paint(problem.severity, words[problem.severity])} ${place.address} ${paint('quiet', `[${problem.code}]`)}`,
    `  ${problem.message[language].replace(/\n/g, '\n  ')}`,
    ...framed(place.frame),
    ...relatedPlaces(problem, readText, language).flatMap(({ address, frame }) => [
      `  ${words.related}: ${address}`,
      ...framed(frame),
    ]),
    ...(problem.hint === undefined ? [] : [`  → ${problem.hint[language]}`]),
  ].join('\n');
}

const SIGNS = {
  failed: '✗',
  planned: '→',
  fresh: '=',
  'as-issued': '=',
  new: '✓',
  changed: '✓',
  unchanged: '✓',
  checked: '✓',
} as const;

export function reportLine(report: ReportResult, language: Language): string {
  const why =
    report.outcome === 'planned' && report.reason !== undefined ? `: ${reasonText(report.reason, language)}` : '';
  return `${SIGNS[report.outcome]} ${report.output}  ${WORDS[language][report.outcome]}${why}`;
}

/** What was made beside a report. */
export const besideLines = ({ beside = [] }: ReportResult, language: Language): readonly string[] =>
  beside.map(({ output, outcome }) => `${SIGNS[outcome]} ${output}  ${WORDS[language][outcome]}`);

function reasonText(reason: Reason, language: Language): string {
  const vi = language === 'vi';
  switch (reason.kind) {
    case 'new':
      return vi ? 'chưa lập lần nào' : 'never made';
    case 'asked':
      return vi ? 'được yêu cầu' : 'asked for';
    case 'tool':
      return vi ? 'chương trình đã đổi phiên bản' : 'the program changed';
    case 'input':
      return vi ? `${reason.file} đã đổi` : `${reason.file} changed`;
    case 'output-gone':
      return vi ? 'tệp trong out/ không còn' : 'the output is gone';
    case 'history':
      return vi ? 'lịch sử phát hành đã đổi' : 'the history of issues changed';
    case 'unfinished':
      return vi ? 'lần trước chưa xong' : 'the last run did not finish';
  }
}

/** `5 báo cáo: 1 mới, 4 không đổi; 0 lỗi, 2 cảnh báo`. */
export function summary({ reports, problems, stopped }: RunResult, language: Language): string {
  const words = WORDS[language];
  const outcomes = ['new', 'changed', 'unchanged', 'fresh', 'as-issued', 'planned', 'checked', 'failed'] as const;
  const counted = outcomes
    .map((outcome) => [outcome, reports.filter((report) => report.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${words[outcome].toLowerCase()}`);
  const tally = tallyText(tallyOf(problems), language);
  const list = counted.length === 0 ? '' : `: ${counted.join(', ')}`;
  const end = stopped ? `; ${words.stopped}` : '';
  return language === 'vi'
    ? `${reports.length} báo cáo${list}; ${tally}${end}`
    : `${reports.length} reports${list}; ${tally}${end}`;
}

/** `0 lỗi, 2 cảnh báo, 1 gợi ý, 1 đã giải trình`: hints and justified ones only where there are any. */
export function tallyText({ loi, canh_bao, goi_y, justified }: Tally, language: Language): string {
  const vi = language === 'vi';
  return [vi ? `${loi} lỗi` : `${loi} errors`, ...warningTexts({ canh_bao, goi_y, justified }, language)].join(', ');
}

function warningTexts({ canh_bao, goi_y, justified }: Omit<Tally, 'loi'>, language: Language): readonly string[] {
  const vi = language === 'vi';
  return [
    vi ? `${canh_bao} cảnh báo` : `${canh_bao} warnings`,
    ...(goi_y === 0 ? [] : [vi ? `${goi_y} gợi ý` : `${goi_y} hints`]),
    ...(justified === 0 ? [] : [vi ? `${justified} đã giải trình` : `${justified} justified`]),
  ];
}

/** A long run does not tell again what it told of reports that stayed as they were: how much that is, and how to see it. */
export function earlierText({ reports }: RunResult, choices: readonly string[], language: Language): readonly string[] {
  const told = reports.map(({ earlier = NO_PROBLEMS }) => earlier).filter((tally) => tally.canh_bao + tally.goi_y > 0);
  if (told.length === 0) return [];
  const sum = (kind: keyof Tally): number => told.reduce((total, tally) => total + tally[kind], 0);
  const counts = { canh_bao: sum('canh_bao'), goi_y: sum('goi_y'), justified: sum('justified') };
  const tally = warningTexts(counts, language).join(', ');
  const command = ['npx gen check', ...choices.map((choice) => (choice.includes('*') ? `'${choice}'` : choice))].join(
    ' ',
  );
  return language === 'vi'
    ? [
        `Ngoài ra ${told.length} báo cáo không đổi vẫn còn điều đã báo khi lập (tính từng báo cáo: ${tally}); xem lại: ${command}`,
      ]
    : [
        `Besides, ${told.length} unchanged reports still have what was told when they were made (by report: ${tally}); to see it again: ${command}`,
      ];
}

/** What `--json` prints of a command that makes one thing: the files, and what was wrong. */
export function madeJson(
  made: string | readonly string[] | undefined,
  problems: readonly Problem[],
  readText: ReadText,
  language: Language,
): string {
  return JSON.stringify(
    { tep: made ?? null, van_de: problems.map((found) => problemJson(found, readText, language)) },
    null,
    2,
  );
}

/** A problem for programs. */
export function problemJson(problem: Problem, readText: ReadText, language: Language) {
  const { address, frame } = showPlace(problem.at, readText, language);
  return {
    code: problem.code,
    severity: problem.severity,
    message: problem.message[language],
    hint: problem.hint?.[language],
    about: problem.about,
    basis: problem.basis,
    justified: problem.justified?.reason,
    address,
    line: frame?.line,
    column: frame?.column,
    at: problem.at,
    related:
      problem.related === undefined
        ? undefined
        : relatedPlaces(problem, readText, language).map(({ address: other, frame: its, place }) => ({
            address: other,
            line: its?.line,
            column: its?.column,
            at: place,
          })),
  };
}
