import { diffArrays } from 'diff';
import {
  type AppendixRow,
  type Block,
  type ChangeMark,
  type Document,
  type Field,
  type FieldGroup,
  group,
  type Inline,
  list,
} from '../model/document.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { align } from './align.ts';
import { BLOCK_LIKENESS, fieldOf, itemsOf, placed, richOf, slotPairs, textOf } from './outline.ts';
import { tokensOf, wordDiff, wordsOf } from './words.ts';

/**
 * Both versions of a report in one document, with marks on what was put in and taken out: all accepted gives the later
 * one, all rejected the earlier one.
 */
export const redline = (before: Snapshot, after: Snapshot): Document => new Redline(before, after).document();

class Redline {
  private readonly notes: (readonly Inline[])[] = [];

  constructor(
    private readonly before: Snapshot,
    private readonly after: Snapshot,
  ) {}

  document(): Document {
    const slots: Record<string, readonly Block[]> = {};
    const slotChanges: Record<string, ChangeMark> = {};
    for (const pair of slotPairs(this.before, this.after)) {
      slots[pair.slot] = this.slot(pair.before, pair.after);
      if (pair.before === undefined) slotChanges[pair.slot] = 'ins';
      if (pair.after === undefined) slotChanges[pair.slot] = 'del';
    }
    const appendix = this.appendix();
    const [old, now] = [this.before.document, this.after.document];
    return {
      fields: this.fields(old.fields, now.fields),
      slots,
      slotChanges,
      appendix,
      footnotes: this.notes,
      properties: now.properties,
    };
  }

  /** Takes a piece of one version over; its footnotes go into the common list, and carry its mark. */
  private carry(content: readonly Inline[], from: Document, change?: ChangeMark): readonly Inline[] {
    const mark = change === undefined ? {} : { change };
    return content.map((inline) => {
      if (inline.kind !== 'footnote') return { ...inline, ...mark };
      const note = from.footnotes[inline.note] ?? [];
      this.notes.push(note.map((piece) => ({ ...piece, ...mark })));
      return { ...inline, note: this.notes.length - 1, ...mark };
    });
  }

  /** Word by word. */
  private changed(before: readonly Inline[], after: readonly Inline[]): readonly Inline[] {
    const [old, now] = [this.before.document, this.after.document];
    const marked = wordDiff(tokensOf(before, old.footnotes), tokensOf(after, now.footnotes));
    return joined(
      marked.flatMap(({ token, change, before: noteBefore }) => {
        if (noteBefore === undefined) return this.carry([token.inline], change === 'del' ? old : now, change);
        this.notes.push(this.changed(noteBefore, token.note ?? []));
        return [{ kind: 'footnote', note: this.notes.length - 1 }];
      }),
    );
  }

  private whole(block: Block, change: ChangeMark): Block {
    const from = change === 'del' ? this.before.document : this.after.document;
    const carry = (content: readonly Inline[]): readonly Inline[] => this.carry(content, from, change);
    if (block.kind === 'paragraph') return { ...block, content: carry(block.content), change };
    return { ...block, head: block.head.map(carry), rows: block.rows.map((row) => row.map(carry)), change };
  }

  private slot(before: readonly Block[] | undefined, after: readonly Block[] | undefined): readonly Block[] {
    const pairs = align(
      placed(before, this.before.document.footnotes),
      placed(after, this.after.document.footnotes),
      BLOCK_LIKENESS,
    );
    return pairs.flatMap((pair) => {
      const [old, now] = [pair.before?.block, pair.after?.block];
      if (old === undefined) return now === undefined ? [] : [this.whole(now, 'ins')];
      if (now === undefined) return [this.whole(old, 'del')];
      if (old.kind === 'paragraph' && now.kind === 'paragraph') {
        return [{ ...now, content: this.changed(old.content, now.content) }];
      }
      if (old.kind === 'table' && now.kind === 'table') {
        return [
          {
            ...now,
            head: now.head.map((cell, i) => this.changed(old.head[i] ?? [], cell)),
            rows: now.rows.map((row, r) => row.map((cell, i) => this.changed(old.rows[r]?.[i] ?? [], cell))),
          },
        ];
      }
      return [this.whole(old, 'del'), this.whole(now, 'ins')];
    });
  }

