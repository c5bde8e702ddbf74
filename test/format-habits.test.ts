import { describe, expect, test } from 'vitest';
import {
  centre,
  EMPTY,
  found,
  HEADER,
  LAST,
  letterhead,
  line,
  motto,
  NATION,
  p,
  r,
  SIGNATURE,
  SPACED,
  TEXT,
  TIMES,
  TITLE,
  table,
  text,
  whole,
} from './support/official.ts';

/** Unusual, and as the decree asks: what other programs write, and what people do in Word. Nothing is found fault with. */

const SUPERIOR = r('UBND TỈNH HÀ TĨNH', { size: 26 });
const ISSUER = r('SỞ NỘI VỤ', { size: 26, bold: true });
const NUMBER = r('Số: 196/BC-SNV', { size: 26 });
const DATE = r('Hà Tĩnh, ngày 15 tháng 6 năm 2024', { italic: true });
const names = centre(SUPERIOR) + centre(ISSUER);
const country = centre(NATION) + centre(motto);
const AGENCY_LINE = line(68, 97);
const MOTTO_LINE = line(66, 238);

const head = (agencyLine = centre(AGENCY_LINE), mottoLine = centre(MOTTO_LINE)): string =>
  table([3300, 6100], [names + agencyLine, country + mottoLine], [centre(NUMBER), centre(DATE)]);
const under = (top: string): string => [top, TITLE, TEXT, LAST, SIGNATURE].join('');
const signed = (left: string, right: string): string =>
  [letterhead, TITLE, TEXT, LAST, table([4600, 4800], [left, right])].join('');

const LABEL = p(r('Nơi nhận:', { size: 24, bold: true, italic: true }));
const item = (words: string): string => p(r(words, { size: 22 }));
const RECIPIENTS = LABEL + item('- UBND tỉnh;') + item('- Lưu: VT, CCHC.');
const bold = (words: string): string => centre(r(words, { bold: true }));
const NAME = EMPTY + EMPTY + bold('Trần Văn B');

/** A line that Word of today draws, with what older versions show in its place. Length in points. */
const shape = (length: number): string => `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>
<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH><wp:extent cx="${length * 12700}" cy="0"/>
<wp:docPr id="3" name="Straight Connector 3"/><a:graphic><a:graphicData uri="wps"><wps:wsp><wps:spPr>
<a:prstGeom prst="line"/><a:ln w="9525"><a:solidFill/></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></mc:Choice><mc:Fallback>${line(40, 40 + length).slice(5, -6)}</mc:Fallback></mc:AlternateContent></w:r>`;

/** A line as Word 97 drew it, brought over. */
const connector = (length: number): string =>
  `<w:r><w:pict><v:shape type="#_x0000_t32" style="position:absolute;margin-left:40pt;margin-top:2pt;width:${length}pt;height:0"/></w:pict></w:r>`;

const bordered = (aside: number): string =>
  p(
    '',
    `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr><w:ind w:left="${aside}" w:right="${aside}"/>`,
  );

const THEME = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>
<a:minorFont><a:latin typeface="Times New Roman"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;
const THEMED = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>';
const DEFAULTS = `<w:docDefaults><w:rPrDefault><w:rPr>${TIMES}<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>`;
const field = (properties: string): string =>
  p(`<w:fldSimple w:instr=" PAGE  \\* MERGEFORMAT ">${r('2')}</w:fldSimple>`, properties);

