import type { RowKind } from './document.ts';
import { CORRECTION_FIELDS, FIELDS, type FieldMeaning, ROW_FIELDS } from './fields.ts';

/** One tag as a keeper copies it into Word. */
export interface TagInfo {
  readonly name: string;
  readonly tag: string;
  readonly meaning: string;
  readonly example: string;
}

/** What tags there are, by where they may stand. The page docs/the-mau.md and `gen template tags` are made from it. */
export const TAG_FAMILIES = {
  report: Object.entries(FIELDS).map(([name, field]) => info(name, field)),
  nhom: rowTags('nhom'),
  muc: rowTags('muc'),
  trong_do: rowTags('trong_do'),
  correction: Object.entries(CORRECTION_FIELDS).map(([name, field]) => info(name, field)),
} as const satisfies Readonly<Record<string, readonly TagInfo[]>>;

export type TagFamily = keyof typeof TAG_FAMILIES | 'slots';

/** A list or a bare condition prints nothing by itself: what it does, it does around something. */
function info(name: string, { meaning, example, loop }: FieldMeaning): TagInfo {
  const around = loop === true && example === '';
  return { name, tag: around ? `{#${name}}…{/${name}}` : `{${name}}`, meaning, example };
}

function rowTags(kind: RowKind): readonly TagInfo[] {
  return Object.entries(ROW_FIELDS).map(([name, field]) => {
    const example = kind === 'trong_do' && name === 'stt' ? 'Trong đó' : field.example;
    return info(`${kind}.${name}`, { ...field, example });
  });
}
