import { positionOf } from '../load/position.ts';
import type { Place, Problem } from '../model/problem.ts';
import type { Language } from './language.ts';

/** A place as it is printed: its address, and the line that it is on. */
export interface ShownPlace {
  readonly address: string;
  readonly frame?: { readonly line: number; readonly column: number; readonly text: string };
}

/** How the text of a file is had; `undefined` when it cannot be read. */
export type ReadText = (file: string) => string | undefined;

const WORDS = {
  vi: {
    section: 'phần (section)',
    heading: 'dưới mục',
    table: 'bảng',
    row: 'dòng',
    column: 'cột',
    paragraph: 'đoạn',
    sheet: 'trang',
    cell: 'ô',
  },
  en: {
    section: 'section',
    heading: 'under',
    table: 'table',
    row: 'row',
    column: 'column',
    paragraph: 'paragraph',
    sheet: 'sheet',
    cell: 'cell',
  },
} as const;

const PARTS: Readonly<Record<string, string>> = {
  'thân văn bản': 'document body',
  'đầu trang': 'header',
  'đầu trang của trang đầu': 'first page header',
  'đầu trang của trang chẵn': 'even page header',
  'chân trang': 'footer',
  'chân trang của trang đầu': 'first page footer',
  'chân trang của trang chẵn': 'even page footer',
  'chú thích cuối trang': 'footnotes',
  'chú thích cuối văn bản': 'endnotes',
};

/** Works out line and column of a place, or where in Word it is. */
export function showPlace(place: Place, readText: ReadText, language: Language): ShownPlace {
  switch (place.kind) {
    case 'file':
      return { address: place.file };
    case 'text':
      return at(place.file, place, readText(place.file));
    case 'data': {
      const text = readText(place.file);
      return text === undefined ? { address: place.file } : at(place.file, positionOf(text, place), text);
    }
    case 'workbook': {
      const { sheet, cell } = WORDS[language];
      return { address: `${place.file}: ${sheet} "${place.sheet}", ${cell} ${place.cell}` };
    }
    case 'template': {
      const words = WORDS[language];
      const pieces = [
        language === 'vi' ? place.part : (PARTS[place.part] ?? place.part),
        place.section === undefined ? '' : `${words.section} ${place.section}`,
        place.heading === undefined ? '' : `${words.heading} "${place.heading}"`,
        place.cell === undefined
          ? ''
          : `${words.table} ${place.cell.table}, ${words.row} ${place.cell.row}, ${words.column} ${place.cell.column}`,
        place.paragraph === undefined || place.paragraph === '' ? '' : `${words.paragraph} "${place.paragraph}"`,
      ];
      return { address: `${place.file}: ${pieces.filter((piece) => piece !== '').join(', ')}` };
    }
  }
}

/**
 * The other places of a problem. One that is shown as its own place is, or as one before it, says nothing new: two rows
 * that were left out both stand where the values begin.
 */
export function relatedPlaces(
  { at: own, related = [] }: Problem,
  readText: ReadText,
  language: Language,
): readonly (ShownPlace & { readonly place: Place })[] {
  const shown = new Set([showPlace(own, readText, language).address]);
  return related
    .map((place) => ({ ...showPlace(place, readText, language), place }))
    .filter(({ address }) => {
      const isNew = !shown.has(address);
      shown.add(address);
      return isNew;
    });
}

function at(file: string, { line, column }: { line: number; column: number }, text: string | undefined): ShownPlace {
  const address = `${file}:${line}:${column}`;
  // Control characters, ESC among them, would act on the terminal.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const shown = text?.split('\n')[line - 1]?.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '·');
  return shown === undefined ? { address } : { address, frame: { line, column, text: shown } };
}
