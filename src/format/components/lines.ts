import type { Paragraph } from '../docx/model.ts';
import type { FoundLine } from './model.ts';
import { isTypedLine, type Piece, share, widthOf } from './pieces.ts';

/** Lines under a text, in all the ways in which people make them. */

/** Space that a table cell or a box keeps at its sides. */
const CELL_PADDING = 216;

function borderLength({ container, left, right }: Paragraph): number {
  const padding = container.kind === 'page' ? 0 : CELL_PADDING;
  return Math.max(0, container.width - padding - (left ?? 0) - (right ?? 0));
}

/** Where a typed line has its middle: of its column where there are two. */
function middleOf({ paragraph, side }: Piece): number {
  const { left, width, kind } = paragraph.container;
  const part = kind !== 'page' || side === 'middle' ? 0.5 : side === 'left' ? 0.25 : 0.75;
  return left + width * part;
}

/** All lines that some paragraphs and their pieces hold. */
export function linesIn(paragraphs: readonly Paragraph[], pieces: readonly Piece[]): readonly FoundLine[] {
  const drawn = paragraphs.flatMap((paragraph) =>
    paragraph.lines.map(
      (line): FoundLine => ({
        form: 'drawn',
        length: line.length,
        solid: line.solid,
        share: line.share,
        middle: line.middle,
        paragraph,
      }),
    ),
  );
  const centre = ({ container }: Paragraph): number => container.left + container.width / 2;
  const typed = pieces.filter(isTypedLine).map(
    (piece): FoundLine => ({
      form: 'typed',
      length: widthOf(piece),
      solid: /^[_—─―¯‾\s]+$/.test(piece.text),
      share: undefined,
      middle: middleOf(piece),
      paragraph: piece.paragraph,
    }),
  );
  const borders = paragraphs
    .filter((paragraph) => paragraph.borderBelow === true)
    .map(
      (paragraph): FoundLine => ({
        form: 'border',
        length: borderLength(paragraph),
        solid: true,
        share: undefined,
        middle: centre(paragraph),
        paragraph,
      }),
    );
  return [...drawn, ...typed, ...borders];
}

/** The text itself underlined, wholly or in its middle. */
export function underlining(piece: Piece): FoundLine | undefined {
  const part = share([piece], ({ underline }) => underline);
  if (part < 0.1) return undefined;
  const runs = piece.runs.filter(({ look }) => look.underline);
  const { container } = piece.paragraph;
  return {
    form: 'underlined',
    length: widthOf({ ...piece, runs }),
    solid: true,
    share: undefined,
    middle: container.left + container.width / 2,
    paragraph: piece.paragraph,
  };
}
