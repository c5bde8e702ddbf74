import { inSmallLetters } from '../../model/letters.ts';
import type { Template } from '../../model/template.ts';
import type { Block } from './report-text.ts';

const AHEAD = /phương hướng|nhiệm vụ trọng tâm|nhiệm vụ (?:chủ yếu|năm|quý|\d|\{)|thời gian tới|kiến nghị|đề xuất/;
const BACK = /kết quả|tồn tại|hạn chế|nguyên nhân|đánh giá|ưu điểm/;

/** Whether a heading, in small letters, announces what is to come; nothing when it tells neither this nor the contrary. */
function announces(heading: string): boolean | undefined {
  const [ahead, back] = [AHEAD.test(heading), BACK.test(heading)];
  return ahead || back ? ahead && !back : undefined;
}

const known = new WeakMap<Template, ReadonlySet<string>>();

/** The slots of what is to come, by the nearest heading that tells. */
function outlookSlots(template: Template): ReadonlySet<string> {
  const before = known.get(template);
  if (before !== undefined) return before;
  const ahead = template.outline.filter(({ headings }) =>
    headings.map((heading) => announces(inSmallLetters(heading))).findLast((told) => told !== undefined),
  );
  const slots = new Set(ahead.map(({ slot }) => slot));
  known.set(template, slots);
  return slots;
}

/** Whether a block tells of what is to come, by the nearest heading above it: in its slot, else in the template. */
export function isOutlook(block: Block, before: readonly Block[], template: Template): boolean {
  const heading = before.findLast(({ kind }) => kind === 'subheading');
  const told = heading === undefined ? undefined : announces(heading.lower);
  return told ?? outlookSlots(template).has(block.name);
}
