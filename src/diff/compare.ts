import { diffArrays } from 'diff';
import type {
  CellChange,
  Changes,
  FieldChange,
  PassageChange,
  Piece,
  RecipientChange,
  RowPlace,
  ValueChange,
} from '../model/changes.ts';
import type { AppendixRow, ChangeMark, FieldGroup, Inline } from '../model/document.ts';
import type { FieldName, RowField } from '../model/fields.ts';
import type { Wording } from '../model/problem.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { align, type Pair } from './align.ts';
import {
  BLOCK_LIKENESS,
  blockText,
  cellsOf,
  fieldOf,
  itemsOf,
  type PlacedBlock,
  placed,
  type SlotPair,
  slotPairs,
  textOf,
} from './outline.ts';
import { type MarkedToken, type Notes, plainText, tokensOf, wordDiff } from './words.ts';

type Compared<N extends string> = readonly { readonly name: N; readonly label: Wording }[];

/**
 * The fields that are compared, in reading order. The others say the same again (`so_hieu`, `ngay`), or follow from the
 * period, which two versions of a report share.
 */
const FIELDS: Compared<FieldName> = [
  { name: 'co_quan_chu_quan', label: { vi: 'Cơ quan chủ quản', en: 'Superior body' } },
  { name: 'co_quan', label: { vi: 'Cơ quan ban hành', en: 'Issuing body' } },
  { name: 'so_ky_hieu', label: { vi: 'Số, ký hiệu', en: 'Number' } },
  { name: 'dia_danh_ngay', label: { vi: 'Địa danh, ngày', en: 'Place and date' } },
  { name: 'trich_yeu', label: { vi: 'Trích yếu', en: 'Subject' } },
  { name: 'don_vi.ten', label: { vi: 'Tên đơn vị', en: 'Unit' } },
  { name: 'don_vi.ten_ngan', label: { vi: 'Tên gọn của đơn vị', en: 'Short name of the unit' } },
  { name: 'quyen_han', label: { vi: 'Quyền hạn người ký', en: 'Signing authority' } },
  { name: 'chuc_vu', label: { vi: 'Chức vụ người ký', en: 'Position of the signatory' } },
  { name: 'ho_ten', label: { vi: 'Họ tên người ký', en: 'Signatory' } },
  { name: 'phu_luc.nhan', label: { vi: 'Nhãn phụ lục', en: 'Appendix label' } },
  { name: 'phu_luc.ten', label: { vi: 'Tên phụ lục', en: 'Appendix title' } },
];

/** The cells of the appendix that are compared besides the value. */
const CELLS: Compared<RowField> = [
  { name: 'stt', label: { vi: 'số thứ tự', en: 'number' } },
  { name: 'ten', label: { vi: 'tên chỉ tiêu', en: 'label' } },
  { name: 'don_vi', label: { vi: 'đơn vị tính', en: 'unit' } },
  { name: 'ghi_chu', label: { vi: 'ghi chú', en: 'note' } },
  { name: 'co_quan_bao_cao', label: { vi: 'cơ quan báo cáo', en: 'reported by' } },
];
const LABEL_CELL: Wording = { vi: 'dòng', en: 'row' };

/** What is different between two versions of one report. Changes of the look alone count as changes of the words. */
export function compareSnapshots(before: Snapshot, after: Snapshot): Changes {
  const rows = appendixChanges(before, after);
  return {
    values: rows.values,
    passages: slotPairs(before, after).flatMap((pair) => slotChanges(pair, before, after)),
    cells: rows.cells,
    fields: fieldChanges(before.document.fields, after.document.fields),
    recipients: recipientChanges(before.document.fields, after.document.fields),
  };
}

function slotChanges(pair: SlotPair, before: Snapshot, after: Snapshot): readonly PassageChange[] {
  const { slot, headings } = pair;
  const pairs = align(
    placed(pair.before, before.document.footnotes),
    placed(pair.after, after.document.footnotes),
    BLOCK_LIKENESS,
  );
  return pairs.flatMap((blocks) => passages(blocks).map((passage) => ({ slot, headings, ...passage })));
}

type Passage = Pick<PassageChange, 'before' | 'after' | 'pieces'>;

function passages({ before, after }: Pair<PlacedBlock>): readonly Passage[] {
  if (before === undefined || after === undefined) {
    const there = before ?? after;
    if (there === undefined) return [];
    const text = blockText(there.block, there.notes);
    return [
      {
        before: before === undefined ? undefined : text,
        after: after === undefined ? undefined : text,
        pieces: [{ text, change: before === undefined ? 'ins' : 'del' }],
      },
    ];
  }
  const contents = (side: PlacedBlock): readonly (readonly Inline[])[] =>
    side.block.kind === 'paragraph' ? [side.block.content] : cellsOf(side.block);
  const later = contents(after);
  return contents(before).flatMap((content, i) => {
    const marked = wordDiff(tokensOf(content, before.notes), tokensOf(later[i] ?? [], after.notes));
    if (marked.every((token) => token.change === undefined && token.before === undefined)) return [];
    return [
      {
        before: plainText(content, before.notes),
        after: plainText(later[i] ?? [], after.notes),
        pieces: piecesOf(marked, before.notes, after.notes),
      },
    ];
  });
}

