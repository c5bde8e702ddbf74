import type { Wording } from '../problem.ts';
import { SLOT_LENGTH } from '../template.ts';
import { didYouMean, kind, say } from './kind.ts';
import { APPENDIX_PROBLEMS } from './template-appendix.ts';
import { PAIR_FAULTS, type PairFault } from './template-pairs.ts';

const HELD = {
  section: say('dấu ngắt phần (Section Break)', 'a section break'),
  picture: say('hình vẽ', 'a drawing'),
  'page-break': say('dấu ngắt trang', 'a page break'),
  footnote: say('dấu chú thích', 'a footnote mark'),
} as const;

/** Problems of templates. Their places are given as Word shows them. */
export const TEMPLATE_PROBLEMS = {
  ...APPENDIX_PROBLEMS,
  'mau-khong-phai-docx': kind<{ cause: Wording }>({
    severity: 'loi',
    sample: { cause: say('tệp kiểu cũ .doc, .xls hoặc .ppt', 'an old .doc, .xls or .ppt file') },
    message: ({ cause }) =>
      say(`Tệp mẫu không phải tệp Word .docx: ${cause.vi}`, `The template is no Word .docx file: ${cause.en}`),
    hint: () =>
      say(
        'Mở bằng Word rồi lưu lại với kiểu Word Document (.docx), không có mật khẩu.',
        'Open it in Word and save it as Word Document (.docx), without a password.',
      ),
    why: 'Tệp .doc, .dotx, .docm đổi đuôi, tệp tải dở hoặc tệp có mật khẩu không phải tệp .docx. Báo cáo lập từ mẫu .dotx, .docm đổi đuôi thì Word không mở.',
    example: 'mau.doc đổi tên thành mau.docx',
  }),
  'chep-vao-chinh-no': kind<Record<never, never>>({
    severity: 'canh_bao',
    message: () => say('Không có mẫu nào khác để chép sang', 'There is no other template to carry to'),
    hint: () =>
      say(
        'Nêu mẫu nguồn, rồi các mẫu đích khác nó; không nêu mẫu đích thì chép sang mọi mẫu khác.',
        'Name the source, then other templates.',
      ),
    why: 'Mẫu đích trùng mẫu nguồn, hoặc templates chỉ có một mẫu: không có gì để đổi.',
    example: 'gen template chep ubnd-xa ubnd-xa',
  }),
  'mau-sai-duoi': kind<{ name: string }>({
    severity: 'canh_bao',
    sample: { name: 'ubnd-xa.dotx' },
    message: ({ name }) =>
      say(`Tệp "${name}" không phải .docx nên không được đọc`, `The file "${name}" is no .docx and is not read`),
    hint: () =>
      say(
        'Mở bằng Word rồi lưu lại với kiểu Word Document (.docx); không dùng nữa thì chuyển ra khỏi thư mục templates.',
        'Open it in Word and save it as Word Document (.docx), or move it out of the folder templates.',
      ),
    why: 'Mẫu là tệp Word .docx. Word có thể lưu nhầm thành .dotx (Word Template), .docm, .doc; đổi đuôi bằng tay không làm nó thành .docx.',
    example: 'templates/ubnd-xa.dotx',
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
  'the-khong-dong': kind<{ tag: string; fault: PairFault; other?: string }>({
    severity: 'loi',
    sample: { tag: 'trich_yeu', fault: 'unclosed' },
    message: ({ tag, fault, other = '' }) => PAIR_FAULTS[fault].message(tag, other),
    hint: ({ tag, fault, other = '' }) => PAIR_FAULTS[fault].hint(tag, other),
    why: 'Thẻ thiếu dấu, hay phần {#…} thiếu {/…}, thì không biết nó kết thúc ở đâu.',
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
  'khe-khong-rieng': kind<{ tag: string; held?: 'section' | 'picture' | 'page-break' | 'footnote' }>({
    severity: 'loi',
    sample: { tag: 'the_che' },
    message: ({ tag, held }) =>
      held === undefined
        ? say(
            `Khe "{@${tag}}" phải đứng một mình trong đoạn của nó`,
            `The slot "{@${tag}}" must stand alone in its paragraph`,
          )
        : say(
            `Đoạn của khe "{@${tag}}" còn giữ ${HELD[held].vi}, sẽ mất khi điền khe`,
            `The paragraph of the slot "{@${tag}}" also holds ${HELD[held].en}, which filling the slot takes away`,
          ),
    hint: ({ held }) =>
      held === undefined
        ? say('Đưa các chữ khác sang đoạn khác (Enter).', 'Move the other words to another paragraph.')
        : say(
            'Nhấn Enter sau khe để có đoạn mới, rồi đặt thứ đó vào đoạn mới.',
            'Press Enter behind the slot, and put it into the new paragraph.',
          ),
    why: 'Khe được thay bằng nhiều đoạn văn; những gì đứng chung đoạn với khe sẽ bị mất.',
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
  'ten-khe-sai': kind<{ slot: string; taken?: boolean; near?: string }>({
    severity: 'loi',
    sample: { slot: 'Kết quả', near: 'ket_qua' },
    message: ({ slot, taken }) =>
      taken === true
        ? say(
            `"${slot}" là tên của một thẻ, không dùng làm tên khe được`,
            `"${slot}" is the name of a tag, not of a slot`,
          )
        : say(`"${slot}" không dùng làm tên khe được`, `"${slot}" cannot be the name of a slot`),
    hint: ({ near }) =>
      didYouMean(
        near,
        say(
          `Dùng chữ thường không dấu, số và dấu gạch dưới, bắt đầu bằng chữ, không quá ${SLOT_LENGTH} ký tự: ket_qua.`,
          `Use lower-case letters without tone marks, digits and underscores, a letter first, no more than ${SLOT_LENGTH}: ket_qua.`,
        ),
      ),
    why: 'Tên khe là khóa trong noi_dung của báo cáo nên phải gõ được không dấu và không lẫn với tên thẻ.',
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
  'khe-thieu-tieu-de': kind<{ tag: string }>({
    severity: 'canh_bao',
    sample: { tag: 'the_che' },
    message: ({ tag }) =>
      say(`Khe "{@${tag}}" không có tiêu đề ở trên`, `The slot "{@${tag}}" has no heading above it`),
    hint: () =>
      say(
        'Thêm tiêu đề ngay trên khe, với kiểu Heading 1 đến Heading 4 (chữ đậm thường không phải tiêu đề).',
        'Add a heading just above it, in a style Heading 1 to Heading 4 (bold text is no heading).',
      ),
    why: 'Chỉ lời mở đầu và lời kết không cần tiêu đề; phần lời khác không có tiêu đề thì người đọc không biết thuộc mục nào.',
    example: 'hai khe liền nhau dưới một tiêu đề',
  }),
  'tieu-de-khong-khe': kind<{ heading: string }>({
    severity: 'canh_bao',
    sample: { heading: 'Cải cách thể chế' },
    message: ({ heading }) =>
      say(`Dưới tiêu đề "${heading}" không có gì`, `There is nothing under the heading "${heading}"`),
    hint: () =>
      say(
        'Thêm một đoạn chỉ có khe, ví dụ {@ket_qua}, dưới tiêu đề.',
        'Add a paragraph with a slot, such as {@ket_qua}.',
      ),
    why: 'Mọi báo cáo của mẫu sẽ có một mục trống.',
    example: 'thêm tiêu đề mà quên khe',
  }),
  'de-cuong-sai': kind<{ cause: Wording }>({
    severity: 'loi',
    sample: { cause: { vi: 'tiêu đề sâu hơn bậc 1.1.', en: 'a heading below the level 1.1.' } },
    message: ({ cause }) => say(`Đề cương không dùng được: ${cause.vi}`, `The outline cannot be used: ${cause.en}`),
    hint: () =>
      say('Xem chương 11 của docs/huong-dan.md: Tạo mẫu mới.', 'See docs/huong-dan.md, chapter 11: a new template.'),
    why: 'Mẫu làm từ đề cương phải đúng thể thức và qua được mọi kiểm tra.',
    example: 'mục thứ năm lồng trong bốn mục',
  }),
  'de-cuong-la': kind<{ name: string; near: string | undefined; known: readonly string[] }>({
    severity: 'loi',
    sample: { name: 'ubnd-xaa', near: 'ubnd-xa', known: ['so', 'ubnd-xa'] },
    message: ({ name }) => say(`Không có đề cương cho "${name}"`, `There is no outline for "${name}"`),
    hint: ({ near, known }) =>
      didYouMean(
        near,
        say(
          `Nêu đề cương bằng --de-cuong <tệp>, hoặc lấy mục và khe của một mẫu bằng --tu-mau <mẫu>. Đề cương có sẵn: ${known.join(', ')}.`,
          `Name an outline with --de-cuong <file>, or take the sections of a template with --tu-mau <template>. Outlines there are: ${known.join(', ')}.`,
        ),
      ),
    why: 'Đề cương nêu các mục và khe của mẫu mới; đề cương cho từng loại cơ quan nằm trong templates/de-cuong.',
    example: 'gen template new ubnd-xaa',
  }),
  'mau-con-dau-sua': kind<{ mark: 'change' | 'comment' }>({
    severity: 'canh_bao',
    sample: { mark: 'change' },
    message: ({ mark }) =>
      mark === 'change'
        ? say(
            'Mẫu còn dấu sửa (Track Changes), sẽ có trong mọi báo cáo',
            'The template still holds tracked changes; every report will',
          )
        : say(
            'Mẫu còn ghi chú (Comment), sẽ có trong mọi báo cáo',
            'The template still holds comments; every report will',
          ),
    hint: ({ mark }) =>
      mark === 'change'
        ? say('Review → Accept All Changes, rồi lưu.', 'Review → Accept All Changes, then save.')
        : say('Review → Delete All Comments, rồi lưu.', 'Review → Delete All Comments, then save.'),
    why: 'Báo cáo gửi đi không được còn dấu sửa hay ghi chú của người làm mẫu.',
    example: 'mẫu đang bật Track Changes',
  }),
  'mau-thieu-kieu': kind<{ style: string; near?: string }>({
    severity: 'loi',
    sample: { style: 'Gạch đầu dòng' },
    message: ({ style }) =>
      say(
        `Mẫu không có kiểu chữ (style) "${style}" mà phần lời hoặc phụ lục cần`,
        `The template lacks the style "${style}" that narrative or appendix needs`,
      ),
    hint: ({ style, near }) =>
      near === undefined
        ? say(
            'Tạo kiểu này trong Word (Styles → New Style), đặt đúng tên.',
            'Create the style in Word (Styles → New Style) with just this name.',
          )
        : say(
            `Mẫu có kiểu "${near}": đổi tên thành "${style}", đúng loại (đoạn, chữ hoặc bảng).`,
            `The template has "${near}": rename it "${style}", and mind its type (paragraph, character or table).`,
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
  'mau-thieu-khoi': kind<{ block: Wording }>({
    severity: 'loi',
    sample: { block: { vi: 'khối chữ ký', en: 'signature block' } },
    message: ({ block }) =>
      say(`Mẫu nguồn không có ${block.vi} để chép`, `The source template has no ${block.en} to carry`),
    hint: () =>
      say(
        'Chọn mẫu nguồn khác, hoặc bớt phần này trong --chi. Đầu văn bản là bảng có {co_quan} và {so_ky_hieu}; khối chữ ký là bảng có {chuc_vu}.',
        'Choose another source, or leave the part out of --chi. The letterhead is the table with {co_quan} and {so_ky_hieu}, the signature block the one with {chuc_vu}.',
      ),
    why: 'Các khối được nhận ra bằng thẻ của chúng; mẫu chỉ có phụ lục thì không có đầu văn bản và chữ ký.',
    example: 'gen template chep phu-luc-so --chi chu-ky',
  }),
  'chep-lam-hong-mau': kind<{ source: string }>({
    severity: 'loi',
    sample: { source: 'ubnd-xa' },
    message: ({ source }) =>
      say(
        `Chép từ mẫu "${source}" sẽ làm hỏng mẫu này nên không ghi`,
        `Carrying from the template "${source}" would break this one: not written`,
      ),
    hint: () =>
      say(
        'Mở hai mẫu trong Word, bỏ định dạng hoặc hình lạ ở khối định chép, rồi chạy lại.',
        'Open both templates in Word, remove unusual formats or pictures from what is carried, and run again.',
      ),
    why: 'Sau khi chép, mẫu được đọc lại; nếu thẻ, khe hoặc các mục không còn như cũ thì không ghi gì.',
    example: 'mẫu nguồn có khối chữ ký do phần mềm khác tạo ra',
  }),
} as const;
