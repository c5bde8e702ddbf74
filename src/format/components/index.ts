import type { Paragraph, WordDocument } from '../docx/model.ts';
import { isAnnexLabel, recogniseAnnexes } from './annexes.ts';
import { readBody } from './body.ts';
import { isLetterSubject, isMotto, isNation, isNumber, isPlaceDate, recogniseLetterhead } from './letterhead.ts';
import { linesIn, underlining } from './lines.ts';
import type { FoundLine, Letterhead, Recognised } from './model.ts';
import { bare, fullText, isBold, isCapitals, isCentred, isTypedLine, type Piece, piecesOf } from './pieces.ts';
import { isRecipientsLabel, recogniseEnd } from './signature.ts';
import { KINDS, OTHER_LETTERHEADS, STAMPS } from './words.ts';

/**
 * Paragraphs → pieces → letterhead, kind and subject, text, end, annexes. Nothing is known of a document but what it
 * prints: styles' names and the program that wrote it do not count.
 */

export type { Annex, BodyParagraph, BodyRole, FoundLine, Letterhead, Recognised, Signature } from './model.ts';

/** Letterheads and titles stand in the first so many paragraphs with words; what is longer is text. */
const TOP = 60;
const LONG = 170;

export function recognise(document: WordDocument): Recognised {
  const { paragraphs, sections } = document;
  const widthIn = (index: number): number => {
    const section = sections[index] ?? sections[0];
    return section === undefined ? 1 : section.width - section.margins.left - section.margins.right;
  };
  const pieces = paragraphs.flatMap((paragraph) => piecesOf(paragraph, widthIn(paragraph.section)));
  const top = new TopReader(paragraphs, pieces, widthIn(0));
  const title = top.title();
  const after = pieces.filter(({ paragraph }) => paragraph.index > title.end);
  const end = recogniseEnd(beforeAnnex(after));
  const annexes = recogniseAnnexes(
    end.end === undefined ? annexPieces(pieces, title.end) : afterIndex(pieces, end.end),
  );
  const firstAnnex = annexes[0]?.label.paragraph.index ?? paragraphs.length;
  const textEnd = Math.min(end.start ?? firstAnnex, firstAnnex);
  const text = paragraphs.filter(({ index }) => index > title.end && index < textEnd);
  const letterheads = top.letterheads(title.start);
  const addressed = addressedIn(pieces, title, textEnd);
  const main = letterheads[0];
  const heading = pieces.slice(0, 40).find(({ text: words }) => OTHER_LETTERHEADS.includes(bare(words)));
  return {
    document,
    letterheads,
    kind: title.kind,
    subject: title.subject,
    subjectLine: top.subjectLine(title),
    addressed,
    body: readBody(text.filter(({ index }) => !addressed.some(({ paragraph }) => paragraph.index === index))),
    signatures: end.signatures,
    recipients: end.recipients,
    annexes,
    annexOnly:
      annexes.length > 0 && title.kind.length === 0 && main?.number === undefined && end.recipients === undefined,
    otherHead: main?.nation === undefined ? heading : undefined,
  };
}

const afterIndex = (pieces: readonly Piece[], index: number): readonly Piece[] =>
  pieces.filter(({ paragraph }) => paragraph.index > index);

/** Without a signature: an annex that begins a page, or the whole file is one. */
const annexPieces = (pieces: readonly Piece[], titleEnd: number): readonly Piece[] =>
  titleEnd < 0 ? pieces : afterIndex(pieces, titleEnd);

/** The end of a document stands before its annexes; annexes may have signatures of their own. */
function beforeAnnex(pieces: readonly Piece[]): readonly Piece[] {
  const label = pieces.findIndex(isRecipientsLabel);
  const annex = pieces.findIndex((piece) => isAnnexLabel(piece) && piece.paragraph.startsPage);
  if (annex < 0 || (label >= 0 && label < annex)) return pieces;
  return label < 0 ? pieces.slice(0, annex) : pieces;
}

interface Title {
  readonly kind: readonly Piece[];
  readonly subject: readonly Piece[];
  /** Index of its first paragraph; of the text's first one when there is no title. */
  readonly start: number;
  /** Index of its last paragraph, or of the letterhead's. */
  readonly end: number;
}

class TopReader {
  private readonly top: readonly Piece[];

