import { CAPITAL, LETTER } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';

const ATTACHED = /kèm theo|gửi kèm|đính kèm|kèm báo cáo/i;
const ANNEX = new RegExp(
  String.raw`(?:phụ lục|phụ biểu|biểu mẫu|biểu|bảng tổng hợp|danh sách)(?:\s+số)?(?:\s+((?=[\dIVX])[\dIVX]{1,4}[${LETTER}]?|[\d.]+))?(?![${LETTER}\d])`,
  'gi',
);
/** Annexes of other documents. */
const OTHERS =
  /kèm theo (?:các )?(?:Quyết định|Kế hoạch|Nghị định|Nghị quyết|Thông tư|Công văn|Tờ trình|hồ sơ|văn bản)|ban hành kèm/i;
/** What the appendix itself may be called. */
const FIGURES = /phụ lục|số liệu|thống kê|chỉ tiêu/i;

const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4', V: '5' };
const NUMBERED = new RegExp(String.raw`(\d+[${CAPITAL}]?|[IVX]+)\s*$`);
const numbered = (label: string): string => {
  const number = NUMBERED.exec(label)?.[1] ?? '';
  return (ROMAN[number] ?? number.replace(/^0/, '')).toUpperCase();
};

function promises(block: Block, label: string | undefined): readonly Problem[] {
  // Whatever is attached.
  if (!block.lower.includes('kèm')) return [];
  return block.text.split(/(?<=[.;])\s+/).flatMap((sentence, i, all) => {
    if (!ATTACHED.test(sentence) || OTHERS.test(sentence)) return [];
    const offset = all.slice(0, i).join(' ').length + (i > 0 ? 1 : 0);
    const missing = [...sentence.matchAll(ANNEX)].find(({ 0: named, 1: number }) => {
      if (label === undefined) return true;
      const own = numbered(label);
      if (number !== undefined) return numbered(named) !== own && !(own === '' && numbered(named) === '1');
      return !FIGURES.test(sentence);
    });
    if (missing === undefined) return [];
    const promised = sentence.replace(/^[(\s]+|[)\s.]+$/gu, '').slice(0, 100);
    return [problem('phu-luc-khong-co', { promised }, block.placeAt(offset + missing.index))];
  });
}

/** An annex that the narrative promises: the report has the appendix of its catalogue and no other. */
export const promisedAnnex: Rule = {
  code: 'phu-luc-khong-co',
  check(resolved, template): readonly Problem[] {
    const label = resolved.catalogue?.label;
    return [...textOf(resolved, template).slots.values()].flat().flatMap((block) => promises(block, label));
  },
};
