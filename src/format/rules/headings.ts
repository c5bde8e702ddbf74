import type { Wording } from '../../model/problem.ts';
import { say } from '../../model/problems/kind.ts';
import type { BodyParagraph, BodyRole, Recognised } from '../components/index.ts';
import { isCapitals, share } from '../components/pieces.ts';
import type { Look } from '../docx/styles.ts';
import { at, type Finding, type FormatCode, type Grade } from '../finding.ts';
import { mainSize, points, range, sizesOutside } from '../measure.ts';
import { lettersOf } from './body-text.ts';
import type { FormatRule } from './rule.ts';

/** Phần, chương, mục, điều, khoản, điểm: II.6đ, V.6. Each fault is told once, with all the headings that share it. */

interface Rule {
  readonly code: FormatCode;
  readonly subject: Wording;
  readonly place: string;
  readonly grade?: Grade;
}

/** Letters of a heading, its number that Word prints included. */
const letters = (item: BodyParagraph) => [
  ...lettersOf(item.paragraph),
  { runs: [{ text: item.paragraph.label, look: item.paragraph.labelLook }] },
];

const having = (items: readonly BodyParagraph[], holds: (look: Look) => boolean): readonly BodyParagraph[] =>
  items.filter((item) => share(letters(item), holds) < 0.85);

function told(
  { code, subject, place, grade = 'decree' }: Rule,
  side: Wording,
  found: Wording,
  asked: Wording,
  wrong: readonly BodyParagraph[],
): readonly Finding[] {
  if (wrong.length === 0) return [];
  return [
    {
      code,
      grade,
      subject: say(`${subject.vi}, ${side.vi}`, `${subject.en}, ${side.en}`),
      found,
      asked,
      place,
      spots: at(...wrong.map(({ paragraph }) => paragraph)),
    },
  ];
}

/** A fault of what was typed. */
const typed = (...fault: Parameters<typeof told>): readonly Finding[] =>
  told(...fault).map((finding) => ({ ...finding, words: true }));

const WEIGHT = say('độ đậm', 'weight');
const SLANT = say('kiểu chữ', 'slant');
const LETTERS = say('chữ hoa, chữ thường', 'capitals');
const ALIGNMENT = say('canh lề', 'alignment');

const notBold = (rule: Rule, items: readonly BodyParagraph[]): readonly Finding[] =>
  told(
    rule,
    WEIGHT,
    say('không đậm', 'not bold'),
    say('đậm', 'bold'),
    having(items, ({ bold }) => bold),
  );
const italic = (rule: Rule, items: readonly BodyParagraph[]): readonly Finding[] =>
  told(
    rule,
    SLANT,
    say('nghiêng', 'italic'),
    say('đứng', 'upright'),
    having(items, (look) => !look.italic),
  );
const size = (rule: Rule, items: readonly BodyParagraph[]): readonly Finding[] => {
  const groups = new Map<string, BodyParagraph[]>();
  for (const item of items) {
    const outside = sizesOutside(letters(item), [13, 14]);
    if (outside.length === 0) continue;
    const text = outside.map(points).join('; ');
    groups.set(text, [...(groups.get(text) ?? []), item]);
  }
  return [...groups].flatMap(([text, wrong]) =>
    told(rule, say('cỡ chữ', 'font size'), say(text, text), say('13 - 14', '13 - 14'), wrong),
  );
};

/** The words of a heading, without the number in front. */
const words = ({ text, number }: BodyParagraph): string => text.slice(number.length).replace(/^[\s.):\-–/]+/, '');

const of = (body: readonly BodyParagraph[], ...roles: readonly BodyRole[]): readonly BodyParagraph[] =>
  body.filter(({ role }) => roles.includes(role));

