import { AGENCY_TYPES, WORDS } from '../model/words.ts';
import { DRAFT, group, neededWords, oneOf, type Schema, wordList, words, yesNo } from './shapes.ts';

export const signatorySchema: Schema = group(
  WORDS.signatory,
  {
    authority: wordList('Các dòng trên chức vụ: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH'),
    position: neededWords('Chức vụ: PHÓ CHỦ TỊCH'),
    name: neededWords('Họ tên người ký'),
  },
  ['position', 'name'],
  { type: ['object', 'null'], description: 'Người ký' },
);

/** From when to when something applies; alike for units, catalogues and templates. */
export const validityFields = {
  validFrom: words('Ngày bắt đầu áp dụng: 1/7/2025', {
    pattern: '^\\s*(?:\\d{1,2}\\s*/\\s*\\d{1,2}\\s*/\\s*\\d{4})?\\s*$',
  }),
  validTo: words('Ngày cuối cùng áp dụng: 30/6/2025', {
    pattern: '^\\s*(?:\\d{1,2}\\s*/\\s*\\d{1,2}\\s*/\\s*\\d{4})?\\s*$',
  }),
  successors: wordList('Tên của cái thay thế'),
} as const;

/** Schema of data/don-vi/*.yaml. */
export const unitSchema: Schema = {
  $schema: DRAFT,
  ...group(
    WORDS.unit,
    {
      name: neededWords('Tên đầy đủ: Ủy ban nhân dân huyện Hương Khê'),
      shortName: words('Tên ngắn, dùng trong câu: UBND huyện'),
      superior: wordList('Cơ quan chủ quản, các dòng trên tên cơ quan'),
      agency: wordList('Tên cơ quan ở đầu văn bản, từng dòng'),
      agencyType: oneOf('Loại cơ quan', AGENCY_TYPES),
      parent: words('Đơn vị cấp trên, tổng hợp số liệu của đơn vị này: tên một tệp trong data/don-vi'),
      symbol: neededWords('Ký hiệu sau "Số: …/BC-"'),
      placeName: words('Địa danh trước ngày tháng'),
      template: neededWords('Mẫu: tên một tệp .docx trong templates'),
      catalogue: {
        type: ['string', 'number', 'object', 'null'],
        description: 'Danh mục: tên một tệp trong data/danh-muc, hoặc "kỳ đầu áp dụng: danh mục"',
        patternProperties: { '^\\d{4}-(?:Q[1-4]|6T|9T|N|T(?:0[1-9]|1[0-2]))$': neededWords('Danh mục từ kỳ này') },
        additionalProperties: false,
      },
      subject: words('Trích yếu; {{ky.ten}} là tên kỳ'),
      format: group(
        WORDS.format,
        {
          leadingZero: yesNo('Số đếm dưới 10 in có số 0 đứng trước: 02'),
          thousands: yesNo('Hàng nghìn in có dấu chấm: 2.481'),
        },
        [],
        { type: ['object', 'null'], description: 'Cách in số' },
      ),
      signatory: signatorySchema,
      recipients: wordList('Nơi nhận, từng dòng'),
      ...validityFields,
    },
    ['name', 'agency', 'agencyType', 'symbol', 'template'],
    { title: 'Đơn vị' },
  ),
};
