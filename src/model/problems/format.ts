import type { Wording } from '../problem.ts';
import { kind, type ProblemKind, say } from './kind.ts';

/** What a document's form is found to be, against Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export interface FormatFault {
  /** What is measured: a component, or one of its sides. */
  readonly subject: Wording;
  readonly found: Wording;
  readonly asked: Wording;
  /** The place in the decree, as `II.1a`. */
  readonly place: string;
  /** Further places with the same fault. */
  readonly more: number;
  /** It is the words that are wrong, as they were typed: no box of Word mends them. */
  readonly words?: true;
}

/** `II.1a` → điểm a khoản 1 Mục II Phần I Phụ lục I Nghị định 30/2020/NĐ-CP. */
function decreePlace(place: string): Wording {
  const parts = /^([IVX]+)(?:\.(\d+)([a-zđ])?)?$/.exec(place);
  const [, section, clause, point] = parts ?? [];
  const decree = 'Nghị định 30/2020/NĐ-CP';
  if (section === undefined) return say(`${place} ${decree}`, `${decree}, ${place}`);
  const names = [
    point === undefined ? '' : `điểm ${point}`,
    clause === undefined ? '' : `khoản ${clause}`,
    `Mục ${section} Phần I Phụ lục I ${decree}`,
  ];
  return say(names.filter((name) => name !== '').join(' '), `${decree}, Phụ lục I, Phần I, ${place}`);
}

const FOR_OURS =
  'Trong mẫu và báo cáo của ta (`gen check --the-thuc`) là lỗi khi Nghị định nói rõ; trong tệp của nơi khác (`gen format`) là cảnh báo.';

function formatKind(why: string, example: string, remedy: Wording): ProblemKind<FormatFault> {
  return kind<FormatFault>({
    severity: 'loi',
    message: ({ subject, found, asked, place, more }) => {
      const at = decreePlace(place);
      return say(
        `${subject.vi}: ${found.vi}; quy định: ${asked.vi} (${at.vi})${more > 0 ? `; còn ${more} chỗ khác như vậy` : ''}`,
        `${subject.en}: ${found.en}; asked for: ${asked.en} (${at.en})${more > 0 ? `; ${more} more places like this` : ''}`,
      );
    },
    hint: ({ words }) => (words === true && BOXES.has(remedy) ? RETYPED : remedy),
    why: `${why} ${FOR_OURS}`,
    example,
    source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I',
  });
}

const FONT_BOX = say(
  'Chọn chữ đó trong Word, sửa ở hộp Font (Ctrl+D); tốt hơn là sửa kiểu (style) của đoạn để mọi chỗ cùng đổi.',
  'Select it in Word and mend it in the Font box (Ctrl+D), or better in the style of the paragraph.',
);
const PARAGRAPH_BOX = say(
  'Sửa ở hộp Paragraph của Word (Alt+H, PG); tốt hơn là sửa kiểu (style) của đoạn.',
  'Mend it in the Paragraph box of Word, or better in the style of the paragraph.',
);
const BOXES: ReadonlySet<Wording> = new Set([FONT_BOX, PARAGRAPH_BOX]);
const RETYPED = say(
  'Gõ lại chữ hoặc dấu đó; số do Word tự đánh thì sửa ở Home > Numbering > Define New Number Format.',
  'Type it anew; a number that Word makes is mended under Home > Numbering > Define New Number Format.',
);
const DRAWN_LINE = say(
  'Vẽ bằng Insert > Shapes > Line (giữ Shift cho thẳng), đặt độ dài ở thẻ Shape Format.',
  'Draw it with Insert > Shapes > Line (hold Shift), and set its length under Shape Format.',
);

