import { APPENDIX_COLUMNS } from '../model/outline.ts';
import { WORDS } from '../model/words.ts';
import { DRAFT, group, list, type Schema, words, yesNo } from './shapes.ts';
import { validityFields } from './unit-schema.ts';

const SECTIONS: Schema = list('Các mục, đúng thứ tự', { $ref: '#/definitions/muc' });

const section = group(
  WORDS.section,
  {
    heading: words('Tiêu đề, không gõ số thứ tự'),
    slot: words('Khe: khóa của phần lời trong noi_dung', {
      pattern: '^\\s*(?:[a-z][a-z0-9_]*)?\\s*$',
      patternErrorMessage: 'Chữ thường không dấu, số và dấu gạch dưới',
    }),
    optional: yesNo('Không bắt buộc: báo cáo bỏ khe thì tiêu đề không in'),
    part: yesNo('Phần A., B. đứng trên các mục I., II.'),
    sections: SECTIONS,
  },
  [],
);

const appendix = group(
  WORDS.appendix,
  {
    columns: list('Các cột', { enum: APPENDIX_COLUMNS }),
    columnNote: words('Dòng nghiêng dưới tên cột'),
    attachedTo: words('Dòng "(Kèm theo Báo cáo số …)"'),
    letterhead: yesNo('Phụ lục có Quốc hiệu riêng'),
    landscape: yesNo('Khổ ngang'),
  },
  [],
  { type: ['object', 'null'], description: 'Phụ lục; { } là phụ lục năm cột' },
);

/** Schema of templates/de-cuong/*.yaml. */
export const outlineSchema: Schema = {
  $schema: DRAFT,
  definitions: { muc: section },
  ...group(
    WORDS.outline,
    {
      report: yesNo('Có phần văn bản (mặc định); false: chỉ có phụ lục'),
      correction: yesNo('Bảng đính chính'),
      superior: yesNo('Có cơ quan chủ quản ở đầu văn bản'),
      sections: SECTIONS,
      appendix,
    },
    [],
    { title: 'Đề cương của mẫu' },
  ),
};

/** Schema of templates/hieu-luc.yaml: a group for each template. */
export const validitySchema: Schema = {
  $schema: DRAFT,
  title: 'Thời gian áp dụng của các mẫu',
  type: ['object', 'null'],
  additionalProperties: group(WORDS.validity, validityFields, []),
};
