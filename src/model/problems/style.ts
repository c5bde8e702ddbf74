import { kind, say } from './kind.ts';

interface Mixed {
  readonly what: string;
  readonly whatEnglish: string;
  /** The way of the most, and how often. */
  readonly usual: string;
  readonly usualCount: number;
  /** The others, as written, and how many. */
  readonly others: string;
  readonly otherCount: number;
}

const mixed = ({ what, whatEnglish, usual, usualCount, others, otherCount }: Mixed) =>
  say(
    `${what} viết nhiều kiểu: ${usualCount} chỗ như "${usual}", ${otherCount} chỗ khác ("${others}")`,
    `${whatEnglish} in several ways: ${usualCount} as "${usual}", ${otherCount} otherwise ("${others}")`,
  );

const style = (why: string, example: string, source?: string) =>
  kind<Mixed>({
    severity: 'goi_y',
    message: mixed,
    hint: ({ usual }) => say(`Viết một kiểu, chẳng hạn như "${usual}".`, `Write it one way, such as "${usual}".`),
    why,
    example,
    ...(source === undefined ? {} : { source }),
  });

/** Style within a report: one finding for a kind, whatever the number of places. */
export const STYLE_PROBLEMS = {
  'kieu-so-khong': style(
    'Trong một phụ lục, "không có" viết một kiểu.',
    '0, Không, Không có, không trong cùng phụ lục',
  ),
  'kieu-hang-nghin': style('Trong một báo cáo, số lớn viết một kiểu.', '2.481 và 1603'),
  'kieu-phan-tram': style('Dấu % viết một kiểu.', '63,4% và 6,95 %; 100 và 100%'),
  'kieu-so-0': style('Số dưới 10 hoặc cùng có số 0 phía trước, hoặc cùng không.', '02 và 5'),
  'kieu-ngay': style(
    'Ngày dưới 10 và tháng 1, 2 có số 0 phía trước; tháng khác viết một kiểu.',
    '14/03/2022 và 14/3/2022',
    'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4',
  ),
} as const;