  constructor(
    private readonly paragraphs: readonly Paragraph[],
    private readonly pieces: readonly Piece[],
    private readonly width: number,
  ) {
    const long = pieces.findIndex((piece) => piece.text.length > LONG && piece.paragraph.container.kind === 'page');
    this.top = pieces.slice(0, Math.min(TOP, long < 0 ? pieces.length : long));
  }

  /** Tên loại and trích yếu; in an official letter there are none. */
  title(): Title {
    const from = this.top.findLastIndex(
      (piece, i) => i < 40 && (isPlaceDate(piece) || isNumber(piece) || isNation(piece)) && !this.isPast(i),
    );
    const at = this.kindAt(Math.max(0, from));
    if (at === undefined) {
      const last = this.top.slice(0, 40).findLast((piece) => isLetterheadPiece(piece));
      const end = last?.paragraph.index ?? -1;
      return { kind: [], subject: [], start: end + 1, end };
    }
    const kind = [this.top[at]].filter((piece) => piece !== undefined);
    const subject = this.subjectAfter(at);
    const last = subject.at(-1) ?? kind.at(-1);
    return { kind, subject, start: this.top[at]?.paragraph.index ?? 0, end: last?.paragraph.index ?? 0 };
  }

  /** After the words that open the text or an annex nothing is a letterhead any more. */
  private isPast(i: number): boolean {
    return this.top.slice(0, i).some((piece) => isAddress(piece) || isKindExactly(piece) || isAnnexLabel(piece));
  }

  private kindAt(from: number): number | undefined {
    const candidates = this.top
      .map((piece, i) => ({ piece, i }))
      .filter(({ piece, i }) => i >= from || isKindExactly(piece));
    const stop = candidates.findIndex(({ piece }) => isAddress(piece) || isAnnexLabel(piece));
    const before = (stop < 0 ? candidates : candidates.slice(0, stop)).filter(
      ({ piece }) =>
        piece.side === 'middle' && !isLetterheadPiece(piece) && !isTypedLine(piece) && !STAMPS.test(bare(piece.text)),
    );
    const exact = before.find(({ piece }) => isKindExactly(piece));
    const begun = before.find(({ piece }) => beginsWithKind(piece));
    const dressed = before.find(
      ({ piece, i }) =>
        i > from && isCapitals(piece.text) && isCentred(piece) && isBold(piece) && piece.text.length < 80,
    );
    return (exact ?? begun ?? dressed)?.i;
  }

