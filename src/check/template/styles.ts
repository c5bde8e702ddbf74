import type { Place } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import { KIND_OF_STYLE, STYLE_NAMES, type StyleRole } from '../../model/template.ts';
import { nearest } from '../../model/text.ts';
import type { TemplateRule } from './rule.ts';

/** What the labels of a catalogue may hold; narrative may hold everything. */
const OF_LABELS: readonly StyleRole[] = ['bold', 'italic', 'boldItalic', 'superscript', 'footnoteText', 'footnoteMark'];

/** A style that some narrative will ask for and the template lacks: found now, not with the first list that is typed. */
export const missingStyles: TemplateRule = {
  wantsSoundTags: false,
  check({ file, tags, styles }) {
    const hasSlots = tags.some(({ kind }) => kind === 'slot');
    const hasRows = tags.some(({ row }) => row !== undefined);
    const names: readonly (readonly [StyleRole, string])[] = [
      ...OF_LABELS.map((role) => [role, STYLE_NAMES[role]] as const),
      ...(hasSlots ? NARRATIVE : []),
    ];
    if (!hasSlots && !hasRows) return [];
    const known = Object.values(styles).flatMap((ofKind) => Object.keys(ofKind));
    const at: Place = { kind: 'file', file };
    return names
      .filter(([role, name]) => styles[KIND_OF_STYLE[role] ?? 'paragraph'][name] === undefined)
      .map(([, name]) => problem('mau-thieu-kieu', { style: name, near: nearStyle(name, known) }, at));
  },
};

const NARRATIVE: readonly (readonly [StyleRole, string])[] = [
  ['paragraph', STYLE_NAMES.paragraph],
  ['dash', STYLE_NAMES.dash],
  ['plus', STYLE_NAMES.plus],
  ['star', STYLE_NAMES.star],
  ['numbered', STYLE_NAMES.numbered],
  ['point', STYLE_NAMES.point],
  ['subheading1', STYLE_NAMES.subheading1],
  ['subheading2', STYLE_NAMES.subheading2],
  ['subheading3', STYLE_NAMES.subheading3],
  ['table', STYLE_NAMES.table],
  ['tableHead', STYLE_NAMES.tableHead],
  ['tableCell', STYLE_NAMES.tableCell],
];

/** A name that was mistyped, or is there for another kind of style; the names that belong to others do not count. */
function nearStyle(name: string, known: readonly string[]): string | undefined {
  const others: readonly string[] = Object.values(STYLE_NAMES).filter((other) => other !== name);
  return nearest(
    name,
    known.filter((candidate) => !others.includes(candidate)),
  );
}
