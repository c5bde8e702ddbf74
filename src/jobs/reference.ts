import { HELPERS } from '../compose/handlebars/helpers.ts';
import { ROW_KINDS } from '../model/fields.ts';
import { TAG_FAMILIES, type TagInfo } from '../model/tags.ts';
import { OPTIONAL_STYLES, STYLE_NAMES } from '../model/template.ts';
import { problemPages } from './problem-pages.ts';

/** Pages of docs/ that are made from the code, so that they cannot go stale: file name → text. */
export function referencePages(): Readonly<Record<string, string>> {
  return { ...problemPages(), 'docs/ham.md': helpersPage(), 'docs/the-mau.md': tagsPage() };
}

const NOTE = '<!-- Trang này do chương trình tạo ra (npm run docs); đừng sửa bằng tay. -->';
const code = (text: string): string => `\`${text.replace(/\|/g, '\\|')}\``;
const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function helpersPage(): string {
  const rows = Object.entries(HELPERS).map(([name, { does, example, prints }]) => [
    code(name),
    cell(does),
    code(example),
    cell(prints),
  ]);
  return [
    NOTE,
    '# Các hàm dùng trong {{…}}',
    '`{{chi_tieu}}` (không có hàm) in đúng như ô số liệu trong phụ lục. Tên dùng được: mã chỉ tiêu, `ky_truoc.…`, `cung_ky.…`, `ky.…`, `ky_sau.ten`, `don_vi.…`, `bao_cao.…`.',
    table(['Hàm', 'Việc', 'Viết', 'In ra'], rows),
    'Khối: `{{#if x}}…{{else}}…{{/if}}`, `{{#unless x}}…{{/unless}}`, `{{#each x}}…{{/each}}`, `{{#with x}}…{{/with}}`; câu mẫu: `{{> ten a="…"}}`. ' +
      '`{{#if x}}` đúng khi chỉ tiêu có số liệu khác 0, khác "Không".',
    '',
  ].join('\n\n');
}

function tagsPage(): string {
  const family = (tags: readonly TagInfo[]): string =>
    table(
      ['Thẻ', 'In ra', 'Ví dụ'],
      tags.map(({ tag, meaning, example }) => [code(tag), cell(meaning), cell(example)]),
    );
  const kinds = Object.entries(ROW_KINDS).map(([name, meaning]) => [code(`{${name}.…}`), cell(meaning)]);
  const optional: readonly string[] = OPTIONAL_STYLES.map((role) => STYLE_NAMES[role]);
  const styles = Object.values(STYLE_NAMES).map(
    (name) => `"${name}"${optional.includes(name) ? ' (không bắt buộc)' : ''}`,
  );
  return [
    NOTE,
    '# Thẻ dùng trong mẫu Word',
    '## Thẻ của báo cáo',
    family(TAG_FAMILIES.report),
    '`{#thẻ}…{/thẻ}` in phần ở giữa khi thẻ có nội dung (với danh sách: in một lần cho mỗi mục); `{^thẻ}…{/thẻ}` in khi không có.',
    '`gen template tags <mẫu>` cho xem các thẻ và khe của một mẫu, thẻ nào đang dùng, kèm ví dụ lấy từ báo cáo của mẫu đó.',
    '## Khe của phần lời',
    '`{@khe}` đứng một mình trong đoạn, ngay dưới tiêu đề của nó. `{#khe}` tiêu đề `{@khe}` `{/khe}`: khe không bắt buộc.',
    '## Dòng mẫu của bảng phụ lục',
    table(['Dòng', 'Dùng cho'], kinds),
    family(TAG_FAMILIES.muc),
    '## Thẻ của bảng đính chính',
    'Chỉ dùng trong `templates/dinh-chinh.docx`, cùng với các thẻ của báo cáo. `{#dinh_chinh.so_lieu}` ở ô đầu và `{/dinh_chinh.so_lieu}` ở ô cuối của một dòng: dòng đó lặp lại cho mỗi số liệu.',
    family(TAG_FAMILIES.correction),
    '## Kiểu chữ (style) mà phần lời dùng',
    `${styles.join(', ')}.`,
    '',
  ].join('\n\n');
}
