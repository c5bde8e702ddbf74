import type { ValuesWritten } from '../jobs/write-values.ts';
import type { Language } from './language.ts';

type Words = Readonly<Record<ValuesWritten, string>>;

/** How writing values into a report ended: the same words wherever a command writes values. */
export const VALUES_WRITTEN: Readonly<Record<Language, Words>> = {
  vi: { written: 'đã ghi', planned: 'chưa ghi (--xem)', unchanged: 'không có gì đổi', failed: 'CHƯA GHI' },
  en: { written: 'written', planned: 'not written (--xem)', unchanged: 'nothing changed', failed: 'NOT WRITTEN' },
};

/** The same for programs. */
export const VALUES_WRITTEN_KEY: Words = {
  written: 'da_ghi',
  planned: 'chua_ghi',
  unchanged: 'khong_doi',
  failed: 'khong_ghi_duoc',
};
