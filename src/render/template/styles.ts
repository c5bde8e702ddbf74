import { STYLE_NAMES } from '../../model/template.ts';
import { escapeXml } from '../../ooxml/xml.ts';

/**
 * The styles that a new template starts with, after Nghị định 30/2020/NĐ-CP, Phụ lục I. From then on the template's
 * keeper changes them in Word; nothing reads this table again. Sizes in half-points, lengths in twentieths of a point.
 */
interface ParagraphLook {
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  /** 240 is single. */
  readonly line?: number;
  readonly keepNext?: boolean;
  readonly level?: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly capitals?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const FONT = 'Times New Roman';

/** Style name → style id: the name without tone marks and blanks. */
export const styleId = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/(?:^|\s+)(\w)/g, (_, letter: string) => letter.toUpperCase());

function runProperties(look: ParagraphLook): string {
  const inside = [
    look.bold === undefined ? '' : `<w:b${look.bold ? '' : ' w:val="0"'}/><w:bCs${look.bold ? '' : ' w:val="0"'}/>`,
    look.italic === undefined
      ? ''
      : `<w:i${look.italic ? '' : ' w:val="0"'}/><w:iCs${look.italic ? '' : ' w:val="0"'}/>`,
    look.capitals ? '<w:caps/>' : '',
    look.size === undefined ? '' : `<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>`,
  ].join('');
  return inside === '' ? '' : `<w:rPr>${inside}</w:rPr>`;
}

function paragraphProperties(look: ParagraphLook): string {
  const spacing = [
    look.before === undefined ? '' : ` w:before="${look.before}"`,
    look.after === undefined ? '' : ` w:after="${look.after}"`,
    look.line === undefined ? '' : ` w:line="${look.line}" w:lineRule="auto"`,
  ].join('');
  const numbering =
    look.level === undefined ? '' : `<w:numPr><w:ilvl w:val="${look.level}"/><w:numId w:val="1"/></w:numPr>`;
  const inside = [
    look.keepNext ? '<w:keepNext/>' : '',
    numbering,
    spacing === '' ? '' : `<w:spacing${spacing}/>`,
    look.firstLine === undefined ? '' : `<w:ind w:firstLine="${look.firstLine}"/>`,
    look.align === undefined ? '' : `<w:jc w:val="${look.align}"/>`,
    look.level === undefined ? '' : `<w:outlineLvl w:val="${look.level}"/>`,
  ].join('');
  return inside === '' ? '' : `<w:pPr>${inside}</w:pPr>`;
}

function paragraphStyle(name: string, basedOn: string, look: ParagraphLook): string {
  return [
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${styleId(name)}"><w:name w:val="${escapeXml(name)}"/>`,
    `<w:basedOn w:val="${styleId(basedOn)}"/><w:qFormat/>${paragraphProperties(look)}${runProperties(look)}</w:style>`,
  ].join('');
}

/** A style that Word knows by its English name. */
function builtIn(type: 'paragraph' | 'character', name: string, basedOn: string, inside: string, next = ''): string {
  const base = basedOn === '' ? '' : `<w:basedOn w:val="${styleId(basedOn)}"/>`;
  const following = next === '' ? '' : `<w:next w:val="${styleId(next)}"/>`;
  const head = `<w:style w:type="${type}" w:styleId="${styleId(name)}"><w:name w:val="${name}"/>`;
  return `${head}${base}${following}<w:qFormat/>${inside}</w:style>`;
}

function characterStyle(name: string, properties: string): string {
  return `<w:style w:type="character" w:customStyle="1" w:styleId="${styleId(name)}"><w:name w:val="${escapeXml(name)}"/><w:qFormat/><w:rPr>${properties}</w:rPr></w:style>`;
}

const BODY: ParagraphLook = { align: 'both', firstLine: 720, before: 0, after: 120, line: 264 };
const HEADING: ParagraphLook = {
  align: 'left',
  firstLine: 720,
  before: 60,
  after: 120,
  line: 264,
  keepNext: true,
  bold: true,
};

/** Names of the template's own styles that the code never uses: they dress what is drawn in the template. */
export const FORM_STYLES = {
  superior: 'Cơ quan chủ quản',
  agency: 'Cơ quan ban hành',
  nation: 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  line: 'Đường kẻ',
  number: 'Số ký hiệu',
  placeDate: 'Địa danh ngày',
  kind: 'Tên loại',
  subject: 'Trích yếu',
  authority: 'Quyền hạn chức vụ',
  signer: 'Họ tên người ký',
  recipientsLabel: 'Nơi nhận',
  recipients: 'Nơi nhận danh sách',
  appendixLabel: 'Phụ lục nhãn',
  appendixTitle: 'Phụ lục tên',
  appendixAttached: 'Phụ lục kèm theo',
  columnHead: 'Phụ lục đầu cột',
  cellText: 'Phụ lục ô chữ',
  cellCentre: 'Phụ lục ô giữa',
  groupText: 'Phụ lục nhóm chữ',
  groupCentre: 'Phụ lục nhóm giữa',
  sectionBreak: 'Ngắt phần',
} as const;

const CENTRED: ParagraphLook = { align: 'center', before: 0, after: 0 };

