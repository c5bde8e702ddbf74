import { kind, say } from './kind.ts';

const CITATION = 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6b';
const SYMBOL = 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3 và Phụ lục III';

/** Problems of the documents that a report cites. */
export const DOCUMENT_PROBLEMS = {
  'van-ban-hai-ngay': kind<{ name: string; first: string; second: string }>({
    severity: 'canh_bao',
    message: ({ name, first, second }) =>
      say(
        `Văn bản số ${name} ghi hai ngày: ${first} và ${second}`,
        `Document ${name} has two dates: ${first}, ${second}`,
      ),
    hint: () => say('Đối chiếu với văn bản gốc.', 'Compare with the document itself.'),
    why: 'Một văn bản chỉ có một ngày ban hành; hai ngày thì ít nhất một chỗ gõ nhầm.',
    example: 'Kế hoạch số 12/KH-SNV ngày 05/02/2021 …; … Kế hoạch số 12/KH-SNV ngày 05/3/2021',
    source: CITATION,
  }),
  'van-ban-hai-noi-dung': kind<{ name: string; first: string; second: string }>({
    severity: 'canh_bao',
    message: ({ name, first, second }) =>
      say(
        `Số ${name} được ghi cho hai văn bản khác nhau: "${first}" và "${second}"`,
        `The number ${name} stands for two documents: "${first}" and "${second}"`,
      ),
    hint: () => say('Đối chiếu số, ký hiệu của từng văn bản.', 'Check the number of each document.'),
    why: 'Mỗi số, ký hiệu trong một năm chỉ cấp cho một văn bản.',
    example:
      'Kế hoạch số 13/KH-SNV ngày 29/01/2021 về rà soát TTHC …; Kế hoạch số 13/KH-SNV ngày 29/01/2021 về tuyên truyền',
    source: CITATION,
  }),
  'van-ban-hai-so': kind<{ first: string; second: string; subject: string }>({
    severity: 'canh_bao',
    message: ({ first, second, subject }) =>
      say(
        `Cùng một văn bản ("${subject}") ghi hai số: ${first} và ${second}`,
        `One document ("${subject}") has two numbers: ${first} and ${second}`,
      ),
    hint: () => say('Đối chiếu với văn bản gốc.', 'Compare with the document itself.'),
    why: 'Cùng loại, cùng ngày, cùng trích yếu mà hai số thì ít nhất một số gõ nhầm.',
    example:
      'Kế hoạch số 79/KH-UBND ngày 31/12/2020 về CCHC năm 2021 …; Kế hoạch số 97/KH-UBND ngày 31/12/2020 về CCHC năm 2021',
    source: CITATION,
  }),
  'so-hieu-sai-loai': kind<{ type: string; name: string; expected: string }>({
    severity: 'canh_bao',
    message: ({ type, name, expected }) =>
      say(
        `${type} mà ký hiệu là ${name}; ký hiệu của ${type.toLowerCase()} có dạng ${expected}`,
        `${type} with the symbol ${name}; it should look like ${expected}`,
      ),
    hint: () => say('Sửa tên loại hoặc ký hiệu cho khớp.', 'Mend the kind of document or its symbol.'),
    why: 'Ký hiệu mang chữ viết tắt của tên loại văn bản: tên loại và ký hiệu khác nhau thì một trong hai sai.',
    example: 'Kế hoạch số 227/QĐ-SNV ngày 09/3/2021',
    source: SYMBOL,
  }),
  'so-hieu-thieu-nam': kind<{ type: string; name: string; full: string }>({
    severity: 'canh_bao',
    message: ({ type, name, full }) =>
      say(`${type} số ${name} thiếu năm trong số hiệu (dạng ${full})`, `${type} ${name} lacks its year (as ${full})`),
    hint: ({ full }) => say(`Ghi đủ: ${full}.`, `Write ${full}.`),
    why: 'Số hiệu của văn bản quy phạm pháp luật gồm cả năm ban hành.',
    example: 'Nghị định số 21/NĐ-CP ngày 21/3/2016',
    source: 'Luật Ban hành văn bản quy phạm pháp luật; Nghị định 34/2016/NĐ-CP',
  }),
  'so-hieu-khac-nam': kind<{ name: string; year: number; date: string }>({
    severity: 'canh_bao',
    message: ({ name, year, date }) =>
      say(
        `Số hiệu ${name} mang năm ${year} nhưng ngày ban hành ghi ${date}`,
        `The number ${name} has the year ${year}, its date is ${date}`,
      ),
    hint: () => say('Đối chiếu với văn bản gốc.', 'Compare with the document itself.'),
    why: 'Năm trong số hiệu là năm ban hành.',
    example: 'Nghị định số 61/2018/NĐ-CP ngày 23/4/2019',
    source: 'Luật Ban hành văn bản quy phạm pháp luật; Nghị định 34/2016/NĐ-CP',
  }),
  'so-hieu-thieu': kind<{ cited: string }>({
    severity: 'canh_bao',
    message: ({ cited }) => say(`"${cited}" chưa đủ số, ký hiệu`, `"${cited}" lacks the rest of its number and symbol`),
    hint: () => say('Ghi đủ số và ký hiệu văn bản.', 'Write the whole number and symbol.'),
    why: 'Chỉ số thứ tự thì không biết là văn bản của năm nào, cơ quan nào.',
    example: 'theo Nghị định 130 của Chính phủ',
    source: CITATION,
  }),
  'ngay-khong-the-co': kind<{ date: string }>({
    severity: 'canh_bao',
    message: ({ date }) => say(`Lịch không có ngày ${date}`, `There is no day ${date}`),
    hint: () => say('Sửa ngày.', 'Mend the date.'),
    why: 'Ngày không có trong lịch chắc chắn là gõ nhầm.',
    example: 'ngày 31/9/2021',
  }),
  'van-ban-sau-bao-cao': kind<{ name: string; date: string; report: string }>({
    severity: 'canh_bao',
    message: ({ name, date, report }) =>
      say(
        `Văn bản số ${name} ngày ${date} có sau ngày báo cáo (${report})`,
        `Document ${name} of ${date} is later than the report (${report})`,
      ),
    hint: () => say('Xem lại năm, tháng của văn bản hoặc ngày báo cáo.', 'Check its date, or the report’s.'),
    why: 'Báo cáo không thể viện dẫn một văn bản chưa ban hành.',
    example: 'báo cáo ngày 15/6/2021 dẫn Kế hoạch số 12/KH-SNV ngày 05/8/2021',
  }),
  'van-ban-nguoc-thu-tu': kind<{ first: string; firstDate: string; second: string; secondDate: string }>({
    severity: 'canh_bao',
    message: ({ first, firstDate, second, secondDate }) =>
      say(
        `Số nhỏ hơn lại có ngày sau: ${first} ngày ${firstDate}, ${second} ngày ${secondDate}`,
        `The lower number has the later date: ${first} of ${firstDate}, ${second} of ${secondDate}`,
      ),
    hint: () => say('Đối chiếu số và ngày của hai văn bản.', 'Check number and date of both.'),
    why: 'Văn bản của một cơ quan lấy số liên tiếp theo thời gian trong năm.',
    example: 'Kế hoạch số 12/KH-SNV ngày 05/3/2021; Kế hoạch số 20/KH-SNV ngày 01/02/2021',
    source: 'Nghị định 30/2020/NĐ-CP, Điều 15 và Phụ lục I, Phần I, mục II.3',
  }),
  'van-ban-nghi-sai-nam': kind<{ name: string; date: string; other: string; otherDate: string }>({
    severity: 'goi_y',
    message: ({ name, date, other, otherDate }) =>
      say(
        `Số ${name} ghi ngày ${date}, số liền kề ${other} ghi ngày ${otherDate}: năm có thể gõ nhầm`,
        `${name} is dated ${date}, its neighbour ${other} ${otherDate}: the year may be wrong`,
      ),
    hint: () => say('Đối chiếu năm của văn bản.', 'Check the year of the document.'),
    why: 'Hai số liền kề, cùng ngày cùng tháng mà khác năm thường là một năm gõ nhầm.',
    example: 'Kế hoạch số 02/KH-SNV ngày 14/01/2021; Kế hoạch số 03/KH-SNV ngày 14/01/2019',
  }),
  'ke-hoach-nam-cu': kind<{ name: string; date: string; year: number }>({
    severity: 'canh_bao',
    message: ({ name, date, year }) =>
      say(
        `Kế hoạch số ${name} ban hành ngày ${date} lại là kế hoạch năm ${year}`,
        `Plan ${name} of ${date} is said to be for ${year}`,
      ),
    hint: () => say('Xem lại năm trong trích yếu hoặc ngày ban hành.', 'Check the year in its subject, or its date.'),
    why: 'Kế hoạch làm cho năm nay hoặc năm sau; kế hoạch cho năm đã qua thường là trích yếu cũ chép lại.',
    example: 'Kế hoạch số 13/KH-SNV ngày 29/01/2021 về rà soát TTHC năm 2020',
  }),
  'van-ban-thieu-ngay': kind<{ names: readonly string[] }>({
    severity: 'goi_y',
    message: ({ names }) =>
      say(
        `${names.length} văn bản được viện dẫn mà không chỗ nào ghi ngày: ${names.join('; ')}`,
        `${names.length} cited documents have no date anywhere: ${names.join('; ')}`,
      ),
    hint: () => say('Lần viện dẫn đầu ghi đủ ngày ban hành.', 'Give the date where it is cited first.'),
    why: 'Lần đầu viện dẫn phải ghi đủ tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành và trích yếu.',
    example: 'theo Quyết định số 3239/QĐ-UBND của UBND tỉnh',
    source: CITATION,
  }),
} as const;
