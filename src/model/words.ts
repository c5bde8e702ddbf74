/**
 * The one table between the officials' words (YAML keys, without tone marks) and the code's. Nothing else translates.
 */
export const WORDS = {
  unit: {
    name: 'ten',
    shortName: 'ten_ngan',
    superior: 'co_quan_chu_quan',
    agency: 'co_quan',
    agencyType: 'loai',
    symbol: 'ky_hieu',
    placeName: 'dia_danh',
    template: 'mau',
    catalogue: 'danh_muc',
    subject: 'trich_yeu',
    format: 'dinh_dang',
    signatory: 'nguoi_ky',
    recipients: 'noi_nhan',
    parent: 'thuoc',
    validFrom: 'tu_ngay',
    validTo: 'den_ngay',
    successors: 'ke_tiep',
  },
  /** A template in templates/hieu-luc.yaml. */
  validity: {
    validFrom: 'tu_ngay',
    validTo: 'den_ngay',
    successors: 'ke_tiep',
  },
  format: {
    leadingZero: 'so_0_dung_truoc',
    thousands: 'dau_hang_nghin',
  },
  signatory: {
    authority: 'quyen_han',
    position: 'chuc_vu',
    name: 'ho_ten',
  },
  catalogue: {
    title: 'ten',
    label: 'nhan',
    footnotes: 'chu_thich',
    rows: 'chi_tieu',
    rules: 'quy_tac',
    validFrom: 'tu_ngay',
    validTo: 'den_ngay',
    successors: 'ke_tiep',
  },
  row: {
    id: 'id',
    number: 'stt',
    label: 'ten',
    kind: 'kieu',
    unitOfMeasure: 'don_vi',
    codes: 'ma',
    note: 'ghi_chu',
    reportedBy: 'co_quan_bao_cao',
    formula: 'cong_thuc',
    cumulative: 'luy_ke',
    stable: 'on_dinh',
    bold: 'dam',
    italic: 'nghieng',
    part: 'trong_do',
    consolidation: 'tong_hop',
  },
  rule: {
    id: 'id',
    expression: 'bieu_thuc',
    severity: 'muc_do',
    whenMissing: 'khi_thieu',
    message: 'thong_bao',
  },
  report: {
    number: 'so',
    date: 'ngay',
    template: 'mau',
    catalogue: 'danh_muc',
    subject: 'trich_yeu',
    signatory: 'nguoi_ky',
    recipients: 'noi_nhan',
    narrative: 'noi_dung',
    values: 'so_lieu',
    justifications: 'giai_trinh',
    unreviewed: 'xem_lai',
  },
  value: {
    value: 'gia_tri',
    shown: 'hien_thi',
    note: 'ghi_chu',
  },
  justification: {
    code: 'ma',
    indicator: 'chi_tieu',
    slot: 'khe',
    basis: 'can_cu',
    reason: 'ly_do',
  },
  outline: {
    report: 'van_ban',
    correction: 'dinh_chinh',
    superior: 'co_quan_chu_quan',
    sections: 'muc',
    appendix: 'phu_luc',
  },
  section: {
    heading: 'tieu_de',
    slot: 'khe',
    optional: 'tuy_chon',
    part: 'phan',
    sections: 'muc',
  },
  appendix: {
    columns: 'cot',
    columnNote: 'ghi_chu_cot',
    attachedTo: 'kem_theo',
    letterhead: 'quoc_hieu',
    landscape: 'kho_ngang',
  },
} as const;

export type WordTable = Readonly<Record<string, string>>;

/** Value kinds: `kieu` of an indicator. */
export const VALUE_KINDS = {
  nhom: 'heading',
  so_dem: 'count',
  ti_le: 'percent',
  tien: 'money',
  ma: 'code',
  co_khong: 'yes-no',
  phan_so: 'fraction',
  van_ban: 'text',
} as const;

export type ValueKind = (typeof VALUE_KINDS)[keyof typeof VALUE_KINDS];

/** How an indicator is put together over the units below one: `tong_hop`. */
export const CONSOLIDATIONS = {
  tong: 'sum',
  tinh_lai: 'recompute',
  cuoi: 'last',
  dem_co: 'count-yes',
  khong: 'none',
} as const;
export type Consolidation = (typeof CONSOLIDATIONS)[keyof typeof CONSOLIDATIONS];

/** Agency types: `loai` of a unit. From when to when they reported: validity.ts. */
export const AGENCY_TYPES = ['so', 'van-phong', 'ubnd-huyen', 'ubnd-xa', 'ubnd-tinh'] as const;
export type AgencyType = (typeof AGENCY_TYPES)[number];

/** Severities of a catalogue's rule: `muc_do`. */
export const RULE_SEVERITIES = ['loi', 'canh_bao', 'goi_y'] as const;
export type RuleSeverity = (typeof RULE_SEVERITIES)[number];

/** What a missing value does to a rule: `khi_thieu`. */
export const WHEN_MISSING = ['bo_qua', 'bo_qua_khi_thieu_het', 'khong_bo_qua'] as const;
export type WhenMissing = (typeof WHEN_MISSING)[number];
