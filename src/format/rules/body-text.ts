import type { Wording } from '../../model/problem.ts';
import { say } from '../../model/problems/kind.ts';
import { textWidth } from '../../model/text-width.ts';
import type { BodyParagraph, BodyRole, Recognised } from '../components/index.ts';
import { mainLook, share } from '../components/pieces.ts';
import type { Paragraph } from '../docx/model.ts';
import { at, type Finding, type Grade } from '../finding.ts';
import { alignmentWord, points, sizesOutside } from '../measure.ts';
import { millimetres } from './page.ts';
import type { FormatRule } from './rule.ts';

/** Lời văn: II.6e. Each side is told once, with the number of paragraphs that share it. */

const PROSE: readonly BodyRole[] = ['text', 'clause', 'subclause', 'point', 'article'];
/** Twentieths of a point: 10 mm and 12.7 mm; 12.5 mm is Word's own tab and reads the same. */
const FIRST_LINES = [
  [550, 585],
  [695, 735],
] as const;
const LEAST_GAP = 120;
/** Single spacing of Times New Roman, in sizes. */
const SINGLE = 1.15;

export const lettersOf = ({ runs }: Paragraph) => [{ runs: runs.map(({ text, look }) => ({ text, look })) }];

/** Titles have rules of their own. */
export const isHeading = ({ paragraph, text }: BodyParagraph): boolean =>
  paragraph.heading !== undefined || (text.length < 200 && share(lettersOf(paragraph), ({ bold }) => bold) > 0.85);

function finding(
  side: Wording,
  found: Wording,
  asked: Wording,
  paragraphs: readonly Paragraph[],
  grade: Grade = 'decree',
): Finding {
  return {
    code: 'the-thuc-noi-dung',
    grade,
    subject: say(`Lời văn, ${side.vi}`, `Text, ${side.en}`),
    found,
    asked,
    place: 'II.6e',
    spots: at(...paragraphs),
  };
}

/** Paragraphs by what was found in them; `undefined`: nothing wrong. */
function grouped(
  paragraphs: readonly BodyParagraph[],
  found: (item: BodyParagraph) => string | undefined,
): readonly (readonly [string, readonly Paragraph[]])[] {
  const groups = new Map<string, Paragraph[]>();
  for (const item of paragraphs) {
    const text = found(item);
    if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), item.paragraph]);
  }
  return [...groups];
}

export const bodyText: FormatRule = (document) => {
  const prose = document.body.filter((item) => PROSE.includes(item.role) && !isHeading(item));
  return [
    ...sizes(prose),
    ...slant(prose),
    ...alignment(prose),
    ...firstLines(prose, document),
    ...gaps(document),
    ...lineSpacing(prose),
  ];
};

const sizes = (prose: readonly BodyParagraph[]): readonly Finding[] =>
  grouped(prose, ({ paragraph }) => {
    const outside = sizesOutside(lettersOf(paragraph), [13, 14]);
    return outside.length === 0 ? undefined : outside.map(points).join('; ');
  }).map(([found, paragraphs]) =>
    finding(say('cỡ chữ', 'font size'), say(found, found), say('13 - 14', '13 - 14'), paragraphs),
  );