/** Phần, chương, mục: their words, numbers and titles; "I. TITLE". */
export const sectionHeadings: FormatRule = ({ body }) => {
  const code = 'the-thuc-de-muc';
  const section: Rule = { code, subject: say('Tiêu đề mục (I, II, …)', 'Section heading (I, II, …)'), place: 'V' };
  const part: Rule = {
    code,
    subject: say('Từ "Phần", "Chương", "Mục" và số', '"Phần", "Chương", "Mục" and number'),
    place: 'II.6đ',
  };
  const title: Rule = {
    code,
    subject: say('Tiêu đề của phần, chương, mục', 'Title of a part, chapter or division'),
    place: 'II.6đ',
  };
  const sections = of(body, 'section');
  const lettered = of(body, 'letter-section');
  const parts = of(body, 'part', 'chapter', 'division');
  const titles = of(body, 'division-title');
  const small = (items: readonly BodyParagraph[]): readonly BodyParagraph[] =>
    items.filter((item) => !isCapitals(words(item)) && words(item) !== '');
  const dressed = (rule: Rule, items: readonly BodyParagraph[]): readonly Finding[] => [
    ...size(rule, items),
    ...notBold(rule, items),
    ...italic(rule, items),
  ];
  const uncentred = (items: readonly BodyParagraph[]): readonly BodyParagraph[] =>
    items.filter(({ paragraph }) => paragraph.alignment !== 'center');
  const inCapitals = parts.filter(({ text }) => /^(?:PHẦN|CHƯƠNG|MỤC|TIỂU MỤC)/u.test(text));
  const withTitle = parts.filter(
    ({ text }) => text.replace(/^\p{L}+(?:\s+mục)?\s+(?:thứ\s+\p{L}+|[IVXLC]+|\d+)\b[\s.:]*/iu, '').length > 3,
  );
  const lower = say('in thường', 'in lower case');
  const capitals = say('in hoa', 'in capitals');
  return [
    ...dressed(section, sections),
    ...told(section, LETTERS, lower, capitals, small(sections)),
    ...dressed({ ...section, subject: say('Tiêu đề A, B, …', 'Heading A, B, …'), grade: 'practice' }, lettered),
    ...dressed(part, parts),
    ...told(part, ALIGNMENT, say('không canh giữa', 'not centred'), say('canh giữa', 'centred'), uncentred(parts)),
    ...told(part, LETTERS, capitals, lower, inCapitals),
    ...told(
      part,
      say('vị trí', 'place'),
      say('cùng dòng với tiêu đề', 'on the line of its title'),
      say('một dòng riêng', 'a line of its own'),
      withTitle,
    ),
    ...dressed(title, titles),
    ...told(title, LETTERS, lower, capitals, small(titles)),
  ];
};

/** Titles of khoản and điều are as big as the text: II.6đ. */
function otherSize(rule: Rule, titles: readonly BodyParagraph[], body: readonly BodyParagraph[]): readonly Finding[] {
  const text = mainSize(of(body, 'text').flatMap(({ paragraph }) => lettersOf(paragraph)));
  const follows = text !== undefined && text >= 13 && text <= 14;
  const allowed = follows ? ([text, text] as const) : ([13, 14] as const);
  const asked = follows
    ? say(`bằng cỡ chữ của lời văn (${points(text)})`, `that of the text (${points(text)})`)
    : say(range(allowed), range(allowed));
  const groups = new Map<string, BodyParagraph[]>();
  for (const item of titles) {
    const found = sizesOutside(letters(item), allowed).map(points).join('; ');
    if (found !== '') groups.set(found, [...(groups.get(found) ?? []), item]);
  }
  return [...groups].flatMap(([found, wrong]) =>
    told(rule, say('cỡ chữ', 'font size'), say(found, found), asked, wrong),
  );
}

/** Longest title of a khoản that is looked at, and longest text that may still be a title. */
const TITLE_LENGTH = 120;
const ENDS_SENTENCE = /[.;,!?…]$/;

const isBoldThroughout = (item: BodyParagraph): boolean => share(lettersOf(item.paragraph), ({ bold }) => bold) >= 0.85;
const isBoldAtAll = (item: BodyParagraph): boolean => share(lettersOf(item.paragraph), ({ bold }) => bold) > 0.02;

/** Điều and khoản: II.6đ. "1.1." is common and allowed, in any weight. */
export const clauses: FormatRule = (document) => {
  const { body } = document;
  const code = 'the-thuc-dieu-khoan';
  const article: Rule = { code, subject: say('Từ "Điều", số và tiêu đề', '"Điều", number and title'), place: 'II.6đ' };
  const titled: Rule = { code, subject: say('Khoản có tiêu đề', 'Clause with a title'), place: 'II.6đ' };
  const untitled: Rule = { code, subject: say('Khoản không có tiêu đề', 'Clause without a title'), place: 'II.6đ' };
  const articles = of(body, 'article');
  const clause = of(body, 'clause');
  const light = articles.filter(({ paragraph }) => {
    const start = paragraph.runs.find(({ text }) => /\p{L}/u.test(text))?.look ?? paragraph.labelLook;
    return !start.bold;
  });
  const titles = clause.filter((item) => isTitle(item, document));
  const shouting = titles.filter((item) => isCapitals(words(item)) && words(item).length > 8);
  const heavy = clause.filter((item) => isBoldThroughout(item) && item.text.length > 200 && /[.;]$/.test(item.text));
  const runIn = clause.filter((item) => !isBoldThroughout(item) && item.text.length > TITLE_LENGTH && startsBold(item));
  return [
    ...told(article, WEIGHT, say('không đậm', 'not bold'), say('đậm', 'bold'), light),
    ...typed(
      article,
      say('dấu sau số', 'sign after the number'),
      say('dấu hai chấm', 'a colon'),
      say('dấu chấm: "Điều 1."', 'a point: "Điều 1."'),
      articles.filter(({ text }) => /^Điều\s+\d+[a-zđ]?\s*:/iu.test(text)),
    ),
    ...notBold(
      { ...titled, grade: certain(titles) },
      titles.filter((item) => !isBoldAtAll(item) || !startsBold(item)),
    ),
    ...italic(titled, titles),
    ...otherSize(titled, titles.filter(isBoldThroughout), body),
    ...otherSize(article, articles.filter(isBoldThroughout), body),
    ...told(titled, LETTERS, say('in hoa', 'in capitals'), say('in thường', 'in lower case'), shouting),
    ...told(
      { ...titled, grade: 'practice' },
      say('vị trí', 'place'),
      say('tiêu đề và lời văn cùng một dòng', 'title and text on one line'),
      say('tiêu đề trên dòng riêng', 'the title on a line of its own'),
      runIn,
    ),
    ...told(untitled, WEIGHT, say('đậm', 'bold'), say('không đậm', 'not bold'), heavy),
    ...typed(
      { code, subject: say('Số thứ tự khoản', 'Number of a clause'), place: 'II.6đ' },
      say('dấu sau số', 'sign after the number'),
      say('dấu đóng ngoặc', 'a bracket'),
      say('dấu chấm: "1."', 'a point: "1."'),
      clause.filter(({ text, number }) => text.slice(number.length).trimStart().startsWith(')')),
    ),
  ];
};

