import type { Wording } from '../problem.ts';
import { kind, say } from './kind.ts';

/** So many names as a message can carry. */
const some = (names: readonly string[]): string =>
  names.length > 10 ? `${names.slice(0, 10).join('; ')}; …` : names.join('; ');

/** Problems of workbooks: what is written into them, and what is read out of them. */
export const WORKBOOK_PROBLEMS = {
  'khong-co-bang-phu-luc': kind<Record<never, never>>({
    severity: 'canh_bao',
    sample: {},
    message: () =>
      say(
        'Mẫu này không có bảng phụ lục nên không có tệp Excel',
        'This template has no appendix table, so there is no workbook',
      ),
    hint: () =>
      say(
        'Bỏ --dang xlsx, hoặc thêm bảng có dòng mẫu {nhom.…}, {muc.…} vào mẫu.',
        'Leave out --dang xlsx, or add a table with the prototype rows {nhom.…}, {muc.…} to the template.',
      ),
    why: 'Tệp Excel là bảng phụ lục của báo cáo; cột và tiêu đề cột lấy từ bảng trong mẫu.',
    example: 'gen --dang xlsx với mẫu không có phụ lục',
  }),
  'khong-co-danh-muc': kind<{ unit: string }>({
    severity: 'loi',
    sample: { unit: 'Sở Mẫu' },
    message: ({ unit }) => say(`${unit} không có danh mục chỉ tiêu`, `${unit} has no catalogue of indicators`),
    hint: () => say('Ghi danh_muc trong tệp đơn vị (data/don-vi).', 'Name danh_muc in the unit file (data/don-vi).'),
    why: 'Biểu nhập, nhập số liệu và tổng hợp đều theo các dòng của danh mục chỉ tiêu.',
    example: 'gen form so-mau 2026-Q1 khi so-mau.yaml không có danh_muc',
  }),
  'tep-khong-nhap-duoc': kind<{ cause: Wording }>({
    severity: 'loi',
    sample: { cause: say('không phải tệp .xlsx hay .docx', 'it is no .xlsx or .docx') },
    message: ({ cause }) => say(`Không nhập được tệp này: ${cause.vi}`, `This file cannot be taken in: ${cause.en}`),
    hint: () =>
      say(
        'Mở tệp bằng Excel hoặc Word, lưu lại dạng .xlsx hoặc .docx, không đặt mật khẩu.',
        'Open it in Excel or Word and save it as .xlsx or .docx, without a password.',
      ),
    why: 'Lệnh import chỉ nhận biểu nhập và bảng phụ lục dạng .xlsx, bảng phụ lục dạng .docx.',
    example: 'gen import bieu.xls',
  }),
  'bieu-khong-khop': kind<{ what: Wording; form: string; expected: string }>({
    severity: 'loi',
    sample: { what: say('danh mục', 'catalogue'), form: 'ha-tinh-2021', expected: 'ha-tinh-2022' },
    message: ({ what, form, expected }) =>
      say(
        `Biểu này của ${what.vi} "${form}", không phải "${expected}"; không nhập gì`,
        `This form is for the ${what.en} "${form}", not "${expected}"; nothing was taken`,
      ),
    hint: () => say('Kiểm tra lại tệp; cần biểu mới thì chạy gen form.', 'Check the file; gen form makes a new form.'),
    why: 'Nhập nhầm biểu của đơn vị, kỳ hay danh mục khác là ghi sai số liệu cho cả báo cáo.',
    example: 'nhập biểu quý I vào báo cáo 6 tháng',
  }),
  'bieu-danh-muc-da-doi': kind<Record<never, never>>({
    severity: 'canh_bao',
    sample: {},
    message: () =>
      say(
        'Danh mục đã đổi từ khi lập biểu này; dòng nào đổi nghĩa thì không nhận',
        'The catalogue changed since this form was made; rows that mean something else now are not taken',
      ),
    hint: () => say('Lần sau lập biểu mới bằng gen form.', 'Make a new form with gen form next time.'),
    why: 'Kiểu hoặc bảng mã của một chỉ tiêu có thể đã khác lúc đơn vị điền.',
    example: 'thêm một mã vào bảng mã sau khi đã gửi biểu',
  }),
  'o-khong-nhan': kind<{ label: string; cause: Wording }>({
    severity: 'loi',
    sample: { label: 'Số nhiệm vụ', cause: say('ô đang báo lỗi #REF!', 'the cell shows the error #REF!') },
    message: ({ label, cause }) =>
      say(
        `Không nhận ô này (chỉ tiêu "${label}"): ${cause.vi}`,
        `This cell was not taken (indicator "${label}"): ${cause.en}`,
      ),
    hint: () =>
      say(
        'Sửa trong tệp rồi nhập lại, hoặc gõ thẳng vào YAML.',
        'Mend it in the file and take it in again, or type it into the YAML.',
      ),
    why: 'Ô không đọc được chắc chắn thì không nhập: số sai khó thấy hơn số thiếu.',
    example: 'gõ 02/02, Excel đổi thành ngày 02/02/2026',
  }),
  'bieu-xung-dot': kind<{ label: string; given: string; form: string; now: string }>({
    severity: 'loi',
    sample: { label: 'Số nhiệm vụ', given: '41', form: '43', now: '42' },
    message: ({ label, given, form, now }) =>
      say(
        `Cả biểu và YAML đều đã sửa (chỉ tiêu "${label}"): khi lập biểu là "${given}", biểu ghi "${form}", YAML nay là "${now}"; giữ YAML`,
        `Form and YAML were both changed (indicator "${label}"): "${given}" when the form was made, "${form}" in the form, "${now}" in the YAML now; the YAML stays`,
      ),
    hint: () => say('Chọn số đúng và gõ vào YAML.', 'Decide which is right and type it into the YAML.'),
    why: 'Số liệu đã sửa sau khi gửi biểu không được bị số cũ hơn ghi đè mà không ai biết.',
    example: 'sửa YAML trong lúc đơn vị đang điền biểu',
  }),
  'gia-tri-tinh-san': kind<{ count: number }>({
    severity: 'canh_bao',
    sample: { count: 3 },
    message: ({ count }) =>
      say(
        `${count} ô là công thức Excel; đã lấy kết quả lưu trong tệp, không tính lại`,
        `${count} cells are Excel formulas; the results saved in the file were taken, nothing was calculated`,
      ),
    hint: () =>
      say(
        'Mở tệp bằng Excel, lưu lại rồi nhập nếu nghi kết quả đã cũ.',
        'If the results may be stale, open the file in Excel, save it and take it in again.',
      ),
    why: 'Chương trình không chạy công thức của tệp lạ; kết quả lưu có thể cũ hơn số trong các ô khác.',
    example: 'ô số liệu ghi =SUM(D5:D9)',
  }),
  'can-neu-don-vi-ky': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () =>
      say(
        'Tệp này không phải biểu nhập của gen nên phải nêu đơn vị và kỳ',
        'This is no entry form of gen: its unit and period must be named',
      ),
    hint: () => say('Thêm --don-vi ĐƠN-VỊ --ky KỲ.', 'Add --don-vi UNIT --ky PERIOD.'),
    why: 'Bảng phụ lục tự làm không cho biết chắc của đơn vị nào, kỳ nào.',
    example: 'gen import phu-luc.xlsx',
  }),
  'chua-co-bao-cao': kind<{ unit: string; period: string }>({
    severity: 'loi',
    sample: { unit: 'so-mau', period: '2026-Q1' },
    message: () => say('Chưa có tệp báo cáo này', 'This report is not there yet'),
    hint: ({ unit, period }) =>
      say(`Tạo trước: npx gen new ${unit} ${period}`, `Make it first: npx gen new ${unit} ${period}`),
    why: 'Số liệu được ghi vào tệp YAML của báo cáo; tệp phải có trước, với ngày và các khe của mẫu.',
    example: 'gen import của một kỳ chưa có tệp YAML',
  }),
  'khong-thay-bang': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () => say('Không thấy bảng phụ lục nào trong tệp này', 'There is no appendix table in this file'),
    hint: () =>
      say(
        'Bảng cần dòng đầu cột có "Chỉ tiêu" và "Số liệu".',
        'The table needs a header row with "Chỉ tiêu" and "Số liệu".',
      ),
    why: 'Các cột được nhận ra theo chữ ở đầu cột.',
    example: 'bảng không có dòng đầu cột',
  }),
  'yaml-sua-tay': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () =>
      say(
        'so_lieu của tệp này viết theo cách không tự sửa được; không ghi gì',
        'The so_lieu of this file is written in a way that cannot be edited; nothing was written',
      ),
    hint: () =>
      say(
        'Viết mỗi chỉ tiêu một dòng "mã: giá trị" rồi chạy lại.',
        'Write each indicator on a line of its own, "id: value", and run again.',
      ),
    why: 'Lệnh chỉ sửa đúng chỗ của từng giá trị; ký hiệu & và *, hay cả tệp trong một cặp ngoặc thì không sửa được như vậy.',
    example: 'so_lieu: *so_lieu_chung',
  }),
  'khong-co-don-vi-duoi': kind<{ unit: string | undefined }>({
    severity: 'loi',
    sample: { unit: 'so-mau' },
    message: ({ unit }) =>
      unit === undefined
        ? say(
            'Không có đơn vị nào thuộc đơn vị khác nên không có gì để tổng hợp',
            'No unit is below another: there is nothing to consolidate',
          )
        : say(`Không có đơn vị nào thuộc "${unit}"`, `No unit is below "${unit}"`),
    hint: () =>
      say(
        'Ghi thuoc: <đơn vị tổng hợp> trong tệp của từng đơn vị cấp dưới.',
        'Write thuoc: <the consolidating unit> in the file of each unit below.',
      ),
    why: 'Lệnh tổng hợp cộng số liệu của các đơn vị có thuoc là đơn vị tổng hợp.',
    example: 'gen rollup 2026-6T khi chưa tệp đơn vị nào ghi thuoc',
  }),
  'thuoc-vong': kind<{ circle: readonly string[] }>({
    severity: 'loi',
    sample: { circle: ['xa-a', 'huyen-b', 'xa-a'] },
    message: ({ circle }) =>
      say(`Đơn vị thuộc chính mình: ${circle.join(' → ')}`, `A unit is below itself: ${circle.join(' → ')}`),
    hint: () => say('Sửa thuoc của một trong các đơn vị này.', 'Mend thuoc of one of these units.'),
    why: 'Số liệu cộng theo vòng thì không có tổng nào đúng; các đơn vị này không được tổng hợp.',
    example: 'xa-a.yaml ghi thuoc: huyen-b, huyen-b.yaml ghi thuoc: xa-a',
  }),
  'tong-hop-thieu': kind<{ missing: readonly string[]; of: number }>({
    severity: 'canh_bao',
    sample: { missing: ['Xã A', 'Xã B'], of: 150 },
    message: ({ missing, of }) =>
      say(
        `Còn ${missing.length} trong ${of} đơn vị chưa có báo cáo dùng được (${some(missing)}); kết quả tổng hợp chưa đủ`,
        `${missing.length} of ${of} units have no report that can be used (${some(missing)}); the totals are not complete`,
      ),
    hint: () =>
      say('Xem trang "Còn thiếu" của tệp tổng hợp.', 'See the sheet "Còn thiếu" of the consolidation workbook.'),
    why: 'Tổng của một phần đơn vị trông như tổng của tất cả; người ký phải biết còn thiếu ai.',
    example: 'gen rollup khi một xã chưa gửi báo cáo',
  }),
  'ti-le-lech-don-vi': kind<{ label: string; units: readonly string[] }>({
    severity: 'canh_bao',
    sample: { label: 'Tỷ lệ hoàn thành kế hoạch', units: ['Xã A'] },
    message: ({ label, units }) =>
      say(
        `"${label}" tính từ những tổng không cùng đơn vị: chỉ có một phần số liệu của ${some(units)}`,
        `"${label}" is worked out from totals of different units: only a part of the figures is there of ${some(units)}`,
      ),
    hint: () =>
      say(
        'Bổ sung số còn thiếu của đơn vị rồi chạy lại; trang "Nguồn" cho biết số nào đã cộng.',
        'Complete the figures of the unit and run again; the sheet "Nguồn" tells which were added.',
      ),
    why: 'Tử số cộng từ nhiều đơn vị hơn mẫu số, hoặc ít hơn, thì tỷ lệ sai mà trông vẫn như đúng.',
    example: 'một xã có số nhiệm vụ hoàn thành mà không có số nhiệm vụ đề ra',
  }),
  'tong-hop-khac': kind<{ count: number }>({
    severity: 'canh_bao',
    sample: { count: 3 },
    message: ({ count }) =>
      say(
        `${count} số liệu gõ tay trong báo cáo khác với kết quả tổng hợp; giữ số gõ tay`,
        `${count} figures that were typed into the report differ from the totals; the typed ones stay`,
      ),
    hint: () =>
      say(
        'Xem cột "Trong báo cáo" của tệp tổng hợp; muốn thay bằng kết quả tổng hợp thì thêm --ghi-de.',
        'See the column "Trong báo cáo" of the workbook; --ghi-de puts the totals in their place.',
      ),
    why: 'Số do người tổng hợp gõ, sửa không bị lệnh ghi đè mà không ai biết.',
    example: 'gõ tổng số hồ sơ của tỉnh vào báo cáo, rồi chạy gen rollup',
  }),
} as const;
