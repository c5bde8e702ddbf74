import type { Template } from '../../model/template.ts';
import type { Block } from './report-text.ts';

const AHEAD = /phương hướng|nhiệm vụ trọng tâm|nhiệm vụ (?:chủ yếu|năm|quý|\d|\{)|thời gian tới|kiến nghị|đề xuất/iu;
const BACK = /kết quả|tồn tại|hạn chế|nguyên nhân|đánh giá|ưu điểm/iu;

/** Whether a block tells of what is to come, by the nearest heading above it: in its slot, else in the template. */
export function isOutlook(block: Block, before: readonly Block[], template: Template): boolean {
  const heading = before.findLast(({ kind }) => kind === 'subheading')?.text;
  if (heading !== undefined && (AHEAD.test(heading) || BACK.test(heading)))
    return AHEAD.test(heading) && !BACK.test(heading);
  const headings = template.outline.find(({ slot }) => slot === block.name)?.headings ?? [];
  const telling = headings.findLast((one) => AHEAD.test(one) || BACK.test(one));
  return telling !== undefined && AHEAD.test(telling) && !BACK.test(telling);
}