  private appendix(): readonly AppendixRow[] {
    const [old, now] = [this.before.document, this.after.document];
    const known = new Map(old.appendix.map((row) => [row.id, row]));
    const rows: AppendixRow[] = [];
    let later = 0;
    const order = diffArrays(
      old.appendix.map(({ id }) => id),
      now.appendix.map(({ id }) => id),
    );
    for (const { value, added, removed } of order) {
      for (const id of value) {
        const earlier = known.get(id);
        const row = removed ? undefined : now.appendix[later];
        if (!removed) later += 1;
        if (row === undefined) {
          if (earlier !== undefined) rows.push(this.wholeRow(earlier, 'del'));
        } else if (added || earlier === undefined) {
          rows.push(this.wholeRow(row, 'ins'));
        } else if (earlier.kind !== row.kind || earlier.first !== row.first) {
          // Another prototype row of the template prints it: other cells, merged otherwise.
          rows.push(this.wholeRow(earlier, 'del'), this.wholeRow(row, 'ins'));
        } else {
          rows.push({ ...row, fields: this.rowFields(earlier.fields, row.fields) });
        }
      }
    }
    return rows;
  }

  private wholeRow(row: AppendixRow, change: ChangeMark): AppendixRow {
    const from = change === 'del' ? this.before.document : this.after.document;
    const fields = Object.entries(row.fields.fields).map(([name, field]) => [
      name,
      typeof field === 'string' ? field : this.carry(richOf(field), from, change),
    ]);
    return { ...row, fields: group(Object.fromEntries(fields)), change };
  }

  /** A value is replaced as a whole: half a number is none. */
  private rowFields(before: FieldGroup, after: FieldGroup): FieldGroup {
    const fields: Record<string, Field> = {};
    for (const [name, field] of Object.entries(after.fields)) {
      const old = before.fields[name];
      if (typeof field === 'string' && field === (old ?? '')) fields[name] = field;
      else if (name === 'so_lieu') fields[name] = replaced(textOf(old), textOf(field));
      else fields[name] = this.changed(richOf(old), richOf(field));
    }
    return group(fields);
  }

  private fields(before: FieldGroup, after: FieldGroup): FieldGroup {
    const fields: Record<string, Field> = {};
    for (const [name, field] of Object.entries(after.fields)) {
      const old = before.fields[name];
      if (name === 'noi_nhan') {
        fields[name] = this.recipients(before, after);
      } else if (typeof field === 'object' && 'kind' in field && field.kind === 'group') {
        const inner = typeof old === 'object' && 'kind' in old && old.kind === 'group' ? old : group({});
        fields[name] = this.fields(inner, field);
      } else if (typeof field === 'string' && typeof old === 'string' && field !== old) {
        fields[name] = this.changed(richOf(old), richOf(field));
      } else {
        fields[name] = field;
      }
    }
    return group(fields);
  }

  private recipients(before: FieldGroup, after: FieldGroup): Field {
    const line = (item: FieldGroup): string => textOf(item.fields['dong']);
    const pairs = align(itemsOf(fieldOf(before, 'noi_nhan')), itemsOf(fieldOf(after, 'noi_nhan')), {
      key: line,
      sort: () => '',
      words: (item) => wordsOf(line(item)),
    });
    return list(
      pairs.flatMap(({ before: old, after: now }): readonly FieldGroup[] => {
        if (now === undefined) return old === undefined ? [] : [wholeItem(old, 'del')];
        if (old === undefined) return [wholeItem(now, 'ins')];
        const [from, to] = [line(old), line(now)];
        return [from === to ? now : group({ dong: this.changed(richOf(from), richOf(to)) })];
      }),
    );
  }
}

/** The words carry the mark too, for a template that has its list within one paragraph. */
const wholeItem = (item: FieldGroup, change: ChangeMark): FieldGroup => ({
  ...group({ dong: richOf(item.fields['dong']).map((inline) => ({ ...inline, change })) }),
  change,
});

const replaced = (before: string, after: string): readonly Inline[] =>
  joined([
    { kind: 'text', text: before, change: 'del' },
    { kind: 'text', text: after, change: 'ins' },
  ]);

/** Neighbouring words of one look and one mark are one run; empty ones fall away. */
function joined(content: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of content) {
    const last = result.at(-1);
    if (inline.kind === 'text' && inline.text === '') continue;
    const one =
      last?.kind === 'text' &&
      inline.kind === 'text' &&
      last.change === inline.change &&
      last.bold === inline.bold &&
      last.italic === inline.italic &&
      last.superscript === inline.superscript;
    if (one) result[result.length - 1] = { ...last, text: last.text + inline.text };
    else result.push(inline);
  }
  return result;
}
