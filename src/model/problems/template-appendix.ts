import { kind, say } from './kind.ts';

/** Problems of the appendix table in a template: its prototype rows, and what of a catalogue they print. */
export const APPENDIX_PROBLEMS = {
  'thieu-dong-mau': kind<{ row: string }>({
    severity: 'loi',
    sample: { row: 'muc' },
    message: ({ row }) =>
      say(
        `Bảng phụ lục của mẫu không có dòng mẫu "${row}"`,
        `The appendix table of the template has no prototype row "${row}"`,
      ),
    hint: ({ row }) =>
      say(
        `Vẽ một dòng có các thẻ {${row}.stt}, {${row}.ten}, {${row}.so_lieu}.`,
        `Draw a row with the tags {${row}.stt}, {${row}.ten}, {${row}.so_lieu}.`,
      ),
    why: 'Mỗi loại dòng của phụ lục lấy hình thức từ dòng mẫu cùng tên.',
    example: 'bảng chỉ có dòng {muc.…}',
  }),
  'bang-phu-luc-trung': kind<{ between?: number }>({
    severity: 'loi',
    sample: {},
    message: ({ between }) =>
      between === undefined
        ? say(
            'Mẫu có hai bảng cùng có dòng mẫu: phụ lục sẽ in hai lần',
            'Two tables of the template hold prototype rows: the appendix would be printed twice',
          )
        : say(
            `Dòng ${between} chen giữa các dòng mẫu: phụ lục sẽ in hai lần`,
            `Row ${between} stands among the prototype rows: the appendix would be printed twice`,
          ),
    hint: () =>
      say(
        'Để mọi dòng mẫu {nhom.…}, {muc.…}, {trong_do.…} liền nhau trong một bảng.',
        'Keep all prototype rows {nhom.…}, {muc.…}, {trong_do.…} side by side in one table.',
      ),
    why: 'Các dòng mẫu liền nhau được thay bằng toàn bộ danh mục; mỗi cụm dòng mẫu in danh mục một lần.',
    example: 'hai bảng cùng có dòng {muc.ten}',
  }),
  'dong-mau-trung': kind<{ row: string; most: number }>({
    severity: 'loi',
    sample: { row: 'muc', most: 1 },
    message: ({ row, most }) =>
      say(`Có quá ${most} dòng mẫu "${row}"`, `There are more than ${most} prototype rows "${row}"`),
    hint: ({ row, most }) =>
      say(
        `Xóa dòng thừa: dòng mẫu "${row}" chỉ vẽ ${most} lần.`,
        `Delete what is too much: "${row}" is drawn ${most === 1 ? 'once' : 'twice'}.`,
      ),
    why: 'Chương trình không biết lấy hình thức từ dòng nào. Chỉ dòng "trong_do" được vẽ hai lần (dòng đầu, các dòng sau).',
    example: 'hai dòng cùng có {muc.ten}',
  }),
  'dong-mau-sai-cot': kind<{ row: string; columns: number; expected: number }>({
    severity: 'loi',
    sample: { row: 'muc', columns: 5, expected: 6 },
    message: ({ row, columns, expected }) =>
      say(
        `Dòng mẫu "${row}" rộng ${columns} cột, bảng có ${expected} cột`,
        `The prototype row "${row}" is ${columns} columns wide, the table has ${expected}`,
      ),
    hint: () =>
      say(
        'Thêm hoặc bớt ô cho mọi dòng của bảng cùng số cột (Layout → Insert Right, Delete Cells).',
        'Add or delete cells so that all rows have as many columns (Layout → Insert Right, Delete Cells).',
      ),
    why: 'Dòng thiếu hay thừa ô làm lệch số liệu sang cột khác ở mọi dòng của phụ lục.',
    example: 'thêm cột ở dòng đầu cột mà quên dòng mẫu',
  }),
  'dong-mau-thieu-the': kind<{ row: string; field: string }>({
    severity: 'canh_bao',
    sample: { row: 'muc', field: 'co_quan_bao_cao' },
    message: ({ row, field }) =>
      say(
        `Dòng mẫu "${row}" không có thẻ {${row}.${field}}, nên phần này của danh mục không in ở đâu`,
        `The prototype row "${row}" lacks {${row}.${field}}: this part of the catalogue is printed nowhere`,
      ),
    hint: ({ row, field }) =>
      say(`Gõ {${row}.${field}} vào ô của cột đó.`, `Type {${row}.${field}} into its column's cell.`),
    why: 'Cột có trong danh mục hoặc trong số liệu mà mẫu không có thẻ thì người đọc không thấy.',
    example: 'biểu sáu cột mà mẫu không có {muc.co_quan_bao_cao}',
  }),
  'thieu-dong-trong-do': kind<{ catalogue: string }>({
    severity: 'canh_bao',
    sample: { catalogue: 'ha-tinh-2022' },
    message: ({ catalogue }) =>
      say(
        `Bảng phụ lục không có dòng mẫu "trong_do", mà danh mục ${catalogue} có các phần "Trong đó"`,
        `The appendix table has no prototype row "trong_do", but the catalogue ${catalogue} has such parts`,
      ),
    hint: () =>
      say(
        'Vẽ hai dòng {trong_do.…}, ô đầu gộp dọc (docs/huong-dan.md, chương 11).',
        'Draw two rows {trong_do.…} with the first cell merged (docs/huong-dan.md, chapter 11).',
      ),
    why: 'Không có dòng mẫu riêng thì các phần "Trong đó" in như chỉ tiêu thường, chữ "Trong đó" lặp lại ở từng dòng.',
    example: 'bảng chỉ có dòng {nhom.…} và {muc.…}',
  }),
  'chi-tieu-khong-in': kind<{ count: number; agencyType: string; templates: readonly string[] }>({
    severity: 'canh_bao',
    sample: { count: 150, agencyType: 'so', templates: ['so-bac-kan'] },
    message: ({ count, agencyType, templates }) =>
      say(
        `${count} chỉ tiêu của danh mục này không in ở đâu: không mẫu nào của loại cơ quan ${agencyType} (${templates.join(', ')}) có bảng phụ lục`,
        `The ${count} indicators of this catalogue are printed nowhere: no template of the agency type ${agencyType} (${templates.join(', ')}) has an appendix table`,
      ),
    hint: () =>
      say(
        'Vẽ bảng phụ lục với các dòng mẫu vào mẫu, hoặc bỏ danh_muc của đơn vị.',
        'Draw the appendix table with its prototype rows in the template, or leave out the danh_muc of the unit.',
      ),
    why: 'Số liệu gõ vào báo cáo mà không có bảng nào in thì người nhận không thấy.',
    example: 'đơn vị có danh_muc, mẫu không có dòng {muc.…}',
  }),
} as const;