describe('unusual, and right', () => {
  test.each<readonly [string, string]>([
    ['a letterhead in a content control', under(`<w:sdt><w:sdtPr/><w:sdtContent>${head()}</w:sdtContent></w:sdt>`)],
    [
      'a date in a content control',
      under(head().replace(DATE, `<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>${DATE}</w:sdtContent></w:sdt>`)),
    ],
    ['a letterhead in a table of its own table', under(table([9400], [head() + EMPTY]))],
    [
      'a letterhead with a column between',
      under(
        table(
          [3300, 300, 5800],
          [names + centre(AGENCY_LINE), EMPTY, country + centre(MOTTO_LINE)],
          [centre(NUMBER), EMPTY, centre(DATE)],
        ),
      ),
    ],
    [
      'a row for each line',
      under(
        table(
          [3300, 6100],
          [centre(SUPERIOR), centre(NATION)],
          [centre(ISSUER), centre(motto)],
          [centre(AGENCY_LINE), centre(MOTTO_LINE)],
          [centre(NUMBER), centre(DATE)],
        ),
      ),
    ],
    ['a grid that states no widths', under(head().replace(/<w:gridCol w:w="\d+"\/>/g, '<w:gridCol w:w="0"/>'))],
    ['no grid at all', under(head().replace(/<w:tblGrid>.*?<\/w:tblGrid>/, ''))],
    [
      'number and date on one line, pushed apart',
      under(
        `${table([3300, 6100], [names + centre(AGENCY_LINE), country + centre(MOTTO_LINE)])}${p(`${r('      ')}${NUMBER}${r('\t\t\t')}${DATE}`)}`,
      ),
    ],
    ['lines of Word of today', under(head(centre(shape(35)), centre(shape(170))))],
    ['lines of Word 97', under(head(centre(connector(35)), centre(connector(170))))],
    ['lines as borders of paragraphs', under(head(bordered(1230), bordered(1250)))],
    [
      'letters of 13.5 points',
      whole.replaceAll(
        '<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Đã',
        '<w:sz w:val="27"/></w:rPr><w:t xml:space="preserve">Đã',
      ),
    ],
    [
      'a font with what LibreOffice takes in its place',
      whole.replaceAll('"Times New Roman"', '"Times New Roman;Times New Roman"'),
    ],
    [
      'what was deleted with tracked changes',
      whole.replace(
        '<w:r><w:rPr>',
        '<w:del><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:rPr>',
      ),
    ],
    [
      'a title in one paragraph',
      [
        letterhead,
        EMPTY,
        centre(r('BÁO CÁO\nKết quả cải cách hành chính 6 tháng đầu năm 2024\ncủa Sở Nội vụ', { bold: true })),
        centre(line(180, 280)),
        TEXT,
        LAST,
        SIGNATURE,
      ].join(''),
    ],
    [
      'recipients in one paragraph',
      signed(
        p(r('Nơi nhận:', { size: 24, bold: true, italic: true }) + r('\n- UBND tỉnh;\n- Lưu: VT, CCHC.', { size: 22 })),
        bold('GIÁM ĐỐC') + NAME,
      ),
    ],
    [
      'recipients of whom some get it by wire',
      signed(
        LABEL + item('Gửi bản điện tử:') + item('- Sở Nội vụ (b/c);') + item('- Lưu: VT, CCHC (02b).'),
        bold('GIÁM ĐỐC') + NAME,
      ),
    ],
    [
      'what a digital signature leaves between title and name',
      signed(
        RECIPIENTS,
        `${bold('GIÁM ĐỐC')}${p(r('Ký bởi: Sở Nội vụ\nThời gian ký: 15.06.2024 10:00:00 +07:00', { size: 16 }))}${NAME}`,
      ),
    ],
    [
      '"(Đã ký)" between title and name',
      signed(RECIPIENTS, bold('GIÁM ĐỐC') + centre(r('(Đã ký)', { italic: true })) + NAME),
    ],
    ['TL.', signed(RECIPIENTS, bold('TL. GIÁM ĐỐC') + bold('CHÁNH VĂN PHÒNG') + NAME)],
    ['TUQ.', signed(RECIPIENTS, bold('TUQ. GIÁM ĐỐC') + bold('TRƯỞNG PHÒNG CẢI CÁCH HÀNH CHÍNH') + NAME)],
    ['Q.', signed(RECIPIENTS, bold('Q. GIÁM ĐỐC') + NAME)],
    ['a deputy in charge', signed(RECIPIENTS, bold('KT. GIÁM ĐỐC') + bold('PHÓ GIÁM ĐỐC PHỤ TRÁCH') + NAME)],
    [
      'the chairman of a council, who signs for himself',
      signed(RECIPIENTS, bold('CHỦ TỊCH') + NAME)
        .replace('UBND TỈNH HÀ TĨNH', 'HỘI ĐỒNG NHÂN DÂN')
        .replace('SỞ NỘI VỤ', 'TỈNH HÀ TĨNH')
        .replace(
          '<w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">HỘI',
          '<w:b/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">HỘI',
        ),
    ],
  ])('%s', (_, body) => {
    expect(found(body)).toEqual([]);
  });

  test('fonts of the theme', () => {
    const themed = (xml: string): string => xml.replaceAll(TIMES, THEMED);
    expect(found(themed(whole), { parts: { theme: THEME, header: themed(HEADER) } })).toEqual([]);
  });

  test('fonts and sizes of the defaults', () => {
    const bare = (xml: string): string => xml.replaceAll(TIMES, '').replaceAll('<w:sz w:val="28"/>', '');
    expect(found(bare(whole), { parts: { styles: DEFAULTS, header: bare(HEADER) } })).toEqual([]);
  });

  test.each<readonly [string, string]>([
    ['a simple field', field('<w:jc w:val="center"/>')],
    ["Word's own gallery", `<w:sdt><w:sdtPr/><w:sdtContent>${HEADER}</w:sdtContent></w:sdt>`],
    ['a frame', field('<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center" w:y="1"/>')],
    ['a tab that leads to the middle', field('').replace('<w:fldSimple', `${r('\t')}<w:fldSimple`)],
  ])('a page number in %s', (_, header) => {
    expect(found(whole, { parts: { header } })).toEqual([]);
  });
});

