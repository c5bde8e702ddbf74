import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresIn } from '../src/check/narrative/figures/figures.ts';
import type { Block } from '../src/check/narrative/report-text.ts';
import { inSmallLetters } from '../src/model/letters.ts';

/** What of a sentence is a figure, and where it stands. */

const blockOf = (text: string): Block => ({
  kind: 'paragraph',
  marker: '',
  text,
  lower: inSmallLetters(text),
  name: 'mo_dau',
  marks: [],
  isBound: () => false,
  placeAt: () => ({ kind: 'file', file: 'x.yaml' }),
});

const FIGURES = ['26 nhiệm vụ', '3.395 hồ sơ', '1.250,5 triệu đồng', '99,8%', '65/66 xã', '400 đồng'];
const NO_FIGURES = [
  'ngày 14/01/2022',
  'xong trước 14/6',
  'Kế hoạch số 09/KH-UBND',
  'Nghị định số 61/2018/NĐ-CP của Chính phủ',
  'giai đoạn 2021 - 2025',
  'quý II/2022',
  '6 tháng đầu năm 2022',
  'tiêu chuẩn TCVN ISO 9001:2015',
  'dịch vụ công mức độ 3 và 4',
  'khoản 2 Điều 5',
  'tại https://dichvucong.gov.vn/tin/12',
  'thư so24@vidu.vn',
  'họp lúc 14 giờ 30',
  'phòng, chống Covid-19',
];

const piece = fc.oneof(
  fc.constantFrom(...FIGURES).map((text) => ({ text, figures: text.match(/\d[\d.,]*/g) ?? [] })),
  fc.constantFrom(...NO_FIGURES).map((text) => ({ text, figures: [] })),
);
const typed = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replaceAll(' ', '\t'),
);

test('a sentence has the figures that were put into it, each at its place, in any letters and with any blanks', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('; ', '. '),
      typed,
      (pieces, link, type) => {
        const text = type(pieces.map((one) => one.text).join(link));
        const found = figuresIn(blockOf(text));
        expect(found.map((figure) => text.slice(figure.start, figure.end))).toEqual(found.map((figure) => figure.text));
        expect(found.map((figure) => figure.text)).toEqual(pieces.flatMap(({ figures }) => figures));
      },
    ),
    { numRuns: 500 },
  );
});

test('money is counted in đồng, whatever unit it is typed in; other things by their first words', () => {
  const [found] = figuresIn(blockOf('Chi 1,5 tỷ đồng cho 12 lớp tập huấn')).map(({ head, worth }) => ({ head, worth }));
  expect(found).toEqual({ head: 'đồng', worth: { unscaled: 15_000_000_000n, scale: 1 } });
  expect(figuresIn(blockOf('12 lớp tập huấn, 3.395 hồ sơ quá hạn')).map(({ head }) => head)).toEqual(['lớp', 'hồ sơ']);
});
