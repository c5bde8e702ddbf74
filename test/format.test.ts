import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFormat } from '../src/format/index.ts';
import { sampleField } from '../src/jobs/sample-fields.ts';
import type { Problem } from '../src/model/problem.ts';
import { type Change, changed } from './support/word.ts';

/**
 * The form that Nghị định 30/2020/NĐ-CP asks for: our templates have it; and when one thing of a template is broken, that
 * is what is found, at its place, and nothing else.
 */

const here = path.join(import.meta.dirname, '..');
const templates = readdirSync(path.join(here, 'templates')).filter((name) => name.endsWith('.docx'));
const read = (name: string): Uint8Array => readFileSync(path.join(here, 'templates', name));
const check = (bytes: Uint8Array) =>
  checkFormat({ bytes, file: 'mau.docx', standing: 'template', sample: sampleField });

/** `code | subject | found @ where`. */
function shown({ code, message, at }: Problem): string {
  const [said = ''] = message.vi.split('; quy định');
  const where =
    at.kind !== 'template'
      ? 'tệp'
      : at.section === undefined
        ? `${at.part === 'thân văn bản' ? '' : `${at.part} `}${at.paragraph ?? ''}`
        : `phần ${at.section}`;
  return `${code} | ${said} @ ${where}`;
}

describe('our templates', () => {
  test.each(templates)('%s obeys every rule', (name) => {
    const { value, problems } = check(read(name));
    expect(problems.map(shown)).toEqual([]);
    expect(value?.['phu_luc'] ?? value?.['ten_loai']).toBeDefined();
  });
});

const STYLES = 'word/styles.xml';
const DOCUMENT = 'word/document.xml';
const HEADER = 'word/header1.xml';

const swap =
  (from: string, to: string): Change =>
  (xml) =>
    xml.replace(from, () => to);

/** Changes a style, found by its name. */
const style =
  (name: string, change: Change): Change =>
  (xml) =>
    xml.replace(new RegExp(`<w:style [^>]*><w:name w:val="${name}"/>[\\s\\S]*?</w:style>`), change);

const size =
  (halfPoints: number): Change =>
  (xml) =>
    /<w:sz /.test(xml)
      ? xml.replace(/<w:sz w:val="\d+"\/>/, `<w:sz w:val="${halfPoints}"/>`)
      : xml.replace(/<w:rPr>|<\/w:style>/, (end) =>
          end === '<w:rPr>'
            ? `<w:rPr><w:sz w:val="${halfPoints}"/>`
            : `<w:rPr><w:sz w:val="${halfPoints}"/></w:rPr>${end}`,
        );
const light: Change = (xml) => xml.replace('<w:b/><w:bCs/>', '');
const bold: Change = (xml) => xml.replace('<w:rPr>', '<w:rPr><w:b/>');
const italic: Change = (xml) => xml.replace('<w:rPr>', '<w:rPr><w:i/>');
const upright: Change = (xml) => xml.replace('<w:i/><w:iCs/>', '');
const left: Change = swap('<w:jc w:val="center"/>', '<w:jc w:val="left"/>');

/** Puts formatting into the run of a text. */
const run =
  (text: string, properties: string): Change =>
  (xml) =>
    xml.replace(new RegExp(`<w:r>(?=<w:t[^>]*>${text}</w:t>)`), `<w:r><w:rPr>${properties}</w:rPr>`);

type Fault = readonly [name: string, part: string, change: Change, found: string | readonly string[]];

const BODY = 'Ủy ban nhân dân huyện đã ban hành và tổ chức thực hiện kế hoạch cải cách hành ch';