describe('documents that are cited', () => {
  const citing = (words: string): readonly string[] =>
    found([letterhead, TITLE, TEXT, text(words), LAST, SIGNATURE].join(''));

  test.each([
    'Ngày 28/12/2023, UBND tỉnh Hà Tĩnh có Quyết định số 2388/QĐ-UBND về việc giao biên chế công chức năm 2024.',
    'Để duy trì hệ thống nói trên, Kế hoạch số 12/KH-SNV đã được Giám đốc Sở ban hành ngày 29/01/2024.',
    'Thực hiện Nghị quyết số 39-NQ/TW và Nghị quyết số 56-NQ/TW ngày 17/4/2015 của Bộ Chính trị.',
    'Thực hiện Kế hoạch số 25/KH-UBND ngày 05/02/2024 của UBND tỉnh về thực hiện Nghị quyết số 76-NQ/TW của Chính phủ.',
    'Theo Quyết định số 15/QĐ-UBND năm 2024 của Ủy ban nhân dân tỉnh.',
    'Đang trình Quyết định số 15/QĐ-UBND ngày    /6/2024 của Ủy ban nhân dân tỉnh.',
    'Trong tháng 01/2024 (ngày 15/01/2024), Ủy ban nhân dân tỉnh cùng các sở, ban, ngành ký Chương trình số 07/CTr-UBND.',
  ])('dated in their sentence: %s', (words) => {
    expect(citing(words)).toEqual([]);
  });

  test.each<readonly [string, string]>([
    ['Thực hiện Quyết định số 15/QĐ-UBND của Ủy ban nhân dân tỉnh.', 'Quyết định số 15/QĐ-UBND'],
    ['Theo Quyết định số 15/QĐ-UBND và Kế hoạch của Sở; ngày 05/02/2024 tổ chức hội nghị.', 'Quyết định số 15/QĐ-UBND'],
    [
      'Kế hoạch số 25/KH-UBND ngày 05/02/2024 đã xong. Thực hiện Nghị quyết số 76-NQ/TW của Chính phủ.',
      'Nghị quyết số 76-NQ/TW',
    ],
  ])('undated: %s', (words, name) => {
    expect(citing(words)).toEqual([`canh_bao the-thuc-vien-dan: Viện dẫn lần đầu: không ghi ngày: ${name}`]);
  });

  test('a document that a footnote cites in full is dated', () => {
    const body = [letterhead, TITLE, TEXT, text('Thực hiện Quyết định số 15/QĐ-UBND của tỉnh.'), LAST, SIGNATURE].join(
      '',
    );
    const note = (words: string): string => `<w:footnote w:id="2">${p(r(words, { size: 20 }))}</w:footnote>`;
    const separator = `<w:footnote w:type="separator" w:id="0">${p('<w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>-</w:t></w:r>')}</w:footnote>`;
    const footnotes = separator + note('Quyết định số 15/QĐ-UBND ngày 05/02/2024 của Ủy ban nhân dân tỉnh.');
    expect(found(body, { parts: { footnotes } })).toEqual([]);
  });
});

