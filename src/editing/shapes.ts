import type { WordTable } from '../model/words.ts';

/** JSON Schema draft-07, which editors' YAML language servers know best. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Schema = { readonly [key: string]: Json };

/** Any text: a number or a truth value is one too, as YAML reads what is typed; nothing at all is left out. */
export const words = (description: string, more: Schema = {}): Schema => ({
  type: ['string', 'number', 'boolean', 'null'],
  description,
  ...more,
});

/** Text that must be there. */
export const neededWords = (description: string, more: Schema = {}): Schema => ({
  ...words(description, more),
  type: ['string', 'number', 'boolean'],
  minLength: 1,
});

/** A list of texts; a single one may stand without its list. */
export const wordList = (description: string, item: Schema = neededWords('Một dòng')): Schema => ({
  type: ['array', 'string', 'number', 'boolean', 'null'],
  description,
  items: item,
});

export const list = (description: string, items: Schema): Schema => ({ type: ['array', 'null'], description, items });

export const yesNo = (description: string): Schema => ({
  type: ['boolean', 'string', 'null'],
  description,
  pattern: whole(['true', 'false', 'có', 'không'].map(anyCase)),
  patternErrorMessage: 'Ghi true hoặc false',
});

export const oneOf = (description: string, allowed: readonly string[]): Schema => ({
  description,
  enum: [...allowed, null],
});

/** A group whose keys the user chooses. */
export const mapOf = (description: string, value: Schema): Schema => ({
  type: ['object', 'null'],
  description,
  additionalProperties: value,
});

/** A group with the keys of a word table, each described; other keys are refused. */
export function group<W extends WordTable>(
  table: W,
  fields: Readonly<Record<keyof W, Schema>>,
  required: readonly (keyof W & string)[],
  more: Schema = {},
): Schema {
  const entries: readonly (readonly [string, Schema])[] = Object.entries(fields);
  return {
    type: 'object',
    ...more,
    properties: Object.fromEntries(entries.map(([field, schema]) => [table[field] ?? field, schema])),
    required: required.map((field) => table[field] ?? field),
    additionalProperties: false,
  };
}

/** A pattern for a whole text, blanks around it aside; an empty text is none. */
export const whole = (alternatives: readonly string[]): string => `^\\s*(?:${alternatives.join('|')})?\\s*$`;

/** A pattern for words in capital and small letters: patterns know no flag for that. */
export const anyCase = (text: string): string =>
  [...text]
    .map((letter) => {
      if (/\s/.test(letter)) return '\\s+';
      const [small, capital] = [letter.toLowerCase(), letter.toUpperCase()];
      if (small !== capital) return `[${small}${capital}]`;
      return letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
    })
    .join('');

export const DRAFT = 'http://json-schema.org/draft-07/schema#';
