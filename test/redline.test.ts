import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSnapshots } from '../src/diff/compare.ts';
import { redline } from '../src/diff/redline.ts';
import { readTemplate } from '../src/load/template.ts';
import { countChanges } from '../src/model/changes.ts';
import { type AppendixRow, type Block, type Document, group, type Inline, list } from '../src/model/document.ts';
import type { Snapshot } from '../src/model/snapshot.ts';
import { compileDocx } from '../src/render/docx/index.ts';
import { newTemplate } from '../src/render/template/index.ts';
import { readDocx } from './support/docx.ts';
import { accepted, rejected } from './support/tracked.ts';
import { OUTLINE, outline } from './support/workspace.ts';

describe('redline', () => {
  const template = readTemplate(newTemplate(outline(OUTLINE)), 'mau', 'mau.docx').value;
  if (template === undefined) throw new Error('no template');
  const renderer = compileDocx(template);
  const render = (document: Document) => {
    const bytes = renderer.render(document).value;
    if (bytes === undefined) throw new Error('not rendered');
    return readDocx(bytes);
  };

  const words = fc
    .array(fc.constantFrom('một', 'hai', 'ba', '12', '95,9%', '& <', 'bốn\tnăm', '"', 'sáu.'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((list) => list.join(' '));
  const piece: fc.Arbitrary<Inline | 'note'> = fc.oneof(
    { weight: 6, arbitrary: words.map((text): Inline => ({ kind: 'text', text })) },
    { weight: 1, arbitrary: words.map((text): Inline => ({ kind: 'text', text, bold: true })) },
    { weight: 1, arbitrary: fc.constant<Inline>({ kind: 'break' }) },
    { weight: 1, arbitrary: fc.constant('note' as const) },
  );
  const content = fc.array(piece, { minLength: 1, maxLength: 3 });
  type Loose = readonly (Inline | 'note')[];
  const block = fc.oneof(
    { weight: 5, arbitrary: fc.record({ role: fc.constantFrom('paragraph' as const, 'dash' as const), content }) },
    { weight: 1, arbitrary: fc.record({ rows: fc.array(fc.tuple(content, content), { minLength: 1, maxLength: 2 }) }) },
  );
  const slot = fc.array(block, { minLength: 1, maxLength: 4 });
  const row = fc.record({
    id: fc.integer({ min: 0, max: 7 }),
    part: fc.boolean(),
    label: content,
    value: words,
    note: fc.option(words, { nil: '' }),
  });
  const loose = fc.record({
    mo_dau: slot,
    the_che: slot,
    them: fc.option(slot, { nil: undefined }),
    rows: fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 5 }),
    notes: fc.array(words, { minLength: 1, maxLength: 4 }),
    subject: words,
    recipients: fc.array(words, { maxLength: 3 }),
  });

  /** Footnotes get their texts here, in reading order. */
  function snapshotOf(made: typeof loose extends fc.Arbitrary<infer T> ? T : never): Snapshot {
    const footnotes: (readonly Inline[])[] = [];
    const inlines = (pieces: Loose): readonly Inline[] =>
      pieces.map((one) => {
        if (one !== 'note') return one;
        footnotes.push([{ kind: 'text', text: made.notes[footnotes.length % made.notes.length] ?? '' }]);
        return { kind: 'footnote', note: footnotes.length - 1 };
      });
    const blocks = (list: typeof made.mo_dau): readonly Block[] =>
      list.map((one) =>
        'rows' in one
          ? { kind: 'table', head: one.rows[0]?.map(inlines) ?? [], rows: one.rows.map((cells) => cells.map(inlines)) }
          : { kind: 'paragraph', role: one.role, content: inlines(one.content) },
      );
    const slots = {
      mo_dau: blocks(made.mo_dau),
      the_che: blocks(made.the_che),
      ...(made.them === undefined ? {} : { them: blocks(made.them) }),
    };
    const appendix: AppendixRow[] = made.rows.map(({ id, part, label, value, note }, i) => ({
      id: `ct_${id}`,
      kind: part && i > 0 ? 'trong_do' : 'muc',
      first: i === 0 || made.rows[i - 1]?.part !== true,
      fields: group({
        stt: [{ kind: 'text', text: `1.${id}` }],
        ten: inlines(label),
        don_vi: '',
        so_lieu: value,
        ghi_chu: note,
      }),
    }));
    const fields = group({
      trich_yeu: made.subject,
      co_quan: 'SỞ MẪU',
      noi_nhan: list(made.recipients.map((dong) => group({ dong }))),
    });
    const properties = { title: '', author: '', date: '2022-06-15T00:00:00Z', language: 'vi-VN' };
    return { document: { fields, slots, appendix, footnotes, properties }, outline: [], template: 'mau.docx' };
  }

  const snapshot = loose.map(snapshotOf);

  test('all accepted is the new text, all rejected the old', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const tracked = render(redline(before, after));
        expect(accepted(tracked)).toEqual(accepted(render(after.document)));
        expect(rejected(tracked)).toEqual(accepted(render(before.document)));
      }),
      { numRuns: 300 },
    );
  });

  test('of a report with itself it is the report, and no change is found', () => {
    fc.assert(
      fc.property(snapshot, (one) => {
        expect(countChanges(compareSnapshots(one, one))).toBe(0);
        expect(render(redline(one, one)).part('word/document.xml')).not.toMatch(/<w:(?:ins|del) /);
      }),
      { numRuns: 100 },
    );
  });

  test('marks carry the data’s date and ids of their own', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const xml = render(redline(before, after)).part('word/document.xml');
        const ids = [...xml.matchAll(/<w:(?:ins|del|bookmarkStart) w:id="(\d+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(xml).not.toMatch(/(?:<w:(?:ins|del) [^>]*\/>){2}/);
        for (const [mark] of xml.matchAll(/<w:(?:ins|del) [^>]*>/g)) {
          expect(mark).toContain('w:author="gen" w:date="2022-06-15T00:00:00Z"');
        }
      }),
      { numRuns: 50 },
    );
  });
});
