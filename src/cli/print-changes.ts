import type { Comparison, Version } from '../jobs/compare.ts';
import type { IssuedReport } from '../jobs/issue.ts';
import { type Changes, countChanges, type PassageChange, type Piece, type RowPlace } from '../model/changes.ts';
import type { Problem } from '../model/problem.ts';
import type { Language } from './language.ts';
import type { ReadText } from './place.ts';
import { problemJson } from './print.ts';

const WORDS = {
  vi: {
    values: 'Số liệu',
    passages: 'Câu chữ',
    cells: 'Ô khác của phụ lục',
    fields: 'Thể thức',
    recipients: 'Nơi nhận',
    none: '(không có)',
    same: 'không có gì khác',
    part: 'trong đó',
    template: 'Mẫu đã đổi: tiêu đề và chữ cố định có thể khác',
    written: 'Đã ghi',
    working: 'dữ liệu đang có',
    output: 'bản đã lập lần cuối',
    issue: 'lần phát hành',
  },
  en: {
    values: 'Values',
    passages: 'Text',
    cells: 'Other cells of the appendix',
    fields: 'Official form',
    recipients: 'Recipients',
    none: '(none)',
    same: 'no difference',
    part: 'part',
    template: 'The template changed: headings and fixed words may differ',
    written: 'Written',
    working: 'the working data',
    output: 'the last output',
    issue: 'issue',
  },
} as const;

/** Unchanged words shown on either side of a change. */
const AROUND = 40;

/** `… đã giao [-41-]{+42+} nhiệm vụ …`: long stretches without a change are cut. */
function piecesText(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, change }, i) => {
      if (change === 'del') return `[-${text}-]`;
      if (change === 'ins') return `{+${text}+}`;
      const [first, last] = [i === 0, i === pieces.length - 1];
      if (text.length <= (first || last ? AROUND : 2 * AROUND) + 1) return text;
      return `${first ? '' : text.slice(0, AROUND)}…${last ? '' : text.slice(-AROUND)}`;
    })
    .join('')
    .replace(/\n/g, ' ⏎ ');
}

const versionText = (version: Version, language: Language): string =>
  version.kind === 'issue' ? `${WORDS[language].issue} ${version.issue}` : WORDS[language][version.kind];

/** Among more reports than this, those without a difference are only counted. */
const MANY = 30;

export function comparisonsText(comparisons: readonly Comparison[], language: Language): string {
  const differing = comparisons.filter(({ changes }) => countChanges(changes) > 0);
  const shown = comparisons.length > MANY ? differing : comparisons;
  const count =
    language === 'vi'
      ? `${comparisons.length} báo cáo đã so, ${differing.length} khác`
      : `${comparisons.length} reports compared, ${differing.length} differ`;
  return [...shown.flatMap((one) => comparisonLines(one, language)), count].join('\n');
}

/** A comparison as lines for the terminal. */
function comparisonLines(comparison: Comparison, language: Language): readonly string[] {
  const words = WORDS[language];
  const { changes, before, after } = comparison;
  const sides = `${versionText(before, language)} → ${versionText(after, language)}`;
  const title = `${comparison.period}/${comparison.unitId}: ${sides}`;
  const template = comparison.templateChanged ? [`  ${words.template}`] : [];
  if (countChanges(changes) === 0) return [`= ${title}: ${words.same}`, ...template];
  const section = (name: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`  ${name}`, ...lines.map((line) => `    ${line}`)];
  const shown = (text: string | undefined): string =>
    text === undefined || text === '' ? words.none : text.replace(/\n/g, ' ⏎ ');
  const row = ({ number, part, label }: RowPlace): string =>
    `${number}${part ? ` (${words.part})` : ''} ${label}`.trim().replace(/\n/g, ' ');
  const arrow = (old: string | undefined, now: string | undefined): string => `${shown(old)} → ${shown(now)}`;
  return [
    `≠ ${title}`,
    ...section(
      words.values,
      changes.values.map((c) => `${row(c)}: ${arrow(c.before, c.after)}${c.unit === '' ? '' : ` (${c.unit})`}`),
    ),
    ...section(
      words.passages,
      changes.passages.map((c) => `${passagePlace(c)}: ${piecesText(c.pieces)}`),
    ),
    ...section(
      words.cells,
      changes.cells.map((c) => `${row(c)}, ${c.columnLabel[language]}: ${arrow(c.before, c.after)}`),
    ),
    ...section(
      words.fields,
      changes.fields.map((c) => `${c.label[language]}: ${arrow(c.before, c.after)}`),
    ),
    ...section(
      words.recipients,
      changes.recipients.map((c) => `${c.change === 'ins' ? '+' : '-'} ${c.recipient}`),
    ),
    ...template,
    ...comparison.written.map((file) => `  ${words.written} ${file}`),
  ];
}

