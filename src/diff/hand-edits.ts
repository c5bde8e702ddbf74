import { diffArrays } from 'diff';

/** A paragraph of a .docx, as far as telling someone about it goes. */
export interface Passage {
  readonly text: string;
  readonly headings: readonly string[];
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | undefined;
}

const SHOWN = 12;
const WORDS = 60;

const place = ({ cell, headings }: Passage): string => {
  if (cell !== undefined) return `bảng ${cell.table}, dòng ${cell.row}, cột ${cell.column}`;
  const heading = headings.at(-1);
  return heading === undefined ? 'phần đầu' : `mục "${heading}"`;
};
const quoted = (text: string): string => `"${text.length > WORDS ? `${text.slice(0, WORDS)}…` : text}"`;

/**
 * Which paragraphs and cells differ between a document that was changed by hand and the one made anew: `mục "…": "bản
 * sửa tay" (bản mới: "…")`. Long lists are cut, and say so.
 */
export function handEdits(byHand: readonly Passage[], anew: readonly Passage[]): readonly string[] {
  const differences: string[] = [];
  let gone: readonly Passage[] = [];
  const close = (added: readonly Passage[]): void => {
    const pairs = Math.max(gone.length, added.length);
    for (let i = 0; i < pairs; i += 1) {
      const [mine, theirs] = [gone[i], added[i]];
      const at = mine ?? theirs;
      if (at === undefined) continue;
      const before = mine === undefined ? '(không có)' : quoted(mine.text);
      const after = theirs === undefined ? '(không có)' : quoted(theirs.text);
      differences.push(`${place(at)}: bản sửa tay ${before}, bản mới ${after}`);
    }
    gone = [];
  };
  const changes = diffArrays([...byHand], [...anew], { comparator: (a, b) => a.text === b.text });
  for (const change of changes) {
    if (change.removed) {
      gone = change.value;
    } else if (change.added) {
      close(change.value);
    } else {
      close([]);
    }
  }
  close([]);
  if (differences.length <= SHOWN) return differences;
  return [...differences.slice(0, SHOWN), `và ${differences.length - SHOWN} chỗ khác`];
}
