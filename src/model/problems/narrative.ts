import type { Wording } from '../problem.ts';
import { didYouMean, kind, say } from './kind.ts';

/** Problems of the narrative: slots, Handlebars, footnotes. */
export const NARRATIVE_PROBLEMS = {
  'khe-la': kind<{ slot: string; template: string; near: string | undefined }>({
    severity: 'loi',
    sample: { slot: 'ke_hoach', template: 'ubnd-huyen', near: 'ke_hoach_cchc' },
    message: ({ slot, template }) =>
      say(`Mẫu ${template} không có khe "${slot}"`, `The template ${template} has no slot "${slot}"`),
    hint: ({ near }) => didYouMean(near, say('Xem các khe {@…} của mẫu.', 'See the slots {@…} of the template.')),
    why: 'Phần lời ghi cho một khe không có trong mẫu sẽ không được in ở đâu cả.',
    example: 'noi_dung: { ke_hoach: … }',
  }),
  'thieu-khe': kind<{ slot: string; heading: string }>({
    severity: 'loi',
    sample: { slot: 'the_che', heading: 'Cải cách thể chế' },
    message: ({ slot, heading }) =>
      say(
        `Thiếu phần lời "${slot}"${heading === '' ? '' : ` (mục "${heading}")`}`,
        `The narrative "${slot}" is missing${heading === '' ? '' : ` (under "${heading}")`}`,
      ),
    hint: ({ slot }) =>
      say(`Thêm "${slot}: |" vào noi_dung và viết nội dung.`, `Add "${slot}: |" to noi_dung and write it.`),
    why: 'Mục có tiêu đề trong mẫu mà không có nội dung là một báo cáo thiếu.',
    example: 'báo cáo không có the_che',
  }),
  'khe-trong': kind<{ slot: string }>({
    severity: 'loi',
    sample: { slot: 'the_che' },
    message: ({ slot }) => say(`Phần lời "${slot}" để trống`, `The narrative "${slot}" is empty`),
    hint: () =>
      say(
        'Viết nội dung, hoặc bỏ hẳn khóa này nếu khe không bắt buộc.',
        'Write it, or leave the key out if the slot is optional.',
      ),
    why: 'Khóa có mà nội dung trống thường là quên viết.',
    example: 'the_che: |',
  }),
  'chua-xem-lai': kind<{ name: string }>({
    severity: 'canh_bao',
    sample: { name: 'the_che' },
    message: ({ name }) =>
      say(
        `"${name}" chép từ kỳ trước, chưa xem lại`,
        `"${name}" was taken over from an earlier period and not reviewed`,
      ),
    hint: () =>
      say(
        'Sửa cho đúng kỳ này, rồi xóa dòng của nó trong xem_lai.',
        'Make it right for this period, then remove its line from xem_lai.',
      ),
    why: 'Phần lời và số chép từ báo cáo trước còn mang số, ngày, tên kỳ cũ; xem_lai nhắc từng mục cho đến khi có người xem.',
    example: 'gen new ubnd-huong-khe 2022-9T --tu 2022-6T, rồi gen check',
  }),
  'handlebars-sai': kind<{ cause: Wording }>({
    severity: 'loi',
    sample: { cause: { vi: 'dấu {{ và }} không đủ cặp', en: '{{ and }} do not pair' } },
    message: ({ cause }) => say(`Câu lệnh {{…}} viết sai: ${cause.vi}`, `The {{…}} expression is wrong: ${cause.en}`),
    hint: () =>
      say(
        'Kiểm tra đủ hai dấu {{ và }}, và mỗi {{#if}} có một {{/if}}.',
        'Check both {{ and }}, and that each {{#if}} has its {{/if}}.',
      ),
    why: 'Câu lệnh không đọc được thì không biết in gì.',
    example: '{{so nhiem_vu_de_ra}',
  }),
  'handlebars-khong-dung': kind<{ what: string }>({
    severity: 'loi',
    sample: { what: 'Decorator' },
    message: ({ what }) => say(`Không dùng được ${what} ở đây`, `${what} is not available here`),
    hint: () =>
      say(
        'Dùng {{giá_trị}}, {{hàm giá_trị}}, {{#if}}, {{#unless}}, {{#each}}, {{> câu_mẫu}}.',
        'Use {{value}}, {{helper value}}, {{#if}}, {{#unless}}, {{#each}}, {{> partial}}.',
      ),
    why: 'Chỉ một phần của Handlebars được dùng, để phần lời luôn kiểm tra được.',
    example: '{{* trang_tri}}',
  }),
  'ham-la': kind<{ name: string; near: string | undefined; known: readonly string[] }>({
    severity: 'loi',
    sample: { name: 'tile', near: 'ti_le', known: ['so', 'ti_le', 'tien', 'ngay'] },
    message: ({ name }) => say(`Không có hàm "${name}"`, `There is no helper "${name}"`),
    hint: ({ near, known }) => didYouMean(near, say(`Các hàm: ${known.join(', ')}.`, `Helpers: ${known.join(', ')}.`)),
    why: 'Tên hàm gõ sai thì số liệu không in ra được.',
    example: '{{soo nhiem_vu_de_ra}}',
  }),
  'ham-dung-sai': kind<{ name: string; cause: Wording }>({
    severity: 'loi',
    sample: { name: 'so', cause: { vi: 'cần 1 giá trị, có 2', en: 'it takes 1 value, not 2' } },
    message: ({ name, cause }) =>
      say(`Hàm "${name}" dùng sai: ${cause.vi}`, `The helper "${name}" is used wrongly: ${cause.en}`),
    hint: () => say('Xem cách dùng từng hàm trong docs/ham.md.', 'See docs/ham.md for each helper.'),
    why: 'Mỗi hàm nhận đúng một số giá trị, đúng loại.',
    example: '{{ngay nhiem_vu_de_ra}}',
  }),
  'gia-tri-khong-co': kind<{ name: string; near: string | undefined }>({
    severity: 'loi',
    sample: { name: 'nhiem_vu_de_raa', near: 'nhiem_vu_de_ra' },
    message: ({ name }) => say(`Không có giá trị "${name}"`, `There is no value "${name}"`),
    hint: ({ near }) =>
      didYouMean(
        near,
        say(
          'Dùng mã chỉ tiêu trong danh mục, hoặc ky.…, don_vi.…, bao_cao.…',
          'Use an indicator id, or ky.…, don_vi.…, bao_cao.…',
        ),
      ),
    why: 'Tên gõ sai trong {{…}} sẽ để lại chỗ trống trong câu.',
    example: '{{so nhiem_vu_de_raa}}',
  }),
  'thieu-so-lieu': kind<{ name: string }>({
    severity: 'loi',
    sample: { name: 'nhiem_vu_de_ra' },
    message: ({ name }) =>
      say(
        `Câu này cần số liệu "${name}" nhưng báo cáo chưa ghi`,
        `This sentence needs the value "${name}", which the report does not give`,
      ),
    hint: ({ name }) =>
      /^(?:cung_ky|ky_truoc)\./.test(name)
        ? say(
            'Kỳ trước hoặc cùng kỳ chưa có báo cáo hay chưa có số liệu này: thêm tệp của kỳ đó, hoặc đặt câu trong {{#if …}}.',
            'The earlier period has no report or not this value: add its file, or put the sentence into {{#if …}}.',
          )
        : say(
            `Ghi số liệu trong so_lieu, hoặc đặt câu trong {{#if ${name}}}…{{/if}}.`,
            `Give it in so_lieu, or put the sentence into {{#if ${name}}}…{{/if}}.`,
          ),
    why: 'Phần lời in số liệu của phụ lục; phụ lục chưa có thì câu sẽ khuyết số.',
    example: '{{so nhiem_vu_de_ra}} khi so_lieu không có nhiem_vu_de_ra',
  }),
  'cau-mau-la': kind<{ name: string; near: string | undefined }>({
    severity: 'loi',
    sample: { name: 'mo_daau', near: 'mo_dau' },
    message: ({ name }) => say(`Không có câu mẫu "${name}"`, `There is no partial "${name}"`),
    hint: ({ near, name }) =>
      didYouMean(near, say(`Tạo tệp templates/cau-mau/${name}.hbs.`, `Create templates/cau-mau/${name}.hbs.`)),
    why: 'Câu mẫu dùng chung nằm trong templates/cau-mau.',
    example: '{{> mo_daau}}',
  }),
  'cau-mau-qua-sau': kind<{ name: string }>({
    severity: 'loi',
    sample: { name: 'mo_dau' },
    message: ({ name }) => say(`Câu mẫu "${name}" gọi lồng nhau quá sâu`, `The partial "${name}" is nested too deep`),
    hint: () => say('Kiểm tra câu mẫu có gọi lại chính nó không.', 'Check whether the partial calls itself.'),
    why: 'Câu mẫu gọi lại chính nó thì không bao giờ kết thúc.',
    example: 'mo_dau.hbs chứa {{> mo_dau}}',
  }),
  'qua-dai': kind<{ limit: number }>({
    severity: 'loi',
    sample: { limit: 1000000 },
    message: ({ limit }) => say(`Nội dung dài quá ${limit} ký tự`, `The text is longer than ${limit} characters`),
    hint: () =>
      say('Chia nội dung ra, hoặc kiểm tra vòng lặp {{#each}}.', 'Split the text, or check the loop {{#each}}.'),
    why: 'Nội dung dài bất thường thường do vòng lặp hoặc câu mẫu lồng nhau.',
    example: '{{#each}} lồng nhau nhiều tầng',
  }),
  'chu-thich-long': kind<{ mark: string; inLabel: boolean }>({
    severity: 'loi',
    sample: { mark: '2', inLabel: false },
    message: ({ mark }) =>
      say(
        `Dấu chú thích [^${mark}] nằm trong nội dung một chú thích khác`,
        `The footnote mark [^${mark}] stands inside another footnote`,
      ),
    hint: () =>
      say(
        'Word không cho chú thích trong chú thích: viết gộp hai nội dung.',
        'Word has no footnotes in footnotes: write both texts as one.',
      ),
    why: 'Chú thích nằm trong chú thích không in ra được, nội dung sẽ mất.',
    example: '[^1]: Theo Kế hoạch[^2] …',
  }),
  'bang-sai-cot': kind<{ cells: number; columns: number }>({
    severity: 'loi',
    sample: { cells: 3, columns: 2 },
    message: ({ cells, columns }) =>
      columns === 0
        ? say(
            'Các dòng này giống bảng nhưng thiếu dòng kẻ |---|---| khớp số cột',
            'These lines look like a table but lack a |---|---| line with as many columns',
          )
        : say(
            `Dòng này của bảng có ${cells} ô, bảng có ${columns} cột`,
            `This line of the table has ${cells} cells, the table has ${columns} columns`,
          ),
    hint: () =>
      say(
        'Mỗi dòng của bảng có đủ số ô như dòng đầu; để một dòng trống sau bảng.',
        'Each line has as many cells as the first; leave a blank line after the table.',
      ),
    why: 'Ô thừa của một dòng bị bỏ, ô thiếu bị để trống, mà không ai hay.',
    example: '| 1 | 2 | 3 | trong bảng hai cột',
  }),
  'chu-thich-thieu-noi-dung': kind<{ mark: string; inLabel: boolean }>({
    severity: 'loi',
    sample: { mark: '6', inLabel: false },
    message: ({ mark }) =>
      say(`Dấu chú thích [^${mark}] không có nội dung`, `The footnote mark [^${mark}] has no text`),
    hint: ({ mark, inLabel }) =>
      inLabel
        ? say(`Thêm "${mark}: …" vào chu_thich của danh mục.`, `Add "${mark}: …" to chu_thich of the catalogue.`)
        : say(`Thêm dòng "[^${mark}]: …" ở cuối khe này.`, `Add a line "[^${mark}]: …" at the end of this slot.`),
    why: 'Dấu chú thích không có nội dung sẽ in ra nguyên văn [^1].',
    example: '… 10 cán bộ[^6]. (không có dòng [^6]: …)',
  }),
  'chu-thich-khong-dau': kind<{ mark: string; inLabel: boolean }>({
    severity: 'loi',
    sample: { mark: '3', inLabel: false },
    message: ({ mark }) =>
      say(
        `Nội dung chú thích [^${mark}] không có dấu trong bài`,
        `The footnote text [^${mark}] has no mark in the text`,
      ),
    hint: ({ mark }) =>
      say(
        `Đặt [^${mark}] vào câu cần chú thích, hoặc xóa dòng này.`,
        `Put [^${mark}] where it belongs, or remove this line.`,
      ),
    why: 'Nội dung chú thích không có dấu thì không được in: một thông tin bị mất.',
    example: '[^3]: Theo Nghị định …  (không có [^3] trong câu)',
  }),
  'chu-thich-trung': kind<{ mark: string; inLabel: boolean }>({
    severity: 'loi',
    sample: { mark: '1', inLabel: false },
    message: ({ mark }) => say(`Chú thích [^${mark}] có hai nội dung`, `The footnote [^${mark}] has two texts`),
    hint: () => say('Đánh số khác cho một trong hai.', 'Give one of them another number.'),
    why: 'Hai nội dung cùng số thì một nội dung bị mất.',
    example: 'hai dòng [^1]: …',
  }),
} as const;