/** Words in italics are used for emphasis and for notes in brackets; a whole paragraph is not upright any more. */
function slant(prose: readonly BodyParagraph[]): readonly Finding[] {
  const wrong = prose.filter(({ paragraph, text, role }) => {
    if (role === 'subclause' || /^[([]/.test(text) || text.length < 60) return false;
    return share(lettersOf(paragraph), ({ italic }) => italic) > 0.9;
  });
  if (wrong.length === 0) return [];
  return [
    finding(
      say('kiểu chữ', 'slant'),
      say('nghiêng', 'italic'),
      say('đứng', 'upright'),
      wrong.map(({ paragraph }) => paragraph),
    ),
  ];
}

/** Whether the text is longer than one line: only then can it be seen to be justified. */
function breaks(paragraph: Paragraph): boolean {
  const available = paragraph.container.width - (paragraph.left ?? 0) - (paragraph.right ?? 0);
  const width = paragraph.runs.reduce(
    (sum, { text, look }) => sum + textWidth(text.normalize('NFC'), look.halfPoints, look.bold),
    0,
  );
  return width > available * 1.05;
}

const alignment = (prose: readonly BodyParagraph[]): readonly Finding[] =>
  grouped(
    prose.filter(({ paragraph }) => breaks(paragraph)),
    ({ paragraph }) => (paragraph.alignment === 'both' ? undefined : (paragraph.alignment ?? 'left')),
  ).map(([, paragraphs]) =>
    finding(
      say('canh lề', 'alignment'),
      alignmentWord(paragraphs[0]?.alignment),
      say('canh đều cả hai lề', 'justified'),
      paragraphs,
    ),
  );

/** Where the first line begins, from the left margin of the text. `undefined`: it cannot be told. */
function firstLineOf(paragraph: Paragraph, defaultTab: number): number | undefined {
  const start = (paragraph.left ?? 0) + (paragraph.firstLine ?? 0);
  const text = paragraph.runs.map((run) => run.text).join('');
  if (/^[ \u00a0]{2,}/.test(text)) return undefined;
  if (!text.startsWith('\t')) return start;
  const stop = paragraph.tabs?.find(({ at: stopAt }) => stopAt > start)?.at;
  return stop ?? (Math.floor(start / defaultTab) + 1) * defaultTab;
}

const isAllowed = (start: number): boolean => FIRST_LINES.some(([least, most]) => start >= least && start <= most);

function firstLines(prose: readonly BodyParagraph[], { document }: Recognised): readonly Finding[] {
  const side = say('lùi đầu dòng', 'first line');
  const asked = say('10 hoặc 12,7 mm', '10 or 12.7 mm');
  const typed = prose.filter(({ paragraph }) => firstLineOf(paragraph, document.defaultTab) === undefined);
  const blanks =
    typed.length === 0
      ? []
      : [
          finding(
            side,
            say('lùi bằng dấu cách', 'pushed in with blanks'),
            asked,
            typed.map(({ paragraph }) => paragraph),
            'practice',
          ),
        ];
  const measured = prose.filter(({ paragraph, text }) => {
    // A sum or a quotation set further in, and short remarks, are left alone.
    return text.length > 40 && firstLineOf(paragraph, document.defaultTab) !== undefined;
  });
  const wrong = grouped(measured, ({ paragraph }) => {
    const start = firstLineOf(paragraph, document.defaultTab) ?? 0;
    // Of a paragraph that is set in as a whole, the first line counts from its other lines.
    return isAllowed(start) || isAllowed(paragraph.firstLine ?? 0) ? undefined : `${millimetres(start)} mm`;
  });
  return [...wrong.map(([found, paragraphs]) => finding(side, say(found, found), asked, paragraphs)), ...blanks];
}

/**
 * Space between one paragraph and the next. Whether Word adds the space below to the space above or takes the larger
 * depends on its settings and version; only what is too little either way is told.
 */
function gapBelow(above: Paragraph, below: Paragraph): number {
  const alike = above.style === below.style;
  const after = above.contextual === true && alike ? 0 : (above.after ?? 0);
  const before = below.contextual === true && alike ? 0 : (below.before ?? 0);
  return after + before;
}

function gaps({ body }: Recognised): readonly Finding[] {
  const pairs = body.flatMap((item, i) => {
    const next = body[i + 1];
    const together = next !== undefined && next.paragraph.index === item.paragraph.index + 1;
    return together && PROSE.includes(item.role) && PROSE.includes(next.role) ? [{ item, next }] : [];
  });
  const narrow = new Map<string, Paragraph[]>();
  for (const { item, next } of pairs) {
    const gap = gapBelow(item.paragraph, next.paragraph);
    if (gap >= LEAST_GAP - 2) continue;
    const text = `${points(gap / 20)}pt`;
    narrow.set(text, [...(narrow.get(text) ?? []), item.paragraph]);
  }
  return [...narrow].map(([found, paragraphs]) =>
    finding(
      say('khoảng cách đoạn', 'space between paragraphs'),
      say(found, found),
      say('tối thiểu 6pt', 'at least 6 pt'),
      paragraphs,
    ),
  );
}

const lineSpacing = (prose: readonly BodyParagraph[]): readonly Finding[] =>
  grouped(prose, ({ paragraph }) => {
    const { line, lineRule } = paragraph;
    if (line === undefined) return undefined;
    const size = (mainLook(lettersOf(paragraph))?.halfPoints ?? 28) / 2;
    const lines = lineRule === 'auto' ? line / 240 : line / 20 / (size * SINGLE);
    // "At least" is never less than single.
    if ((lineRule === 'atLeast' || lines >= 0.97) && lines <= 1.52) return undefined;
    return lineRule === 'auto' ? `${points(Math.round(lines * 100) / 100)} dòng` : `${points(line / 20)}pt`;
  }).map(([found, paragraphs]) =>
    finding(
      say('khoảng cách dòng', 'line spacing'),
      say(found, found.replace('dòng', 'lines')),
      say('từ 1 (đơn) đến 1,5 dòng', 'from 1 to 1.5 lines'),
      paragraphs,
    ),
  );
