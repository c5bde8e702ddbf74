import { checkFormat } from '../../src/format/index.ts';
import { sampleField } from '../../src/jobs/sample-fields.ts';
import { type WordParts, word } from './word.ts';

/** Official documents as people make them in Word, put together from their parts: letterhead, title, text, end. */

export interface Letters {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
}

export const TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>';

/** A run: `\n` breaks the line, `\t` is a tab. */
export function r(text: string, { size = 28, bold, italic, underline }: Letters = {}): string {
  const properties = `${TIMES}${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size}"/>${underline ? '<w:u w:val="single"/>' : ''}`;
  const inside = text
    .split(/([\n\t])/)
    .map((piece) =>
      piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${piece}</w:t>`,
    )
    .join('');
  return `<w:r><w:rPr>${properties}</w:rPr>${inside}</w:r>`;
}

export const p = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
export const centre = (runs: string): string => p(runs, '<w:jc w:val="center"/>');
export const SPACED = '<w:spacing w:before="120" w:line="276" w:lineRule="auto"/>';
export const text = (words: string, letters: Letters = {}): string =>
  p(r(words, letters), `${SPACED}<w:ind w:firstLine="720"/><w:jc w:val="both"/>`);
export const EMPTY = p('');

export const table = (widths: readonly number[], ...rows: readonly (readonly string[])[]): string => {
  const cell = (inside: string, i: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[i] ?? 0}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
};

/** A line drawn in VML, from and to in points. */
export const line = (from: number, to: number): string =>
  `<w:r><w:pict><v:line style="position:absolute" from="${from}pt,3pt" to="${to}pt,3pt"/></w:pict></w:r>`;

export const NATION = r('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 26, bold: true });
export const MOTTO = { size: 28, bold: true };
export const motto = r('Độc lập - Tự do - Hạnh phúc', MOTTO);

export const PAGE =
  '<w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/><w:titlePg/>';
export const SECTION = `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>${PAGE}</w:sectPr>`;
export const HEADER = centre(
  `<w:r><w:rPr>${TIMES}<w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
);

export const LETTERHEADS = {
  'a table without borders, lines drawn': table(
    [3300, 6100],
    [
      centre(r('UBND TỈNH HÀ TĨNH', { size: 26 })) +
        centre(r('SỞ NỘI VỤ', { size: 26, bold: true })) +
        centre(line(68, 97)),
      centre(NATION) + centre(motto) + centre(line(66, 238)),
    ],
    [
      centre(r('Số:         /BC-SNV', { size: 26 })),
      centre(r('Hà Tĩnh, ngày        tháng 6 năm 2024', { italic: true })),
    ],
  ),
  'one row, names broken by soft breaks, motto underlined, the line typed': table(
    [3700, 5700],
    [
      centre(r('UBND TỈNH HÀ TĨNH\n', { size: 26 }) + r('SỞ NỘI VỤ', { size: 26, bold: true })) +
        centre(r('____', { size: 26 })) +
        centre(r('Số: 05/BC-SNV', { size: 26 })),
      centre(NATION) +
        centre(r('Độc lập - Tự do - Hạnh phúc', { ...MOTTO, underline: true })) +
        centre(r('Hà Tĩnh, ngày 05 tháng 01 năm 2024', { italic: true })),
    ],
  ),
  'tabs, half of the agency underlined': (() => {
    const stops = '<w:tabs><w:tab w:val="center" w:pos="1700"/><w:tab w:val="center" w:pos="6500"/></w:tabs>';
    const two = (left: string, right: string): string => p(`${r('\t')}${left}${r('\t')}${right}`, stops);
    return [
      two(r('UBND TỈNH HÀ TĨNH', { size: 26 }), NATION),
      two(
        r('SỞ ', { size: 26, bold: true }) +
          r('NỘI', { size: 26, bold: true, underline: true }) +
          r(' VỤ', { size: 26, bold: true }),
        r('Độc lập - Tự do - Hạnh phúc', { ...MOTTO, underline: true }),
      ),
      two(r('Số: 196/BC-SNV', { size: 26 }), r('Hà Tĩnh, ngày 15 tháng 6 năm 2024', { italic: true })),
    ].join('');
  })(),
} as const;

export const TITLE = [
  EMPTY,
  centre(r('BÁO CÁO', { bold: true })),
  centre(r('Kết quả cải cách hành chính 6 tháng đầu năm 2024', { bold: true })),
  centre(r('________________')),
  EMPTY,
].join('');

export const TEXT = [
  text(
    'Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân tỉnh về cải cách hành chính năm 2024, Sở Nội vụ báo cáo như sau:',
  ),
  p(r('I. KẾT QUẢ ĐẠT ĐƯỢC', { bold: true }), `${SPACED}<w:ind w:firstLine="720"/>`),
  p(r('1. Cải cách thể chế', { bold: true }), `${SPACED}<w:ind w:firstLine="720"/>`),
  text('Đã tham mưu ban hành 05 văn bản quy phạm pháp luật theo đúng trình tự, thủ tục và thẩm quyền quy định.'),
  text('1.1. Về rà soát, đã thực hiện với 12 văn bản, kiến nghị sửa đổi 02 văn bản không còn phù hợp.'),
  text('a) Về kiểm soát thủ tục hành chính, đã rà soát 12 thủ tục và niêm yết công khai tại trụ sở cơ quan.'),
  text('b) Về giải quyết hồ sơ, tiếp nhận 120 hồ sơ, đã giải quyết 118 hồ sơ đúng hạn, đạt tỷ lệ 98,3%.'),
].join('');
export const LAST = text('Trên đây là báo cáo của Sở Nội vụ./.');

export const SIGNATURE = table(
  [4600, 4800],
  [
    p(r('Nơi nhận:', { size: 24, bold: true, italic: true })) +
      p(r('- UBND tỉnh;', { size: 22 })) +
      p(r('- Lưu: VT, CCHC.', { size: 22 })),
    centre(r('KT. GIÁM ĐỐC', { bold: true })) +
      centre(r('PHÓ GIÁM ĐỐC', { bold: true })) +
      EMPTY +
      centre(r('Trần Văn B', { bold: true })),
  ],
);

export const letterhead = LETTERHEADS['a table without borders, lines drawn'];
export const whole = [letterhead, TITLE, TEXT, LAST, SIGNATURE].join('');

export interface Around {
  readonly section?: string;
  readonly parts?: Omit<WordParts, 'body'>;
}

/** What is said of a document that someone else made: `severity code: what`. */
export function found(body: string, { section = SECTION, parts = {} }: Around = {}): readonly string[] {
  const { problems } = checkFormat({
    bytes: word({ body: body + section, header: HEADER, ...parts }),
    file: 'van-ban.docx',
    standing: 'other',
    sample: sampleField,
  });
  return problems.map(({ code, severity, message }) => `${severity} ${code}: ${message.vi.split('; quy định')[0]}`);
}

/** The whole document with one text in the place of another. */
export const replaced = (from: string, to: string): string => {
  if (!whole.includes(from)) throw new Error(`the document does not hold ${from}`);
  return whole.replace(from, () => to);
};
