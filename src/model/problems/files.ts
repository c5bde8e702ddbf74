import { kind, say } from './kind.ts';
import { systemCause } from './system-cause.ts';

/** Problems of the files themselves: what cannot be read, and what is no sound YAML. */
export const FILE_PROBLEMS = {
  'khong-doc-duoc': kind<{ cause: string }>({
    severity: 'loi',
    sample: { cause: 'ENOENT' },
    message: ({ cause }) => {
      const said = systemCause(cause);
      return say(`Không đọc được: ${said.vi}`, `Cannot be read: ${said.en}`);
    },
    hint: () => say('Kiểm tra tên, quyền đọc và ổ đĩa.', 'Check the name, the permission to read and the drive.'),
    why: 'Chương trình không mở được tệp: tệp không có, không có quyền đọc, hoặc ổ đĩa mạng bị ngắt.',
    example: 'thư mục data/ bị đổi tên',
  }),
  'khong-thay-bao-cao': kind<{ root: string }>({
    severity: 'loi',
    sample: { root: 'C:\\Users\\chuyen-vien\\Downloads' },
    message: ({ root }) =>
      say(
        `Không thấy báo cáo nào trong data/bao-cao của thư mục ${root}`,
        `There is no report in data/bao-cao of the folder ${root}`,
      ),
    hint: () =>
      say(
        'Chạy lệnh trong thư mục chứa data/ và templates/, hoặc thêm --thu-muc "đường dẫn".',
        'Run the command in the folder that holds data/ and templates/, or add --thu-muc "path".',
      ),
    why: 'Lệnh chạy nhầm thư mục, hoặc chưa có tệp báo cáo nào.',
    example: 'gen chạy trong thư mục Downloads',
  }),
  'tep-qua-lon': kind<{ size: number; limit: number }>({
    severity: 'loi',
    sample: { size: 200000000, limit: 5000000 },
    message: ({ size, limit }) =>
      say(`Tệp quá lớn: ${size} byte, tối đa ${limit}`, `The file is too large: ${size} bytes, at most ${limit}`),
    hint: () =>
      say(
        'Kiểm tra xem có chép nhầm tệp khác vào đây không.',
        'Check whether another file was copied here by mistake.',
      ),
    why: 'Tệp dữ liệu báo cáo chỉ vài chục nghìn ký tự, mẫu và biểu vài trăm nghìn byte; tệp lớn bất thường là tệp nhầm hoặc tệp hỏng.',
    example: 'một tệp .yaml dài 200 MB',
  }),
  'khong-phai-utf8': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () => say('Tệp không được lưu ở dạng UTF-8', 'The file is not saved as UTF-8'),
    hint: () =>
      say(
        'Mở tệp, chọn Lưu thành (Save As) với bảng mã UTF-8.',
        'Open the file and save it again with the encoding UTF-8.',
      ),
    why: 'Tệp lưu bằng bảng mã cũ (ANSI, TCVN3, UTF-16) làm sai chữ tiếng Việt.',
    example: 'Notepad lưu với Encoding: ANSI',
  }),
  'ky-tu-cam': kind<{ name: string }>({
    severity: 'loi',
    sample: { name: 'U+0007' },
    message: ({ name }) =>
      say(
        `Có ký tự ẩn ${name} mà tệp Word không chứa được`,
        `There is a hidden character ${name}, which a Word file cannot hold`,
      ),
    hint: () =>
      say('Xóa đoạn chữ quanh chỗ này và gõ lại bằng tay.', 'Delete the text around this place and type it again.'),
    why: 'Ký tự điều khiển (thường lọt vào khi chép từ phần mềm khác) làm tệp Word không mở được.',
    example: 'chữ chép từ PDF có lẫn U+0007',
  }),
  'yaml-sai': kind<{ cause: { vi: string; en: string } }>({
    severity: 'loi',
    sample: { cause: { vi: 'thiếu dấu ":" hoặc dấu ngoặc, dấu nháy đóng', en: 'a sign is missing' } },
    message: ({ cause }) => say(`Sai cú pháp YAML: ${cause.vi}`, `YAML syntax error: ${cause.en}`),
    hint: () =>
      say(
        'Xem lại dấu hai chấm, dấu ngoặc, dấu nháy và khoảng thụt đầu dòng ở dòng này và dòng ngay trên.',
        'Look at the colons, brackets, quotes and indentation of this line and the one above.',
      ),
    why: 'Tệp YAML phải đúng cú pháp mới đọc được; chỗ báo là nơi bộ đọc dừng lại, lỗi có thể ở ngay dòng trên.',
    example: 'noi_nhan: [Sở Nội vụ, Văn thư   # thiếu dấu ]',
  }),
  'thieu-dau-nhay': kind<{ text: string }>({
    severity: 'loi',
    sample: { text: '9' },
    message: ({ text }) => say(`"${text}" bị YAML hiểu thành ký hiệu khác`, `YAML takes "${text}" for something else`),
    hint: () =>
      say(
        'Đặt cả giá trị trong dấu nháy kép: "95,9", "Lưu: VT, NV", "*abc".',
        'Put the whole value in double quotes: "95,9", "Lưu: VT, NV", "*abc".',
      ),
    why: 'Dấu phẩy trong { }, dấu hai chấm có dấu cách theo sau, và các ký hiệu * & ! ở đầu có nghĩa riêng trong YAML; phần chữ theo sau sẽ mất nếu không có dấu nháy.',
    example: '{ gia_tri: 95,9 } hoặc - Lưu: VT, NV',
  }),
  'tep-sai-duoi': kind<{ name: string }>({
    severity: 'loi',
    sample: { name: '2022-6T.yaml.txt' },
    message: ({ name }) =>
      say(
        `Tệp "${name}" có thêm đuôi .txt nên không được đọc`,
        `The file "${name}" has the extra ending .txt and is not read`,
      ),
    hint: () =>
      say('Đổi tên tệp, bỏ ".txt" (trong Explorer: View → File name extensions).', 'Rename the file without ".txt".'),
    why: 'Notepad hay tự thêm đuôi .txt, và Windows giấu đuôi đó đi.',
    example: 'data/bao-cao/ubnd-huong-khe/2022-6T.yaml.txt',
  }),
  'yaml-tab': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () => say('Có dấu Tab ở chỗ chỉ dùng được dấu cách', 'A tab stands where only spaces may'),
    hint: () =>
      say(
        'Thay Tab bằng dấu cách (đầu dòng thường là 2 dấu cách cho mỗi bậc).',
        'Use spaces instead (at the start of a line usually 2 for each level).',
      ),
    why: 'YAML không cho phép thụt đầu dòng, hay ngăn cách trong dấu ngoặc { } [ ], bằng phím Tab.',
    example: '→ten: Sở Nội vụ',
  }),
  'khoa-trung': kind<{ key: string }>({
    severity: 'loi',
    sample: { key: 'nhiem_vu_de_ra' },
    message: ({ key }) => say(`Khóa "${key}" xuất hiện hai lần`, `The key "${key}" stands twice`),
    hint: () => say('Giữ lại một dòng, xóa dòng kia.', 'Keep one of the lines.'),
    why: 'Cùng một khóa ghi hai lần thì không biết lấy giá trị nào; số liệu có thể bị mất mà không hay.',
    example: 'nhiem_vu_de_ra: 41 … nhiem_vu_de_ra: 42',
  }),
  'khoa-cam': kind<{ key: string }>({
    severity: 'loi',
    sample: { key: '__proto__' },
    message: ({ key }) => say(`Không được dùng khóa "${key}"`, `The key "${key}" is not allowed`),
    hint: () => say('Đổi tên khóa này hoặc xóa đi.', 'Rename or remove the key.'),
    why: 'Tên này dành riêng cho ngôn ngữ lập trình; dữ liệu dùng nó là dữ liệu hỏng hoặc bị cài cắm.',
    example: '__proto__: { … }',
  }),
  'yaml-qua-phuc-tap': kind<{ limit: number }>({
    severity: 'loi',
    sample: { limit: 50000 },
    message: ({ limit }) =>
      say(
        `Tệp lồng nhau quá sâu hoặc quá nhiều mục (giới hạn ${limit})`,
        `The file is nested too deep or holds too many items (limit ${limit})`,
      ),
    hint: () =>
      say(
        'Bỏ các tham chiếu & và * trong tệp; chép giá trị ra.',
        'Remove the references & and * and copy the values out.',
      ),
    why: 'Tham chiếu lồng nhau có thể phình một tệp nhỏ thành hàng triệu mục và làm treo máy.',
    example: 'a: &a [x, x] … b: &b [*a, *a] …',
  }),
  'sai-dang': kind<{ expected: 'text' | 'map' | 'list' | 'yes-no' | 'number' | 'value'; key: string }>({
    severity: 'loi',
    sample: { expected: 'map', key: 'so_lieu' },
    message: ({ expected, key }) => {
      const vi = {
        text: 'một dòng chữ',
        map: 'một nhóm "khóa: giá trị"',
        list: 'một danh sách',
        'yes-no': 'true hoặc false',
        number: 'một số nguyên',
        value: 'một giá trị, hoặc { gia_tri: …, ghi_chu: … }',
      }[expected];
      const en = {
        text: 'a text',
        map: 'a group of "key: value"',
        list: 'a list',
        'yes-no': 'true or false',
        number: 'a whole number',
        value: 'a value, or { gia_tri: …, ghi_chu: … }',
      }[expected];
      const whole = say('Tệp phải gồm các dòng "khóa: giá trị"', 'The file must hold lines of "key: value"');
      return key === '' ? whole : say(`"${key}" phải là ${vi}`, `"${key}" must be ${en}`);
    },
    hint: ({ key }) =>
      key === ''
        ? say(
            'Chép một tệp cùng loại rồi sửa, hoặc xem docs/huong-dan.md.',
            'Copy a file of the same kind, or see docs/huong-dan.md.',
          )
        : say('Xem mẫu trong docs/huong-dan.md.', 'See the examples in docs/huong-dan.md.'),
    why: 'Mỗi khóa có một dạng giá trị; dạng khác thì không biết in thế nào.',
    example: 'so_lieu: 41',
  }),
  'muc-trong': kind<{ key: string }>({
    severity: 'loi',
    sample: { key: 'noi_nhan' },
    message: ({ key }) => say(`"${key}" có mục để trống`, `"${key}" holds an empty item`),
    hint: () => say('Viết nội dung cho mục này, hoặc xóa dòng.', 'Write the item, or remove its line.'),
    why: 'Mục trống in ra một dòng chỉ có dấu, hoặc bỏ trống chỗ bắt buộc trong văn bản.',
    example: 'noi_nhan: ["", Sở Nội vụ]',
  }),
  'tep-trung': kind<{ name: string }>({
    severity: 'loi',
    sample: { name: '2022-6T' },
    message: ({ name }) => say(`Có hai tệp cho cùng "${name}"`, `There are two files for "${name}"`),
    hint: () => say('Giữ một tệp, chuyển tệp kia đi chỗ khác.', 'Keep one of them and move the other away.'),
    why: 'Hai tệp cùng tên, khác đuôi (.yaml và .yml): không biết lấy tệp nào, số liệu của một tệp sẽ mất.',
    example: '2022-6T.yaml và 2022-6T.yml',
  }),
  'tep-sai-cho': kind<{ name: string }>({
    severity: 'loi',
    sample: { name: '2022-6T' },
    message: ({ name }) =>
      say(
        `Tệp "${name}" nằm ngoài thư mục đơn vị nên không được đọc`,
        `The file "${name}" lies outside a unit's folder and is not read`,
      ),
    hint: () => say('Chuyển vào data/bao-cao/<đơn-vị>/<kỳ>.yaml.', 'Move it to data/bao-cao/<unit>/<period>.yaml.'),
    why: 'Báo cáo của một đơn vị nằm trong thư mục mang tên đơn vị đó.',
    example: 'data/bao-cao/2022-6T.yaml',
  }),
} as const;
