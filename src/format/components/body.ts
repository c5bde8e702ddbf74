import type { Paragraph } from '../docx/model.ts';
import type { BodyParagraph, BodyRole } from './model.ts';
import { bare, fullText, isCapitals, share } from './pieces.ts';

/** Tells what each paragraph of the text is: heading, clause, point, … (Phụ lục I, II.6). */

const PART = /^Phần\s+(?:thứ\s+\p{L}+|[IVXLC]+|\d+)(?![\p{L}\d])/iu;
const CHAPTER = /^Chương\s+(?:[IVXLC]+|\d+)\b/iu;
const DIVISION = /^(?:Mục|Tiểu\s+mục)\s+\d+\b/iu;
const ARTICLE = /^Điều\s+\d+[a-zđ]?\s*[.:]/iu;
const ROMAN = /^((?:X{0,3})(?:IX|IV|V?I{0,3}))\s*[.)\-–]\s*(?=\S)/;
const LETTER = /^([A-HĐ])\s*[.)]\s*(?=\S)/;
const SUBCLAUSE = /^(\d+(?:\.\d+)+)\s*[.)]?\s+/;
const CLAUSE = /^(\d{1,3})\s*[.)]\s*(?=\S)/;
const POINT = /^([a-zđ])\s*[).]\s*(?=\S)/;
const LEGAL_GROUND = /^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình|Thực hiện)(?=\s)/iu;

/** A heading is not as long as a paragraph of text. */
const LONGEST_HEADING = 260;

function roleOf(text: string, before: readonly BodyParagraph[]): { role: BodyRole; number: string } {
  const is = (role: BodyRole, number = ''): { role: BodyRole; number: string } => ({ role, number });
  if (text.length <= LONGEST_HEADING) {
    if (PART.test(text)) return is('part');
    if (CHAPTER.test(text)) return is('chapter');
    if (DIVISION.test(text)) return is('division');
    const roman = ROMAN.exec(text);
    if (roman?.[1] !== undefined && roman[1] !== '') return is('section', roman[1]);
    const letter = LETTER.exec(text);
    if (letter?.[1] !== undefined && isNextLetter(letter[1], before)) return is('letter-section', letter[1]);
  }
  if (ARTICLE.test(text)) return is('article', /\d+/.exec(text)?.[0]);
  const sub = SUBCLAUSE.exec(text);
  if (sub?.[1] !== undefined) return is('subclause', sub[1]);
  const clause = CLAUSE.exec(text);
  if (clause?.[1] !== undefined) return is('clause', clause[1]);
  const point = POINT.exec(text);
  if (point?.[1] !== undefined && text.startsWith(`${point[1]})`)) return is('point', point[1]);
  return is('text');
}

/** "A." begins a run of letters, "B." goes on with it; "C. Mác" alone is a name. */
function isNextLetter(letter: string, before: readonly BodyParagraph[]): boolean {
  if (letter === 'A') return true;
  const last = before.findLast(({ role }) => role === 'letter-section')?.number;
  return last !== undefined && last.charCodeAt(0) < letter.charCodeAt(0);
}

const isAside = ({ container, alignment }: Paragraph): boolean =>
  container.kind !== 'page' || alignment === 'center' || alignment === 'right';

/** Roles of the paragraphs between the title and the signature. */
export function readBody(paragraphs: readonly Paragraph[]): readonly BodyParagraph[] {
  const body: BodyParagraph[] = [];
  for (const paragraph of paragraphs) {
    const text = fullText(paragraph);
    if (text === '') continue;
    const found = roleOf(text, body);
    const role = settled(found.role, paragraph, text, body);
    body.push({ paragraph, text, role, number: role === found.role ? found.number : '' });
  }
  return body;
}

const TITLED: readonly BodyRole[] = ['part', 'chapter', 'division'];

function settled(role: BodyRole, paragraph: Paragraph, text: string, before: readonly BodyParagraph[]): BodyRole {
  const last = before.at(-1);
  if (paragraph.container.kind !== 'page') return 'other';
  if (role === 'text' && last !== undefined && TITLED.includes(last.role) && paragraph.alignment === 'center')
    return 'division-title';
  if (role === 'text' && isLegalGround(paragraph, text, before)) return 'legal-ground';
  // A capital letter and a point in front of a long sentence in small letters: no heading.
  if (role === 'letter-section' && text.length > 150 && !isCapitals(text.slice(2))) return 'text';
  if (role === 'text' && isAside(paragraph)) return 'other';
  return role;
}

/**
 * "Căn cứ …;" at the head of a decision: a row of grounds, each ending with a semicolon, before anything else. The last
 * one ends the row; a sentence that goes on to the report itself is none.
 */
function isLegalGround({ runs }: Paragraph, text: string, before: readonly BodyParagraph[]): boolean {
  if (!LEGAL_GROUND.test(text)) return false;
  const onlyGrounds = before.every(({ role }) => role === 'legal-ground' || role === 'other');
  if (!onlyGrounds) return false;
  const follows = before.some(({ role }) => role === 'legal-ground');
  if (/^Thực hiện/iu.test(text)) return false;
  const reports = /\b(?:bao cao|nhu sau|xay dung ke hoach|ban hanh ke hoach|thong bao|de nghi)\b.{0,160}$/.test(
    bare(text),
  );
  const italic =
    share([{ runs: runs.map(({ text: own, look }) => ({ text: own, look })) }], (look) => look.italic) > 0.5;
  return /;\s*$/.test(text) || (follows && !reports) || (italic && text.length < 400);
}
