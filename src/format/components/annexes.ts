import type { Annex } from './model.ts';
import { bare, isCapitals, isCentred, isTypedLine, type Piece } from './pieces.ts';

/** Recognises the heads of annexes: "Phụ lục I", its title, "(Kèm theo …)" (Phụ lục I, III.1). */

const LABEL = /^phụ\s+lục(?:\s+số)?\s*[:.]?\s*([IVXLC]+|\d{1,2}[A-Z]?|[A-Z])?\s*(?:[:.\-–]\s*(.*))?$/iu;
/** Lines that a head may have. */
const HEAD = 10;

const isAttached = ({ text }: Piece): boolean => /^[([]?\s*(?:ban hành\s+)?kèm theo\b/iu.test(text);

/** A line that reads "Phụ lục …" and stands as a head does, not a sentence that speaks of an annex. */
export function isAnnexLabel(piece: Piece): boolean {
  const { text, paragraph } = piece;
  if (text.length > 120 || !LABEL.test(text)) return false;
  if (paragraph.container.kind === 'cell' && piece.side !== 'middle') return isCentred(piece) && paragraph.startsPage;
  return isCentred(piece) || isCapitals(text) || paragraph.startsPage || paragraph.alignment === 'right';
}

/** `pieces`: those after the signature, or all when there is none. */
export function recogniseAnnexes(pieces: readonly Piece[]): readonly Annex[] {
  return pieces.flatMap((label, i): Annex[] => {
    if (!isAnnexLabel(label)) return [];
    const number = LABEL.exec(label.text)?.[1] ?? '';
    const head: Piece[] = [];
    for (const piece of pieces.slice(i + 1, i + 1 + HEAD)) {
      if (piece.paragraph.container.id !== label.paragraph.container.id || isAnnexLabel(piece)) break;
      if (!isCentred(piece) && !isCapitals(piece.text) && !isAttached(piece)) break;
      head.push(piece);
    }
    const attachedFrom = head.findIndex(isAttached);
    const attachedTo = head.findIndex((piece, at) => at >= attachedFrom && /[)\]]\s*$/.test(piece.text));
    const attached = attachedFrom < 0 ? [] : head.slice(attachedFrom, Math.max(attachedFrom, attachedTo) + 1);
    const title = (attachedFrom < 0 ? head : head.slice(0, attachedFrom)).filter(
      (piece) => !isTypedLine(piece) && !/^\(/.test(piece.text) && !/^(?:[ivx]+|\d+)\s/.test(bare(piece.text)),
    );
    return [{ label, number, title, attached }];
  });
}
