import { positionOf } from '../load/position.ts';
import type { Place } from '../model/problem.ts';
import type { Language } from './language.ts';

/** A place as it is printed: its address, and the line that it is on. */
export interface ShownPlace {
  readonly address: string;
  readonly frame?: { readonly line: number; readonly column: number; readonly text: string };
}

/** How the text of a file is had; `undefined` when it cannot be read. */
export type ReadText = (file: string) => string | undefined;

const WORDS = {
  vi: { heading: 'dưới mục', table: 'bảng', row: 'dòng', column: 'cột', paragraph: 'đoạn' },
  en: { heading: 'under', table: 'table', row: 'row', column: 'column', paragraph: 'paragraph' },
} as const;

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
    case 'template': {
      const words = WORDS[language];
      const pieces = [
        place.part,
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

function at(file: string, { line, column }: { line: number; column: number }, text: string | undefined): ShownPlace {
  const address = `${file}:${line}:${column}`;
  const shown = text?.split('\n')[line - 1];
  return shown === undefined ? { address } : { address, frame: { line, column, text: shown } };
}