const passagePlace = ({ headings, slot }: PassageChange): string => {
  const heading = headings.at(-1);
  return heading === undefined ? slot : `"${heading}" (${slot})`;
};

/** What `gen diff --json` prints. Keys speak the data's language. */
export function comparisonJson(
  comparisons: readonly Comparison[],
  problems: readonly Problem[],
  readText: ReadText,
  language: Language,
): string {
  const version = (side: Version) =>
    side.kind === 'issue'
      ? { loai: 'phat-hanh', lan: side.issue }
      : { loai: side.kind === 'output' ? 'ban-lap' : 'du-lieu' };
  return JSON.stringify(
    {
      bao_cao: comparisons.map((one) => ({
        don_vi: one.unitId,
        ky: one.period,
        truoc: version(one.before),
        sau: version(one.after),
        ...changesJson(one.changes),
        mau_doi: one.templateChanged,
        tep: one.written,
      })),
      van_de: problems.map((found) => problemJson(found, readText, language)),
    },
    null,
    2,
  );
}

const MARKS = { ins: 'them', del: 'bot' } as const;

/** `null`: that version does not have it. */
function changesJson(changes: Changes) {
  const sides = (change: { readonly before: string | undefined; readonly after: string | undefined }) => ({
    truoc: change.before ?? null,
    sau: change.after ?? null,
  });
  const place = ({ id, number, part, label }: RowPlace) => ({ id, stt: number, trong_do: part, ten: label });
  return {
    so_lieu: changes.values.map((change) => ({ ...place(change), don_vi: change.unit, ...sides(change) })),
    cau_chu: changes.passages.map((change) => ({
      khe: change.slot,
      muc: change.headings,
      ...sides(change),
      manh: change.pieces.map(({ text, change: mark }) => ({
        chu: text,
        loai: mark === undefined ? 'giu' : MARKS[mark],
      })),
    })),
    o_khac: changes.cells.map((change) => ({ ...place(change), cot: change.column, ...sides(change) })),
    the_thuc: changes.fields.map((change) => ({ truong: change.field, ...sides(change) })),
    noi_nhan: changes.recipients.map(({ change, recipient }) => ({ loai: MARKS[change], chu: recipient })),
  };
}

export function issueLine(report: IssuedReport, language: Language): string {
  const vi = language === 'vi';
  if (report.issue === undefined) return `✗ ${report.output}  ${vi ? 'CHƯA PHÁT HÀNH' : 'NOT ISSUED'}`;
  const number = vi ? `đã phát hành lần ${report.issue}` : `issued, number ${report.issue}`;
  return `✓ ${report.output}  ${number}, ${vi ? 'lưu ở' : 'kept in'} ${report.folder}`;
}

export function issueJson(
  reports: readonly IssuedReport[],
  problems: readonly Problem[],
  readText: ReadText,
  language: Language,
): string {
  const issued = reports.map(({ unitId, period, issue, output, folder }) => ({
    don_vi: unitId,
    ky: period,
    lan: issue ?? null,
    tep: output,
    luu_o: folder ?? null,
  }));
  return JSON.stringify(
    { phat_hanh: issued, van_de: problems.map((found) => problemJson(found, readText, language)) },
    null,
    2,
  );
}
