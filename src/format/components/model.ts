import type { Paragraph, WordDocument } from '../docx/model.ts';
import type { Piece } from './pieces.ts';

/** The components of an administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I), as found in a Word file. */
export interface Recognised {
  readonly document: WordDocument;
  /** The letterhead of the document; then those that annexes repeat. */
  readonly letterheads: readonly Letterhead[];
  /** Tên loại, in one or more lines. */
  readonly kind: readonly Piece[];
  /** Trích yếu below the kind. */
  readonly subject: readonly Piece[];
  readonly subjectLine: FoundLine | undefined;
  /** Kính gửi and who it is addressed to. */
  readonly addressed: readonly Piece[];
  readonly body: readonly BodyParagraph[];
  readonly signatures: readonly Signature[];
  readonly recipients: Recipients | undefined;
  readonly annexes: readonly Annex[];
  /** Nothing of a document but its annex: no kind, no signature is to be expected. */
  readonly annexOnly: boolean;
  /** The head of a document that the decree does not speak of: of the Party, of the Youth Union. */
  readonly otherHead: Piece | undefined;
}

export interface Letterhead {
  readonly nation: Piece | undefined;
  readonly motto: Piece | undefined;
  readonly mottoLine: FoundLine | undefined;
  readonly superior: readonly Piece[];
  readonly issuer: readonly Piece[];
  readonly issuerLine: FoundLine | undefined;
  readonly number: Piece | undefined;
  /** Trích yếu of an official letter: "V/v …" under the number. */
  readonly letterSubject: readonly Piece[];
  readonly placeDate: Piece | undefined;
}

export interface FoundLine {
  readonly form: 'drawn' | 'border' | 'underlined' | 'typed';
  readonly length: number;
  readonly solid: boolean;
  /** In a template: the share of the text that it will have. */
  readonly share: number | undefined;
  readonly middle: number | undefined;
  readonly paragraph: Paragraph;
}

export type BodyRole =
  | 'part'
  | 'chapter'
  | 'division'
  | 'division-title'
  | 'article'
  | 'section'
  | 'letter-section'
  | 'clause'
  | 'subclause'
  | 'point'
  | 'legal-ground'
  | 'text'
  /** Centred, in a column, a caption: nothing that the rules for text speak of. */
  | 'other';

export interface BodyParagraph {
  readonly paragraph: Paragraph;
  readonly role: BodyRole;
  /** With the number that stands in front, typed or Word's own. */
  readonly text: string;
  /** "1.", "a)", "IV." */
  readonly number: string;
}

export interface Signature {
  /** Quyền hạn and chức vụ, a line each. */
  readonly titles: readonly Piece[];
  readonly name: Piece | undefined;
}

export interface Recipients {
  readonly label: Piece;
  readonly items: readonly Piece[];
}

export interface Annex {
  readonly label: Piece;
  /** `I`, `01`, ''. */
  readonly number: string;
  readonly title: readonly Piece[];
  readonly attached: readonly Piece[];
}
