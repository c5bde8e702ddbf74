import type { Wording } from '../problem.ts';
import { didYouMean, kind, say } from './kind.ts';

/** Problems of what is typed in the YAML files: keys, names, values. */
export const DATA_PROBLEMS = {
  'khoa-la': kind<{ key: string; near: string | undefined; allowed: readonly string[] }>({
    severity: 'loi',
    sample: { key: 'ngay_thang', near: 'ngay', allowed: ['so', 'ngay', 'noi_dung', 'so_lieu'] },
    message: ({ key }) => say(`Không có khóa "${key}" ở đây`, `There is no key "${key}" here`),
    hint: ({ near, allowed }) =>
      didYouMean(near, say(`Các khóa dùng được: ${allowed.join(', ')}.`, `Known keys: ${allowed.join(', ')}.`)),
    why: 'Khóa gõ sai bị bỏ qua trong im lặng là cách mất dữ liệu dễ nhất; vì vậy mọi khóa lạ đều bị báo.',
    example: 'ngay_thang: 15/6/2022',
  }),
  'thieu-truong': kind<{ key: string; inReport?: boolean }>({
    severity: 'loi',
    sample: { key: 'dia_danh' },
    message: ({ key }) => say(`Thiếu "${key}"`, `"${key}" is missing`),
    hint: ({ key, inReport }) =>
      inReport === true
        ? say(
            `Thêm dòng "${key}: …" vào tệp đơn vị, hoặc vào báo cáo này.`,
            `Add a line "${key}: …" to the unit's file, or to this report.`,
          )
        : say(`Thêm dòng "${key}: …".`, `Add a line "${key}: …".`),
    why: 'Thông tin này bắt buộc phải có để lập báo cáo.',
    example: 'tệp đơn vị không có dia_danh',
  }),
  'gia-tri-la': kind<{ key: string; value: string; near: string | undefined; allowed: readonly string[] }>({
    severity: 'loi',
    sample: { key: 'loai', value: 'uy-ban', near: undefined, allowed: ['so', 'van-phong', 'ubnd-xa', 'ubnd-tinh'] },
    message: ({ key, value }) =>
      say(`"${key}" không nhận giá trị "${value}"`, `"${key}" does not take the value "${value}"`),
    hint: ({ near, allowed }) =>
      didYouMean(near, say(`Các giá trị dùng được: ${allowed.join(', ')}.`, `Allowed: ${allowed.join(', ')}.`)),
    why: 'Chỉ những giá trị trong danh sách mới có nghĩa.',
    example: 'loai: uy-ban',
  }),
  'ten-tep-sai': kind<{ name: string }>({
    severity: 'loi',
    sample: { name: '../../mau-khac' },
    message: ({ name }) =>
      say(`"${name}" không dùng làm tên tệp hay thư mục được`, `"${name}" cannot serve as a file or folder name`),
    hint: () =>
      say(
        'Dùng chữ, số và dấu gạch nối; không dùng / \\ : * ? " < > |, "..", và các tên CON, PRN, AUX, NUL, COM1, LPT1.',
        'Use letters, digits and hyphens; not / \\ : * ? " < > |, "..", nor CON, PRN, AUX, NUL, COM1, LPT1.',
      ),
    why: 'Tên này có thể trỏ ra ngoài thư mục làm việc hoặc không tạo được trên Windows.',
    example: 'mau: ../../mau-khac',
  }),
  'ky-la': kind<{ name: string; near: string | undefined }>({
    severity: 'loi',
    sample: { name: '2022-6t', near: '2022-6T' },
    message: ({ name }) => say(`Không có kỳ báo cáo "${name}"`, `There is no reporting period "${name}"`),
    hint: ({ near }) =>
      didYouMean(
        near,
        say(
          'Viết 2022-Q1 (quý I), 2022-6T, 2022-9T, 2022-N (năm), 2022-T03 (tháng 3).',
          'Write 2022-Q1, 2022-6T, 2022-9T, 2022-N (year), 2022-T03 (March).',
        ),
      ),
    why: 'Tên tệp của báo cáo là kỳ báo cáo; kỳ quyết định thời gian lấy số liệu và cách gọi tên kỳ.',
    example: 'data/bao-cao/ubnd-huong-khe/2022-6t-dau-nam.yaml',
  }),
  'don-vi-la': kind<{ name: string; near: string | undefined }>({
    severity: 'loi',
    sample: { name: 'ubnd-huong-ke', near: 'ubnd-huong-khe' },
    message: ({ name }) => say(`Không có đơn vị "${name}"`, `There is no unit "${name}"`),
    hint: ({ near, name }) =>
      didYouMean(near, say(`Tạo tệp data/don-vi/${name}.yaml.`, `Create data/don-vi/${name}.yaml.`)),
    why: 'Mỗi thư mục trong data/bao-cao phải có tệp đơn vị cùng tên trong data/don-vi.',
    example: 'data/bao-cao/ubnd-huong-ke/',
  }),
  'khong-co-bao-cao': kind<{ choice: string; near: string | undefined; make?: string | undefined }>({
    severity: 'loi',
    sample: { choice: 'ubnd-huong-ke', near: 'ubnd-huong-khe' },
    message: ({ choice }) => say(`Không có báo cáo nào ứng với "${choice}"`, `No report matches "${choice}"`),
    hint: ({ near, make }) =>
      didYouMean(
        near,
        make === undefined
          ? say('Xem tên thư mục và tên tệp trong data/bao-cao.', 'See the folder and file names in data/bao-cao.')
          : say(`Chưa có thì tạo: npx gen new ${make}`, `Make it, if there is none yet: npx gen new ${make}`),
      ),
    why: 'Lệnh nêu một đơn vị hoặc kỳ không có tệp dữ liệu.',
    example: 'gen ubnd-huong-ke 2022-6T',
  }),
  'danh-muc-la': kind<{ name: string; near: string | undefined }>({
    severity: 'loi',
    sample: { name: 'ha-tinh-2020', near: 'ha-tinh-2022' },
    message: ({ name }) => say(`Không có danh mục chỉ tiêu "${name}"`, `There is no catalogue "${name}"`),
    hint: ({ near, name }) =>
      didYouMean(near, say(`Tạo tệp data/danh-muc/${name}.yaml.`, `Create data/danh-muc/${name}.yaml.`)),
    why: 'Danh mục nêu trong tệp đơn vị hoặc báo cáo phải có trong data/danh-muc.',
    example: 'danh_muc: ha-tinh-2020',
  }),
  'mau-la': kind<{ name: string; near: string | undefined; file?: string }>({
    severity: 'loi',
    sample: { name: 'ubnd-huyenn', near: 'ubnd-huyen' },
    message: ({ name, file }) =>
      file !== undefined && /\.docx$/i.test(file)
        ? say(`Mẫu ${file} không nằm trong thư mục templates`, `The template ${file} is not in the folder templates`)
        : say(`Không có mẫu "${name}"`, `There is no template "${name}"`),
    hint: ({ near, name, file }) => {
      if (file === undefined)
        return didYouMean(
          near,
          say(`Đặt tệp ${name}.docx vào thư mục templates.`, `Put ${name}.docx into the folder templates.`),
        );
      return /\.docx$/i.test(file)
        ? say(
            'Chép tệp vào đó rồi chạy lại; chỉ mẫu trong templates được kiểm tra.',
            'Copy it there: only templates of that folder are looked at.',
          )
        : say(
            `Mở ${file} bằng Word rồi lưu lại thành ${name}.docx, kiểu Word Document.`,
            `Open ${file} in Word and save it as ${name}.docx, a Word Document.`,
          );
    },
    why: 'Mẫu nêu trong tệp đơn vị hoặc báo cáo phải là một tệp .docx trong templates.',
    example: 'mau: ubnd-huyenn',
  }),
  'khong-co-danh-muc-cho-ky': kind<{ period: string }>({
    severity: 'loi',
    sample: { period: '2021-N' },
    message: ({ period }) =>
      say(`Đơn vị chưa có danh mục cho kỳ ${period}`, `The unit has no catalogue for the period ${period}`),
    hint: () =>
      say(
        'Thêm vào danh_muc một dòng "kỳ đầu áp dụng: danh mục".',
        'Add a line "first period: catalogue" to danh_muc.',
      ),
    why: 'Khi danh_muc ghi theo kỳ, kỳ của báo cáo phải từ kỳ đầu tiên trở đi.',
    example: 'danh_muc: { 2022-Q1: ha-tinh-2022 } cho báo cáo 2021-N',
  }),
  'chi-tieu-trung': kind<{ id: string }>({
    severity: 'loi',
    sample: { id: 'nhiem_vu_de_ra' },
    message: ({ id }) =>
      say(`Mã chỉ tiêu "${id}" dùng hai lần trong danh mục`, `The indicator id "${id}" stands twice in the catalogue`),
    hint: () => say('Đặt mã khác cho một trong hai dòng.', 'Give one of the rows another id.'),
    why: 'Mã là cách duy nhất để nhận ra chỉ tiêu; hai dòng chung một mã sẽ in cùng một số liệu.',
    example: 'hai dòng cùng id: nhiem_vu',
  }),
  'ma-chi-tieu-sai': kind<{ id: string }>({
    severity: 'loi',
    sample: { id: 'Nhiệm vụ' },
    message: ({ id }) => say(`"${id}" không dùng làm mã chỉ tiêu được`, `"${id}" cannot be an indicator id`),
    hint: () =>
      say(
        'Dùng chữ thường không dấu, số và dấu gạch dưới; không trùng với ky, ky_truoc, ky_sau, cung_ky, dau_nam, don_vi, bao_cao, va, hoac, khong và tên các hàm.',
        'Use lower-case letters without tone marks, digits and underscores; not ky, ky_truoc, ky_sau, cung_ky, dau_nam, don_vi, bao_cao, va, hoac, khong or a helper name.',
      ),
    why: 'Mã chỉ tiêu được gõ trong phần lời ({{so nhiem_vu_de_ra}}) nên phải là một từ, không trùng tên đã có.',
    example: 'id: Nhiệm vụ',
  }),
  'thieu-bang-ma': kind<{ id: string }>({
    severity: 'loi',
    sample: { id: 'hinh_thuc_khao_sat' },
    message: ({ id }) =>
      say(
        `Chỉ tiêu "${id}" kiểu "ma" nhưng không có bảng mã`,
        `The indicator "${id}" is of kind "ma" but has no codes`,
      ),
    hint: () => say('Thêm ma: { 0: Trực tuyến, 1: Phiếu }.', 'Add ma: { 0: Trực tuyến, 1: Phiếu }.'),
    why: 'Không có bảng mã thì không biết giá trị nào hợp lệ.',
    example: '{ id: hinh_thuc_khao_sat, kieu: ma }',
  }),
  'chi-tieu-la': kind<{ id: string; catalogue: string; near: string | undefined }>({
    severity: 'loi',
    sample: { id: 'nhiem_vu_de_raa', catalogue: 'ha-tinh-2022', near: 'nhiem_vu_de_ra' },
    message: ({ id, catalogue }) =>
      say(
        `Không có chỉ tiêu "${id}" trong danh mục ${catalogue}`,
        `There is no indicator "${id}" in the catalogue ${catalogue}`,
      ),
    hint: ({ near, catalogue }) =>
      didYouMean(
        near,
        say(`Xem các mã trong data/danh-muc/${catalogue}.yaml.`, `See the ids in data/danh-muc/${catalogue}.yaml.`),
      ),
    why: 'Số liệu ghi cho một mã không có trong danh mục sẽ không được in ở đâu cả.',
    example: 'nhiem_vu_de_raa: 41',
  }),
  'so-lieu-khong-co-danh-muc': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () =>
      say('Báo cáo có so_lieu nhưng không có danh mục chỉ tiêu', 'The report has so_lieu but no catalogue'),
    hint: () =>
      say('Ghi danh_muc trong tệp đơn vị hoặc trong báo cáo này.', 'Name danh_muc in the unit file or in this report.'),
    why: 'Không có danh mục thì không biết số liệu thuộc dòng nào của phụ lục.',
    example: 'đơn vị không có danh_muc',
  }),
  'sai-kieu-so-lieu': kind<{ value: string; label: string; expected: Wording; example: Wording }>({
    severity: 'loi',
    sample: {
      value: 'bốn mốt',
      label: 'Số nhiệm vụ đề ra',
      expected: { vi: 'số đếm', en: 'a count' },
      example: { vi: '41 hoặc 2.481', en: '41 or 2.481' },
    },
    message: ({ value, label, expected }) =>
      say(
        `"${value}" không phải ${expected.vi} (chỉ tiêu "${label}")`,
        `"${value}" is not ${expected.en} (indicator "${label}")`,
      ),
    hint: ({ example, value }) =>
      say(
        `Gõ dạng ${example.vi}. Nếu phải in đúng chữ này, ghi { hien_thi: "${value}" } (thêm gia_tri nếu có số).`,
        `Type it like ${example.en}. If just these words must be printed, write { hien_thi: "${value}" } (and gia_tri if there is a number).`,
      ),
    why: 'Kiểu của chỉ tiêu (kieu trong danh mục) quyết định cách đọc số liệu; đọc sai kiểu là in sai số.',
    example: 'nhiem_vu_de_ra: bốn mốt',
  }),
  'dau-cham-thap-phan': kind<{ value: string; label: string }>({
    severity: 'loi',
    sample: { value: '2.48', label: 'Số hồ sơ đã giải quyết' },
    message: ({ value, label }) =>
      say(
        `"${value}" là số đếm nhưng dấu chấm không ngăn hàng nghìn (chỉ tiêu "${label}")`,
        `"${value}" is a count, but its point does not part thousands (indicator "${label}")`,
      ),
    hint: () =>
      say(
        'Sau mỗi dấu chấm phải đủ 3 chữ số: 2.481. Số đếm không có phần thập phân.',
        'Three digits follow each point: 2.481. A count has no decimals.',
      ),
    why: 'Trong số tiếng Việt dấu chấm ngăn hàng nghìn; 2.48 cho một số đếm là gõ thiếu chữ số, hoặc là tỷ lệ đặt nhầm dòng.',
    example: 'ho_so_da_giai_quyet: 2.48',
  }),
  'so-nhap-nhang': kind<{ value: string; read: string; label: string }>({
    severity: 'canh_bao',
    sample: { value: '8.75%', read: '8,75%', label: 'Tỷ lệ cắt giảm' },
    message: ({ value, read, label }) =>
      say(
        `"${value}" có thể đọc hai cách; đã đọc là ${read} (chỉ tiêu "${label}")`,
        `"${value}" can be read in two ways; it was read as ${read} (indicator "${label}")`,
      ),
    hint: ({ read }) =>
      say(
        `Nếu đúng, gõ ${read}; nếu không, gõ lại cho rõ.`,
        `If that is right, type ${read}; if not, type it clearly.`,
      ),
    why: 'Dấu chấm vừa ngăn hàng nghìn vừa hay bị gõ thay dấu phẩy thập phân; kiểu của chỉ tiêu quyết định cách đọc, và người gõ phải được biết.',
    example: 'ty_le_cat_giam: 8.75%',
  }),
  'ma-la': kind<{ value: string; label: string; allowed: readonly string[] }>({
    severity: 'loi',
    sample: { value: '5', label: 'Hình thức khảo sát', allowed: ['0 = Trực tuyến', '1 = Phiếu', '2 = Kết hợp'] },
    message: ({ value, label }) =>
      say(
        `Mã "${value}" không có trong bảng mã (chỉ tiêu "${label}")`,
        `The code "${value}" is not in the code table (indicator "${label}")`,
      ),
    hint: ({ allowed }) => say(`Các mã: ${allowed.join('; ')}.`, `Codes: ${allowed.join('; ')}.`),
    why: 'Chỉ tiêu kiểu mã chỉ nhận các mã mà biểu mẫu cho phép.',
    example: 'hinh_thuc_khao_sat: 5',
  }),
} as const;
