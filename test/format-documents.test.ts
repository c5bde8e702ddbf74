import { describe, expect, test } from 'vitest';
import { checkFormat } from '../src/format/index.ts';
import {
  centre,
  EMPTY,
  found,
  HEADER,
  LAST,
  LETTERHEADS,
  letterhead,
  NATION,
  p,
  r,
  replaced,
  SECTION,
  SIGNATURE,
  SPACED,
  TEXT,
  TITLE,
  table,
  text,
  whole,
} from './support/official.ts';
import { word } from './support/word.ts';

/** Documents that this program did not make, set in the ways in which people set them. */

describe('documents without a fault', () => {
  test.each(Object.entries(LETTERHEADS))('letterhead: %s', (_, head) => {
    expect(found([head, TITLE, TEXT, LAST, SIGNATURE].join(''))).toEqual([]);
  });

  test('decomposed letters are the same letters', () => {
    expect(found(whole.normalize('NFD'))).toEqual([]);
  });

  test('an official letter: no kind, "V/v" under the number, Kính gửi', () => {
    const head = letterhead
      .replace('/BC-SNV', '/SNV-CCHC')
      .replace(/(\/SNV-CCHC.*?<\/w:p>)/, `$1${centre(r('V/v báo cáo cải cách hành chính', { size: 24 }))}`);
    const to = centre(r('Kính gửi: Ủy ban nhân dân tỉnh Hà Tĩnh.'));
    expect(found([head, EMPTY, to, TEXT, LAST, SIGNATURE].join(''))).toEqual([]);
  });

  test('a decision: grounds in italics, who issues it, Điều', () => {
    const article = (number: number, words: string): string =>
      p(
        r(`Điều ${number}.`, { bold: true }) + r(` ${words}`),
        `${SPACED}<w:ind w:firstLine="567"/><w:jc w:val="both"/>`,
      );
    const body = [
      letterhead.replace('/BC-SNV', '/QĐ-SNV'),
      TITLE.replace('BÁO CÁO', 'QUYẾT ĐỊNH').replace('Kết quả', 'Về kế hoạch'),
      centre(r('GIÁM ĐỐC SỞ NỘI VỤ', { bold: true })),
      text('Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;', { italic: true }),
      text(
        'Căn cứ Quyết định số 15/QĐ-UBND ngày 02 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh về chức năng của Sở Nội vụ;',
        { italic: true },
      ),
      text('Theo đề nghị của Chánh Văn phòng Sở.', { italic: true }),
      centre(r('QUYẾT ĐỊNH:', { bold: true })),
      article(1, 'Ban hành kèm theo Quyết định này Kế hoạch kiểm tra cải cách hành chính năm 2024.'),
      article(2, 'Quyết định này có hiệu lực kể từ ngày ký./.'),
      SIGNATURE,
    ];
    expect(found(body.join(''))).toEqual([]);
  });

  test('two annexes, each in a section of its own, the second on its side', () => {
    const annexSection = (size: string): string =>
      `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>${size}<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`;
    const annex = (number: string): string =>
      centre(r(`Phụ lục ${number}`, { bold: true })) +
      centre(r('SỐ LIỆU CẢI CÁCH HÀNH CHÍNH', { bold: true })) +
      centre(r('(Kèm theo Báo cáo số      /BC-SNV ngày     /6/2024 của Sở Nội vụ)', { italic: true })) +
      table([900, 8500], [centre(r('STT', { size: 24 })), centre(r('Nội dung', { size: 24 }))]);
    const portrait = '<w:pgSz w:w="11907" w:h="16840"/>';
    const landscape = '<w:pgSz w:w="16840" w:h="11907" w:orient="landscape"/>';
    const body = [
      whole.replace('báo cáo của Sở Nội vụ', 'báo cáo của Sở Nội vụ (có các Phụ lục kèm theo)'),
      `<w:p><w:pPr>${SECTION}</w:pPr></w:p>`,
      annex('I'),
      `<w:p><w:pPr>${annexSection(portrait)}</w:pPr></w:p>`,
      annex('II'),
    ];
    expect(found(body.join(''), { section: annexSection(landscape) })).toEqual([]);
  });
});