/** Problems of form. One kind for each row of the decree's table. */
export const FORMAT_PROBLEMS = {
  'tep-word-khong-doc-duoc': kind<{ cause: Wording }>({
    severity: 'loi',
    message: ({ cause }) =>
      say(`Không đọc được như tệp Word .docx: ${cause.vi}`, `Cannot be read as a Word .docx file: ${cause.en}`),
    hint: () =>
      say(
        'Mở bằng Word, gỡ mật khẩu nếu có, rồi lưu lại với kiểu Word Document (.docx).',
        'Open it in Word, take its password off, and save it as Word Document (.docx).',
      ),
    why: 'Thể thức chỉ đo được trên tệp .docx: tệp .doc, .pdf, tệp có mật khẩu hoặc tải dở phải được lưu lại trước.',
    example: 'gen format bao-cao.doc',
  }),
  'the-thuc-kho-giay': formatKind(
    'Văn bản trình bày trên khổ A4, theo chiều dài; chỉ xoay ngang khi có bảng, biểu rộng.',
    'khổ Letter của Word tiếng Anh',
    say('Layout > Size > A4; Layout > Orientation > Portrait.', 'Layout > Size > A4; Layout > Orientation > Portrait.'),
  ),
  'the-thuc-le-trang': formatKind(
    'Lề trên và dưới 20 - 25 mm, trái 30 - 35 mm, phải 15 - 20 mm, ở mọi phần (section) của văn bản.',
    'lề trái 25,4 mm',
    say('Layout > Margins > Custom Margins.', 'Layout > Margins > Custom Margins.'),
  ),
  'the-thuc-phong-chu': formatKind(
    'Chữ trong văn bản là Times New Roman theo bộ mã Unicode.',
    'một đoạn dán từ trang web còn phông Arial',
    FONT_BOX,
  ),
  'the-thuc-mau-chu': formatKind('Chữ trong văn bản màu đen.', 'đường dẫn màu xanh', FONT_BOX),
  'the-thuc-so-trang': formatKind(
    'Số trang bằng chữ số Ả Rập, cỡ 13 - 14, chữ đứng, canh giữa trong lề trên, không hiện ở trang thứ nhất; phụ lục đánh số riêng.',
    'số trang ở chân trang',
    say(
      'Insert > Page Number > Top of Page > Plain Number 2; đánh dấu Different First Page; Format Page Numbers > Start at 1 cho phụ lục.',
      'Insert > Page Number > Top of Page > Plain Number 2; tick Different First Page; Format Page Numbers > Start at 1 for an annex.',
    ),
  ),
  'the-thuc-quoc-hieu': formatKind(
    'Quốc hiệu: chữ in hoa, cỡ 12 - 13, đứng, đậm, ở trên cùng bên phải.',
    'Quốc hiệu cỡ 11',
    FONT_BOX,
  ),
  'the-thuc-tieu-ngu': formatKind(
    'Tiêu ngữ: chữ thường, cỡ 13 - 14, đứng, đậm, canh giữa dưới Quốc hiệu; gạch nối có cách chữ.',
    'Độc lập-Tự do-Hạnh phúc',
    FONT_BOX,
  ),
  'the-thuc-ke-tieu-ngu': formatKind(
    'Dưới Tiêu ngữ có đường kẻ nét liền dài bằng dòng chữ.',
    'đường kẻ ngắn hơn dòng chữ',
    DRAWN_LINE,
  ),
  'the-thuc-co-quan-chu-quan': formatKind(
    'Tên cơ quan chủ quản: chữ in hoa, cỡ 12 - 13, đứng, không đậm.',
    'UBND TỈNH in đậm như tên sở',
    FONT_BOX,
  ),
  'the-thuc-co-quan-ban-hanh': formatKind(
    'Tên cơ quan ban hành: chữ in hoa, cỡ 12 - 13, đứng, đậm, canh giữa.',
    'SỞ NỘI VỤ không đậm',
    FONT_BOX,
  ),
  'the-thuc-ke-co-quan': formatKind(
    'Dưới tên cơ quan ban hành có đường kẻ nét liền bằng 1/3 đến 1/2 dòng chữ, đặt cân đối.',
    'đường kẻ dài hết dòng chữ',
    DRAWN_LINE,
  ),
  'the-thuc-so-ky-hieu': formatKind(
    'Số, ký hiệu: cỡ 13, đứng, canh giữa dưới tên cơ quan; số nhỏ hơn 10 có số 0 ở trước; không cách chữ quanh dấu gạch.',
    'Số: 5 / BC - SNV',
    say('Gõ lại như "Số: 05/BC-SNV".', 'Type it like "Số: 05/BC-SNV".'),
  ),
  'the-thuc-dia-danh-ngay': formatKind(
    'Địa danh và thời gian: cỡ 13 - 14, chữ nghiêng, cùng dòng với số; sau địa danh có dấu phẩy; ngày dưới 10 và tháng 1, 2 có số 0 ở trước.',
    'Hà Tĩnh ngày 5 tháng 1 năm 2022',
    say('Gõ lại như "Hà Tĩnh, ngày 05 tháng 01 năm 2022".', 'Type it like "Hà Tĩnh, ngày 05 tháng 01 năm 2022".'),
  ),
  'the-thuc-bo-co-chu': formatKind(
    'Cỡ chữ đi theo bộ: Quốc hiệu 12 với Tiêu ngữ và ngày tháng 13, hoặc 13 với 14.',
    'Quốc hiệu 12, Tiêu ngữ 14',
    FONT_BOX,
  ),
  'the-thuc-ten-loai': formatKind(
    'Tên loại văn bản: chữ in hoa, cỡ 13 - 14, đứng, đậm, canh giữa.',
    'Báo cáo (chữ thường)',
    FONT_BOX,
  ),
  'the-thuc-trich-yeu': formatKind(
    'Trích yếu: chữ thường, cỡ 13 - 14, đứng, đậm, canh giữa ngay dưới tên loại; ở công văn: sau chữ "V/v", cỡ 12 - 13, dưới số, ký hiệu.',
    'trích yếu in nghiêng',
    FONT_BOX,
  ),
  'the-thuc-ke-trich-yeu': formatKind(
    'Dưới trích yếu có đường kẻ nét liền bằng 1/3 đến 1/2 dòng chữ, đặt cân đối.',
    'không có đường kẻ',
    DRAWN_LINE,
  ),
  'the-thuc-kinh-gui': formatKind(
    'Kính gửi: cỡ 13 - 14, đứng, sau có dấu hai chấm; nhiều nơi thì mỗi nơi một dòng, gạch đầu dòng, chấm phẩy, dòng cuối chấm.',
    'Kính gửi Bộ Nội vụ',
    FONT_BOX,
  ),
  'the-thuc-can-cu': formatKind(
    'Căn cứ ban hành: chữ nghiêng, cỡ 13 - 14; mỗi căn cứ một dòng, cuối dòng chấm phẩy, dòng cuối chấm.',
    'Căn cứ Luật …; bằng chữ đứng',
    FONT_BOX,
  ),
  'the-thuc-noi-dung': formatKind(
    'Lời văn: cỡ 13 - 14, đứng, canh đều hai lề, lùi đầu dòng 10 hoặc 12,7 mm, cách đoạn ít nhất 6pt, cách dòng từ đơn đến 1,5.',
    'lời văn cỡ 12',
    PARAGRAPH_BOX,
  ),
  'the-thuc-de-muc': formatKind(
    'Tiêu đề của phần, chương, mục: chữ in hoa, cỡ 13 - 14, đứng, đậm; từ "Phần", "Chương", "Mục" và số trên dòng riêng.',
    'I. Kết quả đạt được',
    FONT_BOX,
  ),
  'the-thuc-dieu-khoan': formatKind(
    'Điều và khoản có tiêu đề: chữ thường, đậm, trên dòng riêng; khoản không có tiêu đề: không đậm; sau số có dấu chấm.',
    '1. Cải cách thể chế (không đậm)',
    FONT_BOX,
  ),
  'the-thuc-diem': formatKind(
    'Điểm theo thứ tự chữ cái tiếng Việt a, b, c, d, đ, e, g, h, i, k …, sau có dấu đóng ngoặc đơn, chữ đứng.',
    'd) rồi e), hoặc f)',
    say(
      'Đánh chữ bằng tay; đánh số tự động của Word không biết thứ tự chữ cái tiếng Việt.',
      'Type the letters: automatic numbering does not know the Vietnamese alphabet.',
    ),
  ),
  'the-thuc-vien-dan': formatKind(
    'Viện dẫn lần đầu ghi đủ tên loại, số, ngày, cơ quan ban hành, trích yếu; các lần sau chỉ ghi tên loại và số.',
    'Kế hoạch số 09/KH-UBND (lần đầu, không có ngày)',
    say('Ghi đủ ở lần đầu, ghi gọn ở các lần sau.', 'Cite in full the first time, in short afterwards.'),
  ),
  'the-thuc-ket-thuc': formatKind(
    'Theo các mẫu ở Phụ lục III, nội dung văn bản kết thúc bằng dấu "./.".',
    'nội dung kết thúc bằng dấu chấm',
    say('Thêm "./." vào cuối câu cuối cùng.', 'End the last sentence with "./.".'),
  ),
  'the-thuc-nguoi-ky': formatKind(
    'Quyền hạn, chức vụ: chữ in hoa, cỡ 13 - 14, đứng, đậm; họ tên: chữ thường, cỡ 13 - 14, đứng, đậm, canh giữa, không ghi học hàm, học vị; cấp phó ký thì ghi KT.',
    'TS. Nguyễn Văn A',
    FONT_BOX,
  ),
  'the-thuc-noi-nhan': formatKind(
    'Nơi nhận: cỡ 12, nghiêng, đậm, có dấu hai chấm, sát lề trái, ngang quyền hạn người ký; các dòng cỡ 11, đứng, gạch đầu dòng, chấm phẩy; dòng cuối "- Lưu: VT, …."',
    '- Lưu VT',
    FONT_BOX,
  ),
  'the-thuc-phu-luc': formatKind(
    'Phụ lục: từ "Phụ lục" và số La Mã (khi có từ hai phụ lục) trên dòng riêng, canh giữa, chữ thường, cỡ 14, đậm; tên in hoa, cỡ 13 - 14, đậm; dòng "(Kèm theo …)" nghiêng, canh giữa; trong văn bản có chỉ dẫn về phụ lục.',
    'PHỤ LỤC 01',
    say(
      'Sửa trong Word. Với báo cáo lập từ dữ liệu: nhãn và tên phụ lục ở khóa nhan, ten của danh mục; chỉ dẫn ở phần lời.',
      'Mend it in Word. In a report made from data: label and title are nhan and ten of the catalogue; the pointer is narrative.',
    ),
  ),
  'the-thuc-do-mau': kind<{ tags: readonly string[] }>({
    severity: 'goi_y',
    sample: { tags: ['{co_quan}', '{so_ky_hieu}', '{trich_yeu}'] },
    message: ({ tags }) =>
      say(
        `Tệp này là mẫu, có các thẻ ${tags.join(', ')} …: đã đo với chữ ví dụ ở chỗ của thẻ`,
        `This file is a template with the tags ${tags.join(', ')} …: measured with samples in their place`,
      ),
    hint: () =>
      say(
        'Mẫu để trong thư mục templates thì gen check --the-thuc đo, gen template check xem các thẻ.',
        'For a template in the folder templates use gen check --the-thuc; gen template check looks at its tags.',
      ),
    why: 'Thẻ chưa điền không có hình thức của chữ sẽ in ra. Mẫu được đo như khi đã điền, và không xét những quy định về nội dung.',
    example: 'gen format templates/ubnd-xa.docx',
  }),
  'the-thuc-van-ban-khac': kind<{ head: string }>({
    severity: 'goi_y',
    sample: { head: 'ĐẢNG CỘNG SẢN VIỆT NAM' },
    message: ({ head }) =>
      say(
        `Văn bản có tiêu đề "${head}", không phải văn bản hành chính theo Nghị định 30/2020/NĐ-CP: không đo`,
        `A document with the head "${head}" is none of Nghị định 30/2020/NĐ-CP: not measured`,
      ),
    hint: () =>
      say(
        'Thể thức văn bản của Đảng, của Đoàn theo quy định riêng của tổ chức đó.',
        'The Party and the Youth Union have rules of their own.',
      ),
    why: 'Nghị định 30/2020/NĐ-CP quy định văn bản hành chính của cơ quan nhà nước. Văn bản của Đảng, của Đoàn có tiêu đề thay cho Quốc hiệu và thể thức riêng; đo theo Nghị định chỉ ra lỗi không có thật.',
    example: 'báo cáo của tỉnh ủy',
  }),
  'the-thuc-khong-nhan-ra': kind<{ missing: Wording }>({
    severity: 'goi_y',
    message: ({ missing }) =>
      say(
        `Không nhận ra trong tệp này: ${missing.vi}; các quy định về những thành phần đó chưa được đo`,
        `Not recognised in this file: ${missing.en}; what the decree says of them was not measured`,
      ),
    hint: () =>
      say(
        'Xem lại bằng mắt: thành phần đó có thể thiếu, gõ khác thường, hoặc là hình ảnh.',
        'Look for yourself: it may be missing, typed in an unusual way, or a picture.',
      ),
    why: 'Chương trình nhận ra các thành phần thể thức qua chữ và vị trí. Thành phần nào không nhận ra thì được nói ra, không đoán.',
    example: 'văn bản không có Quốc hiệu, hoặc Quốc hiệu là hình ảnh',
  }),
} as const;
