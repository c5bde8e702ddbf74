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
} as const;
