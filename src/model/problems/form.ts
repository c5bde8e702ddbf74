import type { Wording } from '../problem.ts';
import { kind, say } from './kind.ts';

/** What a catalogue's keeper can do of a misprint: whoever fills the form in cannot change it. */
const forKeeper = (vi: string, en: string): Wording =>
  say(
    `${vi} Chép sai biểu gốc thì sửa trong danh mục; biểu gốc in như vậy thì giữ, và báo cơ quan ban hành biểu.`,
    `${en} Mend the catalogue if it differs from the printed form; else keep it, and tell whoever issued the form.`,
  );

/**
 * Problems of a form as such: its printed numbers, labels and units. They stand in the catalogue, whatever is reported,
 * and are told once for it; hints, since a unit cannot change the form that it was given.
 */
export const FORM_PROBLEMS = {
  'stt-trung': kind<{ number: string; label: string; first: string }>({
    severity: 'goi_y',
    sample: { number: '3.4', label: 'Về Cổng dịch vụ công', first: 'Tổng số TTHC' },
    message: ({ number, label, first }) =>
      say(
        `Số thứ tự ${number} dùng hai lần: "${first}" và "${label}"`,
        `The number ${number} stands twice: "${first}" and "${label}"`,
      ),
    hint: () => forKeeper('Xem stt của hai dòng.', 'Look at stt of both rows.'),
    why: 'Hai dòng cùng số thứ tự thì không ai chỉ đúng được một dòng.',
    example: 'stt: "3.4" ở hai dòng',
    source: 'Cách đánh số của biểu mẫu',
  }),
  'stt-sai-cap': kind<{ numbers: string; parent: string; expected: string }>({
    severity: 'goi_y',
    sample: { numbers: '1.1.1, 1.1.2', parent: '1.2', expected: '1.2.1' },
    message: ({ numbers, parent, expected }) =>
      say(
        `Dưới mục ${parent} mà đánh số ${numbers}; phải bắt đầu từ ${expected}`,
        `Under ${parent} stand the numbers ${numbers}; they should begin with ${expected}`,
      ),
    hint: ({ expected }) => forKeeper(`Dòng đầu của mục lẽ ra là ${expected}.`, `The first row should be ${expected}.`),
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
    hint: () => forKeeper('Xem có sót dòng nào của biểu không.', 'See whether a row of the form is missing.'),
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
    hint: () => forKeeper('Viết một cách trong cả biểu.', 'Write them one way throughout.'),
    why: 'Số thứ tự viết hai cách trong một biểu.',
    example: '1.2 rồi 1.3.',
    source: 'Cách đánh số của biểu mẫu',
  }),
  'nhom-khong-dong': kind<{ label: string }>({
    severity: 'goi_y',
    sample: { label: '3.1 "Thống kê TTHC"' },
    message: ({ label }) => say(`Đề mục ${label} không có dòng nào`, `The heading ${label} has no rows`),
    hint: () =>
      forKeeper(
        'Các dòng ngay sau nó có thể đánh số sai cấp.',
        'The rows right after it may be numbered at the wrong depth.',
      ),
    why: 'Đề mục không có dòng con thì không có chỗ ghi số liệu của nó.',
    example: '3.1 Thống kê TTHC, rồi 3.2 Số TTHC công bố mới',
    source: 'Cách đánh số của biểu mẫu',
  }),
  'ten-trung': kind<{ label: string; other: string }>({
    severity: 'goi_y',
    sample: { label: '3.5 "Vận hành Cổng dịch vụ công"', other: '3.2' },
    message: ({ label, other }) => say(`${label} trùng tên với ${other}`, `${label} has the same label as ${other}`),
    hint: () => forKeeper('Tên phải phân biệt được hai mục.', 'The labels should tell them apart.'),
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
    hint: () => forKeeper('Xem don_vi và kieu của dòng.', 'Look at don_vi and kieu of the row.'),
    why: 'Tên và đơn vị tính không khớp thì mỗi đơn vị hiểu một cách và số tổng hợp sai.',
    example: '"Số cơ quan, đơn vị được kiểm tra", đơn vị tính %',
    source: 'Đơn vị tính của biểu mẫu',
  }),
} as const;
