import type { Wording } from '../problem.ts';
import type { DatedThing } from '../validity.ts';
import { didYouMean, kind, say } from './kind.ts';

const DATED: Readonly<Record<DatedThing, Wording>> = {
  unit: say('Đơn vị', 'unit'),
  'agency-type': say('Loại cơ quan', 'agency type'),
  catalogue: say('Danh mục', 'catalogue'),
  template: say('Mẫu', 'template'),
};

/** Problems of a report's number and date, and of the times for which units, catalogues and templates apply. */
export const DATE_PROBLEMS = {
  'ngay-sai': kind<{ value: string }>({
    severity: 'loi',
    sample: { value: '15-6' },
    message: ({ value }) => say(`"${value}" không phải một ngày`, `"${value}" is not a date`),
    hint: () =>
      say(
        'Viết 15/6/2022; chừa trống: __/6/2022 hoặc __/__/2022.',
        'Write 15/6/2022; left blank: __/6/2022 or __/__/2022.',
      ),
    why: 'Ngày ban hành được in vào văn bản và quyết định thuộc tính của tệp.',
    example: 'ngay: 15-6',
  }),
  'hieu-luc-nguoc': kind<{ from: string; to: string }>({
    severity: 'loi',
    sample: { from: '1/7/2025', to: '30/6/2025' },
    message: ({ from, to }) =>
      say(`den_ngay (${to}) sớm hơn tu_ngay (${from})`, `den_ngay (${to}) comes before tu_ngay (${from})`),
    hint: () => say('Kiểm tra lại hai ngày.', 'Check both dates.'),
    why: 'Khoảng thời gian áp dụng không có ngày nào thì không báo cáo nào dùng được.',
    example: 'tu_ngay: 1/7/2025 và den_ngay: 30/6/2025',
  }),
  'ke-tiep-la': kind<{ what: DatedThing; name: string; near: string | undefined }>({
    severity: 'canh_bao',
    sample: { what: 'catalogue', name: 'ha-tinh-2023', near: 'ha-tinh-2022' },
    message: ({ what, name }) =>
      say(
        `Không có ${DATED[what].vi.toLowerCase()} kế tiếp "${name}"`,
        `There is no ${DATED[what].en} "${name}" to follow`,
      ),
    hint: ({ what, near }) =>
      didYouMean(
        near,
        what === 'unit'
          ? say(
              'Ghi tên tệp của một đơn vị trong data/don-vi; cơ quan không lập báo cáo ở đây thì ghi tên đầy đủ của cơ quan đó.',
              'Name the file of a unit in data/don-vi, or write the full name of a body that does not report here.',
            )
          : say(
              'Ghi tên tệp (không có đuôi) của thứ thay thế, hoặc bỏ dòng này.',
              'Name the file that takes its place, without its ending, or leave the line out.',
            ),
      ),
    why: 'ke_tiep được nêu cho người lập báo cáo khi đơn vị, danh mục hoặc mẫu hết thời gian áp dụng; tên gõ sai thì người đó tìm không thấy.',
    example: 'ke_tiep: ha-tinh-2023',
  }),
  'ngoai-hieu-luc': kind<{
    what: DatedThing;
    name: string;
    period: string;
    end: 'from' | 'to';
    date: string;
    successors: readonly string[];
  }>({
    severity: 'loi',
    sample: {
      what: 'agency-type',
      name: 'ubnd-huyen',
      period: '2025-9T',
      end: 'to',
      date: '30/6/2025',
      successors: ['ubnd-xa'],
    },
    message: ({ what, name, period, end, date }) => {
      const { vi, en } = DATED[what];
      return end === 'to'
        ? say(
            `${vi} "${name}" chỉ đến hết ngày ${date}, không còn ở kỳ ${period}`,
            `The ${en} "${name}" ended with ${date}, before the period ${period} does`,
          )
        : say(
            `${vi} "${name}" bắt đầu từ ngày ${date}, chưa có ở kỳ ${period}`,
            `The ${en} "${name}" begins with ${date}, after the period ${period}`,
          );
    },
    hint: ({ end, successors }) =>
      end === 'to' && successors.length > 0
        ? say(`Kế tiếp: ${successors.join(', ')}.`, `Its successor: ${successors.join(', ')}.`)
        : say(
            'Kiểm tra kỳ báo cáo (tên tệp), hoặc sửa tu_ngay, den_ngay nếu ngày ghi sai.',
            'Check the period (the file name), or mend tu_ngay or den_ngay if the date is wrong.',
          ),
    why: 'Cơ quan đã hợp nhất hoặc kết thúc hoạt động, danh mục và mẫu đã thay thì không còn dùng cho kỳ sau; ngày cuối của kỳ số liệu được đối chiếu với tu_ngay và den_ngay.',
    example: 'báo cáo 2025-9T của một UBND cấp huyện (kết thúc ngày 30/6/2025)',
  }),
  'con-de-dien': kind<{ number: boolean }>({
    severity: 'goi_y',
    sample: { number: true },
    message: ({ number }) =>
      number
        ? say('Số và ngày văn bản còn để trống', 'The number and the date are still open')
        : say('Ngày văn bản còn để trống', 'The date is still open'),
    hint: () =>
      say(
        'Bản in chừa chỗ điền tay khi ký. Ký rồi thì ghi vào so và ngay, để bản lưu đủ như bản giấy.',
        'Room is left to write it in by hand. Once signed, put it into so and ngay, so that the file says what the paper does.',
      ),
    why: 'Nhắc một lần cho mỗi báo cáo: những chỗ này phải điền trước khi phát hành.',
    example: 'ngay: __/3/2021, không có so',
    source: 'Nghị định 30/2020/NĐ-CP, Điều 8: số và thời gian ban hành là thành phần thể thức',
  }),
  'ngay-ngoai-ky': kind<{ date: string; period: string; from: string; to: string }>({
    severity: 'canh_bao',
    sample: { date: '15/6/2021', period: '2022-6T', from: '15/12/2021', to: '14/6/2022' },
    message: ({ date, period, from, to }) =>
      say(
        `Ngày báo cáo ${date} không thể là của kỳ ${period} (số liệu từ ${from} đến ${to})`,
        `The report’s date ${date} cannot belong to the period ${period} (figures from ${from} to ${to})`,
      ),
    hint: () =>
      say('Kiểm tra năm, tháng của ngày, và kỳ (tên tệp).', 'Check the date, and the period (the file name).'),
    why: 'Báo cáo được lập trong hoặc ngay sau kỳ số liệu; ngày trước khi kỳ bắt đầu, hoặc sau khi kỳ kết thúc cả năm, thường là gõ nhầm năm, hoặc chép từ kỳ trước mà quên sửa.',
    example: 'ngay: 15/6/2021 trong 2022-6T.yaml',
  }),
  'so-van-ban-sai': kind<{ value: string; number: string | undefined }>({
    severity: 'loi',
    sample: { value: '196/BC-UBND', number: '196' },
    message: ({ value }) => say(`"${value}" không phải số văn bản`, `"${value}" is not the number of a document`),
    hint: ({ number }) =>
      number === undefined
        ? say(
            'Chỉ ghi số: 196; chưa có số thì xóa cả dòng.',
            'Write the number alone: 196; without one remove the line.',
          )
        : say(`Chỉ ghi ${number}; "/BC-…" do chương trình thêm.`, `Write ${number} alone; "/BC-…" is added.`),
    why: 'Phần ký hiệu sau số được lấy từ tệp đơn vị; ghi cả hai thì in thành "Số: 196/BC-UBND/BC-UBND".',
    example: 'so: 196/BC-UBND',
  }),
  'ngay-khong-co': kind<{ value: string }>({
    severity: 'loi',
    sample: { value: '31/6/2022' },
    message: ({ value }) => say(`Trên lịch không có ngày ${value}`, `The calendar has no ${value}`),
    hint: () => say('Kiểm tra lại; viết ngày trước, tháng sau.', 'Check it; the day comes before the month.'),
    why: 'Ngày không có thật trong một văn bản đã ký là lỗi không sửa được nữa.',
    example: 'ngay: 31/6/2022',
  }),
} as const;
