import type { AppendixColumn, OutlineAppendix, OutlineSection, TemplateOutline } from '../../model/outline.ts';
import { STYLE_NAMES } from '../../model/template.ts';
import { textWidth } from '../../model/text-width.ts';
import { escapeXml } from '../../ooxml/xml.ts';
import { correctionBody } from './correction.ts';
import { cell, condition, italicRun, line, paragraph, row, run, table } from './pieces.ts';
import { FORM_STYLES, styleId } from './styles.ts';

/** The body of a new template: the official form with tags. Lengths in twentieths of a point. */

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

/** A4, and the margins of Nghị định 30/2020/NĐ-CP, I.3: 20 mm top and bottom, 30 left, 15 right. */
const PAGE = { width: 11906, height: 16838, top: 1134, bottom: 1134, left: 1701, right: 850, header: 567, footer: 567 };
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const MOTTO_HALF_POINTS = 26;
/** Left and right half of the letterhead. */
const LETTERHEAD = [4120, 5235] as const;
const EMU_PER_TWENTIETH = 635;

export class FormBuilder {
  private drawings = 0;

  constructor(private readonly outline: TemplateOutline) {}

  document(): string {
    const { report, correction, appendix } = this.outline;
    const pieces: string[] = [];
    if (correction) pieces.push(this.letterhead(), correctionBody(), this.signature());
    else if (report)
      pieces.push(this.letterhead(), this.title(), this.sections(this.outline.sections, 0), this.signature());
    if ((report || correction) && appendix !== undefined) {
      pieces.push(
        `<w:p><w:pPr><w:pStyle w:val="${styleId(FORM_STYLES.sectionBreak)}"/>${section(false, false)}</w:pPr></w:p>`,
      );
    }
    if (appendix !== undefined) pieces.push(this.appendix(appendix));
    const last = section(appendix?.landscape ?? false, appendix !== undefined);
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${NAMESPACES} mc:Ignorable="wps"><w:body>${pieces.join('')}${last}</w:body></w:document>`;
  }

  /**
   * A drawn line in a paragraph of its own. `rule` (alternative text "vach 40% co_quan") lets its length follow a text;
   * Nghị định 30/2020/NĐ-CP asks for a drawn line, not for underlining.
   */
  private drawnLine(length: number, rule: string): string {
    this.drawings += 1;
    const extent = Math.round(length) * EMU_PER_TWENTIETH;
    const shape = [
      '<wps:wsp><wps:cNvCnPr/><wps:spPr>',
      `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${extent}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>`,
      '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>',
    ].join('');
    const anchor = [
      `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${251659264 + this.drawings}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">`,
      '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>',
      '<wp:positionV relativeFrom="paragraph"><wp:posOffset>19050</wp:posOffset></wp:positionV>',
      `<wp:extent cx="${extent}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`,
      `<wp:docPr id="${this.drawings}" name="Đường kẻ ${this.drawings}" descr="${escapeXml(rule)}"/><wp:cNvGraphicFramePr/>`,
      `<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:anchor>`,
    ].join('');
    return paragraph(
      FORM_STYLES.line,
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${anchor}</w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
    );
  }

  private letterhead(): string {
    const [left, right] = LETTERHEAD;
    return table(
      LETTERHEAD,
      [
        this.nationRow(),
        row([
          topCell(left, line(FORM_STYLES.number, '{so_ky_hieu}')),
          topCell(right, line(FORM_STYLES.placeDate, '{dia_danh_ngay}')),
        ]),
      ],
      false,
    );
  }

  private nationRow(): string {
    const [left, right] = LETTERHEAD;
    const issuer = [
      this.outline.superior ? SUPERIOR : '',
      line(FORM_STYLES.agency, '{co_quan}'),
      this.drawnLine(1200, 'vach 40% co_quan'),
    ].join('');
    const nation = [
      line(FORM_STYLES.nation, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      line(FORM_STYLES.motto, MOTTO),
      this.drawnLine(textWidth(MOTTO, MOTTO_HALF_POINTS, true), 'Đường kẻ dưới Tiêu ngữ, dài bằng dòng chữ'),
    ].join('');
    return row([topCell(left, issuer), topCell(right, nation)]);
  }

  private title(): string {
    return [
      line(FORM_STYLES.kind, 'BÁO CÁO'),
      line(FORM_STYLES.subject, '{trich_yeu}'),
      this.drawnLine(2400, 'vach 40% trich_yeu'),
      paragraph(FORM_STYLES.line, ''),
    ].join('');
  }

  private sections(sections: readonly OutlineSection[], depth: number): string {
    return sections
      .map((item) => {
        // A part "A." has the first heading style; without parts the sections begin at "I.".
        const level = depth === 0 && !item.part ? 2 : depth + 1;
        const inside = [
          item.heading === undefined ? '' : line(`heading ${level}`, item.heading),
          item.slot === undefined ? '' : this.slot(item.slot),
          this.sections(item.sections, level),
        ].join('');
        return item.optional && item.slot !== undefined ? condition(item.slot, STYLE_NAMES.paragraph, inside) : inside;
      })
      .join('');
  }

  /** The last slots stay with the signature: a leader does not sign on a page that holds nothing of the text. */
  private slot(name: string): string {
    const slots = slotsOf(this.outline.sections);
    const closing = slots.findIndex(
      ({ optional }, i) => !optional && slots.slice(i + 1).every((later) => later.optional),
    );
    const last = slots.slice(closing).some(({ slot }) => slot === name);
    const style = `<w:pStyle w:val="${styleId(STYLE_NAMES.paragraph)}"/>`;
    return `<w:p><w:pPr>${style}${last ? '<w:keepNext/>' : ''}</w:pPr>${run(`{@${name}}`)}</w:p>`;
  }

  private signature(): string {
    const [left, right] = [4355, 5000];
    const recipients = [
      line(FORM_STYLES.recipientsLabel, 'Nơi nhận:'),
      condition('noi_nhan', FORM_STYLES.recipients, line(FORM_STYLES.recipients, '{dong}')),
    ].join('');
    const signer = [
      condition('quyen_han', FORM_STYLES.authority, line(FORM_STYLES.authority, '{quyen_han}')),
      line(FORM_STYLES.authority, '{chuc_vu}'),
      line(FORM_STYLES.signer, '{ho_ten}'),
    ].join('');
    const gap = `<w:p><w:pPr><w:pStyle w:val="${styleId(FORM_STYLES.line)}"/><w:keepNext/></w:pPr></w:p>`;
    return gap + table([left, right], [row([topCell(left, recipients), topCell(right, signer)])], false);
  }

  private appendix(appendix: OutlineAppendix): string {
    return [
      appendix.letterhead ? table(LETTERHEAD, [this.nationRow()], false) + paragraph(FORM_STYLES.line, '') : '',
      line(FORM_STYLES.appendixLabel, '{phu_luc.nhan}'),
      line(FORM_STYLES.appendixTitle, '{phu_luc.ten}'),
      appendix.attachedTo === '' ? '' : line(FORM_STYLES.appendixAttached, appendix.attachedTo),
      paragraph(FORM_STYLES.line, ''),
      appendixTable(appendix),
      paragraph(FORM_STYLES.sectionBreak, ''),
    ].join('');
  }
}