const FAULTS: readonly Fault[] = [
  // I. Page, font, colour, page number.
  [
    'Letter paper',
    DOCUMENT,
    swap('<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="12240" w:h="15840"/>'),
    'the-thuc-kho-giay | Khổ giấy: 215,9 x 279,4 mm @ phần 1',
  ],
  [
    'narrow left margin',
    DOCUMENT,
    swap('w:left="1701"', 'w:left="1440"'),
    'the-thuc-le-trang | Lề trái: 25,4 mm @ phần 1',
  ],
  [
    'wide right margin',
    DOCUMENT,
    swap('w:right="850"', 'w:right="1417"'),
    'the-thuc-le-trang | Lề phải: 25 mm @ phần 1',
  ],
  ['small top margin', DOCUMENT, swap('w:top="1134"', 'w:top="850"'), 'the-thuc-le-trang | Lề trên: 15 mm @ phần 1'],
  ['a gutter', DOCUMENT, swap('w:gutter="0"', 'w:gutter="567"'), 'the-thuc-le-trang | Lề trái: 40 mm @ phần 1'],
  [
    'another font in one line',
    DOCUMENT,
    run('BÁO CÁO', '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
    'the-thuc-phong-chu | Phông chữ: Arial @ BÁO CÁO',
  ],
  [
    'a font of before Unicode',
    DOCUMENT,
    run('BÁO CÁO', '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'),
    'the-thuc-phong-chu | Phông chữ: .VnTimeH, không theo bộ mã Unicode @ BÁO CÁO',
  ],
  [
    'coloured letters',
    DOCUMENT,
    run('BÁO CÁO', '<w:color w:val="FF0000"/>'),
    'the-thuc-mau-chu | Màu chữ: #FF0000 @ BÁO CÁO',
  ],
  [
    'page number on the left',
    STYLES,
    style('header', left),
    'the-thuc-so-trang | Số trang: không canh giữa @ đầu trang 2',
  ],
  ['small page number', STYLES, style('header', size(22)), 'the-thuc-so-trang | Số trang: cỡ chữ 11 @ đầu trang 2'],
  [
    'italic page number',
    HEADER,
    (xml) => xml.replace(/<w:r>(?=<w:t>2)/, '<w:r><w:rPr><w:i/></w:rPr>'),
    'the-thuc-so-trang | Số trang: chữ nghiêng @ đầu trang 2',
  ],
  [
    'words around the page number',
    HEADER,
    swap('<w:r>', '<w:r><w:t xml:space="preserve">Trang </w:t></w:r><w:r>'),
    'the-thuc-so-trang | Số trang: có thêm "Trang" @ đầu trang Trang 2',
  ],
  [
    'page number on the first page',
    DOCUMENT,
    swap('<w:titlePg/>', ''),
    'the-thuc-so-trang | Số trang: hiện cả ở trang thứ nhất @ phần 1',
  ],
  [
    'Roman page numbers',
    DOCUMENT,
    (xml) => xml.replaceAll('<w:pgNumType w:start="1"/>', '<w:pgNumType w:fmt="upperRoman" w:start="1"/>'),
    'the-thuc-so-trang | Số trang: kiểu số upperRoman @ phần 1',
  ],
  [
    'annex counts on',
    DOCUMENT,
    (xml) => xml.replace(/<w:pgNumType w:start="1"\/>(?![\s\S]*<w:pgNumType)/, ''),
    'the-thuc-so-trang | Số trang của phụ lục: đánh tiếp số trang của văn bản @ Phụ lục 1B',
  ],
  // II.1. Quốc hiệu, Tiêu ngữ.
  [
    'small Quốc hiệu',
    STYLES,
    style('Quốc hiệu', size(22)),
    'the-thuc-quoc-hieu | Quốc hiệu, cỡ chữ: 11 @ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  ],
  [
    'light Quốc hiệu',
    STYLES,
    style('Quốc hiệu', light),
    'the-thuc-quoc-hieu | Quốc hiệu, độ đậm: không đậm @ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  ],
  [
    'Quốc hiệu in lower case',
    DOCUMENT,
    swap('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Cộng hòa xã hội chủ nghĩa Việt Nam'),
    'the-thuc-quoc-hieu | Quốc hiệu, chữ hoa, chữ thường: in thường @ Cộng hòa xã hội chủ nghĩa Việt Nam',
  ],
  [
    'Quốc hiệu on the left of its cell',
    STYLES,
    style('Quốc hiệu', left),
    'the-thuc-quoc-hieu | Quốc hiệu, canh lề: canh trái @ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  ],
  [
    'a slip in Quốc hiệu',
    DOCUMENT,
    swap('CHỦ NGHĨA VIỆT NAM', 'CHŨ NGHIÃ VIÊT NM'),
    'the-thuc-quoc-hieu | Quốc hiệu: "CỘNG HÒA XÃ HỘI CHŨ NGHIÃ VIÊT NM" @ CỘNG HÒA XÃ HỘI CHŨ NGHIÃ VIÊT NM',
  ],
  [
    'light Tiêu ngữ',
    STYLES,
    style('Tiêu ngữ', light),
    'the-thuc-tieu-ngu | Tiêu ngữ, độ đậm: không đậm @ Độc lập - Tự do - Hạnh phúc',
  ],
  [
    'hyphens without blanks',
    DOCUMENT,
    swap('Độc lập - Tự do - Hạnh phúc</w:t>', 'Độc lập-Tự do-Hạnh phúc</w:t>'),
    'the-thuc-tieu-ngu | Tiêu ngữ: "Độc lập-Tự do-Hạnh phúc" @ Độc lập-Tự do-Hạnh phúc',
  ],
  [
    'long dashes',
    DOCUMENT,
    swap('Độc lập - Tự do - Hạnh phúc</w:t>', 'Độc lập – Tự do – Hạnh phúc</w:t>'),
    'the-thuc-tieu-ngu | Tiêu ngữ: gạch ngang dài (–) @ Độc lập – Tự do – Hạnh phúc',
  ],
  [
    'short line under the motto',
    DOCUMENT,
    (xml) => xml.replace(/<wp:extent cx="\d+"(?=(?:(?!<wp:extent)[\s\S])*Tiêu ngữ)/, '<wp:extent cx="800000"'),
    'the-thuc-ke-tieu-ngu | Đường kẻ dưới Tiêu ngữ: dài bằng 40% dòng chữ @ Độc lập - Tự do - Hạnh phúc',
  ],
  [
    'dashed line under the motto',
    DOCUMENT,
    (xml) => xml.replace(/(Tiêu ngữ, dài[\s\S]*?)(<\/a:ln>)/, '$1<a:prstDash val="dash"/>$2'),
    'the-thuc-ke-tieu-ngu | Đường kẻ dưới Tiêu ngữ: nét đứt, hoặc gõ bằng dấu gạch rời @ Độc lập - Tự do - Hạnh phúc',
  ],
  [
    'no line under the motto',
    DOCUMENT,
    (xml) => xml.replace(/<w:p>(?:(?!<w:p>)[\s\S])*Đường kẻ dưới Tiêu ngữ[\s\S]*?<\/w:p>/, ''),
    'the-thuc-ke-tieu-ngu | Đường kẻ dưới Tiêu ngữ: không thấy đường kẻ @ Độc lập - Tự do - Hạnh phúc',
  ],
  // II.2. Agencies.
  [
    'bold superior',
    STYLES,
    style('Cơ quan chủ quản', bold),
    'the-thuc-co-quan-chu-quan | Tên cơ quan chủ quản, độ đậm: đậm @ UBND TỈNH BẮC KẠN',
  ],
  [
    'big superior',
    STYLES,
    style('Cơ quan chủ quản', size(28)),
    'the-thuc-co-quan-chu-quan | Tên cơ quan chủ quản, cỡ chữ: 14 @ UBND TỈNH BẮC KẠN',
  ],
  [
    'light agency',
    STYLES,
    style('Cơ quan ban hành', light),
    'the-thuc-co-quan-ban-hanh | Tên cơ quan ban hành, độ đậm: không đậm @ SỞ NỘI VỤ',
  ],
  [
    'italic agency',
    STYLES,
    style('Cơ quan ban hành', italic),
    'the-thuc-co-quan-ban-hanh | Tên cơ quan ban hành, kiểu chữ: nghiêng @ SỞ NỘI VỤ',
  ],
  [
    'long line under the agency',
    DOCUMENT,
    swap('vach 40% co_quan', 'vach 100% co_quan'),
    'the-thuc-ke-co-quan | Đường kẻ dưới tên cơ quan ban hành: dài bằng 100% dòng chữ @ SỞ NỘI VỤ',
  ],
  // II.3, II.4, V. Number, date, sizes.
  [
    'big number',
    STYLES,
    style('Số ký hiệu', size(28)),
    'the-thuc-so-ky-hieu | Số, ký hiệu, cỡ chữ: 14 @ Số: 196/BC-UBND',
  ],
  [
    'upright date',
    STYLES,
    style('Địa danh ngày', upright),
    'the-thuc-dia-danh-ngay | Địa danh và thời gian, kiểu chữ: đứng @ Hương Khê, ngày 15 tháng 6 năm 2022',
  ],
  [
    'Quốc hiệu of the other set',
    STYLES,
    style('Quốc hiệu', size(26)),
    'the-thuc-bo-co-chu | Bộ cỡ chữ: Quốc hiệu 13, Tiêu ngữ 13, ngày tháng 13 @ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  ],
  [
    'number typed with blanks',
    DOCUMENT,
    swap('{so_ky_hieu}', 'Số: 5 / BC - SNV'),
    [
      'the-thuc-so-ky-hieu | Số, ký hiệu: "Số: 5 / BC - SNV" @ Số: 5 / BC - SNV',
      'the-thuc-so-ky-hieu | Số, ký hiệu: "Số: 5 / BC - SNV" @ Số: 5 / BC - SNV',
    ],
  ],
  [
    'date without a comma',
    DOCUMENT,
    swap('{dia_danh_ngay}', 'Hà Tĩnh ngày 15 tháng 6 năm 2022'),
    'the-thuc-dia-danh-ngay | Địa danh và thời gian: "Hà Tĩnh ngày 15 tháng 6 năm 2022" @ Hà Tĩnh ngày 15 tháng 6 năm 2022',
  ],
  [
    'day without a leading 0',
    DOCUMENT,
    swap('{dia_danh_ngay}', 'Hà Tĩnh, ngày 5 tháng 6 năm 2022'),
    'the-thuc-dia-danh-ngay | Địa danh và thời gian: "Hà Tĩnh, ngày 5 tháng 6 năm 2022" @ Hà Tĩnh, ngày 5 tháng 6 năm 2022',
  ],
  [
    'month with a 0 too many',
    DOCUMENT,
    swap('{dia_danh_ngay}', 'Hà Tĩnh, ngày 15 tháng 06 năm 2022'),
    'the-thuc-dia-danh-ngay | Địa danh và thời gian: "Hà Tĩnh, ngày 15 tháng 06 năm 2022" @ Hà Tĩnh, ngày 15 tháng 06 năm 2022',
  ],
  // II.5. Title.
  ['light kind', STYLES, style('Tên loại', light), 'the-thuc-ten-loai | Tên loại văn bản, độ đậm: không đậm @ BÁO CÁO'],
  [
    'kind in lower case',
    DOCUMENT,
    swap('>BÁO CÁO<', '>Báo cáo<'),
    'the-thuc-ten-loai | Tên loại văn bản, chữ hoa, chữ thường: in thường @ Báo cáo',
  ],
  [
    'italic subject',
    STYLES,
    style('Trích yếu', italic),
    'the-thuc-trich-yeu | Trích yếu nội dung, kiểu chữ: nghiêng @ Cải cách hành chính 06 tháng đầu năm 2022',
  ],
  [
    'long line under the subject',
    DOCUMENT,
    swap('vach 40% trich_yeu', 'vach 80% trich_yeu'),
    'the-thuc-ke-trich-yeu | Đường kẻ dưới trích yếu: dài bằng 80% dòng chữ @ Cải cách hành chính 06 tháng đầu năm 2022',
  ],
  // II.6. Text and headings.
  ['small text', STYLES, style('Nội dung', size(24)), `the-thuc-noi-dung | Lời văn, cỡ chữ: 12 @ ${BODY}`],
  [
    'text flush left',
    STYLES,
    style('Nội dung', swap('<w:jc w:val="both"/>', '<w:jc w:val="left"/>')),
    `the-thuc-noi-dung | Lời văn, canh lề: canh trái @ ${BODY}`,
  ],
  [
    'first line without indent',
    STYLES,
    style('Nội dung', swap('w:firstLine="720"', 'w:firstLine="0"')),
    `the-thuc-noi-dung | Lời văn, lùi đầu dòng: 0 mm @ ${BODY}`,
  ],
  [
    'double spacing',
    STYLES,
    style('Nội dung', swap('w:line="264"', 'w:line="480"')),
    `the-thuc-noi-dung | Lời văn, khoảng cách dòng: 2 dòng @ ${BODY}`,
  ],
  [
    'italic text',
    STYLES,
    style('Nội dung', (xml) => xml.replace('</w:style>', '<w:rPr><w:i/></w:rPr></w:style>')),
    `the-thuc-noi-dung | Lời văn, kiểu chữ: nghiêng @ ${BODY}`,
  ],
  [
    'light section headings',
    STYLES,
    style('heading 2', light),
    'the-thuc-de-muc | Tiêu đề mục (I, II, …), độ đậm: không đậm @ I. TÌNH HÌNH THỰC HIỆN VÀ CÔNG TÁC KIỂM TRA, TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH TẠ',
  ],
  [
    'section headings in lower case',
    STYLES,
    style('heading 2', swap('<w:caps/>', '')),
    'the-thuc-de-muc | Tiêu đề mục (I, II, …), chữ hoa, chữ thường: in thường @ V. Đánh giá chung',
  ],
  [
    'light clause titles',
    STYLES,
    style('heading 3', light),
    'the-thuc-dieu-khoan | Khoản có tiêu đề, độ đậm: không đậm @ 1. Công tác triển khai thực hiện kế hoạch CCHC',
  ],
  // II.7, II.9. End.
  [
    'light title of the signer',
    STYLES,
    style('Quyền hạn chức vụ', light),
    'the-thuc-nguoi-ky | Quyền hạn, chức vụ của người ký, độ đậm: không đậm @ TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH',
  ],
  [
    'small name',
    STYLES,
    style('Họ tên người ký', size(24)),
    'the-thuc-nguoi-ky | Họ tên người ký, cỡ chữ: 12 @ Trần Quốc Bảo',
  ],
  [
    'a degree',
    DOCUMENT,
    swap('{ho_ten}', 'TS. Trần Quốc Bảo'),
    'the-thuc-nguoi-ky | Họ tên người ký: có "TS." trước họ tên @ TS. Trần Quốc Bảo',
  ],
  [
    'upright Nơi nhận',
    STYLES,
    style('Nơi nhận', upright),
    'the-thuc-noi-nhan | Từ "Nơi nhận", kiểu chữ: đứng @ Nơi nhận:',
  ],
  [
    'big list of recipients',
    STYLES,
    style('Nơi nhận danh sách', size(26)),
    'the-thuc-noi-nhan | Danh sách nơi nhận, cỡ chữ: 13 @ - Như trên; - Lưu: VT, VP.',
  ],
  [
    'Nơi nhận without a colon',
    DOCUMENT,
    swap('Nơi nhận:</w:t>', 'Nơi nhận</w:t>'),
    'the-thuc-noi-nhan | Từ "Nơi nhận": không có dấu hai chấm @ Nơi nhận',
  ],
  // III.1. Annex.
  [
    'small annex label',
    STYLES,
    style('Phụ lục nhãn', size(26)),
    'the-thuc-phu-luc | Từ "Phụ lục" và số thứ tự, cỡ chữ: 13 @ Phụ lục 1B',
  ],
  [
    'annex label in capitals',
    DOCUMENT,
    swap('{phu_luc.nhan}', 'PHỤ LỤC'),
    'the-thuc-phu-luc | Từ "Phụ lục" và số thứ tự: in hoa @ PHỤ LỤC',
  ],
  [
    'light annex title',
    STYLES,
    style('Phụ lục tên', light),
    'the-thuc-phu-luc | Tên phụ lục, độ đậm: không đậm @ THỐNG KÊ SỐ LIỆU …',
  ],
];

describe('one thing broken in a template: that is found, at its place, and nothing else', () => {
  test.each(FAULTS)('%s', (_, part, change, found) => {
    const { problems } = check(changed(read('so-bac-kan.docx'), part, change));
    expect(problems.map(shown)).toEqual(typeof found === 'string' ? [found] : found);
  });
});