/** What someone made a heading in Word, or what stands alone above text as its siblings in bold do. */
function isTitle(item: BodyParagraph, { body }: Recognised): boolean {
  if (item.text.length > TITLE_LENGTH && item.paragraph.heading === undefined) return false;
  if (item.paragraph.heading !== undefined) return true;
  if (isBoldThroughout(item)) return true;
  if (ENDS_SENTENCE.test(item.text)) return false;
  const next = body[body.indexOf(item) + 1];
  const headsText = next !== undefined && next.role !== 'clause' && next.role !== 'section' && next.role !== 'article';
  return (
    headsText &&
    body.some(
      (other) =>
        other.role === 'clause' && other !== item && isBoldThroughout(other) && other.text.length <= TITLE_LENGTH,
    )
  );
}

/** Headings by style are titles for sure; what only looks like one is told more softly. */
const certain = (titles: readonly BodyParagraph[]): Grade =>
  titles.some((item) => item.paragraph.heading !== undefined || isBoldThroughout(item)) ? 'decree' : 'practice';

function startsBold({ paragraph }: BodyParagraph): boolean {
  const lettered = paragraph.runs.filter(({ text }) => /\p{L}/u.test(text));
  return lettered[0]?.look.bold === true;
}

/** Vietnamese letters of points, in their order. */
const ORDER = [
  'a',
  'b',
  'c',
  'd',
  'đ',
  'e',
  'g',
  'h',
  'i',
  'k',
  'l',
  'm',
  'n',
  'o',
  'p',
  'q',
  'r',
  's',
  't',
  'u',
  'v',
  'x',
  'y',
];

/** Điểm: II.6đ. */
export const pointLetters: FormatRule = ({ body }) => {
  const code = 'the-thuc-diem';
  const rule: Rule = { code, subject: say('Điểm', 'Point'), place: 'II.6đ' };
  const points = of(body, 'point');
  const whole = points.filter(({ text }) => text.length > 12);
  return [
    ...wrongLetters(points, body, rule),
    ...told(
      rule,
      SLANT,
      say('nghiêng', 'italic'),
      say('đứng', 'upright'),
      whole.filter((item) => share(lettersOf(item.paragraph), (look) => look.italic) > 0.9),
    ),
    ...told(
      { ...rule, grade: 'practice' },
      WEIGHT,
      say('đậm', 'bold'),
      say('không đậm', 'not bold'),
      whole.filter((item) => isBoldThroughout(item) && item.text.length > TITLE_LENGTH),
    ),
  ];
};

function wrongLetters(
  points: readonly BodyParagraph[],
  body: readonly BodyParagraph[],
  rule: Rule,
): readonly Finding[] {
  const findings: Finding[] = [];
  let expected = 0;
  let above: BodyParagraph | undefined;
  for (const point of points) {
    const isAnew = point.number === 'a' || above === undefined || broken(body, above, point);
    const at = ORDER.indexOf(point.number);
    if (!isAnew || at < 0) {
      const wanted = ORDER[expected] ?? '';
      const known = at < 0 || at !== expected;
      if (known)
        findings.push(
          ...typed(
            rule,
            say('chữ cái', 'letter'),
            say(
              `"${point.number})" sau "${above?.number ?? ''})"`,
              `"${point.number})" after "${above?.number ?? ''})"`,
            ),
            say(`"${wanted})"`, `"${wanted})"`),
            [point],
          ),
        );
    }
    expected = (at < 0 ? expected : at) + 1;
    above = point;
  }
  return findings;
}

/** A heading between two points ends the first list. */
function broken(body: readonly BodyParagraph[], above: BodyParagraph, below: BodyParagraph): boolean {
  const between = body.slice(body.indexOf(above) + 1, body.indexOf(below));
  return between.some(({ role }) => role !== 'text' && role !== 'other' && role !== 'subclause');
}
