/** Đề cương: what a new template is made from. */
export interface TemplateOutline {
  /** The official form (letterhead to Nơi nhận); without it the template is an appendix alone. */
  readonly report: boolean;
  /** The table of corrections, with letterhead and signature, in place of a report. */
  readonly correction: boolean;
  /** The letterhead names a superior body above the agency. */
  readonly superior: boolean;
  readonly sections: readonly OutlineSection[];
  readonly appendix: OutlineAppendix | undefined;
}

export interface OutlineSection {
  readonly heading?: string;
  readonly slot?: string;
  /** Heading and slot fall away when the report leaves the slot out. */
  readonly optional: boolean;
  /** A part "A." above the sections "I.". */
  readonly part: boolean;
  readonly sections: readonly OutlineSection[];
}

export const APPENDIX_COLUMNS = ['stt', 'ten', 'don_vi', 'so_lieu', 'co_quan_bao_cao', 'ghi_chu'] as const;
export type AppendixColumn = (typeof APPENDIX_COLUMNS)[number];

/** The form of most provinces, and the one that names who reports each figure. */
export const FIVE_COLUMNS: readonly AppendixColumn[] = ['stt', 'ten', 'don_vi', 'so_lieu', 'ghi_chu'];
export const SIX_COLUMNS: readonly AppendixColumn[] = ['stt', 'ten', 'don_vi', 'so_lieu', 'co_quan_bao_cao', 'ghi_chu'];

export interface OutlineAppendix {
  readonly columns: readonly AppendixColumn[];
  /** Under the label column's heading, in italics. */
  readonly columnNote: string;
  /** The line "(Kèm theo Báo cáo số …)", with tags; left out when empty. */
  readonly attachedTo: string;
  /** The letterhead stands on the appendix too. */
  readonly letterhead: boolean;
  readonly landscape: boolean;
}

/** The appendix that an outline asks for when it says nothing else. */
export const PLAIN_APPENDIX: OutlineAppendix = {
  columns: FIVE_COLUMNS,
  columnNote: '',
  attachedTo: '(Kèm theo Báo cáo số {so_hieu} ngày {ngay_ngan} của {don_vi.ten})',
  letterhead: false,
  landscape: false,
};
