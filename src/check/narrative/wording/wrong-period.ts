import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Resolved } from '../../../model/resolved.ts';
import { WORDS } from '../../../model/words.ts';
import type { Rule } from '../../rule.ts';
import { figuresIn } from '../figures/figures.ts';
import { type Block, textOf } from '../report-text.ts';
import { sentencesOf } from '../sentences.ts';
import { nameOf, periodsIn, relation } from './periods.ts';

// All of these are for texts in small letters.

/** The report speaking of itself. */
const ITSELF =
  /(?:trên đây là|trân trọng báo cáo|báo cáo (?:kết quả|tình hình|công tác)|(?:ubnd|sở|văn phòng|ban)[^,.;]{0,60} báo cáo)[^.;]{0,120}$/;
/** Citations of other reports, guidance for reports. */
const CITED = /số\s+\d|chế độ báo cáo|định kỳ|hướng dẫn|yêu cầu|căn cứ|theo đề nghị/;
/** The sentence tells what was done in that period … */
const LEAD = /(?:trong|kết quả|tính đến hết|đến hết|thực hiện|^)\s*$/;
const DONE = /đã |được |không phát sinh|ban hành|tiếp nhận|giải quyết|có \d/;
/** … and not what is to come, or was before. */
const NOT_NOW =
  /sẽ |dự kiến|phấn đấu|cùng kỳ|so với|thời gian (?:hoàn thành|thực hiện|kiểm tra)|trước ngày|hoàn thành trong|theo kế hoạch|mốc|đề xuất|nhiệm vụ trọng tâm|tiếp tục|tăng|giảm|chuyển (?:qua|sang)/;

/** The letter that asked for this report: `Công văn số … về việc báo cáo công tác cải cách hành chính quý II`. */
const ASKED = /(?:về(?: việc)?|v\/v)\s[^,;.]*báo cáo[^,;.]*$/;
const ROUTINE = /định kỳ|chế độ|hướng dẫn|các báo cáo/;

/** The opening names the letter that asked for a report of another period. */
function asked(block: Block, { report: { period } }: Resolved): readonly Problem[] {
  const all = periodsIn(block.text);
  return all.flatMap((said) => {
    if (relation(said, period) === 'same' || block.isBound(said.start, said.end)) return [];
    const sentence = sentencesOf(block).find(({ start, end }) => start <= said.start && said.end <= end);
    const before = block.lower.slice(sentence?.start ?? 0, said.start);
    const clause = ASKED.exec(before);
    if (clause === null || ROUTINE.test(clause[0])) return [];
    // A letter may ask for several.
    const from = said.start - clause[0].length;
    const to = said.end + block.text.slice(said.end).search(/[,;.]\s|$/);
    if (
      all.some((one) => one !== said && one.start >= from && one.start <= to + 30 && relation(one, period) === 'same')
    )
      return [];
    return [problem('ky-khong-khop', { said: said.text, period: nameOf(period) }, block.placeAt(said.start))];
  });
}

const OWN_YEAR =
  /(?:trên đây là|báo cáo) (?:về )?(?:kết quả|tình hình|công tác)[^,.;:()]{0,80}?năm\s+(\d{4})(?![\d-])(?=\s*(?:như sau|của|,? trân trọng|[.:;,]|$))/g;
const OTHER_YEAR = /khắc phục|chỉ số|tồn tại|kế hoạch|so với|cùng kỳ|kết luận|đến năm|giai đoạn/;
/** With a number before, the words are the subject of a document. */
const NUMBERED = /số\s+\d[^,;.]*$/;

/** `báo cáo kết quả cải cách hành chính năm 2022 như sau` in the report of another year. */
function wrongYear(block: Block, { report: { period } }: Resolved): readonly Problem[] {
  return [...block.lower.matchAll(OWN_YEAR)].flatMap((match) => {
    const [all, year = ''] = match;
    const at = match.index + all.length - year.length;
    if (Number(year) === period.year || block.isBound(at, at + 4) || OTHER_YEAR.test(all)) return [];
    if (NUMBERED.test(block.lower.slice(0, match.index))) return [];
    if (periodsIn(all).length > 0) return [];
    return [problem('ky-khong-khop', { said: `năm ${year}`, period: nameOf(period) }, block.placeAt(at))];
  });
}

function found(block: Block, { report: { period } }: Resolved): readonly Problem[] {
  const all = periodsIn(block.text);
  return all.flatMap((said) => {
    const how = relation(said, period);
    if (how === 'same' || block.isBound(said.start, said.end)) return [];
    const sentence = sentencesOf(block).find(({ start, end }) => start <= said.start && said.end <= end);
    const { start, end } = sentence ?? { start: 0, end: block.text.length };
    const before = block.lower.slice(start, said.start);
    const params = { said: said.text, period: nameOf(period) };
    const place = block.placeAt(said.start);
    // What was cited before is another document's.
    const clause = before.split(/[,;:]\s/).at(-1) ?? '';
    if (ITSELF.test(clause) && !CITED.test(clause) && clause.trim() !== '') {
      return [problem('ky-khong-khop', params, place)];
    }
    const text = block.lower.slice(start, end);
    if (!LEAD.test(before) || !DONE.test(text) || NOT_NOW.test(text)) return [];
    if (how === 'other') return [problem('ky-khong-khop', params, place)];
    // A quarter of six months may be told apart, but hardly when it is the only one that is counted.
    const counts = figuresIn(block).some((one) => !one.percent && one.start >= said.end && one.end <= end);
    if (period.kind !== 'six-months' || !counts || all.length > 1) return [];
    return [problem('ky-khong-khop', params, place, [], { severity: 'goi_y' })];
  });
}

/** A period that the report speaks of as its own, and that is not. Plans for the time to come name other periods. */
export const wrongPeriod: Rule = {
  code: 'ky-khong-khop',
  check(resolved, template): readonly Problem[] {
    const { slots } = textOf(resolved, template);
    const opening = template.outline[0]?.slot ?? '';
    const inText = [
      ...(slots.get(opening) ?? []).flatMap((block) => asked(block, resolved)),
      ...[...slots.values()].flat().flatMap((block) => [...found(block, resolved), ...wrongYear(block, resolved)]),
    ];
    const { report, subject } = resolved;
    const [said] = periodsIn(subject.text);
    if (said === undefined || relation(said, report.period) === 'same') return inText;
    const at = { kind: 'data', file: subject.file, path: [WORDS.report.subject] } as const;
    return [...inText, problem('ky-khong-khop', { said: said.text, period: nameOf(report.period) }, at)];
  },
};