const slotsOf = (sections: readonly OutlineSection[]): readonly OutlineSection[] =>
  sections.flatMap((item) => [...(item.slot === undefined ? [] : [item]), ...slotsOf(item.sections)]);

const topCell = (width: number, inside: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;

const SUPERIOR = condition('co_quan_chu_quan', FORM_STYLES.superior, line(FORM_STYLES.superior, '{co_quan_chu_quan}'));

/** Widths of the columns on a page 9355 wide. */
const WIDTHS: Readonly<Record<AppendixColumn, number>> = {
  stt: 870,
  ten: 3000,
  don_vi: 1700,
  so_lieu: 1160,
  co_quan_bao_cao: 1250,
  ghi_chu: 1780,
};
/** Who reports a row has a long name; of six columns notes take the least. */
const SIX_COLUMN_WIDTHS = { co_quan_bao_cao: 1500, ghi_chu: 1100 } as const;
const LANDSCAPE_EXTRA = 4932;
const WIDER = 900;

/** The label takes what the other columns leave; on a page turned on its side the other texts are wider too. */
function columnWidths(columns: readonly AppendixColumn[], landscape: boolean): readonly number[] {
  const page = 9355 + (landscape ? LANDSCAPE_EXTRA : 0);
  const wider: readonly AppendixColumn[] = landscape ? ['don_vi', 'co_quan_bao_cao', 'ghi_chu'] : [];
  const widths = columns.includes('co_quan_bao_cao') ? { ...WIDTHS, ...SIX_COLUMN_WIDTHS } : WIDTHS;
  const widthOf = (column: AppendixColumn): number => widths[column] + (wider.includes(column) ? WIDER : 0);
  const others = columns.filter((column) => column !== 'ten').reduce((sum, column) => sum + widthOf(column), 0);
  return columns.map((column) => (column === 'ten' ? page - others : widthOf(column)));
}

function appendixTable({ columns, columnNote, landscape }: OutlineAppendix): string {
  const widths = columnWidths(columns, landscape);
  const widthOf = (column: AppendixColumn): number => widths[columns.indexOf(column)] ?? 0;
  const results: readonly AppendixColumn[] = ['don_vi', 'so_lieu'];
  const heads: Readonly<Record<AppendixColumn, string>> = {
    stt: line(FORM_STYLES.columnHead, 'STT'),
    ten:
      line(FORM_STYLES.columnHead, 'Chỉ tiêu thống kê') +
      (columnNote === '' ? '' : paragraph(FORM_STYLES.cellCentre, italicRun(columnNote))),
    don_vi: line(FORM_STYLES.columnHead, 'Đơn vị tính'),
    so_lieu: line(FORM_STYLES.columnHead, 'Số liệu'),
    co_quan_bao_cao: line(FORM_STYLES.columnHead, 'Cơ quan chủ trì thống kê báo cáo'),
    ghi_chu: line(FORM_STYLES.columnHead, 'Ghi chú'),
  };
  const empty = paragraph(FORM_STYLES.columnHead, '');
  const upper = columns
    .filter((column) => column !== 'so_lieu')
    .map((column) =>
      column === 'don_vi'
        ? cell({
            width: widthOf('don_vi') + widthOf('so_lieu'),
            span: 2,
            inside: line(FORM_STYLES.columnHead, 'Kết quả thống kê'),
          })
        : cell({ width: widthOf(column), merge: 'restart', inside: heads[column] }),
    );
  const lower = columns.map((column) =>
    results.includes(column)
      ? cell({ width: widthOf(column), inside: heads[column] })
      : cell({ width: widthOf(column), merge: 'continue', inside: empty }),
  );
  const textColumns: readonly AppendixColumn[] = ['ten', 'ghi_chu', 'co_quan_bao_cao'];
  const prototype = (kind: string, merge?: 'restart' | 'continue'): string =>
    row(
      columns.map((column) => {
        const isText = textColumns.includes(column);
        // A group's figure, unit and note are as light as any other's; its number and label are bold.
        const heavy = kind === 'nhom' && (column === 'stt' || column === 'ten');
        const light = isText ? FORM_STYLES.cellText : FORM_STYLES.cellCentre;
        const style = heavy ? (isText ? FORM_STYLES.groupText : FORM_STYLES.groupCentre) : light;
        const merged = column === 'stt' ? merge : undefined;
        const inside = merged === 'continue' ? paragraph(style, '') : line(style, `{${kind}.${column}}`);
        return cell({ width: widthOf(column), merge: merged, inside });
      }),
    );
  // "Kết quả thống kê" stands over unit and figure; without the pair side by side there is one row of heads.
  const paired = columns.indexOf('so_lieu') === columns.indexOf('don_vi') + 1 && columns.includes('don_vi');
  const single = columns.map((column) => cell({ width: widthOf(column), inside: heads[column] }));
  const rows = [
    ...(paired ? [row(upper, true), row(lower, true)] : [row(single, true)]),
    prototype('nhom'),
    prototype('muc'),
    prototype('trong_do', 'restart'),
    prototype('trong_do', 'continue'),
  ];
  return table(widths, rows, true);
}

/** Section properties: page, margins, page numbers in the top margin from page 2; an annex counts its own pages and notes. */
function section(landscape: boolean, annex: boolean): string {
  const size = landscape
    ? `<w:pgSz w:w="${PAGE.height}" w:h="${PAGE.width}" w:orient="landscape"/>`
    : `<w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/>`;
  return [
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:headerReference w:type="first" r:id="rIdFirst"/>',
    annex ? '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>' : '',
    `<w:type w:val="nextPage"/>${size}`,
    `<w:pgMar w:top="${PAGE.top}" w:right="${PAGE.right}" w:bottom="${PAGE.bottom}" w:left="${PAGE.left}" w:header="${PAGE.header}" w:footer="${PAGE.footer}" w:gutter="0"/>`,
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>',
  ].join('');
}

const HEADER_ROOT = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr ${NAMESPACES} mc:Ignorable="wps">`;

export const pageNumberHeader = (): string =>
  `${HEADER_ROOT}${paragraph('header', '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')}</w:hdr>`;

export const emptyHeader = (): string => `${HEADER_ROOT}${paragraph('header', '')}</w:hdr>`;
