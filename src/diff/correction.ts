import type { CellChange, Changes, PassageChange, RecipientChange, RowPlace } from '../model/changes.ts';
import { BLANK } from '../model/date.ts';
import {
  type ChangeMark,
  type Document,
  type Field,
  type FieldGroup,
  group,
  type Inline,
  list,
} from '../model/document.ts';
import type { CorrectionField } from '../model/fields.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { align } from './align.ts';
import { fieldOf, textOf } from './outline.ts';
import { tokensOf, wordDiff, wordsOf } from './words.ts';

/**
 * Bảng đính chính số liệu as a document: the agency's letterhead and signature, every figure with what was reported and
 * what is right, then the sentences. It gets its own number and date by hand.
 */
export function correctionDocument(before: Snapshot, after: Snapshot, changes: Changes): Document {
  const { fields, properties } = after.document;
  const values = changes.values.map((change) =>
    item({
      'dinh_chinh.stt': numberOf(change),
      'dinh_chinh.ten': change.label,
      'dinh_chinh.don_vi': change.unit,
      'dinh_chinh.cu': change.before ?? '',
      'dinh_chinh.moi': change.after ?? '',
    }),
  );
  const sentences = [
    ...changes.passages.flatMap(sentenceChanges),
    ...changes.cells.map((cell) => ({ place: cellPlace(cell), before: cell.before ?? '', after: cell.after ?? '' })),
    ...changes.fields.map(({ label, before: old, after: now }) => ({ place: label.vi, before: old, after: now })),
    ...recipientChange(changes.recipients),
  ].map(({ place, before: old, after: now }) =>
    item({
      'dinh_chinh.vi_tri': place,
      'dinh_chinh.cu': marked(old, now, 'del'),
      'dinh_chinh.moi': marked(old, now, 'ins'),
    }),
  );
  const symbol = textOf(fieldOf(fields, 'so_hieu')).replace(/^.*\/BC-/, '');
  const placeName = textOf(fieldOf(fields, 'don_vi.dia_danh'));
  return {
    fields: group({
      ...fields.fields,
      so_ky_hieu: `Số: ${BLANK}/${symbol}`,
      dia_danh_ngay: `${placeName}, ngày ${BLANK} tháng ${BLANK} năm ${BLANK}`,
      ...item({
        'dinh_chinh.so_hieu_goc': textOf(fieldOf(before.document.fields, 'so_hieu')),
        'dinh_chinh.ngay_goc': textOf(fieldOf(before.document.fields, 'ngay')),
        'dinh_chinh.co_so_lieu': values.length > 0,
        'dinh_chinh.so_lieu': list(values),
        'dinh_chinh.co_noi_dung': sentences.length > 0,
        'dinh_chinh.noi_dung': list(sentences),
      }).fields,
    }),
    slots: {},
    appendix: [],
    footnotes: [],
    properties: { ...properties, title: `Bảng đính chính số liệu: ${properties.title}` },
  };
}

/** `{ 'dinh_chinh.stt': x }` → the group `dinh_chinh`. */
const item = (fields: Readonly<Partial<Record<CorrectionField, Field>>>): FieldGroup =>
  group({
    dinh_chinh: group(
      Object.fromEntries(Object.entries(fields).map(([name, field]) => [name.replace('dinh_chinh.', ''), field])),
    ),
  });

const numberOf = ({ number, part }: RowPlace): string => (part ? `${number} (trong đó)` : number);

const cellPlace = (cell: CellChange): string => `Phụ lục, ${numberOf(cell)} ${cell.label}: ${cell.columnLabel.vi}`;

interface SentenceChange {
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** Nơi nhận in one: those taken off the list, those put on it. */
function recipientChange(changes: readonly RecipientChange[]): readonly SentenceChange[] {
  const of = (mark: ChangeMark): string =>
    changes
      .filter(({ change }) => change === mark)
      .map(({ recipient }) => recipient)
      .join('\n');
  return changes.length === 0 ? [] : [{ place: 'Nơi nhận', before: of('del'), after: of('ins') }];
}

/** A full stop, or what else ends a sentence, before a capital; or a line break. */
const SENTENCE_END = /(?<=[.!?;…])\s+(?=[\p{Lu}"“(])|\n+/u;

/** Only the sentences of a paragraph that changed: a reader looks for them in the report. */
function sentenceChanges({ headings, before, after }: PassageChange): readonly SentenceChange[] {
  const place = headings.at(-1) ?? '';
  const readable = (text = ''): string => text.replace(/\[\^([^\]]*)\]/g, ' (chú thích: $1)');
  const whole = { place, before: readable(before), after: readable(after) };
  if (before === undefined || after === undefined) return [whole];
  const sentences = (text: string): readonly string[] => text.split(SENTENCE_END).filter((piece) => piece !== '');
  const same = { key: (text: string) => text, sort: () => '', words: wordsOf };
  const pairs = align(sentences(whole.before), sentences(whole.after), same)
    .filter((pair) => pair.before !== pair.after)
    .map((pair) => ({ place, before: pair.before ?? '', after: pair.after ?? '' }));
  // The words are the same: what changed is their look, or where a sentence ends.
  return pairs.length > 0 ? pairs : [whole];
}

/** One of both texts, with the words in bold that the other does not have. */
function marked(before: string, after: string, side: 'del' | 'ins'): readonly Inline[] {
  const tokens = (text: string) => tokensOf([{ kind: 'text', text }], []);
  if (before === '' || after === '') return [{ kind: 'text', text: side === 'del' ? before : after }];
  return wordDiff(tokens(before), tokens(after)).flatMap(({ token, change }): readonly Inline[] => {
    if (token.inline.kind !== 'text' || (change !== undefined && change !== side)) return [];
    return [change === undefined ? token.inline : { ...token.inline, bold: true }];
  });
}
