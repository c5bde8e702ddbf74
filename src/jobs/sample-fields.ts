import { CORRECTION_FIELDS, FIELDS, ROW_FIELDS, ROW_KINDS } from '../model/fields.ts';

const EXAMPLES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...Object.entries(FIELDS),
    ...Object.entries(CORRECTION_FIELDS),
    ...Object.keys(ROW_KINDS).flatMap((row) =>
      Object.entries(ROW_FIELDS).map(([name, field]) => [`${row}.${name}`, field] as const),
    ),
  ].map(([name, { example }]) => [name, example]),
);

/** Where the example of a field is one item of what it prints. */
const WHOLE: Readonly<Record<string, string>> = {
  dong: '- Như trên;\n- Lưu: VT, VP.',
  quyen_han: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH',
};

const PARAGRAPH =
  'Ủy ban nhân dân huyện đã ban hành và tổ chức thực hiện kế hoạch cải cách hành chính của năm theo đúng tiến độ, có báo cáo số liệu tại Phụ lục kèm theo.';

/** What stands for a tag when a template is measured without data: `{@slot}` is a paragraph of text. */
export function sampleField(tag: string): string | undefined {
  if (tag.startsWith('@')) return PARAGRAPH;
  return WHOLE[tag] ?? EXAMPLES[tag];
}
