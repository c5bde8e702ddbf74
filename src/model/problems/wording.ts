import { kind, say } from './kind.ts';

/** Problems of what the narrative says: its period, its sentences, what it promises. */
export const WORDING_PROBLEMS = {
  'khoang-so-lieu-sai': kind<{ from: string; to: string; first: string; last: string; period: string }>({
    severity: 'canh_bao',
    message: ({ from, to, first, last, period }) =>
      say(
        `Số liệu tính từ ${from} đến ${to}; ${period} tính từ ${first} đến ${last}`,
        `Counted from ${from} to ${to}; ${period} runs from ${first} to ${last}`,
      ),
    hint: () =>
      say(
        'Sửa khoảng thời gian (gắn {{ngay ky.tu_ngay}}, {{ngay ky.den_ngay}}), hoặc lấy lại số liệu đúng kỳ.',
        'Mend the dates (use {{ngay ky.tu_ngay}}, {{ngay ky.den_ngay}}), or count the right period.',
      ),
    why: 'Số liệu của một kỳ báo cáo chốt theo khoảng ngày của kỳ đó; khoảng khác là số liệu của kỳ khác.',
    example: 'báo cáo 6 tháng ghi "từ 15/12/2021 đến ngày 14/03/2022"',
    source: 'Nghị định 09/2019/NĐ-CP; hướng dẫn 581/BNV-CCHC',
  }),
  'ky-khong-khop': kind<{ said: string; period: string }>({
    severity: 'canh_bao',
    message: ({ said, period }) =>
      say(`Câu này nói ${said}, báo cáo là ${period}`, `This says ${said}, the report is of ${period}`),
    hint: () =>
      say('Sửa kỳ (gắn {{ky.ten}}), hoặc xem lại số liệu.', 'Mend the period (use {{ky.ten}}), or check the figures.'),
    why: 'Kỳ ghi trong lời phải là kỳ của báo cáo; khác đi thường là chép lại từ báo cáo trước.',
    example: 'báo cáo quý I/2021 ghi "Trong 6 tháng đầu năm 2021 đã giải quyết …"',
  }),
  'moc-da-qua': kind<{ deadline: string; date: string }>({
    severity: 'canh_bao',
    message: ({ deadline, date }) =>
      say(
        `Nhiệm vụ thời gian tới mà mốc "${deadline}" đã qua (báo cáo ngày ${date})`,
        `A task to come whose time, "${deadline}", had passed (the report is of ${date})`,
      ),
    hint: () =>
      say('Sửa năm, tháng của mốc, hoặc bỏ việc đã làm xong.', 'Mend the month or year, or drop what is done.'),
    why: 'Phương hướng, nhiệm vụ thời gian tới không thể hẹn xong trước ngày báo cáo; thường là chép lại từ báo cáo năm trước.',
    example: 'báo cáo năm 2023: "Ban hành Kế hoạch CCHC trong tháng 01/2023"',
  }),
  'lap-tu': kind<{ words: string }>({
    severity: 'canh_bao',
    message: ({ words }) => say(`Lặp từ: "${words}"`, `Repeated words: "${words}"`),
    hint: () => say('Xóa phần lặp.', 'Remove the repetition.'),
    why: 'Gõ hai lần cùng một từ.',
    example: 'Kế hoạch về về công tác tuyên truyền',
  }),
  'lap-cau': kind<{ text: string }>({
    severity: 'canh_bao',
    message: ({ text }) => say(`Ý này đã viết ở chỗ khác: "${text}"`, `This is said elsewhere: "${text}"`),
    hint: () => say('Giữ một chỗ.', 'Keep one of them.'),
    why: 'Một ý viết hai lần thường là chép nhầm, hoặc hai người cùng soạn.',
    example: '2. Phối hợp tổ chức thi thăng hạng viên chức; … 7. Phối hợp tổ chức thi thăng hạng viên chức',
  }),
  'thu-tu-liet-ke': kind<{ before: string; mark: string; expected: string }>({
    severity: 'canh_bao',
    message: ({ before, mark, expected }) =>
      say(
        `Sau "${before}" là "${mark}", lẽ ra "${expected}"`,
        `After "${before}" stands "${mark}" instead of "${expected}"`,
      ),
    hint: () => say('Đánh lại thứ tự, hoặc xem có ý nào bị mất.', 'Number again, or see whether a point was lost.'),
    why: 'Thứ tự bị trùng hoặc nhảy thường là một ý bị xóa hay chép thừa. Điểm xếp theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h …',
    example: 'a) … b) … d)',
    source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6',
  }),
  'ngoac-khong-dong': kind<{ sign: string }>({
    severity: 'canh_bao',
    message: ({ sign }) => say(`Dấu ${sign} không có đôi`, `${sign} has no partner`),
    hint: () => say('Thêm dấu còn thiếu hoặc bỏ dấu thừa.', 'Add the other sign, or remove this one.'),
    why: 'Dấu ngoặc mở phải được đóng, nếu không thì không rõ phần chú giải đến đâu.',
    example: '(Biên chế của Trung tâm CNTT và Văn phòng',
  }),
  'bo-lung': kind<{ text: string }>({
    severity: 'canh_bao',
    message: ({ text }) => say(`"${text}" rồi không có gì tiếp theo`, `"${text}" and nothing follows`),
    hint: () => say('Viết tiếp, hoặc bỏ câu dẫn.', 'Go on, or remove the lead-in.'),
    why: 'Dấu hai chấm báo có phần kể ra phía sau.',
    example: 'Kết quả cụ thể như sau:  (hết mục)',
  }),
  'phu-luc-khong-co': kind<{ promised: string }>({
    severity: 'canh_bao',
    message: ({ promised }) =>
      say(`"${promised}" nhưng báo cáo không có phần này`, `"${promised}", which the report does not have`),
    hint: () => say('Đính kèm, hoặc bỏ câu này.', 'Attach it, or remove the sentence.'),
    why: 'Báo cáo chỉ có phụ lục số liệu in từ danh mục; biểu khác hứa kèm thì người nhận sẽ tìm không thấy.',
    example: '(Có biểu mẫu kết quả khắc phục gửi kèm)',
    source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1',
  }),
  'cho-trong': kind<{ text: string }>({
    severity: 'canh_bao',
    message: ({ text }) => say(`Chỗ trống chưa điền: "${text}"`, `A blank left open: "${text}"`),
    hint: () => say('Điền vào, hoặc bỏ câu.', 'Fill it in, or remove the sentence.'),
    why: 'Chỗ trống để điền sau mà quên thì văn bản phát hành sẽ thiếu.',
    example: 'Kế hoạch số …/KH-SNV ngày … tháng 3 năm 2021',
  }),
  'ten-don-vi-khac': kind<{ said: string; own: string }>({
    severity: 'canh_bao',
    message: ({ said, own }) =>
      say(`Ghi "${said}", đơn vị báo cáo là "${own}"`, `"${said}" is written, the unit is "${own}"`),
    hint: () => say('Sửa tên (gắn {{don_vi.ten}}).', 'Mend the name (use {{don_vi.ten}}).'),
    why: 'Tên đơn vị khác trong câu tự xưng thường là chép từ báo cáo của nơi khác.',
    example: 'báo cáo của UBND huyện A kết bằng "UBND huyện B kính báo cáo"',
  }),
} as const;