/** Neighbours of one mark are one piece. A footnote that says something else now is told word by word. */
function piecesOf(marked: readonly MarkedToken[], before: Notes, after: Notes): readonly Piece[] {
  const pieces: { text: string; change?: ChangeMark }[] = [];
  const push = (text: string, change?: ChangeMark): void => {
    const last = pieces.at(-1);
    if (last !== undefined && last.change === change) last.text += text;
    else pieces.push({ text, ...(change === undefined ? {} : { change }) });
  };
  for (const { token, change, before: noteBefore } of marked) {
    if (noteBefore === undefined) {
      push(plainText([token.inline], change === 'del' ? before : after), change);
      continue;
    }
    push('[^');
    const note = wordDiff(tokensOf(noteBefore, []), tokensOf(token.note ?? [], []));
    for (const piece of piecesOf(note, [], [])) push(piece.text, piece.change);
    push(']');
  }
  return pieces;
}

interface PlacedRow {
  readonly row: AppendixRow;
  readonly place: RowPlace;
  readonly notes: Notes;
}

function placedRows({ document: { appendix, footnotes } }: Snapshot): ReadonlyMap<string, PlacedRow> {
  let number = '';
  return new Map(
    appendix.map((row) => {
      const part = row.kind === 'trong_do';
      if (!part) number = textOf(row.fields.fields['stt']);
      const label = withoutNotes(row.fields.fields['ten']);
      return [row.id, { row, place: { id: row.id, number, part, label }, notes: footnotes }];
    }),
  );
}

const withoutNotes = (field: FieldGroup['fields'][string] | undefined): string =>
  Array.isArray(field)
    ? plainText(
        field.filter(({ kind }) => kind !== 'footnote'),
        [],
      )
    : textOf(field);

/** By indicator, wherever its row stands. What only one version has comes in that version's place. */
function appendixChanges(before: Snapshot, after: Snapshot): Pick<Changes, 'values' | 'cells'> {
  const [old, now] = [placedRows(before), placedRows(after)];
  const values: ValueChange[] = [];
  const cells: CellChange[] = [];
  const ids = diffArrays([...old.keys()], [...now.keys()]).flatMap(({ value }) => value);
  for (const id of new Set(ids)) {
    const [earlier, later] = [old.get(id), now.get(id)];
    const place = (later ?? earlier)?.place;
    if (place === undefined) continue;
    const text = (row: PlacedRow | undefined, column: RowField): string | undefined =>
      row === undefined ? undefined : textOf(row.row.fields.fields[column], row.notes);
    if (earlier === undefined || later === undefined) {
      const [first, second] = [earlier, later];
      if ((later ?? earlier)?.row.kind === 'nhom') {
        const row = { before: text(first, 'ten'), after: text(second, 'ten') };
        cells.push({ ...place, column: 'ten', columnLabel: LABEL_CELL, ...row });
      } else {
        const unit = text(later ?? earlier, 'don_vi') ?? '';
        values.push({ ...place, unit, before: text(first, 'so_lieu'), after: text(second, 'so_lieu') });
      }
      continue;
    }
    const [oldValue, newValue] = [text(earlier, 'so_lieu'), text(later, 'so_lieu')];
    const unit = text(later, 'don_vi') ?? '';
    if (oldValue !== newValue) values.push({ ...place, unit, before: oldValue, after: newValue });
    for (const { name: column, label: columnLabel } of CELLS) {
      const [a, b] = [text(earlier, column), text(later, column)];
      if (a !== b) cells.push({ ...place, column, columnLabel, before: a, after: b });
    }
  }
  return { values, cells };
}

function fieldChanges(before: FieldGroup, after: FieldGroup): readonly FieldChange[] {
  return FIELDS.map(({ name: field, label }) => ({
    field,
    label,
    before: textOf(fieldOf(before, field)),
    after: textOf(fieldOf(after, field)),
  })).filter((change) => change.before !== change.after);
}

/** The recipient itself: `- Sở Nội vụ;` is the same as `- Sở Nội vụ.` at the end of the list. */
const recipientsOf = (fields: FieldGroup): string[] =>
  itemsOf(fieldOf(fields, 'noi_nhan')).map((item) =>
    textOf(item.fields['dong']).replace(/^-\s*/, '').replace(/[;.]$/, ''),
  );

function recipientChanges(before: FieldGroup, after: FieldGroup): readonly RecipientChange[] {
  return diffArrays(recipientsOf(before), recipientsOf(after)).flatMap(({ value, added, removed }) =>
    added || removed ? value.map((recipient) => ({ change: added ? 'ins' : 'del', recipient }) as const) : [],
  );
}
