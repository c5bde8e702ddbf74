import type { Recipients, Signature } from './model.ts';
import { bare, isCapitals, isTypedLine, type Piece } from './pieces.ts';
import { AUTHORITY, DOTLESS_AUTHORITY, RANKS, STAMPS, TITLES } from './words.ts';

/** Recognises Nơi nhận and the signature: the boxes 7 and 9b of the decree's plan. */

export const isRecipientsLabel = ({ text }: Piece): boolean =>
  /^noi nhan$/.test(bare(text)) || /^nơi nhận\s*:/iu.test(text);

/** "TM. ỦY BAN NHÂN DÂN", "GIÁM ĐỐC": in capitals, or else with the sign of an authority. */
function isSignerTitle({ text }: Piece): boolean {
  if (text.length > 90) return false;
  if (AUTHORITY.test(text)) return isCapitals(text) || /^(?:TM|KT|TL|TUQ|Q)\s*\./.test(text);
  if (DOTLESS_AUTHORITY.test(text)) return true;
  return isCapitals(text) && TITLES.test(bare(text)) && !/[:;]$/.test(text);
}

/** Notes in the room where the signature goes. */
const isNote = ({ text }: Piece): boolean =>
  /^[([]/.test(text) ||
  /^(?:da ky|ky ten|chu ky|ho va ten|ky boi|nguoi ky|ngay ky|thoi gian ky|email|co quan)\b/.test(bare(text)) ||
  STAMPS.test(bare(text));

/** "Nguyễn Văn A", with or without what stands before a name. */
function isPersonName({ text }: Piece): boolean {
  const words = text.split(/[\s.]+/).filter((word) => word !== '');
  if (
    words.length < 2 ||
    words.length > 8 ||
    text.length > 50 ||
    /[:;,/\d]/.test(text.replace(/,\s*\p{L}{2,3}\.?/gu, ''))
  )
    return RANKS.test(bare(text)) && words.length <= 8;
  return words.every((word) => /^\p{Lu}/u.test(word)) || RANKS.test(bare(text));
}

export interface EndZone {
  readonly recipients: Recipients | undefined;
  readonly signatures: readonly Signature[];
  /** Index of its first paragraph; what stands before is the text. */
  readonly start: number | undefined;
  /** Index of its last paragraph; annexes come after. */
  readonly end: number | undefined;
}

/** Paragraphs over which a signature block without a table may stretch. */
const REACH = 30;

/** `pieces`: those after the title, in reading order. */
export function recogniseEnd(pieces: readonly Piece[]): EndZone {
  const label = pieces.find(isRecipientsLabel);
  const first = label ?? firstTitle(pieces);
  if (first === undefined) return { recipients: undefined, signatures: [], start: undefined, end: undefined };
  const zone = zoneAround(pieces, first);
  const recipients = label === undefined ? undefined : { label, items: recipientItems(zone, label) };
  const taken = new Set<Piece>(recipients === undefined ? [] : [recipients.label, ...recipients.items]);
  const signatures = signaturesIn(zone.filter((piece) => !taken.has(piece)));
  const used = [
    ...taken,
    ...signatures.flatMap(({ titles, name }) => (name === undefined ? titles : [...titles, name])),
  ];
  const indices = used.map(({ paragraph }) => paragraph.index);
  return { recipients, signatures, start: Math.min(...indices), end: Math.max(...indices) };
}

/** Without Nơi nhận: the last title of a signer that a name follows. */
function firstTitle(pieces: readonly Piece[]): Piece | undefined {
  const authority = pieces.find((piece) => AUTHORITY.test(piece.text) && isSignerTitle(piece));
  if (authority !== undefined) return authority;
  return pieces.findLast((piece, i) => isSignerTitle(piece) && pieces.slice(i + 1, i + 6).some(isPersonName));
}

/** The table that holds the block, with tables that go on right after it; without one, some paragraphs around it. */
function zoneAround(pieces: readonly Piece[], first: Piece): readonly Piece[] {
  const at = pieces.indexOf(first);
  const { table } = first.paragraph.container.cell ?? {};
  if (table !== undefined) {
    const inTable = pieces.filter(({ paragraph }) => paragraph.container.cell?.table === table);
    const complete = inTable.some(isSignerTitle);
    if (complete) return inTable;
  }
  const from = first.paragraph.index;
  const isNear = (distance: number): boolean => distance < 0 && distance >= -REACH;
  // Nơi nhận below the table in which those sign who made minutes.
  const above = pieces.findLast((piece) => isNear(piece.paragraph.index - from) && isSignerTitle(piece));
  const signed = above?.paragraph.container.cell?.table;
  const isBox = first.paragraph.container.kind === 'box';
  return pieces.filter((piece, i) => {
    const distance = piece.paragraph.index - from;
    const { container } = piece.paragraph;
    if (distance > REACH || (distance > 0 && piece.paragraph.startsPage)) return false;
    if (i >= at) return true;
    if (signed !== undefined && container.cell?.table === signed) return true;
    // Titles may stand a little above "Nơi nhận": beside it in a box, or in lines of their own.
    return distance >= (isBox ? -REACH : -10) && (isSignerTitle(piece) || container.kind === 'box');
  });
}

function recipientItems(zone: readonly Piece[], label: Piece): readonly Piece[] {
  const { container } = label.paragraph;
  const column = container.cell?.column;
  const after = zone.slice(zone.indexOf(label) + 1);
  const items: Piece[] = [];
  for (const piece of after) {
    const { cell, kind } = piece.paragraph.container;
    const same =
      container.kind === 'cell'
        ? cell?.column === column && kind === 'cell'
        : piece.paragraph.container.id === container.id && piece.side !== 'right';
    if (!same || isTypedLine(piece)) continue;
    if (
      container.kind !== 'cell' &&
      !/^[-–+•*]|^l[uư]u\b/iu.test(piece.text) &&
      (isSignerTitle(piece) || piece.side === 'right')
    )
      continue;
    if (container.kind !== 'cell' && !/^[-–+•*]/.test(piece.text) && items.length > 0) {
      if (/^l[uư]u\b/iu.test(piece.text)) items.push(piece);
      continue;
    }
    items.push(piece);
  }
  return items;
}

/** A signature for each column: titles, then a name. */
function signaturesIn(pieces: readonly Piece[]): readonly Signature[] {
  const columns = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (isTypedLine(piece) || isNote(piece) || !/\p{L}/u.test(piece.text)) continue;
    const { cell, id, kind } = piece.paragraph.container;
    const key = kind === 'cell' ? `column ${cell?.column}` : kind === 'box' ? id : 'page';
    columns.set(key, [...(columns.get(key) ?? []), piece]);
  }
  return [...columns.values()].flatMap((column): Signature[] => {
    const from = column.findIndex(isSignerTitle);
    if (from < 0) return [];
    const rest = column.slice(from);
    const nameAt = rest.findIndex(
      (piece, i) => i > 0 && isPersonName(piece) && !isSignerTitle(piece) && !isUnit(piece),
    );
    const end = nameAt < 0 ? rest.findIndex((piece, i) => i > 0 && !isCapitals(piece.text)) : nameAt;
    return [{ titles: rest.slice(0, end < 0 ? rest.length : end), name: nameAt < 0 ? undefined : rest[nameAt] }];
  });
}

/** A line in capitals that names a body, not a person: "VĂN PHÒNG ỦY BAN NHÂN DÂN". */
const isUnit = ({ text }: Piece): boolean =>
  isCapitals(text) &&
  /^(?:uy ban|hoi dong|ban|so|van phong|tinh|huyen|xa|phuong|thanh pho|chi cuc|cuc|bo)\b/.test(bare(text));
