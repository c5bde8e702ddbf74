import { CONSOLIDATIONS, RULE_SEVERITIES, VALUE_KINDS, WHEN_MISSING, WORDS } from '../model/words.ts';
import { DRAFT, group, list, mapOf, neededWords, oneOf, type Schema, words, yesNo } from './shapes.ts';
import { validityFields } from './unit-schema.ts';

const row = group(
  WORDS.row,
  {
    id: neededWords('Mã: không đổi qua các năm, dùng trong so_lieu và {{so mã}}', {
      pattern: '^\\s*[a-z][a-z0-9_]{0,59}\\s*$',
      patternErrorMessage: 'Chữ thường không dấu, số và dấu gạch dưới',
    }),
    number: words('Số thứ tự như in; để trong dấu nháy'),
    label: neededWords('Tên chỉ tiêu, như in'),
    kind: { description: 'Kiểu số liệu', enum: Object.keys(VALUE_KINDS) },
    unitOfMeasure: words('Đơn vị tính'),
    codes: mapOf('Bảng mã của kiểu ma: mã và nghĩa', neededWords('Nghĩa')),
    note: words('Ghi chú của biểu'),
    reportedBy: words('Cơ quan báo cáo, ở biểu sáu cột'),
    formula: words('Công thức, như gõ trong Excel: a / b * 100'),
    cumulative: yesNo('Lũy kế từ đầu năm'),
    consolidation: oneOf('Cách tổng hợp từ các đơn vị trực thuộc (gen rollup)', Object.keys(CONSOLIDATIONS)),
    stable: yesNo('Ít đổi (số đơn vị, số xã): gen new --tu chép sang kỳ mới'),
    bold: yesNo('In đậm'),
    italic: yesNo('In nghiêng'),
    part: yesNo('Dòng "Trong đó" của dòng có số ở trên'),
  },
  ['id', 'label', 'kind'],
);

const rule = group(
  WORDS.rule,
  {
    id: neededWords('Tên quy tắc'),
    expression: neededWords('Điều phải đúng: a <= b'),
    severity: oneOf('Mức: lỗi, cảnh báo hay gợi ý', RULE_SEVERITIES),
    whenMissing: oneOf('Khi thiếu số liệu', WHEN_MISSING),
    message: neededWords('Thông báo khi không đúng'),
  },
  ['id', 'expression', 'message'],
);

/** Schema of data/danh-muc/*.yaml. */
export const catalogueSchema: Schema = {
  $schema: DRAFT,
  ...group(
    WORDS.catalogue,
    {
      title: neededWords('Tên phụ lục, như in'),
      label: neededWords('Nhãn: Phụ lục 1B'),
      footnotes: mapOf('Chú thích dùng trong tên chỉ tiêu: số và nội dung', neededWords('Nội dung')),
      rows: { ...list('Các dòng của biểu, đúng thứ tự', row), type: 'array' },
      rules: list('Quy tắc kiểm tra', rule),
      ...validityFields,
    },
    ['title', 'label', 'rows'],
    { title: 'Danh mục chỉ tiêu' },
  ),
};
