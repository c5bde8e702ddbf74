import { didYouMean, kind, say } from './kind.ts';

/** Problems of templates. Their places are given as Word shows them. */
export const TEMPLATE_PROBLEMS = {
  'mau-khong-phai-docx': kind<{ cause: string }>({
    severity: 'loi',
    sample: { cause: 'zip' },
    message: ({ cause }) =>
      say(`Tệp mẫu không phải tệp Word .docx (${cause})`, `The template is no Word .docx file (${cause})`),
    hint: () =>
      say(
        'Mở bằng Word rồi lưu lại với kiểu Word Document (.docx).',
        'Open it in Word and save it as Word Document (.docx).',
      ),
    why: 'Tệp .doc đổi đuôi, tệp tải dở hoặc tệp có mật khẩu không phải tệp .docx.',
    example: 'mau.doc đổi tên thành mau.docx',
  }),
  'mau-qua-lon': kind<{ limit: number }>({
    severity: 'loi',
    sample: { limit: 60000000 },
    message: ({ limit }) =>
      say(`Tệp mẫu giải nén ra quá ${limit} byte`, `The template unpacks to more than ${limit} bytes`),
    hint: () => say('Nén bớt hình ảnh trong mẫu.', 'Compress the pictures in the template.'),
    why: 'Một tệp nén nhỏ có thể phình ra hàng trăm MB và làm treo máy.',
    example: 'tệp nén cài bẫy',
  }),
  'mau-thieu-phan': kind<{ part: string }>({
    severity: 'loi',
    sample: { part: 'word/styles.xml' },
    message: ({ part }) => say(`Tệp mẫu thiếu phần ${part}`, `The template lacks the part ${part}`),
    hint: () => say('Mở bằng Word rồi lưu lại.', 'Open it in Word and save it again.'),
    why: 'Tệp .docx phải có đủ các phần mà Word tạo ra.',
    example: 'tệp .docx bị xóa word/styles.xml',
  }),
  'mau-xml-hong': kind<{ part: string; cause: string }>({
    severity: 'loi',
    sample: { part: 'word/document.xml', cause: '</w:document>' },
    message: ({ part, cause }) =>
      say(`Phần ${part} của mẫu bị hỏng (${cause})`, `The part ${part} of the template is damaged (${cause})`),
    hint: () =>
      say(
        'Mở bằng Word (Open and Repair) rồi lưu lại, hoặc lấy bản mẫu cũ.',
        'Open it in Word (Open and Repair) and save it, or go back to an older copy.',
      ),
    why: 'Phần XML hỏng sinh ra báo cáo mà Word không mở được.',
    example: 'tệp bị sửa bằng chương trình khác',
  }),
  'the-khong-dong': kind<{ tag: string }>({
    severity: 'loi',
    sample: { tag: 'trich_yeu' },
    message: ({ tag }) => say(`Thẻ "${tag}" không được mở hoặc đóng đủ`, `The tag "${tag}" is not opened or closed`),
    hint: () =>
      say(
        'Mỗi thẻ mở bằng { và đóng bằng }; mỗi {#tên} có một {/tên}.',
        'A tag opens with { and closes with }; each {#name} has its {/name}.',
      ),
    why: 'Thẻ thiếu dấu thì không biết nó kết thúc ở đâu.',
    example: '{ten_don_vi',
  }),
  'the-la': kind<{ tag: string; near: string | undefined }>({
    severity: 'loi',
    sample: { tag: 'don_vii', near: 'don_vi' },
    message: ({ tag }) => say(`Không có thẻ "{${tag}}"`, `There is no tag "{${tag}}"`),
    hint: ({ near }) =>
      near === undefined
        ? say('Xem các thẻ dùng được trong docs/the-mau.md.', 'See docs/the-mau.md for the tags.')
        : didYouMean(`{${near}}`, say('', '')),
    why: 'Thẻ gõ sai sẽ để lại chỗ trống trong mọi báo cáo lập từ mẫu này.',
    example: '{don_vii}',
  }),
  'the-sai-cho': kind<{ tag: string; cause: { vi: string; en: string } }>({
    severity: 'loi',
    sample: {
      tag: 'muc.ten',
      cause: {
        vi: 'chỉ dùng trong dòng mẫu của bảng phụ lục',
        en: 'only used in a prototype row of the appendix table',
      },
    },
    message: ({ tag, cause }) =>
      say(`Thẻ "{${tag}}" đặt sai chỗ: ${cause.vi}`, `The tag "{${tag}}" is in the wrong place: ${cause.en}`),
    hint: () => say('Xem chương về mẫu trong docs/huong-dan.md.', 'See the chapter on templates in docs/huong-dan.md.'),
    why: 'Một số thẻ chỉ có nghĩa ở chỗ của nó: thẻ dòng trong bảng phụ lục, thẻ lặp quanh đoạn.',
    example: '{muc.ten} ngoài bảng',
  }),
  'khe-khong-rieng': kind<{ tag: string }>({
    severity: 'loi',
    sample: { tag: 'the_che' },
    message: ({ tag }) =>
      say(
        `Khe "{@${tag}}" phải đứng một mình trong đoạn của nó`,
        `The slot "{@${tag}}" must stand alone in its paragraph`,
      ),
    hint: () => say('Đưa các chữ khác sang đoạn khác (Enter).', 'Move the other words to another paragraph.'),
    why: 'Khe được thay bằng nhiều đoạn văn; chữ đứng chung đoạn sẽ bị mất.',
    example: 'Nội dung: {@the_che}',
  }),
  'khe-trung': kind<{ tag: string }>({
    severity: 'loi',
    sample: { tag: 'the_che' },
    message: ({ tag }) =>
      say(`Khe "{@${tag}}" có hai lần trong mẫu`, `The slot "{@${tag}}" stands twice in the template`),
    hint: () => say('Đổi tên một trong hai khe.', 'Rename one of them.'),
    why: 'Một phần lời in hai lần trong cùng báo cáo.',
    example: '{@the_che} dưới hai mục',
  }),
  'ten-khe-sai': kind<{ slot: string }>({
    severity: 'loi',
    sample: { slot: 'Kết quả' },
    message: ({ slot }) => say(`"${slot}" không dùng làm tên khe được`, `"${slot}" cannot be the name of a slot`),
    hint: () =>
      say(
        'Dùng chữ thường không dấu, số và dấu gạch dưới: ket_qua.',
        'Use lower-case letters without tone marks, digits and underscores: ket_qua.',
      ),
    why: 'Tên khe là khóa trong noi_dung của báo cáo nên phải gõ được không dấu.',
    example: '{@Kết quả}',
  }),
  'duong-ke-sai': kind<{ text: string }>({
    severity: 'loi',
    sample: { text: 'vach 40% co_quann' },
    message: ({ text }) =>
      say(
        `Đường kẻ có chữ thay thế "${text}" không đọc được`,
        `The drawn line's alternative text "${text}" cannot be read`,
      ),
    hint: () =>
      say(
        'Viết "vach 40% co_quan": tỷ lệ và tên một thẻ có trong mẫu.',
        'Write "vach 40% co_quan": a share and a tag that the template holds.',
      ),
    why: 'Đường kẻ dài theo một dòng chữ; chữ thay thế (Alt Text) nêu dòng nào và dài bao nhiêu phần.',
    example: 'vach 40% co_quann',
  }),
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
  'mau-thieu-kieu': kind<{ style: string }>({
    severity: 'loi',
    sample: { style: 'Gạch đầu dòng' },
    message: ({ style }) =>
      say(
        `Mẫu không có kiểu chữ (style) "${style}" mà báo cáo này cần`,
        `The template lacks the style "${style}" that this report needs`,
      ),
    hint: () =>
      say(
        'Tạo kiểu này trong Word (Styles → New Style), đặt đúng tên.',
        'Create the style in Word (Styles → New Style) with just this name.',
      ),
    why: 'Chương trình không tự đặt phông hay cỡ chữ; mọi hình thức lấy từ kiểu của mẫu.',
    example: 'mẫu không có kiểu "Gạch đầu dòng"',
  }),
  'mau-khong-doc-duoc-the': kind<{ cause: string }>({
    severity: 'loi',
    sample: { cause: 'unopened_tag' },
    message: ({ cause }) =>
      say(`Không đọc được thẻ của mẫu: ${cause}`, `The tags of the template cannot be read: ${cause}`),
    hint: () =>
      say('Xóa thẻ ở chỗ này và gõ lại liền một mạch.', 'Delete the tag at this place and type it again in one go.'),
    why: 'Thẻ bị định dạng hoặc chỉnh sửa cắt vụn.',
    example: 'thẻ có một nửa in đậm',
  }),
} as const;
