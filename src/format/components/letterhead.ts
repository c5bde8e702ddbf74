import type { Paragraph } from '../docx/model.ts';
import { linesIn, underlining } from './lines.ts';
import type { FoundLine, Letterhead } from './model.ts';
import { bare, isBold, isCapitals, isTypedLine, type Piece } from './pieces.ts';
import { AGENCIES, CONTINUES, MOTTO, NATION, STAMPS } from './words.ts';

/** Recognises the letterhead: the boxes 1 to 4 and 5b of the decree's plan (Phụ lục I, mục IV). */

/** The words themselves, or all but one of them: a slip of the keys does not hide what was meant. */
function nearlyIs(text: string, wanted: string): boolean {
  if (text.includes(wanted)) return true;
  const words = wanted.split(' ');
  const typed = text.split(' ');
  if (Math.abs(typed.length - words.length) > 1) return false;
  return words.filter((word) => typed.includes(word)).length >= words.length - 1;
}

export const isNation = ({ text }: Piece): boolean => text.length < 60 && nearlyIs(bare(text), NATION);
export const isMotto = ({ text }: Piece): boolean => text.length < 50 && nearlyIs(bare(text), MOTTO);

export const isNumber = ({ text }: Piece): boolean => {
  if (text.length > 60) return false;
  return /^s[ốôo]\s*[:.]/iu.test(text) || /^s[ốô]\s*(?:\d|[.…_]|\/)/iu.test(text);
};

export const isPlaceDate = ({ text }: Piece): boolean =>
  text.length < 90 && /\bngay\b.{0,14}\bthang\b.{0,14}\bnam\b/.test(bare(text).replace(/\s+/g, ' '));

export const isLetterSubject = ({ text }: Piece): boolean => /^(?:v\s*\/\s*v|về việc)\b/iu.test(text);

/** Which of an agency's lines are the body above it: by weight of letters, where that tells; else by their words. */
function parted(lines: readonly Piece[]): { superior: readonly Piece[]; issuer: readonly Piece[] } {
  const firstBold = lines.findIndex(isBold);
  const lightThenBold = firstBold > 0 && lines.slice(firstBold).every(isBold);
  if (lightThenBold) return { superior: lines.slice(0, firstBold), issuer: lines.slice(firstBold) };
  const at = lines.findLastIndex((line, i) => {
    const text = bare(line.text);
    return (
      i > 0 && AGENCIES.test(text) && !CONTINUES.test(text) && !/\b(?:va|cua)$/.test(bare(lines[i - 1]?.text ?? ''))
    );
  });
  return at > 0 ? { superior: lines.slice(0, at), issuer: lines.slice(at) } : { superior: [], issuer: lines };
}

/** Names of agencies: in the left column, above the number. */
function agencyLines(pieces: readonly Piece[], number: Piece | undefined, nation: Piece | undefined): readonly Piece[] {
  const end = number === undefined ? pieces.length : pieces.indexOf(number);
  const sides = nation?.side === 'middle' ? ['left', 'middle'] : ['left'];
  const lines: Piece[] = [];
  for (const piece of pieces.slice(0, end)) {
    if (!sides.includes(piece.side) || isTypedLine(piece) || STAMPS.test(bare(piece.text))) continue;
    if (isNation(piece) || isMotto(piece) || isPlaceDate(piece) || isLetterSubject(piece)) continue;
    if (!/\p{L}{2}/u.test(piece.text) || piece.text.length > 120) continue;
    // After the first line in capitals a line in small letters is no agency's name any more.
    if (lines.some(({ text }) => isCapitals(text)) && !isCapitals(piece.text) && !isBold(piece)) break;
    lines.push(piece);
  }
  return lines;
}

/** The line nearest below a text among those on its side. */
function nearestLine(candidates: readonly FoundLine[], above: Piece | undefined): FoundLine | undefined {
  if (above === undefined) return undefined;
  const from = above.paragraph.index;
  const distance = ({ paragraph }: FoundLine): number => {
    const steps = paragraph.index - from;
    return steps >= 0 ? steps : 1000 - steps;
  };
  return [...candidates].sort((a, b) => distance(a) - distance(b))[0] ?? underlining(above);
}

export interface LetterheadZone {
  readonly paragraphs: readonly Paragraph[];
  readonly pieces: readonly Piece[];
  /** Width between the margins. */
  readonly width: number;
}

export function recogniseLetterhead({ paragraphs, pieces, width }: LetterheadZone): Letterhead {
  const nation = pieces.find(isNation);
  const motto = pieces.find(isMotto);
  const number = pieces.find(isNumber);
  const placeDate = pieces.find((piece) => isPlaceDate(piece) && piece !== number && !/^\(/.test(piece.text));
  const { superior, issuer } = parted(agencyLines(pieces, number, nation));
  const lastIssuer = issuer.at(-1);
  const lines = linesIn(paragraphs, pieces).filter(({ length }) => length > 0);
  const column = lastIssuer?.paragraph.container;
  const boundary =
    column !== undefined && column.kind === 'cell'
      ? column.left + column.width
      : width * (nation === undefined ? 0.5 : 0.45);
  // What is centred on the page though it hangs from a column belongs to the column: other programs move it there.
  const isLeft = ({ middle, paragraph: { container } }: FoundLine): boolean => {
    const centre = container.left + container.width / 2;
    const astray = middle === undefined || (container.kind !== 'page' && Math.abs(middle - width / 2) < width * 0.02);
    return (astray ? centre : middle) < boundary;
  };
  const start =
    number === undefined ? undefined : pieces.findIndex((piece) => isLetterSubject(piece) && piece !== number);
  return {
    nation,
    motto,
    mottoLine: nearestLine(
      lines.filter((line) => isLeft(line) === (motto?.side === 'left')),
      motto,
    ),
    superior,
    issuer,
    issuerLine: nearestLine(lines.filter(isLeft), lastIssuer),
    number,
    letterSubject: start === undefined || start < 0 ? [] : continued(pieces, start),
    placeDate,
  };
}

/** The lines that go on a text in its own cell, box or side. */
function continued(pieces: readonly Piece[], start: number): readonly Piece[] {
  const first = pieces[start];
  if (first === undefined) return [];
  const { container } = first.paragraph;
  const rest = pieces.slice(start + 1);
  const end = rest.findIndex((piece) => piece.paragraph.container.id !== container.id || isTypedLine(piece));
  const same = container.kind === 'page' ? [] : rest.slice(0, end < 0 ? rest.length : end);
  return [first, ...same];
}