  /** The centred lines right below the kind. */
  private subjectAfter(at: number): readonly Piece[] {
    const kind = this.top[at];
    const lines: Piece[] = [];
    for (const piece of this.top.slice(at + 1)) {
      if (isTypedLine(piece) || isAddress(piece) || /^[([]/.test(piece.text)) break;
      if (piece.paragraph.container.id !== kind?.paragraph.container.id || isAnnexLabel(piece)) break;
      const last = lines.at(-1) ?? kind;
      const gap = emptyBetween(this.paragraphs, last.paragraph.index, piece.paragraph.index);
      if (gap > 0 && lines.length > 0) break;
      const dressed =
        isCentred(piece) || (isBold(piece) && lines.length === 0 && !/^(?:[IVX]+|[A-Z\d]+)[.)]/.test(piece.text));
      if (!dressed || /^can cu\b/.test(bare(piece.text)) || /^(?:phan|chuong)\s+[ivx\d]/.test(bare(piece.text))) break;
      // "CHỦ TỊCH ỦY BAN NHÂN DÂN …" above the grounds of a decision: who issues it.
      if (isCapitals(piece.text) && lines.length > 0 && /[:,]?$/.test(piece.text) && isIssuerLine(piece)) break;
      lines.push(piece);
    }
    return lines;
  }

  subjectLine({ subject, kind, start, end }: Title): FoundLine | undefined {
    const last = subject.at(-1);
    if (last === undefined || kind.length === 0) return undefined;
    const next = this.pieces.find(
      ({ paragraph, ...piece }) => paragraph.index > end && !isTypedLine({ paragraph, ...piece }),
    );
    const until = next?.paragraph.index ?? end + 3;
    const zone = this.paragraphs.filter(({ index }) => index >= start && index <= until);
    const pieces = this.pieces.filter(({ paragraph }) => paragraph.index > end && paragraph.index < until);
    const found = linesIn(zone, pieces).filter((line) => this.isMiddle(line));
    return found.find(({ paragraph }) => paragraph.index >= last.paragraph.index) ?? found[0] ?? underlining(last);
  }

  private isMiddle({ middle }: FoundLine): boolean {
    return middle === undefined || Math.abs(middle - this.width / 2) < this.width * 0.15;
  }

  /** The document's own letterhead, then those that stand further down. */
  letterheads(titleStart: number): readonly Letterhead[] {
    const own = this.zone(0, titleStart);
    const others = this.pieces.filter((piece) => isNation(piece) && piece.paragraph.index >= titleStart);
    return [own, ...others.map((nation) => this.zoneAround(nation))].filter(
      ({ nation, motto, number, issuer, placeDate }, i) =>
        i > 0 ||
        nation !== undefined ||
        motto !== undefined ||
        number !== undefined ||
        placeDate !== undefined ||
        issuer.length > 0,
    );
  }

  private zone(from: number, to: number): Letterhead {
    const paragraphs = this.paragraphs.filter(({ index }) => index >= from && index < to);
    // A line may hang from the title below; what stands in the middle there is the subject's.
    const hanging = this.paragraphs
      .filter(({ index }) => index >= to && index <= to + 2)
      .map((paragraph) => ({
        ...paragraph,
        borderBelow: false,
        lines: paragraph.lines.filter(
          (line) => line.middle !== undefined && Math.abs(line.middle - this.width / 2) >= this.width * 0.15,
        ),
      }));
    const pieces = this.pieces.filter(({ paragraph }) => paragraph.index >= from && paragraph.index < to);
    return recogniseLetterhead({ paragraphs: [...paragraphs, ...hanging], pieces, width: this.width });
  }

  private zoneAround(nation: Piece): Letterhead {
    const { index, container } = nation.paragraph;
    const table = container.cell?.table;
    const near = this.paragraphs.filter((paragraph) =>
      table === undefined ? Math.abs(paragraph.index - index) <= 4 : paragraph.container.cell?.table === table,
    );
    const indices = near.map((paragraph) => paragraph.index);
    return this.zone(Math.min(...indices), Math.max(...indices) + 1);
  }
}

const isKindExactly = ({ text }: Piece): boolean =>
  KINDS.includes(bare(text)) && (isCapitals(text) || text.length < 25);
const beginsWithKind = (piece: Piece): boolean =>
  isCapitals(piece.text) && piece.text.length < 140 && KINDS.some((kind) => bare(piece.text).startsWith(`${kind} `));
const isAddress = ({ text }: Piece): boolean => /^k[íi]nh\s+(?:g[ửu]i|tr[ìi]nh)\b/iu.test(text);
const isIssuerLine = ({ text }: Piece): boolean =>
  /^(?:chu tich|giam doc|bo truong|thu tuong|uy ban|hoi dong|chanh|truong|cuc truong|tham quyen)\b/.test(bare(text));
const isLetterheadPiece = (piece: Piece): boolean =>
  isNation(piece) || isMotto(piece) || isNumber(piece) || isPlaceDate(piece) || isLetterSubject(piece);

function emptyBetween(paragraphs: readonly Paragraph[], from: number, to: number): number {
  return paragraphs.filter(
    ({ index, runs }) => index > from && index < to && runs.every(({ text }) => text.trim() === ''),
  ).length;
}

/** Kính gửi with the names below it: dashes, or lines that end with a semicolon. */
function addressedIn(pieces: readonly Piece[], title: Title, textEnd: number): readonly Piece[] {
  const at = pieces.findIndex(
    (piece) => isAddress(piece) && piece.paragraph.index >= title.start && piece.paragraph.index < textEnd,
  );
  const start = pieces[at];
  if (start === undefined) return [];
  const rest: Piece[] = [];
  for (const piece of pieces.slice(at + 1, at + 30)) {
    if (piece.paragraph.index >= textEnd) break;
    const open = /[:;,]$/.test((rest.at(-1) ?? start).text);
    if (!open || fullText(piece.paragraph).length > LONG || !/^[-–+•]|\p{Lu}/u.test(piece.text)) break;
    if (!/^[-–+•]/.test(piece.text) && !/[;.]$/.test(piece.text)) break;
    rest.push(piece);
    if (/\.$/.test(piece.text)) break;
  }
  return [start, ...rest];
}
