import type { CatalogueRow } from '../model/catalogue.ts';
import { VALUE_KINDS, WORDS } from '../model/words.ts';
import { HOW_TO_TYPE, rowNotes, rowTitle } from './labels.ts';
import { anyCase, type Schema, whole, words } from './shapes.ts';

const DIGITS = '\\d+|\\d{1,3}(?:[.\\u00a0 ]\\d{3})+';
const DECIMAL = `${DIGITS}|(?:\\d+|\\d{1,3}(?:\\.\\d{3})+),\\d+|\\d+\\.\\d+`;
const POINTED = '(?:\\d+|\\d{1,3}(?:\\.\\d{3})+)';
const FRACTION = `${POINTED}\\s*\\/\\s*${POINTED}`;
const NIL = [
  ...['không', 'không có', 'chưa có', 'không phát sinh', 'chưa phát sinh'].map((text) => `${anyCase(text)}\\.?`),
  '[-–]\\.?',
];

/**
 * What may be typed for a row, by its kind: as text, or as the number that YAML makes of it. Whether the point of a
 * number parts thousands cannot be seen here: `gen` sees it.
 */
function typed(row: Pick<CatalogueRow, 'kind' | 'codes'>): Schema {
  const numbers = { minimum: 0 };
  switch (row.kind) {
    case 'count':
      return { ...numbers, pattern: whole([DIGITS, FRACTION, ...NIL]) };
    case 'percent':
      return { ...numbers, pattern: whole([`(?:${DECIMAL})\\s*%?`, ...NIL]) };
    case 'money':
      return { ...numbers, pattern: whole([DECIMAL, ...NIL]) };
    case 'fraction':
      return { not: { type: 'number' }, pattern: whole([FRACTION, ...NIL]) };
    case 'yes-no':
      return { ...onlyNumbers([0, 1]), pattern: whole(['có', 'x', 'không', 'không có'].map(anyCase).concat(['[01]'])) };
    case 'code': {
      const keys = [...row.codes.keys()];
      const meanings = [...row.codes.values()].map(anyCase);
      const numeric = keys.map(Number).filter((key) => !Number.isNaN(key));
      return { ...onlyNumbers(numeric), pattern: whole([...keys.map(exactly), ...meanings, ...NIL]) };
    }
    case 'text':
    case 'heading':
      return {};
  }
}

const onlyNumbers = (allowed: readonly number[]): Schema => ({
  if: { type: 'number' },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { enum: allowed },
});

const exactly = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const isFree = ({ kind }: Pick<CatalogueRow, 'kind'>): boolean => kind === 'text' || kind === 'heading';

const scalarTypesOf = (row: Pick<CatalogueRow, 'kind'>): readonly string[] => [
  'string',
  'number',
  'null',
  ...(isFree(row) ? ['boolean'] : []),
];

/** `{ gia_tri, hien_thi, ghi_chu }`, or what was typed alone. */
function shape(row: Pick<CatalogueRow, 'kind' | 'codes'>): Schema {
  const free = isFree(row);
  const scalarTypes = scalarTypesOf(row);
  const scalar = { ...typed(row), ...(free ? {} : { patternErrorMessage: `Ghi ${HOW_TO_TYPE[row.kind]}` }) };
  const keys = WORDS.value;
  return {
    type: [...scalarTypes, 'object'],
    ...scalar,
    properties: {
      [keys.value]: { description: 'Số liệu', type: scalarTypes, ...scalar },
      [keys.shown]: words('In đúng chữ này thay cho số liệu'),
      [keys.note]: words('Ghi chú ở dòng này của phụ lục'),
    },
    additionalProperties: false,
  };
}

/** A shape for each kind, which the indicators of that kind refer to; codes are each indicator's own. */
export const valueDefinitions: Schema = Object.fromEntries(
  Object.entries(VALUE_KINDS).flatMap(([word, kind]) =>
    kind === 'code' ? [] : [[word, shape({ kind, codes: new Map() })]],
  ),
);

/** An indicator of a report. Hovering shows its label and notes. */
export function valueSchema(row: CatalogueRow): Schema {
  const word = Object.entries(VALUE_KINDS).find(([, kind]) => kind === row.kind)?.[0];
  return {
    title: rowTitle(row),
    description: rowNotes(row).join('\n\n'),
    // Once more outside the shape: an editor that completes the name then adds the colon.
    type: [...scalarTypesOf(row), 'object'],
    allOf: [row.kind === 'code' ? shape(row) : { $ref: `#/definitions/${word}` }],
  };
}
