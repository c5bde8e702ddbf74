/**
 * The tags that a template may hold: what each prints, and an example. One table for the check of templates, for the
 * page docs/the-mau.md, and for the stage that fills them.
 */
export interface FieldMeaning {
  readonly meaning: string;
  readonly example: string;
  /** `{#name}…{/name}` repeats or leaves out what stands between. */
  readonly loop?: boolean;
}

export const FIELDS = {
  co_quan_chu_quan: { meaning: 'Cơ quan chủ quản trực tiếp (có thể nhiều dòng)', example: 'UBND TỈNH BẮC KẠN' },
  co_quan: { meaning: 'Cơ quan ban hành (có thể nhiều dòng)', example: 'SỞ NỘI VỤ' },
  so_ky_hieu: { meaning: 'Số và ký hiệu, chừa trống khi chưa có số', example: 'Số: 196/BC-UBND' },
  so_hieu: { meaning: 'Số và ký hiệu không có chữ "Số:"', example: '196/BC-UBND' },
  dia_danh_ngay: { meaning: 'Địa danh và thời gian ban hành', example: 'Hương Khê, ngày 15 tháng 6 năm 2022' },
  ngay: { meaning: 'Ngày viết đủ chữ', example: 'ngày 15 tháng 6 năm 2022' },
  ngay_ngan: { meaning: 'Ngày viết gọn', example: '15/6/2022' },
  trich_yeu: { meaning: 'Trích yếu nội dung, dưới chữ BÁO CÁO', example: 'Cải cách hành chính 06 tháng đầu năm 2022' },
  'don_vi.ten': { meaning: 'Tên đơn vị', example: 'Ủy ban nhân dân huyện Hương Khê' },
  'don_vi.ten_ngan': { meaning: 'Tên gọn của đơn vị', example: 'UBND huyện Hương Khê' },
  'don_vi.dia_danh': { meaning: 'Địa danh', example: 'Hương Khê' },
  'ky.ten': { meaning: 'Tên kỳ báo cáo', example: 'quý I/2021' },
  'ky.ten_day_du': { meaning: 'Tên kỳ viết đủ', example: 'quý I năm 2021' },
  'ky.nam': { meaning: 'Năm của kỳ', example: '2021' },
  'ky.nam_truoc': { meaning: 'Năm liền trước', example: '2020' },
  'ky.nam_sau': { meaning: 'Năm liền sau', example: '2022' },
  'ky.tu_ngay': { meaning: 'Ngày đầu của kỳ số liệu', example: '15/12/2020' },
  'ky.den_ngay': { meaning: 'Ngày cuối của kỳ số liệu', example: '14/3/2021' },
  'ky_sau.ten': { meaning: 'Kỳ tiếp theo', example: 'quý II năm 2021' },
  quyen_han: {
    meaning: 'Quyền hạn của người ký (có thể nhiều dòng; để trống khi không có)',
    example: 'KT. CHỦ TỊCH',
    loop: true,
  },
  chuc_vu: { meaning: 'Chức vụ người ký', example: 'PHÓ CHỦ TỊCH' },
  ho_ten: { meaning: 'Họ và tên người ký', example: 'Trần Quốc Bảo' },
  noi_nhan: { meaning: 'Danh sách nơi nhận: {#noi_nhan}{dong}{/noi_nhan}', example: '', loop: true },
  dong: { meaning: 'Một dòng nơi nhận (trong {#noi_nhan})', example: '- Sở Nội vụ;' },
  'phu_luc.nhan': { meaning: 'Nhãn phụ lục', example: 'Phụ lục 1B' },
  'phu_luc.ten': { meaning: 'Tên phụ lục (có thể nhiều dòng)', example: 'THỐNG KÊ SỐ LIỆU …' },
} as const satisfies Readonly<Record<string, FieldMeaning>>;

export type FieldName = keyof typeof FIELDS;

/** What the template of the table of corrections (templates/dinh-chinh.docx) may hold besides. */
export const CORRECTION_FIELDS = {
  'dinh_chinh.so_hieu_goc': { meaning: 'Số và ký hiệu của báo cáo được đính chính', example: '196/BC-UBND' },
  'dinh_chinh.ngay_goc': { meaning: 'Ngày của báo cáo được đính chính', example: 'ngày 15 tháng 6 năm 2022' },
  'dinh_chinh.co_so_lieu': { meaning: 'Điều kiện: có số liệu đính chính', example: '', loop: true },
  'dinh_chinh.so_lieu': { meaning: 'Danh sách số liệu đính chính', example: '', loop: true },
  'dinh_chinh.co_noi_dung': { meaning: 'Điều kiện: có câu chữ đính chính', example: '', loop: true },
  'dinh_chinh.noi_dung': { meaning: 'Danh sách câu chữ đính chính', example: '', loop: true },
  'dinh_chinh.stt': { meaning: 'Số thứ tự của chỉ tiêu trong phụ lục', example: '1.2.1' },
  'dinh_chinh.ten': { meaning: 'Tên chỉ tiêu', example: 'Số nhiệm vụ đề ra trong kế hoạch' },
  'dinh_chinh.don_vi': { meaning: 'Đơn vị tính', example: 'Nhiệm vụ' },
  'dinh_chinh.vi_tri': { meaning: 'Mục có câu chữ đính chính', example: 'Cải cách thể chế' },
  'dinh_chinh.cu': { meaning: 'Số liệu, nội dung đã báo cáo', example: '41' },
  'dinh_chinh.moi': { meaning: 'Số liệu, nội dung đính chính', example: '42' },
} as const satisfies Readonly<Record<string, FieldMeaning>>;

export type CorrectionField = keyof typeof CORRECTION_FIELDS;

/** Tags that only have a meaning within a list that repeats, and the lists that they belong to. */
export const LISTS: readonly { readonly lists: readonly string[]; readonly items: readonly string[] }[] = [
  { lists: ['noi_nhan'], items: ['dong'] },
  {
    lists: ['dinh_chinh.so_lieu', 'dinh_chinh.noi_dung'],
    items: [
      'dinh_chinh.cu',
      'dinh_chinh.moi',
      'dinh_chinh.stt',
      'dinh_chinh.ten',
      'dinh_chinh.don_vi',
      'dinh_chinh.vi_tri',
    ],
  },
];

/** Tags of the prototype rows of the appendix table: `{nhom.…}`, `{muc.…}`, `{trong_do.…}`. */
export const ROW_FIELDS = {
  stt: { meaning: 'Số thứ tự như biểu mẫu in', example: '1.2.1' },
  ten: { meaning: 'Tên chỉ tiêu', example: 'Số nhiệm vụ đề ra trong kế hoạch' },
  don_vi: { meaning: 'Đơn vị tính', example: 'Nhiệm vụ' },
  so_lieu: { meaning: 'Số liệu', example: '41' },
  ghi_chu: { meaning: 'Ghi chú', example: 'VB trọng tâm' },
  co_quan_bao_cao: { meaning: 'Cơ quan chủ trì thống kê, báo cáo', example: 'Sở Nội vụ' },
} as const satisfies Readonly<Record<string, FieldMeaning>>;

export type RowField = keyof typeof ROW_FIELDS;

/** What each kind of prototype row is for. */
export const ROW_KINDS = {
  nhom: 'dòng nhóm (không có số liệu)',
  muc: 'dòng chỉ tiêu',
  trong_do: 'dòng "Trong đó"; vẽ hai dòng với ô đầu gộp dọc thì dòng thứ hai dùng cho các phần sau',
} as const;
