import { datesIn, type WrittenDate } from './date.ts';

/** A document that a text cites: `Kế hoạch số 09/KH-UBND ngày 14/01/2022 của UBND huyện về …`. */
export interface Citation {
  /** Offsets of the number and symbol in the text. */
  readonly start: number;
  readonly end: number;
  /** `Kế hoạch`, as typed, where it stands just before the number. */
  readonly kind?: string;
  /** Number and symbol as typed: `09/KH-UBND`. */
  readonly name: string;
  readonly number: number;
  /** The year inside the symbol: 61/2018/NĐ-CP. */
  readonly year?: number;
  /** Without the number and the year: `KH-UBND`, `NQ/TW`. */
  readonly symbol: string;
  readonly date?: WrittenDate;
  /** What it is about (`về …`), as typed. */
  readonly subject?: string;
  /** Another body's, as `của UBND tỉnh` says it. */
  readonly issuer?: string;
}

/** Kinds of documents, by Nghị định 30/2020/NĐ-CP (Điều 7) and Party practice; what stands longer comes first. */
const KINDS = [
  'Nghị quyết liên tịch',
  'Nghị quyết chuyên đề',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Chỉ thị',
  'Thông tư liên tịch',
  'Thông tư',
  'Kế hoạch liên tịch',
  'Kế hoạch phối hợp',
  'Kế hoạch',
  'Công văn',
  'Công điện',
  'Báo cáo',
  'Thông báo kết luận',
  'Thông báo',
  'Kết luận',
  'Tờ trình',
  'Hướng dẫn',
  'Chương trình',
  'Phương án',
  'Đề án',
  'Văn bản',
  'Luật',
  'Pháp lệnh',
];

const NUMBER = String.raw`(\d{1,5})(?:\/(\d{4}))?[\/-](\p{Lu}[\p{L}\d&]*(?:[-\/.&][\p{L}\d&]+)*)`;
/** Most paragraphs cite nothing. */
const ANY_NUMBER = /\d[/-]\p{Lu}/u;
const REFERENCE = new RegExp(
  String.raw`(?:(${KINDS.join('|')})\s*:?\s+)?(?:số\s*:?\s*)?(?<![\p{L}\d/.-])${NUMBER}`,
  'giu',
);

const JOINED = new RegExp(String.raw`^\s*(?:,|và)\s+(?:(?:${KINDS.join('|')})\s+)?(?:số\s+)?$`, 'iu');

/** The date belongs to the number when only a few words stand between. */
const BEFORE_DATE = /^[^;.()\d]{0,40}?ngày\s+$/iu;
/** `Ngày 28/12/2020, UBND tỉnh có Quyết định số …`. */
const LEADING = /^,?\s[^;.()\d]{0,60}$/u;
/** A date just after a number belongs to that number. */
const DATE_ROOM = 20;
const ISSUER = /^[\s,]*của\s+((?:[^,;.()](?!\s(?:về|V\/v|ban hành|quy định|phê duyệt|hướng dẫn)\s)){1,80})/u;
/** What follows `về`: to the end of the clause, abbreviations in brackets taken along. */
const SUBJECT =
  /^(?:[^;.()]{0,80}?\s)?(?:về(?: việc)?|V\/v)\s+((?:[^;()]|\(\p{Lu}[\p{L}&]{1,10}\)){8,300}?)(?=[;)]|\((?!\p{Lu}[\p{L}&]{1,10}\))|(?<=năm\s\d{4})\s(?!trên|của|tại|và|cho)|\.\s|\.$|$|,\s+(?:\p{Lu}|đó là|theo đó|trong đó|nhằm|để|và\s|đã\s|được\s))/u;

/** Every document that a paragraph cites by its number, in reading order. */
export function citationsIn(text: string): readonly Citation[] {
  if (!ANY_NUMBER.test(text)) return [];
  const dates = datesIn(text);
  const found = [...text.matchAll(REFERENCE)].filter(([, , , , symbol = '']) => /^\p{Lu}/u.test(symbol));
  const citations = found.map((match, i): Citation => {
    const [all, kind, number = '', year, symbol = ''] = match;
    const end = match.index + all.length;
    const name = /\d.*$/u.exec(all)?.[0] ?? all;
    const earlier = found[i - 1];
    const previous = earlier === undefined ? 0 : earlier.index + earlier[0].length + DATE_ROOM;
    const next = found[i + 1]?.index ?? text.length;
    const after = dates.find((one) => one.start < next && BEFORE_DATE.test(text.slice(end, one.start)));
    const before = dates.findLast((one) => one.end > previous && LEADING.test(text.slice(one.end, match.index)));
    const date = after ?? before;
    const rest = text.slice(after?.end ?? end, next);
    const subject = SUBJECT.exec(rest)?.[1]?.trim();
    const issuer = ISSUER.exec(rest)?.[1]?.trim();
    return {
      start: end - name.length,
      end,
      name,
      number: Number(number),
      symbol,
      ...(kind === undefined ? {} : { kind }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(date === undefined ? {} : { date }),
      ...(subject === undefined ? {} : { subject }),
      ...(issuer === undefined ? {} : { issuer }),
    };
  });
  return withSharedDates(citations, text);
}

/** `Nghị định số 107/2020/NĐ-CP và Nghị định số 108/2020/NĐ-CP ngày 14/9/2020`: one date for both. */
function withSharedDates(citations: readonly Citation[], text: string): readonly Citation[] {
  const out: Citation[] = [];
  for (const citation of citations.toReversed()) {
    const next = out[0];
    const between = next === undefined ? '' : text.slice(citation.end, next.start);
    const shared =
      citation.date === undefined &&
      next?.date !== undefined &&
      JOINED.test(between) &&
      (citation.year ?? next.date.year) === next.date.year;
    out.unshift(shared ? { ...citation, date: next.date } : citation);
  }
  return out;
}
