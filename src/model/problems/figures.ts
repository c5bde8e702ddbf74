import type { Wording } from '../problem.ts';
import { kind, say } from './kind.ts';

const ARITHMETIC = 'Số học; người đọc báo cáo và cơ quan tổng hợp tính lại từ chính các số trong biểu';

interface Calculated {
  readonly label: string;
  /** `11.690 / 167.000`. */
  readonly calculation: string;
  /** `7,0 %`. */
  readonly result: string;
}

/** Problems of an appendix's figures: what does not follow from the figures beside it. */
export const FIGURE_PROBLEMS = {
  'ty-le-khong-khop': kind<Calculated & { typed: string; truncated: boolean }>({
    severity: 'canh_bao',
    sample: {
      label: '6.1 "Tỷ lệ giải ngân"',
      calculation: '11.690 / 167.000',
      result: '7,0 %',
      typed: '2,3%',
      truncated: false,
    },
    message: ({ label, calculation, result, typed, truncated }) =>
      truncated
        ? say(
            `${label}: ${calculation} = ${result}; ghi ${typed} (cắt bớt chứ không làm tròn)`,
            `${label}: ${calculation} = ${result}; typed ${typed} (cut off, not rounded)`,
          )
        : say(
            `${label}: ${calculation} = ${result}; ghi ${typed}`,
            `${label}: ${calculation} = ${result}; typed ${typed}`,
          ),
    hint: () =>
      say('Sửa tỷ lệ, hoặc sửa số trong hai dòng mà nó tính ra.', 'Mend the rate, or the figures that it comes from.'),
    why: 'Tỷ lệ phải đúng bằng phần chia cho tổng, làm tròn đến chữ số đã ghi (63% nghĩa là từ 62,5 đến 63,5). Sai thì một trong ba số là sai.',
    example: 'kế hoạch 167.000, đã thực hiện 11.690, tỷ lệ ghi 2,3%',
    source: ARITHMETIC,
  }),
  'tong-khong-khop': kind<Calculated & { typed: string }>({
    severity: 'canh_bao',
    sample: { label: '6.2.1 "Tổng số đơn vị sự nghiệp"', calculation: '1 + 3 + 59', result: '63', typed: '60' },
    message: ({ label, calculation, result, typed }) =>
      say(`${label}: ${calculation} = ${result}; ghi ${typed}`, `${label}: ${calculation} = ${result}; typed ${typed}`),
    hint: () => say('Xem lại tổng và từng phần.', 'Look at the total and at each part.'),
    why: 'Tổng bằng các phần cộng lại; các phần cộng lại không lớn hơn tổng.',
    example: 'tổng số 60; 1 đơn vị tự chủ, 3 tự chủ một phần, 59 do Nhà nước bảo đảm',
    source: ARITHMETIC,
  }),
  'cong-thuc-khong-khop': kind<Calculated & { typed: string }>({
    severity: 'canh_bao',
    sample: { label: '1.5 "Số còn lại"', calculation: '41 - 26', result: '15', typed: '16' },
    message: ({ label, calculation, result, typed }) =>
      say(`${label}: ${calculation} = ${result}; ghi ${typed}`, `${label}: ${calculation} = ${result}; typed ${typed}`),
    hint: () => say('Xem lại các số trong phép tính.', 'Look at the figures of the calculation.'),
    why: 'Danh mục có công thức cho chỉ tiêu này; số gõ vào khác số mà công thức tính ra.',
    example: 'cong_thuc: nhiem_vu_de_ra - nhiem_vu_hoan_thanh, số gõ lệch 1',
    source: 'cong_thuc của danh mục chỉ tiêu',
  }),
  'de-trong-tinh-duoc': kind<Calculated>({
    severity: 'canh_bao',
    sample: { label: '3.1.4 "Tổng số TTHC"', calculation: '256 + 114', result: '370' },
    message: ({ label, calculation, result }) =>
      calculation === result
        ? say(
            `${label} để trống, trong khi phần đã ghi là ${result}`,
            `${label} is empty, though a part of it is ${result}`,
          )
        : say(
            `${label} để trống, trong khi tính được: ${calculation} = ${result}`,
            `${label} is empty, though it can be worked out: ${calculation} = ${result}`,
          ),
    hint: () => say('Ghi số này, hoặc xem vì sao để trống.', 'Write the figure, or see why it is empty.'),
    why: 'Các dòng con đã có số mà dòng tổng hoặc tỷ lệ bỏ trống: biểu thiếu đúng con số mà người đọc tìm.',
    example: 'TTHC cấp huyện 256, cấp xã 114, tổng số để trống',
    source: ARITHMETIC,
  }),
  'thieu-tong': kind<{ label: string; rates: string }>({
    severity: 'canh_bao',
    sample: { label: '7.3 "Tổng số văn bản đi"', rates: '100%, 10%' },
    message: ({ label, rates }) =>
      say(
        `${label} để trống, nhưng các tỷ lệ trong đó đã ghi: ${rates}`,
        `${label} is empty, but the rates within it are given: ${rates}`,
      ),
    hint: () => say('Ghi tổng số mà các tỷ lệ này tính từ đó.', 'Give the total that these rates come from.'),
    why: 'Không có tổng thì không biết tỷ lệ tính trên bao nhiêu.',
    example: 'tổng số văn bản đi để trống, tỷ lệ văn bản điện tử 100%',
    source: ARITHMETIC,
  }),
  'ty-le-cua-khong': kind<{ label: string; typed: string; total: string }>({
    severity: 'canh_bao',
    sample: { label: '2.2.2 "Tỷ lệ xử lý"', typed: '100%', total: '2.2.2.1 "Tổng số cần xử lý"' },
    message: ({ label, typed, total }) =>
      say(
        `${label} ghi ${typed}, nhưng ${total} là 0: không có gì để tính tỷ lệ`,
        `${label} says ${typed}, but ${total} is 0: there is nothing to take a rate of`,
      ),
    hint: () =>
      say(
        'Bỏ tỷ lệ (hien_thi: "") hoặc ghi "Không phát sinh".',
        'Leave the rate out (hien_thi: "") or say so in words.',
      ),
    why: 'Không có trường hợp nào thì không có tỷ lệ; "100%" của số không làm đẹp báo cáo một cách sai sự thật.',
    example: 'cần xử lý 0, đã xử lý 0, tỷ lệ 100%',
    source: ARITHMETIC,
  }),
  'phan-lon-hon-tong': kind<{ part: string; partTyped: string; whole: string; wholeTyped: string }>({
    severity: 'canh_bao',
    sample: {
      part: '1.1.2 "Số nhiệm vụ đã hoàn thành"',
      partTyped: '45',
      whole: '1.1.1 "Số nhiệm vụ đề ra"',
      wholeTyped: '42',
    },
    message: ({ part, partTyped, whole, wholeTyped }) =>
      say(
        `${part} là ${partTyped}, lớn hơn ${whole} là ${wholeTyped}`,
        `${part} is ${partTyped}, more than ${whole}, ${wholeTyped}`,
      ),
    hint: () => say('Xem lại hai số này.', 'Look at both figures.'),
    why: 'Phần không thể lớn hơn toàn bộ.',
    example: 'đề ra 42 nhiệm vụ, hoàn thành 45',
    source: ARITHMETIC,
  }),
  'chung-nho-hon-rieng': kind<{ whole: string; wholeTyped: string; part: string; partTyped: string }>({
    severity: 'canh_bao',
    sample: { whole: '"Số TTHC mức độ 3 và 4"', wholeTyped: '81', part: '"Số TTHC mức độ 3"', partTyped: '97' },
    message: ({ whole, wholeTyped, part, partTyped }) =>
      say(
        `${whole} là ${wholeTyped}, nhỏ hơn riêng ${part} là ${partTyped}`,
        `${whole} is ${wholeTyped}, less than ${part} alone, ${partTyped}`,
      ),
    hint: () => say('Xem lại hai số, có thể một dòng chưa cập nhật.', 'Look at both; one of them may be out of date.'),
    why: 'Hai loại gộp lại không thể ít hơn một loại.',
    example: 'TTHC mức độ 3 và 4: 81; riêng mức độ 3: 97',
    source: ARITHMETIC,
  }),
  'ty-le-chung-ngoai-khoang': kind<{ label: string; typed: string; lowest: string; highest: string }>({
    severity: 'canh_bao',
    sample: { label: '7.3.1 "Tỷ lệ sử dụng văn bản điện tử"', typed: '97%', lowest: '80%', highest: '90%' },
    message: ({ label, typed, lowest, highest }) =>
      say(
        `${label} ghi ${typed}, ngoài khoảng của các phần (${lowest} đến ${highest})`,
        `${label} says ${typed}, outside the range of its parts (${lowest} to ${highest})`,
      ),
    hint: () => say('Xem lại tỷ lệ chung và từng tỷ lệ.', 'Look at the overall rate and at each of the others.'),
    why: 'Tỷ lệ chung là bình quân của các phần, nên nằm giữa phần thấp nhất và phần cao nhất.',
    example: 'chung 97%; cấp huyện 90%, cấp xã 80%',
    source: ARITHMETIC,
  }),
  'tong-ty-le-vuot-100': kind<{ total: string; calculation: string; sum: string }>({
    severity: 'canh_bao',
    sample: { total: '7.3 "Tổng số văn bản đi"', calculation: '95,9 + 100', sum: '195,9' },
    message: ({ total, calculation, sum }) =>
      say(
        `Các tỷ lệ trong ${total} cộng lại quá 100%: ${calculation} = ${sum} %`,
        `The rates within ${total} come to more than 100%: ${calculation} = ${sum} %`,
      ),
    hint: () =>
      say(
        'Mỗi văn bản, hồ sơ chỉ tính vào một loại; xem lại các tỷ lệ.',
        'Each item counts in one of them only; look at the rates.',
      ),
    why: 'Các loại chia nhau cùng một tổng thì tỷ lệ cộng lại không quá 100%.',
    example: 'gửi hoàn toàn điện tử 100%, gửi điện tử kèm giấy 10%',
    source: ARITHMETIC,
  }),
  'ty-le-ngoai-khoang': kind<{ label: string; typed: string }>({
    severity: 'canh_bao',
    sample: { label: '3.4.1 "Tỷ lệ đúng hạn"', typed: '120%' },
    message: ({ label, typed }) => say(`${label} ghi ${typed}, lớn hơn 100%`, `${label} says ${typed}, more than 100%`),
    hint: () => say('Xem lại; 95,9 có thể đã gõ thành 959.', 'Look again; 95,9 may have been typed 959.'),
    why: 'Tỷ lệ của một phần trong toàn bộ không quá 100%.',
    example: 'tỷ lệ hồ sơ đúng hạn 120%',
    source: ARITHMETIC,
  }),
  'ty-le-giong-so-dem': kind<{ label: string; typed: string }>({
    severity: 'canh_bao',
    sample: { label: '7.4 "Tỷ lệ đơn vị được cấp chứng thư số"', typed: '01' },
    message: ({ label, typed }) =>
      say(
        `${label} là tỷ lệ nhưng "${typed}" viết như số đếm`,
        `${label} is a rate, but "${typed}" is written as a count`,
      ),
    hint: () => say('Ghi tỷ lệ phần trăm, ví dụ 100%.', 'Give the percentage, e.g. 100%.'),
    why: 'Chỉ số đếm mới có số 0 đứng trước; "01" ở dòng tỷ lệ sẽ bị tổng hợp thành 1%.',
    example: 'tỷ lệ cơ quan được cấp chứng thư số: 01',
    source: 'Đơn vị tính của biểu mẫu',
  }),
  'phan-so-o-o-dem': kind<{ label: string; typed: string }>({
    severity: 'goi_y',
    sample: { label: '5.1.1 "Số cơ quan được phê duyệt"', typed: '02/02' },
    message: ({ label, typed }) =>
      say(`${label} là số đếm nhưng ghi phân số ${typed}`, `${label} is a count, but ${typed} is a fraction`),
    hint: () => say('Ghi số đếm; tổng số đưa vào ghi_chu.', 'Give the count; put the total into ghi_chu.'),
    why: 'Cơ quan tổng hợp cộng cột số liệu; phân số không cộng được.',
    example: 'số cơ quan đã phê duyệt vị trí việc làm: 02/02',
    source: 'Đơn vị tính của biểu mẫu',
  }),
  'nhom-co-so-lieu': kind<{ label: string; typed: string }>({
    severity: 'canh_bao',
    sample: { label: '3.5 "Thực hiện cơ chế một cửa"', typed: '99' },
    message: ({ label, typed }) =>
      say(`${label} là đề mục nhưng có số liệu "${typed}"`, `${label} is a heading, but it carries "${typed}"`),
    hint: () => say('Chuyển số liệu xuống dòng con của nó.', 'Move the figure to the row below that it belongs to.'),
    why: 'Dòng đề mục không có đơn vị tính; số ghi ở đó không ai biết là số gì và không được tổng hợp.',
    example: 'mot_cua_lien_thong: 99',
    source: 'Biểu mẫu: dòng đề mục không có đơn vị tính',
  }),
  'nhom-trai-dong-con': kind<{ label: string; typed: string; child: string; childTyped: string }>({
    severity: 'canh_bao',
    sample: { label: '4.3 "Số người làm việc"', typed: '0', child: '4.3.1 "Số được giao"', childTyped: '15' },
    message: ({ label, typed, child, childTyped }) =>
      say(
        `${label} ghi "${typed}", nhưng dòng con ${child} là ${childTyped}`,
        `${label} says "${typed}", but ${child} below it is ${childTyped}`,
      ),
    hint: () => say('Bỏ số ở đề mục, hoặc xem lại dòng con.', 'Take it from the heading, or look at the row below.'),
    why: 'Đề mục nói là không có mà dòng con lại có.',
    example: 'nguoi_lam_viec_huong_luong_nsnn: 0, nguoi_lam_viec_duoc_giao: 15',
    source: ARITHMETIC,
  }),
  'ma-cua-khong': kind<{ label: string; typed: string; other: string }>({
    severity: 'goi_y',
    sample: { label: '1.4.2 "Hình thức khảo sát"', typed: '0 (Trực tuyến)', other: '1.4.1 "Số lượng phiếu khảo sát"' },
    message: ({ label, typed, other }) =>
      say(
        `${label} ghi ${typed}, nhưng ${other} là 0: không có thì không có hình thức`,
        `${label} says ${typed}, but ${other} is 0: what was not done has no form`,
      ),
    hint: ({ typed }) =>
      say(
        `Nếu không thực hiện thì để trống; "${typed}" là một hình thức đã thực hiện.`,
        'Leave it empty if nothing was done.',
      ),
    why: 'Số 0 gõ để nói "không có" lại mang nghĩa của mã 0 trong bảng mã.',
    example: 'phieu_khao_sat: 0, hinh_thuc_khao_sat: 0 (= Trực tuyến)',
    source: 'Bảng mã của biểu mẫu',
  }),
  'luy-ke-giam': kind<{ label: string; typed: string; period: string; earlier: string }>({
    severity: 'canh_bao',
    sample: { label: '1.2.2 "Số nhiệm vụ đã hoàn thành"', typed: '20', period: '2022-Q1', earlier: '26' },
    message: ({ label, typed, period, earlier }) =>
      say(
        `${label} lũy kế ${typed}, ít hơn ${earlier} của kỳ ${period} cùng năm`,
        `${label} is ${typed} cumulated, less than ${earlier} in ${period} of the same year`,
      ),
    hint: () => say('Xem lại số của hai kỳ.', 'Look at the figures of both periods.'),
    why: 'Số lũy kế từ đầu năm chỉ có thể giữ nguyên hoặc tăng.',
    example: 'quý I đã hoàn thành 26, 6 tháng 20',
    source: ARITHMETIC,
  }),
  'quy-tac': kind<{ rule: string; message: string; calculation: string }>({
    severity: 'canh_bao',
    sample: { rule: 'hoan_thanh', message: 'Số nhiệm vụ hoàn thành vượt số đề ra', calculation: '45 > 42' },
    message: ({ rule, message, calculation }) =>
      say(`${message}: ${calculation} (quy tắc ${rule})`, `${message}: ${calculation} (rule ${rule})`),
    hint: () => say('Xem lại các số trong phép so sánh.', 'Look at the figures that are compared.'),
    why: 'Người giữ danh mục đặt ra quy tắc này cho số liệu (quy_tac); mức độ do quy tắc quyết định.',
    example: 'quy_tac: [{ id: hoan_thanh, bieu_thuc: nhiem_vu_hoan_thanh <= nhiem_vu_de_ra, thong_bao: … }]',
    source: 'quy_tac của danh mục chỉ tiêu',
  }),
  'thieu-so-lieu-phai-ghi': kind<{ label: string; reportedBy: string }>({
    severity: 'canh_bao',
    sample: { label: '1.2.1 "Số UBND cấp xã đã kiểm tra"', reportedBy: 'Cấp huyện báo cáo' },
    message: ({ label, reportedBy }) =>
      say(`${label} để trống, mà biểu ghi "${reportedBy}"`, `${label} is empty, though the form says "${reportedBy}"`),
    hint: () => say('Ghi số liệu; không có thì ghi 0.', 'Give the figure; if there is none, type 0.'),
    why: 'Biểu mẫu giao dòng này cho loại cơ quan của đơn vị.',
    example: 'UBND huyện để trống dòng "Cấp huyện báo cáo"',
    source: 'Cột cơ quan báo cáo hoặc ghi chú của biểu mẫu',
  }),
  'khong-thuoc-don-vi': kind<{ label: string; typed: string; reportedBy: string }>({
    severity: 'goi_y',
    sample: { label: '1.2.1 "Số UBND cấp xã đã kiểm tra"', typed: '11', reportedBy: 'Cấp huyện báo cáo' },
    message: ({ label, typed, reportedBy }) =>
      say(
        `${label} ghi ${typed}, mà biểu ghi "${reportedBy}"`,
        `${label} says ${typed}, though the form says "${reportedBy}"`,
      ),
    hint: () => say('Xem có ghi nhầm dòng không.', 'See whether it went into the wrong row.'),
    why: 'Dòng này do loại cơ quan khác báo cáo; ghi vào sẽ bị cộng hai lần khi tổng hợp.',
    example: 'một sở ghi số UBND cấp xã đã kiểm tra',
    source: 'Cột cơ quan báo cáo hoặc ghi chú của biểu mẫu',
  }),
  'dong-de-trong': kind<{ heading: string; rows: readonly string[] }>({
    severity: 'goi_y',
    sample: { heading: '6 "Cải cách tài chính công"', rows: ['6.3 "Số đơn vị tự chủ một phần"'] },
    message: ({ heading, rows }) =>
      say(`${heading}: còn để trống ${rows.join('; ')}`, `${heading}: still empty ${rows.join('; ')}`),
    hint: () =>
      say(
        'Không có thì ghi 0 hoặc "Không có", để khỏi hiểu là quên.',
        'Type 0 or "Không có", so that it is not taken for forgotten.',
      ),
    why: 'Các dòng bên cạnh đã ghi; dòng trống không cho biết là không có hay chưa nhập.',
    example: 'sáu dòng tự chủ tài chính, hai dòng bỏ trống',
    source: 'Biểu mẫu: mỗi dòng có số liệu, không có thì ghi 0',
  }),
  'muc-de-trong': kind<{ heading: string; count: number }>({
    severity: 'goi_y',
    sample: { heading: '2 "Cải cách thể chế"', count: 5 },
    message: ({ heading, count }) =>
      say(`${heading}: cả ${count} dòng đều để trống`, `${heading}: all ${count} rows are empty`),
    hint: () => say('Không có thì ghi 0.', 'Type 0 where there is none.'),
    why: 'Cả một mục bỏ trống trong khi các mục khác đã ghi thường là quên nhập.',
    example: 'mục Cải cách thể chế không có dòng nào có số',
    source: 'Biểu mẫu: mỗi dòng có số liệu, không có thì ghi 0',
  }),
} as const;

