import { STYLE_NAMES } from '../../model/template.ts';
import { cell, condition, line, row, table } from './pieces.ts';
import { FORM_STYLES } from './styles.ts';

/** Columns on a page 9355 wide. */
const VALUES = [
  ['STT', 1250, '{#dinh_chinh.so_lieu}{dinh_chinh.stt}'],
  ['Chỉ tiêu', 3505, '{dinh_chinh.ten}'],
  ['Đơn vị tính', 1500, '{dinh_chinh.don_vi}'],
  ['Số liệu đã báo cáo', 1550, '{dinh_chinh.cu}'],
  ['Số liệu đính chính', 1550, '{dinh_chinh.moi}{/dinh_chinh.so_lieu}'],
] as const;
const SENTENCES = [
  ['Mục', 2155, '{#dinh_chinh.noi_dung}{dinh_chinh.vi_tri}'],
  ['Nội dung đã báo cáo', 3600, '{dinh_chinh.cu}'],
  ['Nội dung đính chính', 3600, '{dinh_chinh.moi}{/dinh_chinh.noi_dung}'],
] as const;

type Column = readonly [head: string, width: number, tags: string];

/** A head row, and a row that repeats for each item of a list: its tags stand in the first and the last cell. */
function listTable(columns: readonly Column[], texts: readonly string[]): string {
  const heads = columns.map(([head, width]) => cell({ width, inside: line(FORM_STYLES.columnHead, head) }));
  const cells = columns.map(([head, width, tags]) =>
    cell({ width, inside: line(texts.includes(head) ? FORM_STYLES.cellText : FORM_STYLES.cellCentre, tags) }),
  );
  const widths = columns.map(([, width]) => width);
  return table(widths, [row(heads, true), row(cells)], true);
}

/** Bảng đính chính số liệu: what stands between the letterhead and the signature. */
export const correctionBody = (): string =>
  [
    line(FORM_STYLES.kind, 'BẢNG ĐÍNH CHÍNH SỐ LIỆU'),
    line(
      FORM_STYLES.appendixAttached,
      '(Đính chính Báo cáo số {dinh_chinh.so_hieu_goc} {dinh_chinh.ngay_goc} của {don_vi.ten})',
    ),
    line(FORM_STYLES.line, ''),
    condition(
      'dinh_chinh.co_so_lieu',
      STYLE_NAMES.paragraph,
      line('heading 3', 'Số liệu') + listTable(VALUES, ['Chỉ tiêu']),
    ),
    condition(
      'dinh_chinh.co_noi_dung',
      STYLE_NAMES.paragraph,
      line(FORM_STYLES.line, '') +
        line('heading 3', 'Câu chữ') +
        listTable(SENTENCES, ['Nội dung đã báo cáo', 'Nội dung đính chính', 'Mục']),
    ),
  ].join('');