function formStyles(): string {
  const looks: Readonly<Record<keyof typeof FORM_STYLES, ParagraphLook>> = {
    // The smaller of the decree's two sets of sizes (12 with 13): a long agency name stays on one line.
    superior: { ...CENTRED, size: 24 },
    agency: { ...CENTRED, size: 24, bold: true },
    nation: { ...CENTRED, size: 24, bold: true },
    motto: { ...CENTRED, size: 26, bold: true },
    line: { ...CENTRED, size: 8 },
    number: { ...CENTRED, size: 26 },
    placeDate: { ...CENTRED, size: 26, italic: true },
    kind: { ...CENTRED, before: 360, size: 28, bold: true, keepNext: true },
    subject: { ...CENTRED, size: 28, bold: true, keepNext: true },
    authority: { ...CENTRED, size: 28, bold: true, capitals: true, keepNext: true },
    signer: { ...CENTRED, before: 1440, size: 28, bold: true },
    recipientsLabel: { align: 'left', before: 0, after: 0, size: 24, bold: true, italic: true, keepNext: true },
    recipients: { align: 'left', before: 0, after: 0, size: 22, keepNext: true },
    appendixLabel: { ...CENTRED, size: 28, bold: true, keepNext: true },
    appendixTitle: { ...CENTRED, size: 28, bold: true, capitals: true, keepNext: true },
    appendixAttached: { ...CENTRED, size: 28, italic: true, keepNext: true },
    columnHead: { ...CENTRED, before: 40, after: 40, size: 24, bold: true },
    cellText: { align: 'left', before: 40, after: 40, size: 24 },
    cellCentre: { ...CENTRED, before: 40, after: 40, size: 24 },
    // A group's row stays with the row below it.
    groupText: { align: 'left', before: 40, after: 40, size: 24, bold: true, keepNext: true },
    groupCentre: { ...CENTRED, before: 40, after: 40, size: 24, bold: true, keepNext: true },
    sectionBreak: { before: 0, after: 0, size: 2 },
  };
  return Object.entries(FORM_STYLES)
    .map(([key, name]) => {
      const look = Object.entries(looks).find(([known]) => known === key)?.[1] ?? {};
      return paragraphStyle(name, 'Normal', look);
    })
    .join('');
}

function contentStyles(): string {
  const N = STYLE_NAMES;
  return [
    paragraphStyle(N.paragraph, 'Normal', BODY),
    ...[N.dash, N.plus, N.star, N.numbered, N.point].map((name) => paragraphStyle(name, N.paragraph, {})),
    paragraphStyle(N.subheading1, N.paragraph, { bold: true, keepNext: true }),
    paragraphStyle(N.subheading2, N.paragraph, { bold: true, italic: true, keepNext: true }),
    paragraphStyle(N.subheading3, N.paragraph, { italic: true, keepNext: true }),
    paragraphStyle(N.tableHead, 'Normal', { align: 'center', before: 40, after: 40, size: 26, bold: true }),
    paragraphStyle(N.tableCell, 'Normal', { align: 'left', before: 40, after: 40, size: 26 }),
    paragraphStyle(N.tableCentre, N.tableCell, { align: 'center' }),
    paragraphStyle(N.tableRight, N.tableCell, { align: 'right' }),
    tableStyle(N.table),
    characterStyle(N.bold, '<w:b/><w:bCs/>'),
    characterStyle(N.italic, '<w:i/><w:iCs/>'),
    characterStyle(N.boldItalic, '<w:b/><w:bCs/><w:i/><w:iCs/>'),
    characterStyle(N.superscript, '<w:vertAlign w:val="superscript"/>'),
    builtIn(
      'paragraph',
      N.footnoteText,
      'Normal',
      '<w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>',
    ),
    builtIn('character', N.footnoteMark, '', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
  ].join('');
}

export const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

function tableStyle(name: string): string {
  return [
    `<w:style w:type="table" w:customStyle="1" w:styleId="${styleId(name)}"><w:name w:val="${name}"/>`,
    '<w:basedOn w:val="TableNormal"/><w:qFormat/>',
    `<w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr></w:style>`,
  ].join('');
}

/** Word's own styles: headings numbered A. / I. / 1. / 1.1., page number. */
function wordStyles(): string {
  const heading = (level: number, look: ParagraphLook): string =>
    builtIn(
      'paragraph',
      `heading ${level + 1}`,
      'Normal',
      `${paragraphProperties({ ...HEADING, ...look, level })}${runProperties({ ...HEADING, ...look })}`,
      STYLE_NAMES.paragraph,
    );
  return [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>',
    heading(0, { capitals: true }),
    heading(1, { capitals: true }),
    heading(2, {}),
    heading(3, {}),
    builtIn('paragraph', 'header', 'Normal', '<w:pPr><w:jc w:val="center"/></w:pPr>'),
  ].join('');
}

export function stylesXml(): string {
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>`,
    `<w:rFonts w:ascii="${FONT}" w:eastAsia="${FONT}" w:hAnsi="${FONT}" w:cs="${FONT}"/>`,
    '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>',
    '</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
    wordStyles(),
    contentStyles(),
    formStyles(),
    '</w:styles>',
  ].join('');
}

/** A. / I. / 1. / 1.1. through the heading styles, so that no section number can be doubled or skipped. */
export function numberingXml(): string {
  const levels = [
    ['upperLetter', '%1.'],
    ['upperRoman', '%2.'],
    ['decimal', '%3.'],
    ['decimal', '%3.%4.'],
  ];
  const inside = levels
    .map(
      ([format, text], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="Heading${level + 1}"/><w:suff w:val="space"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`,
    )
    .join('');
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="${MAIN}">`,
    `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${inside}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
  ].join('');
}