/** Problems of a form as such: its printed numbers, labels and units. They stand in the catalogue, whatever is reported. */
export const FORM_PROBLEMS = {
  'stt-trung': kind<{ number: string; label: string; first: string }>({
    severity: 'canh_bao',
    sample: { number: '3.4', label: 'Về Cổng dịch vụ công', first: 'Tổng số TTHC' },
    message: ({ number, label, first }) =>
      say(
        `Số thứ tự ${number} dùng hai lần: "${first}" và "${label}"`,
        `The number ${number} stands twice: "${first}" and "${label}"`,
      ),
    hint: () => say('Sửa stt trong danh mục, nếu biểu gốc cho phép.', 'Mend stt in the catalogue, if the form allows.'),
    why: 'Hai dòng cùng số thứ tự thì không ai chỉ đúng được một dòng.',
    example: 'stt: "3.4" ở hai dòng',
    source: 'Cách đánh số của biểu mẫu',
  }),
  'stt-sai-cap': kind<{ numbers: string; parent: string; expected: string }>({
    severity: 'canh_bao',
    sample: { numbers: '1.1.1, 1.1.2', parent: '1.2', expected: '1.2.1' },
    message: ({ numbers, parent, expected }) =>
      say(
        `Dưới mục ${parent} mà đánh số ${numbers}; phải bắt đầu từ ${expected}`,
        `Under ${parent} stand the numbers ${numbers}; they should begin with ${expected}`,
      ),
    hint: () => say('Sửa stt trong danh mục, nếu biểu gốc cho phép.', 'Mend stt in the catalogue, if the form allows.'),
    why: 'Số thứ tự của dòng con phải bắt đầu bằng số của mục chứa nó.',
    example: 'mục 1.2 có các dòng 1.1.1, 1.1.2',
    source: 'Cách đánh số của biểu mẫu',
  }),
  'stt-nhay': kind<{ before: string; number: string }>({
    severity: 'goi_y',
    sample: { before: '7.5.5', number: '7.5.8' },
    message: ({ before, number }) =>
      say(
        before === '' ? `Số thứ tự bắt đầu từ ${number}` : `Số thứ tự nhảy từ ${before} sang ${number}`,
        before === '' ? `The numbers begin with ${number}` : `The numbers jump from ${before} to ${number}`,
      ),
    hint: () => say('Xem biểu gốc có sót dòng không.', 'See whether a row of the form is missing.'),
    why: 'Thiếu một số thứ tự có thể là sót một dòng của biểu.',
    example: '7.5.5 rồi đến 7.5.8',
    source: 'Cách đánh số của biểu mẫu',
  }),
  'stt-dau-cham': kind<{ numbers: readonly string[]; withPoint: boolean }>({
    severity: 'goi_y',
    sample: { numbers: ['1.3.', '2.1.2.'], withPoint: true },
    message: ({ numbers, withPoint }) =>
      withPoint
        ? say(
            `Số thứ tự có dấu chấm cuối, khác các dòng khác: ${numbers.join(', ')}`,
            `Numbers with a point at the end, unlike the others: ${numbers.join(', ')}`,
          )
        : say(
            `Số thứ tự không có dấu chấm cuối, khác các dòng khác: ${numbers.join(', ')}`,
            `Numbers without a point at the end, unlike the others: ${numbers.join(', ')}`,
          ),
    hint: () => say('Viết một cách trong cả biểu.', 'Write them one way throughout.'),
    why: 'Số thứ tự viết hai cách trong một biểu.',
    example: '1.2 rồi 1.3.',
    source: 'Cách đánh số của biểu mẫu',
  }),
  'nhom-khong-dong': kind<{ label: string }>({
    severity: 'goi_y',
    sample: { label: '3.1 "Thống kê TTHC"' },
    message: ({ label }) => say(`Đề mục ${label} không có dòng nào`, `The heading ${label} has no rows`),
    hint: () => say('Các dòng sau nó có thể đánh số sai cấp.', 'The rows after it may be numbered at the wrong depth.'),
    why: 'Đề mục không có dòng con thì không có chỗ ghi số liệu của nó.',
    example: '3.1 Thống kê TTHC, rồi 3.2 Số TTHC công bố mới',
    source: 'Cách đánh số của biểu mẫu',
  }),
  'ten-trung': kind<{ label: string; other: string }>({
    severity: 'goi_y',
    sample: { label: '3.5 "Vận hành Cổng dịch vụ công"', other: '3.2' },
    message: ({ label, other }) => say(`${label} trùng tên với ${other}`, `${label} has the same label as ${other}`),
    hint: () =>
      say('Xem biểu gốc; tên phải phân biệt được hai mục.', 'See the form; the labels should tell them apart.'),
    why: 'Hai mục cùng tên cạnh nhau thì dễ ghi nhầm số của mục này sang mục kia.',
    example: '3.2 và 3.5 cùng là "Vận hành Cổng dịch vụ công"',
    source: 'Biểu mẫu',
  }),
  'don-vi-khong-hop': kind<{ label: string; unit: string; kind: Wording }>({
    severity: 'goi_y',
    sample: { label: '1.4.1 "Số cơ quan được kiểm tra"', unit: '%', kind: { vi: 'số đếm', en: 'a count' } },
    message: ({ label, unit, kind: named }) =>
      unit === ''
        ? say(
            `${label} là ${named.vi} nhưng không có đơn vị tính`,
            `${label} is ${named.en}, but has no unit of measure`,
          )
        : say(
            `${label} theo tên là ${named.vi}, nhưng đơn vị tính là "${unit}"`,
            `${label} is ${named.en} by its label, but its unit is "${unit}"`,
          ),
    hint: () => say('Xem lại don_vi và kieu trong danh mục.', 'Look at don_vi and kieu in the catalogue.'),
    why: 'Tên và đơn vị tính không khớp thì mỗi đơn vị hiểu một cách và số tổng hợp sai.',
    example: '"Số cơ quan, đơn vị được kiểm tra", đơn vị tính %',
    source: 'Đơn vị tính của biểu mẫu',
  }),
} as const;