describe('faults in such documents', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'letters that Word would call e) after d)',
      whole.replace('>b) Về', '>e) Về'),
      ['canh_bao the-thuc-diem: Điểm, chữ cái: "e)" sau "a)"'],
    ],
    [
      'a letter that is none',
      whole.replace('>b) Về', '>f) Về'),
      ['canh_bao the-thuc-diem: Điểm, chữ cái: "f)" sau "a)"'],
    ],
    [
      'a deputy without KT.',
      replaced('KT. GIÁM ĐỐC', 'GIÁM ĐỐC')
        .replace(/(GIÁM ĐỐC<.*?)PHÓ GIÁM ĐỐC/, '$1PHÓ GIÁM ĐỐC')
        .replace(centre(r('GIÁM ĐỐC', { bold: true })), ''),
      ['canh_bao the-thuc-nguoi-ky: Quyền hạn, chức vụ của người ký: cấp phó ký mà không có "KT."'],
    ],
    [
      'dots in KT.',
      replaced('KT. GIÁM', 'K.T. GIÁM'),
      ['canh_bao the-thuc-nguoi-ky: Quyền hạn, chức vụ của người ký: "K.T."'],
    ],
    [
      'the archive without a full stop',
      replaced('- Lưu: VT, CCHC.', '- Lưu: VT, CCHC'),
      ['canh_bao the-thuc-noi-nhan: Danh sách nơi nhận: "- Lưu: VT, CCHC"'],
    ],
    [
      'no semicolon',
      replaced('- UBND tỉnh;', '- UBND tỉnh'),
      ['canh_bao the-thuc-noi-nhan: Danh sách nơi nhận: "- UBND tỉnh"'],
    ],
    [
      'text without "./."',
      replaced('Nội vụ./.', 'Nội vụ.'),
      ['goi_y the-thuc-ket-thuc: Cuối nội dung văn bản: "…o cáo của Sở Nội vụ."'],
    ],
    [
      'a document cited without its date',
      replaced('12/KH-UBND ngày 05/01/2024', '12/KH-UBND'),
      ['canh_bao the-thuc-vien-dan: Viện dẫn lần đầu: không ghi ngày: Kế hoạch số 12/KH-UBND'],
    ],
    [
      'a heading in small letters',
      replaced('I. KẾT QUẢ ĐẠT ĐƯỢC', 'I. Kết quả đạt được'),
      ['canh_bao the-thuc-de-muc: Tiêu đề mục (I, II, …), chữ hoa, chữ thường: in thường'],
    ],
    [
      'a picture in the place of Quốc hiệu',
      replaced(NATION, ''),
      [
        'goi_y the-thuc-khong-nhan-ra: Không nhận ra trong tệp này: Quốc hiệu; các quy định về những thành phần đó chưa được đo',
      ],
    ],
    [
      'the sign of another kind',
      replaced('/BC-SNV', '/KH-SNV'),
      ['canh_bao the-thuc-so-ky-hieu: Số, ký hiệu: ký hiệu "KH" trên văn bản "BÁO CÁO"'],
    ],
    [
      'text in another font, many times',
      whole.replaceAll(
        /(<w:r>)<w:rPr><w:rFonts[^>]*>(?=<w:sz w:val="28"\/><\/w:rPr><w:t xml:space="preserve">(?:Thực|a\)|b\)))/g,
        '$1<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>',
      ),
      ['canh_bao the-thuc-phong-chu: Phông chữ: Arial'],
    ],
  ])('%s', (_, body, problems) => {
    expect(found(body)).toEqual(problems);
  });

  const article = (head: string, words: string): string =>
    p(r(head, { bold: true }) + r(` ${words}`), `${SPACED}<w:ind w:firstLine="567"/><w:jc w:val="both"/>`);
  const centred = (words: string): string => centre(r(words, { bold: true }));
  const opened = (added: string): string => [letterhead, TITLE, added, TEXT, LAST, SIGNATURE].join('');
  const within = (added: string): string => [letterhead, TITLE, TEXT, added, LAST, SIGNATURE].join('');
  const annex = (label: string): string =>
    centred(label) +
    centred('SỐ LIỆU') +
    centre(r('(Kèm theo Báo cáo số 05/BC-SNV ngày 05/01/2024 của Sở Nội vụ)', { italic: true })) +
    table([9400], [centre(r('STT', { size: 24 }))]);
  const BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

  test.each<readonly [string, string, readonly string[]]>([
    [
      'Kính gửi without a colon',
      opened(centre(r('Kính gửi Ủy ban nhân dân tỉnh Hà Tĩnh'))),
      ['canh_bao the-thuc-kinh-gui: Kính gửi: không có dấu hai chấm'],
    ],
    [
      'grounds upright, the last with a semicolon',
      opened(text('Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;')),
      [
        'canh_bao the-thuc-can-cu: Căn cứ, kiểu chữ: đứng',
        'canh_bao the-thuc-can-cu: Căn cứ, dòng cuối: kết thúc bằng ";"',
      ],
    ],
    [
      'a colon after Điều',
      within(article('Điều 1:', 'Ban hành kèm theo Quyết định này Kế hoạch kiểm tra năm 2024.')),
      ['canh_bao the-thuc-dieu-khoan: Từ "Điều", số và tiêu đề, dấu sau số: dấu hai chấm'],
    ],
    [
      'a bracket after the number of a khoản',
      within(text('1) Các đơn vị đã ban hành kế hoạch và phân công người thực hiện.')),
      ['canh_bao the-thuc-dieu-khoan: Số thứ tự khoản, dấu sau số: dấu đóng ngoặc'],
    ],
    [
      'a chapter in capitals on the line of its title, flush left',
      within(p(r('CHƯƠNG I QUY ĐỊNH CHUNG', { bold: true }), SPACED)),
      [
        'canh_bao the-thuc-de-muc: Từ "Phần", "Chương", "Mục" và số, canh lề: không canh giữa',
        'canh_bao the-thuc-de-muc: Từ "Phần", "Chương", "Mục" và số, chữ hoa, chữ thường: in hoa',
        'canh_bao the-thuc-de-muc: Từ "Phần", "Chương", "Mục" và số, vị trí: cùng dòng với tiêu đề',
      ],
    ],
    ['a chapter and its title as they are asked for', within(centred('Chương I') + centred('QUY ĐỊNH CHUNG')), []],
    [
      'annexes with Arabic numbers that go on with the pages, and nobody points to them',
      whole + BREAK + annex('Phụ lục 1') + BREAK + annex('Phụ lục 2'),
      [
        'canh_bao the-thuc-so-trang: Số trang của phụ lục: đánh tiếp số trang của văn bản',
        'canh_bao the-thuc-phu-luc: Từ "Phụ lục" và số thứ tự: "1"',
        'canh_bao the-thuc-phu-luc: Từ "Phụ lục" và số thứ tự: "2"',
        'canh_bao the-thuc-phu-luc: Chỉ dẫn về phụ lục: trong văn bản không nhắc đến "Phụ lục 1"',
      ],
    ],
    [
      'the text pushed in with blanks',
      within(
        p(
          r('          Năm 2024, Sở Nội vụ đã triển khai đầy đủ các nhiệm vụ được giao trong kế hoạch.'),
          `${SPACED}<w:jc w:val="both"/>`,
        ),
      ),
      ['canh_bao the-thuc-noi-dung: Lời văn, lùi đầu dòng: lùi bằng dấu cách'],
    ],
    [
      'the text pushed in with a tab, which is half an inch',
      within(
        p(
          r('\tNăm 2024, Sở Nội vụ đã triển khai đầy đủ các nhiệm vụ được giao trong kế hoạch.'),
          `${SPACED}<w:jc w:val="both"/>`,
        ),
      ),
      [],
    ],
  ])('%s', (_, body, problems) => {
    expect(found(body)).toEqual(problems);
  });

  test('a section on its side without a table', () => {
    const aside = SECTION.replace('w:w="11907" w:h="16840"', 'w:w="16840" w:h="11907"');
    const body = `${whole}<w:p><w:pPr>${SECTION}</w:pPr></w:p>${text('Một trang nằm ngang.')}`;
    expect(found(body, { section: aside })).toEqual([
      'canh_bao the-thuc-kho-giay: Kiểu trình bày: xoay ngang, mà không có bảng, biểu',
    ]);
  });

  test('minutes: two who sign, no date in the letterhead, no line under the subject', () => {
    const signed = table(
      [4700, 4700],
      [centred('THƯ KÝ') + EMPTY + centred('Lê Thị D'), centred('CHỦ TỌA') + EMPTY + centred('Trần Văn B')],
    );
    const recipients =
      p(r('Nơi nhận:', { size: 24, bold: true, italic: true })) + p(r('- Lưu: VT, Hồ sơ.', { size: 22 }));
    const head = letterhead
      .replace(/<w:tr>(?:(?!<w:tr>)[\s\S])*tháng 6[\s\S]*?<\/w:tr>/, '')
      .replace(/(SỞ NỘI VỤ[\s\S]*?<\/w:pict><\/w:r><\/w:p>)/, `$1${centre(r('Số: 03/BB-SNV', { size: 26 }))}`);
    const title = centred('BIÊN BẢN') + centred('Họp giao ban tháng 3 năm 2024') + EMPTY;
    expect(found([head, title, TEXT, LAST, signed, recipients].join(''))).toEqual([]);
  });

  test('a remedy fits the fault: what was typed is typed anew, a look is set in a box of Word', () => {
    const hints = (added: string) => {
      const bytes = word({ body: within(added), header: HEADER });
      const { problems } = checkFormat({ bytes, file: 'a.docx', standing: 'other' });
      return problems.filter(({ code }) => code === 'the-thuc-dieu-khoan').map(({ hint }) => hint?.vi);
    };
    expect(hints(text('1) Các đơn vị đã ban hành kế hoạch và phân công người thực hiện.'))).toEqual([
      expect.stringMatching(/^Gõ lại chữ hoặc dấu đó/),
    ]);
    expect(hints(p(r('1. Cải cách thể chế', { bold: true, italic: true }), SPACED))).toEqual([
      expect.stringContaining('hộp Font'),
    ]);
  });

  test('what many paragraphs share is told once, with the number of places', () => {
    const { problems } = checkFormat({
      bytes: word({
        body:
          whole.replaceAll(
            '<w:ind w:firstLine="720"/><w:jc w:val="both"/>',
            '<w:ind w:firstLine="300"/><w:jc w:val="both"/>',
          ) + SECTION,
        header: HEADER,
      }),
      file: 'van-ban.docx',
      standing: 'other',
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message.vi).toContain('còn 4 chỗ khác');
    expect(problems[0]?.related).toHaveLength(3);
    expect(problems[0]?.at).toMatchObject({
      kind: 'template',
      paragraph: expect.stringContaining('Thực hiện Kế hoạch'),
    });
  });
});
