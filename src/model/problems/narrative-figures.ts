import { kind, say } from './kind.ts';

/** Problems of figures in the narrative: against the appendix, and among themselves. */
export const NARRATIVE_FIGURE_PROBLEMS = {
  'so-khac-phu-luc': kind<{ typed: string; label: string; value: string }>({
    severity: 'canh_bao',
    message: ({ typed, label, value }) =>
      say(
        `Phần lời ghi ${typed}, phụ lục ghi ${value} (chỉ tiêu "${label}")`,
        `The narrative says ${typed}, the appendix ${value} ("${label}")`,
      ),
    hint: () =>
      say(
        'Sửa chỗ sai; gắn số liệu bằng {{so mã_chỉ_tiêu}} thì hai nơi luôn khớp.',
        'Mend the wrong one; with {{so id}} the two always agree.',
      ),
    why: 'Cùng một chỉ tiêu mà phần lời và phụ lục ghi hai số thì người đọc không biết tin số nào.',
    example: 'có 79 TTHC cung cấp trực tuyến mức độ 3 (phụ lục: 97)',
  }),
  'tong-trong-cau': kind<{ total: string; sum: string; parts: string }>({
    severity: 'canh_bao',
    message: ({ total, sum, parts }) => say(`${parts} = ${sum}; ghi ${total}`, `${parts} = ${sum}; ${total} is stated`),
    hint: () => say('Xem lại tổng và từng số thành phần.', 'Check the total and its parts.'),
    why: 'Tổng phải bằng các số thành phần kể ra cùng câu.',
    example: 'giải quyết 1.060 hồ sơ (trước hạn 500, đúng hạn 550, trễ hạn 20)',
  }),
  'ty-le-trong-cau': kind<{ part: string; whole: string; rate: string; typed: string }>({
    severity: 'canh_bao',
    message: ({ part, whole, rate, typed }) =>
      say(`${part} / ${whole} = ${rate}%; ghi ${typed}%`, `${part} / ${whole} = ${rate}%; ${typed}% is stated`),
    hint: () => say('Xem lại tỷ lệ và hai số liệu.', 'Check the rate and the two figures.'),
    why: 'Tỷ lệ phải tính ra được từ hai số đứng cạnh nó.',
    example: 'tiếp nhận 500 hồ sơ, đã giải quyết 450 hồ sơ, đạt 98%',
  }),
  'tang-giam-trong-cau': kind<{ from: string; to: string; worked: string; stated: string }>({
    severity: 'canh_bao',
    message: ({ from, to, worked, stated }) =>
      say(
        `Từ ${from} đến ${to} là ${worked}; ghi ${stated}`,
        `From ${from} to ${to} is ${worked}; ${stated} is stated`,
      ),
    hint: () =>
      say('Xem lại mức tăng, giảm và số của kỳ so sánh.', 'Check the change and the figure that it is compared with.'),
    why: 'Mức tăng, giảm phải tính ra được từ số kỳ này và số kỳ so sánh ghi cùng câu; với tỷ lệ thì chấp nhận cả điểm phần trăm lẫn phần trăm.',
    example: 'đăng 120 tin, bài, tăng 25% so với năm 2022 (100 tin, bài)',
  }),
  'con-lai-trong-cau': kind<{ whole: string; done: string; left: string; stated: string }>({
    severity: 'canh_bao',
    message: ({ whole, done, left, stated }) =>
      say(
        `${whole} - ${done} = ${left}; ghi còn ${stated}`,
        `${whole} - ${done} = ${left}; ${stated} is said to be left`,
      ),
    hint: () => say('Xem lại tổng, số đã làm và số còn lại.', 'Check the whole, what was done and what is left.'),
    why: 'Số còn lại, còn thiếu phải bằng tổng trừ các số đã nêu trước nó.',
    example: 'được giao 214 người, có mặt 203 người, còn thiếu 21 người',
  }),
  'phan-vuot-tong': kind<{ part: string; whole: string; what: string }>({
    severity: 'canh_bao',
    message: ({ part, whole, what }) =>
      say(
        `Phần (${part}) lớn hơn tổng (${whole}${what === '' ? '' : ` ${what}`})`,
        `The part (${part}) is larger than its whole (${whole}${what === '' ? '' : ` ${what}`})`,
      ),
    hint: () =>
      say('Xem lại hai số, hoặc hai số đặt ngược chỗ.', 'Check the two figures; they may stand the wrong way round.'),
    why: 'Số ở trước dấu "/" hay sau "trong đó" là một phần của số kia. Thực hiện vượt kế hoạch thì không bị nhắc.',
    example: 'công chức có mặt 43/42 người',
  }),
  'ho-so-khong-can': kind<{ received: string; parts: string; sum: string }>({
    severity: 'canh_bao',
    message: ({ received, parts, sum }) =>
      say(
        `Tiếp nhận ${received}, nhưng đã giải quyết, đang giải quyết và trả lại là ${parts} = ${sum}`,
        `${received} received, but done, pending and returned are ${parts} = ${sum}`,
      ),
    hint: () => say('Xem lại số tiếp nhận, đã và đang giải quyết.', 'Check received, done and pending.'),
    why: 'Hồ sơ tiếp nhận (cả kỳ trước chuyển sang) hoặc đã giải quyết, hoặc đang giải quyết, hoặc trả lại.',
    example: 'nhận 3.541 hồ sơ; đã giải quyết 2.481 hồ sơ; đang giải quyết 60 hồ sơ',
    source: 'Thông tư 01/2020/TT-VPCP, biểu báo cáo tình hình, kết quả giải quyết TTHC',
  }),
  'dem-khac-liet-ke': kind<{ stated: string; what: string; counted: number }>({
    severity: 'canh_bao',
    message: ({ stated, what, counted }) =>
      say(`Ghi ${stated} ${what} nhưng kể ra ${counted}`, `${stated} ${what} are stated, ${counted} are listed`),
    hint: () => say('Thêm phần còn thiếu hoặc sửa số.', 'Add what is missing, or mend the number.'),
    why: 'Số nêu ra phải bằng số ý kể sau đó.',
    example: 'giao 03 nhiệm vụ, gồm: (1) …; (2) …',
  }),
  'hai-so-lieu': kind<{ what: string; first: string; second: string }>({
    severity: 'canh_bao',
    message: ({ what, first, second }) =>
      say(`"${what}" được ghi hai số: ${first} và ${second}`, `"${what}" has two figures: ${first} and ${second}`),
    hint: () => say('Giữ số đúng, sửa chỗ kia.', 'Keep the right one and mend the other.'),
    why: 'Một đối tượng không thể cùng lúc thuộc hai nhóm số khác nhau.',
    example: 'có 02 cấp phó: phòng Nội vụ, phòng Tư pháp; có 01 cấp phó: phòng Tư pháp, phòng Y tế',
  }),
  'so-tien-kho-tin': kind<{ amount: string }>({
    severity: 'canh_bao',
    message: ({ amount }) =>
      say(`${amount} là số tiền khó tin với đơn vị này`, `${amount} is hard to believe for this unit`),
    hint: () =>
      say('Xem lại đơn vị tính, hoặc dấu chấm gõ thay dấu phẩy.', 'Check the unit of money, or a point for a comma.'),
    why: 'Thu, chi của một huyện, một xã hay một sở không tới mười nghìn tỷ đồng; thường là nhầm triệu với tỷ, hoặc dấu chấm với dấu phẩy.',
    example: 'tổng thu ngân sách 59.787 tỷ đồng (của một huyện)',
  }),
  'ghi-chu-khac-so-lieu': kind<{ label: string; value: string; worked: string }>({
    severity: 'canh_bao',
    message: ({ label, value, worked }) =>
      say(
        `Theo ghi chú: ${worked}; số liệu ghi ${value} (chỉ tiêu "${label}")`,
        `By the note: ${worked}; the value is ${value} ("${label}")`,
      ),
    hint: () => say('Sửa ghi chú hoặc số liệu.', 'Mend the note or the value.'),
    why: 'Ghi chú giải thích số liệu; tính theo ghi chú phải ra số liệu.',
    example: 'tỷ lệ cắt giảm 40, ghi chú "năm 2015 có 05, đến nay giảm 03 đơn vị"',
  }),
} as const;