describe('letters of before Unicode are read as people read them', () => {
  const TCVN: readonly (readonly [string, string])[] = [
    ['CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Céng hoµ x· héi chñ nghÜa ViÖt Nam'],
    ['Độc lập - Tự do - Hạnh phúc', '§éc lËp - Tù do - H¹nh phóc'],
  ];
  const VNI: readonly (readonly [string, string])[] = [
    ['CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM'],
    ['Độc lập - Tự do - Hạnh phúc', 'Ñoäc laäp - Töï do - Haïnh phuùc'],
  ];
  const typed = (pairs: readonly (readonly [string, string])[], fonts: readonly string[]): string =>
    pairs.reduce((xml, [now, before], i) => {
      const at = xml.indexOf(now);
      const run = xml.lastIndexOf(TIMES, at);
      const old = TIMES.replaceAll('Times New Roman', fonts[i] ?? '');
      return xml.slice(0, run) + xml.slice(run).replace(TIMES, old).replace(now, before);
    }, whole);

  test.each([
    ['.VnTimeH and .VnTime', typed(TCVN, ['.VnTimeH', '.VnTime']), ['.VnTimeH', '.VnTime']],
    ['VNI-Times', typed(VNI, ['VNI-Times', 'VNI-Times']), ['VNI-Times']],
  ] as const)('%s', (_, body, fonts) => {
    expect(found(body)).toEqual(
      fonts.map((font) => `canh_bao the-thuc-phong-chu: Phông chữ: ${font}, không theo bộ mã Unicode`),
    );
  });

  test('text of today that only carries the name of an old font stays as it is', () => {
    const body = whole.replace(TIMES, TIMES.replaceAll('Times New Roman', '.VnTime'));
    expect(found(body)).toEqual(['canh_bao the-thuc-phong-chu: Phông chữ: .VnTime, không theo bộ mã Unicode']);
  });
});

describe('what the decree does not speak of', () => {
  test('a document of the Party is told of, not measured', () => {
    const top = table(
      [4000, 5400],
      [bold('TỈNH ỦY HÀ TĨNH') + centre(r('*')), bold('ĐẢNG CỘNG SẢN VIỆT NAM') + centre(MOTTO_LINE) + centre(DATE)],
    );
    expect(found(under(top))).toEqual([
      'goi_y the-thuc-van-ban-khac: Văn bản có tiêu đề "ĐẢNG CỘNG SẢN VIỆT NAM", không phải văn bản hành chính theo Nghị định 30/2020/NĐ-CP: không đo',
    ]);
  });

  test('a template is measured as it will be printed, and said to be one', () => {
    const body = whole
      .replace('SỞ NỘI VỤ', '{co_quan}')
      .replace('Số:         /BC-SNV', '{so_ky_hieu}')
      .replace('Trần Văn B', '{ho_ten}')
      .replace('Hà Tĩnh, ngày        tháng 6 năm 2024', '{dia_danh_ngay}');
    expect(found(body)).toEqual([
      'goi_y the-thuc-do-mau: Tệp này là mẫu, có các thẻ {co_quan}, {so_ky_hieu}, {dia_danh_ngay} …: đã đo với chữ ví dụ ở chỗ của thẻ',
    ]);
  });
});

