import { datesIn, type WrittenDate } from './date.ts';
import { CAPITAL, inSmallLetters, LETTER } from './letters.ts';

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

const NUMBER = String.raw`(\d{1,5})(?:\/(\d{4}))?[\/-]([${LETTER}][${LETTER}\d&]*(?:[-\/.&][${LETTER}\d&]+)*)`;
/** Most paragraphs cite nothing. */
const ANY_NUMBER = new RegExp(String.raw`\d[/-][${CAPITAL}]`);
const KIND = KINDS.join('|').toLowerCase();
/** In small letters. */
const REFERENCE = new RegExp(String.raw`(?:(${KIND})\s*:?\s+)?(?:số\s*:?\s*)?(?<![${LETTER}\d/.-])${NUMBER}`, 'g');
const BEGINS_AS_SYMBOL = new RegExp(`^[${CAPITAL}]`);

/** In small letters. */
const JOINED = new RegExp(String.raw`^\s*(?:,|và)\s+(?:(?:${KIND})\s+)?(?:số\s+)?$`);

/** The date belongs to the number when only a few words stand between. In small letters. */
const BEFORE_DATE = /^[^;.()\d]{0,40}?ngày\s+$/;
/** `Ngày 28/12/2020, UBND tỉnh có Quyết định số …`. */
const LEADING = /^,?\s[^;.()\d]{0,60}$/;
/** A date just after a number belongs to that number. */
const DATE_ROOM = 20;
const ISSUER = /^[\s,]*của\s+((?:[^,;.()](?!\s(?:về|V\/v|ban hành|quy định|phê duyệt|hướng dẫn)\s)){1,80})/;
/** What follows `về`: to the end of the clause, abbreviations in brackets taken along. */
const ABBREVIATION = String.raw`\([${CAPITAL}][${LETTER}&]{1,10}\)`;
const SUBJECT = new RegExp(
  [
    String.raw`^(?:[^;.()]{0,80}?\s)?(?:về(?: việc)?|V\/v)\s+((?:[^;()]|${ABBREVIATION}){8,300}?)`,
    String.raw`(?=[;)]|(?!${ABBREVIATION})\(|(?<=năm\s\d{4})\s(?!trên|của|tại|và|cho)|\.\s|\.$|$`,
    String.raw`|,\s+(?:[${CAPITAL}]|đó là|theo đó|trong đó|nhằm|để|và\s|đã\s|được\s))`,
  ].join(''),
);

/** Every document that a paragraph cites by its number, in reading order. */
export function citationsIn(text: string): readonly Citation[] {
  if (!ANY_NUMBER.test(text)) return [];
  const lower = inSmallLetters(text);
  const dates = datesIn(text);
  const found = [...lower.matchAll(REFERENCE)]
    .map((match) => {
      const [all, kind, number = '', year, { length } = ''] = match;
      const end = match.index + all.length;
      return { start: match.index, end, kind, number, year, symbol: text.slice(end - length, end) };
    })
    .filter(({ symbol }) => BEGINS_AS_SYMBOL.test(symbol));
  const citations = found.map(({ start, end, kind, number, year, symbol }, i): Citation => {
    const all = text.slice(start, end);
    const name = /\d.*$/.exec(all)?.[0] ?? all;
    const earlier = found[i - 1];
    const previous = earlier === undefined ? 0 : earlier.end + DATE_ROOM;
    const next = found[i + 1]?.start ?? text.length;
    const after = dates.find((one) => one.start < next && BEFORE_DATE.test(lower.slice(end, one.start)));
    const before = dates.findLast((one) => one.end > previous && LEADING.test(text.slice(one.end, start)));
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
      ...(kind === undefined ? {} : { kind: text.slice(start, start + kind.length) }),
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
      JOINED.test(inSmallLetters(between)) &&
      (citation.year ?? next.date.year) === next.date.year;
    out.unshift(shared ? { ...citation, date: next.date } : citation);
  }
  return out;
}
