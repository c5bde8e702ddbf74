import { say } from '../../model/problems/kind.ts';
import type { Recognised } from '../components/index.ts';
import type { Section } from '../docx/model.ts';
import type { Finding } from '../finding.ts';
import type { FormatRule } from './rule.ts';

/** Twentieths of a point in a millimetre; what Word rounds away. */
const MM = 1440 / 25.4;
const ROUNDING = 12;
const A4 = { short: 210 * MM, long: 297 * MM };

export const millimetres = (twips: number): string =>
  (Math.round((twips / MM) * 10) / 10).toFixed(1).replace('.', ',').replace(',0', '');

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 60;

/** Khổ giấy và kiểu trình bày: I.1, I.2. */
export const paper: FormatRule = ({ document }) => [
  ...grouped(document.sections, ({ width, height }) => {
    const [short, long] = width < height ? [width, height] : [height, width];
    if (isNear(short, A4.short) && isNear(long, A4.long)) return undefined;
    return `${millimetres(width)} x ${millimetres(height)} mm`;
  }).map(
    ([found, sections]): Finding => ({
      code: 'the-thuc-kho-giay',
      grade: 'decree',
      subject: say('Khổ giấy', 'Paper'),
      found: say(found, found),
      asked: say('A4 (210 x 297 mm)', 'A4 (210 x 297 mm)'),
      place: 'I.1',
      spots: sections.map(({ index }) => ({ kind: 'section', index })),
    }),
  ),
  ...landscape(document.sections, hasTable(document.paragraphs)),
];

/** Sections that hold a table: wide ones may lie on their side. */
const hasTable = (paragraphs: Recognised['document']['paragraphs']): ReadonlySet<number> =>
  new Set(paragraphs.filter(({ container }) => container.kind === 'cell').map(({ section }) => section));

function landscape(sections: readonly Section[], withTable: ReadonlySet<number>): readonly Finding[] {
  const wrong = sections.filter((section) => section.landscape && !withTable.has(section.index));
  if (wrong.length === 0) return [];
  return [
    {
      code: 'the-thuc-kho-giay',
      grade: 'decree',
      subject: say('Kiểu trình bày', 'Orientation'),
      found: say('xoay ngang, mà không có bảng, biểu', 'landscape, without any table'),
      asked: say('theo chiều dài của khổ A4', 'portrait'),
      place: 'I.2',
      spots: wrong.map(({ index }) => ({ kind: 'section', index })),
    },
  ];
}

const SIDES = [
  ['top', say('Lề trên', 'Top margin'), 20, 25],
  ['bottom', say('Lề dưới', 'Bottom margin'), 20, 25],
  ['left', say('Lề trái', 'Left margin'), 30, 35],
  ['right', say('Lề phải', 'Right margin'), 15, 20],
] as const;

const isWithin = (twips: number, least: number, most: number): boolean =>
  twips >= least * MM - ROUNDING && twips <= most * MM + ROUNDING;

/** A page on its side may be bound at its top edge: then the margins turn with it. */
function isTurned({ landscape: onSide, margins }: Section): boolean {
  const { top, bottom, left, right } = margins;
  const binding = (a: number, b: number): boolean => isWithin(a, 30, 35) && isWithin(b, 15, 20);
  return onSide && isWithin(left, 20, 25) && isWithin(right, 20, 25) && (binding(top, bottom) || binding(bottom, top));
}

/** Định lề trang: I.3. */
export const margins: FormatRule = ({ document }) =>
  SIDES.flatMap(([side, subject, least, most]) =>
    grouped(document.sections, (section) =>
      isTurned(section) || isWithin(section.margins[side], least, most)
        ? undefined
        : `${millimetres(section.margins[side])} mm`,
    ).map(
      ([found, sections]): Finding => ({
        code: 'the-thuc-le-trang',
        grade: 'decree',
        subject,
        found: say(found, found),
        asked: say(`${least} - ${most} mm`, `${least} - ${most} mm`),
        place: 'I.3',
        spots: sections.map(({ index }) => ({ kind: 'section', index })),
      }),
    ),
  );

/** Sections by what was found in them. */
function grouped(
  sections: readonly Section[],
  found: (section: Section) => string | undefined,
): readonly (readonly [string, readonly Section[]])[] {
  const groups = new Map<string, Section[]>();
  for (const section of sections) {
    const text = found(section);
    if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), section]);
  }
  return [...groups];
}