/** One thing is wrong in a document that someone else made: that is found, and nothing else. */
describe('one fault', () => {
  const KT = r('KT. GIÁM ĐỐC', { bold: true });
  const cases: readonly (readonly [what: string, from: string, to: string, said: string])[] = [
    ['a small Quốc hiệu', NATION, NATION.replace('"26"', '"22"'), 'the-thuc-quoc-hieu: Quốc hiệu, cỡ chữ: 11'],
    ['a light Quốc hiệu', NATION, NATION.replace('<w:b/>', ''), 'the-thuc-quoc-hieu: Quốc hiệu, độ đậm: không đậm'],
    [
      'no capitals in the motto',
      'Tự do - Hạnh',
      'tự do - hạnh',
      'the-thuc-tieu-ngu: Tiêu ngữ: "Độc lập - tự do - hạnh phúc"',
    ],
    [
      'a short line under the motto',
      line(66, 238),
      line(120, 180),
      'the-thuc-ke-tieu-ngu: Đường kẻ dưới Tiêu ngữ: dài bằng 35% dòng chữ',
    ],
    [
      'a light agency',
      ISSUER,
      ISSUER.replace('<w:b/>', ''),
      'the-thuc-co-quan-ban-hanh: Tên cơ quan ban hành, độ đậm: không đậm',
    ],
    [
      'an agency flush left',
      centre(ISSUER),
      p(ISSUER),
      'the-thuc-co-quan-ban-hanh: Tên cơ quan ban hành, canh lề: canh trái',
    ],
    [
      'a bold superior',
      SUPERIOR,
      SUPERIOR.replace('<w:sz', '<w:b/><w:sz'),
      'the-thuc-co-quan-chu-quan: Tên cơ quan chủ quản, độ đậm: đậm',
    ],
    [
      'an upright date',
      DATE,
      r('Hà Tĩnh, ngày 15 tháng 6 năm 2024'),
      'the-thuc-dia-danh-ngay: Địa danh và thời gian, kiểu chữ: đứng',
    ],
    [
      'a light kind',
      r('BÁO CÁO', { bold: true }),
      r('BÁO CÁO'),
      'the-thuc-ten-loai: Tên loại văn bản, độ đậm: không đậm',
    ],
    [
      'an italic title of a khoản',
      r('1. Cải cách thể chế', { bold: true }),
      r('1. Cải cách thể chế', { bold: true, italic: true }),
      'the-thuc-dieu-khoan: Khoản có tiêu đề, kiểu chữ: nghiêng',
    ],
    [
      'a title of a khoản smaller than the text',
      r('1. Cải cách thể chế', { bold: true }),
      r('1. Cải cách thể chế', { bold: true, size: 26 }),
      'the-thuc-dieu-khoan: Khoản có tiêu đề, cỡ chữ: 13',
    ],
    [
      'KT. without its point',
      KT,
      r('KT GIÁM ĐỐC', { bold: true }),
      'the-thuc-nguoi-ky: Quyền hạn, chức vụ của người ký: "KT"',
    ],
    ['K.T', KT, r('K.T GIÁM ĐỐC', { bold: true }), 'the-thuc-nguoi-ky: Quyền hạn, chức vụ của người ký: "K.T"'],
    ['T/L', KT, r('T/L GIÁM ĐỐC', { bold: true }), 'the-thuc-nguoi-ky: Quyền hạn, chức vụ của người ký: "T/L"'],
    [
      'a name in capitals',
      'Trần Văn B',
      'TRẦN VĂN B',
      'the-thuc-nguoi-ky: Họ tên người ký, chữ hoa, chữ thường: in hoa',
    ],
    ['a doctor', 'Trần Văn B', 'ThS. Trần Văn B', 'the-thuc-nguoi-ky: Họ tên người ký: có "ThS." trước họ tên'],
    [
      'big recipients',
      r('- UBND tỉnh;', { size: 22 }),
      r('- UBND tỉnh;', { size: 24 }),
      'the-thuc-noi-nhan: Danh sách nơi nhận, cỡ chữ: 12',
    ],
    [
      'nobody archives it',
      '- Lưu: VT, CCHC.',
      '- Sở Tài chính.',
      'the-thuc-noi-nhan: Danh sách nơi nhận: không có dòng "Lưu"',
    ],
  ];
  test.each(cases)('%s', (_, from, to, said) => {
    const body = under(head());
    expect(body).toContain(from);
    expect(found(body.replace(from, () => to))).toEqual([`canh_bao ${said}`]);
  });

  test('letters of a footnote in another font, at its place', () => {
    const footnotes = `<w:footnote w:id="2">${p('<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr><w:t>Theo báo cáo của Sở.</w:t></w:r>', SPACED)}</w:footnote>`;
    expect(found(whole, { parts: { footnotes } })).toEqual(['canh_bao the-thuc-phong-chu: Phông chữ: Arial']);
  });
});
