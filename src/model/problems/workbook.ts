import { kind, say } from './kind.ts';

/** Problems of workbooks: what is written into them, and what is read out of them. */
export const WORKBOOK_PROBLEMS = {
  'khong-co-bang-phu-luc': kind<Record<never, never>>({
    severity: 'canh_bao',
    sample: {},
    message: () =>
      say(
        'Mẫu này không có bảng phụ lục nên không có tệp Excel',
        'This template has no appendix table, so there is no workbook',
      ),
    hint: () =>
      say(
        'Bỏ --dang xlsx, hoặc thêm bảng có dòng mẫu {nhom.…}, {muc.…} vào mẫu.',
        'Leave out --dang xlsx, or add a table with the prototype rows {nhom.…}, {muc.…} to the template.',
      ),
    why: 'Tệp Excel là bảng phụ lục của báo cáo; cột và tiêu đề cột lấy từ bảng trong mẫu.',
    example: 'gen --dang xlsx với mẫu không có phụ lục',
  }),
  'khong-co-danh-muc': kind<{ unit: string }>({
    severity: 'loi',
    sample: { unit: 'Sở Mẫu' },
    message: ({ unit }) => say(`${unit} không có danh mục chỉ tiêu`, `${unit} has no catalogue of indicators`),
    hint: () => say('Ghi danh_muc trong tệp đơn vị (data/don-vi).', 'Name danh_muc in the unit file (data/don-vi).'),
    why: 'Biểu nhập, nhập số liệu và tổng hợp đều theo các dòng của danh mục chỉ tiêu.',
    example: 'gen form so-mau 2026-Q1 khi so-mau.yaml không có danh_muc',
  }),
} as const;
