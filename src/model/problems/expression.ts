import type { Wording } from '../problem.ts';
import { didYouMean, kind, say } from './kind.ts';

/** Problems of a catalogue's formulas and rules, as they are written. */
export const EXPRESSION_PROBLEMS = {
  'bieu-thuc-sai': kind<{ cause: Wording }>({
    severity: 'loi',
    sample: { cause: say('thiếu một vế sau dấu phép tính', 'Expected expression after /') },
    message: ({ cause }) =>
      say(`Công thức hoặc quy tắc viết sai: ${cause.vi}`, `The formula or rule is wrong: ${cause.en}`),
    hint: () =>
      say(
        'Viết như trong Excel: a / b * 100, a <= b, tong(a; b; c) = d. Dùng mã chỉ tiêu, + - * /, ( ), = <> < <= > >=, va, hoac, khong.',
        'Write it as in Excel: a / b * 100, a <= b, tong(a; b; c) = d. Use indicator ids, + - * /, ( ), = <> < <= > >=, va, hoac, khong.',
      ),
    why: 'Công thức viết sai thì không tính và không kiểm tra được gì; báo ngay ở danh mục để không bị bỏ qua trong im lặng.',
    example: 'cong_thuc: nhiem_vu_hoan_thanh / * 100',
  }),
  'bieu-thuc-chi-tieu-la': kind<{ id: string; near: string | undefined }>({
    severity: 'loi',
    sample: { id: 'nhiem_vu_hoan_thanhh', near: 'nhiem_vu_hoan_thanh' },
    message: ({ id }) =>
      say(
        `Công thức hoặc quy tắc dùng mã "${id}" không có trong danh mục này`,
        `The formula or rule uses "${id}", which this catalogue does not have`,
      ),
    hint: ({ near }) =>
      didYouMean(
        near,
        say('Dùng mã (id) của các dòng trong danh mục này.', 'Use the ids of the rows of this catalogue.'),
      ),
    why: 'Mã gõ sai làm công thức không bao giờ tính được.',
    example: 'cong_thuc: nhiem_vu_hoan_thanhh / nhiem_vu_de_ra * 100',
  }),
  'cong-thuc-vong': kind<{ ids: readonly string[] }>({
    severity: 'loi',
    sample: { ids: ['a', 'b'] },
    message: ({ ids }) => {
      const round = [...ids, ids[0] ?? ''].join(' → ');
      return say(`Các công thức cần lẫn nhau: ${round}`, `The formulas need each other: ${round}`);
    },
    hint: () =>
      say('Bỏ công thức của một trong các chỉ tiêu này.', 'Take the formula away from one of these indicators.'),
    why: 'Hai chỉ tiêu cùng tính từ nhau thì không chỉ tiêu nào có giá trị.',
    example: 'a: cong_thuc b + 1 … b: cong_thuc a - 1',
  }),
  'cong-thuc-sai-kieu': kind<{ id: string; kinds: readonly string[] }>({
    severity: 'loi',
    sample: { id: 'ky_luat', kinds: ['so_dem', 'ti_le', 'tien'] },
    message: ({ id }) =>
      say(
        `Chỉ tiêu "${id}" không phải một con số nên không có công thức được`,
        `The indicator "${id}" is not a number and cannot have a formula`,
      ),
    hint: ({ kinds }) =>
      say(`Công thức dùng cho các kiểu ${kinds.join(', ')}.`, `Formulas are for the kinds ${kinds.join(', ')}.`),
    why: 'Công thức cho ra một con số; nhóm, mã, có/không và chữ không phải là số.',
    example: '{ id: ky_luat, kieu: nhom, cong_thuc: a + b }',
  }),
  'quy-tac-trung': kind<{ id: string }>({
    severity: 'loi',
    sample: { id: 'hoan_thanh' },
    message: ({ id }) =>
      say(`Quy tắc "${id}" có hai lần trong danh mục`, `The rule "${id}" stands twice in the catalogue`),
    hint: () => say('Đặt id khác cho một trong hai quy tắc.', 'Give one of the rules another id.'),
    why: 'Mã quy tắc để giải trình một cảnh báo phải chỉ đúng một quy tắc.',
    example: 'hai quy tắc cùng id: hoan_thanh',
  }),
} as const;
