import type { ImportedFile } from '../jobs/import.ts';
import type { LeftOver, TakenChange } from '../jobs/take-values.ts';
import type { Problem } from '../model/problem.ts';
import type { Language } from './language.ts';
import { type ReadText, showPlace } from './place.ts';
import { problemJson } from './print.ts';
import { VALUES_WRITTEN, VALUES_WRITTEN_KEY } from './values-written.ts';

const WORDS = {
  vi: {
    recognised: 'dòng nhận ra',
    changes: 'thay đổi',
    guessed: 'Chỉ đoán, CHƯA ghi (thêm --nhan-doan để ghi):',
    leftOver: 'Không biết là chỉ tiêu nào, không ghi:',
    note: 'ghi chú',
    none: '(trống)',
    foundAs: 'trong tệp ghi',
  },
  en: {
    recognised: 'rows recognised',
    changes: 'changes',
    guessed: 'Only guessed, NOT written (--nhan-doan writes them):',
    leftOver: 'No indicator found, not written:',
    note: 'note',
    none: '(blank)',
    foundAs: 'found as',
  },
} as const;

/** What became of a file that was handed in, for the terminal. */
export function importLines(imported: ImportedFile, readText: ReadText, language: Language): readonly string[] {
  const words = WORDS[language];
  const { file, report, recognised, changes, guessed, leftOver, outcome } = imported;
  const counts = `${recognised} ${words.recognised}, ${changes.length} ${words.changes}`;
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    ${line}`)];
  return [
    `${file} → ${report}: ${counts}; ${VALUES_WRITTEN[language][outcome]}`,
    ...changes.map((change) => `  ${changeLine(change, language)}`),
    ...list(
      words.guessed,
      guessed.map(
        (change) =>
          `${changeLine(change, language)} [${words.foundAs} "${change.foundAs ?? ''}", ${addressOf(change, readText, language)}]`,
      ),
    ),
    ...list(
      words.leftOver,
      leftOver.map((row) => `${row.number} ${row.label}: ${row.value} [${addressOf(row, readText, language)}]`.trim()),
    ),
  ];
}

function addressOf({ place }: Pick<TakenChange | LeftOver, 'place'>, readText: ReadText, language: Language): string {
  const { address } = showPlace(place, readText, language);
  // The file is named above.
  return 'file' in place ? address.replace(`${place.file}: `, '') : address;
}

function changeLine({ number, label, id, field, before, after }: TakenChange, language: Language): string {
  const words = WORDS[language];
  const shown = (text: string): string => (text === '' ? words.none : text.replace(/\n/g, ' ⏎ '));
  const what = field === 'note' ? `, ${words.note}` : '';
  return `${`${number} ${label}`.trim()} (${id})${what}: ${shown(before)} → ${shown(after)}`;
}

/** What `gen import --json` prints. */
export function importJson(
  files: readonly ImportedFile[],
  problems: readonly Problem[],
  readText: ReadText,
  language: Language,
): string {
  const change = (one: TakenChange) => ({
    id: one.id,
    stt: one.number,
    ten: one.label,
    truong: one.field === 'value' ? 'gia_tri' : 'ghi_chu',
    truoc: one.before,
    sau: one.after,
    cho: showPlace(one.place, readText, language).address,
    ...(one.foundAs === undefined ? {} : { ten_trong_tep: one.foundAs }),
  });
  return JSON.stringify(
    {
      tep: files.map((one) => ({
        tep: one.file,
        bao_cao: one.report,
        loai: one.source === 'form' ? 'bieu_nhap' : 'bang_phu_luc',
        nhan_ra: one.recognised,
        thay_doi: one.changes.map(change),
        doan: one.guessed.map(change),
        con_lai: one.leftOver.map((row) => ({
          stt: row.number,
          ten: row.label,
          gia_tri: row.value,
          cho: showPlace(row.place, readText, language).address,
        })),
        ket_qua: VALUES_WRITTEN_KEY[one.outcome],
      })),
      van_de: problems.map((found) => problemJson(found, readText, language)),
    },
    null,
    2,
  );
}
