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
  'de-trong-tinh-duoc': kind<Calculated & { id: string }>({
    severity: 'canh_bao',
    sample: { label: '3.1.4 "Tổng số TTHC"', id: 'tthc_tong', calculation: '256 + 114', result: '370' },
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
    hint: ({ id, result }) =>
      say(
        `Đúng thì ghi ${id}: ${result.replace(' %', '')}; chưa có số thì nói lý do ở ghi_chu của dòng đó.`,
        `If it is right, write ${id}: ${result.replace(' %', '')}; if it is not known yet, say why in that row's ghi_chu.`,
      ),
    why: 'Các dòng con đã có số mà dòng tổng hoặc tỷ lệ bỏ trống: biểu thiếu đúng con số mà người đọc tìm.',
    example: 'TTHC cấp huyện 256, cấp xã 114, tổng số để trống',
    source: ARITHMETIC,
  }),
  'thieu-tong': kind<{ label: string; id: string; rates: string }>({
    severity: 'canh_bao',
    sample: { label: '7.3 "Tổng số văn bản đi"', id: 'van_ban_di', rates: '100%, 10%' },
    message: ({ label, rates }) =>
      say(
        `${label} để trống, nhưng các tỷ lệ trong đó đã ghi: ${rates}`,
        `${label} is empty, but the rates within it are given: ${rates}`,
      ),
    hint: ({ id }) =>
      say(`Ghi ${id}: tổng số mà các tỷ lệ này tính từ đó.`, `Give ${id}: the total that these rates come from.`),
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
} as const;
