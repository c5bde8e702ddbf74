import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAPITAL, inSmallLetters, LETTER, SMALL_LETTER } from '../src/model/letters.ts';

/** Whatever is typed in a Vietnamese report, composed as texts are when they are read. */
const VOWELS = [...'aăâeêioôơuưy'].flatMap((vowel) =>
  ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((mark) => `${vowel}${mark}`.normalize('NFC')),
);
const VIETNAMESE = [...VOWELS, ...'bcdđghklmnpqrstvx'].flatMap((letter) => [letter, letter.toUpperCase()]);
const SIGNS = [...' \n\u00a0.,;:!?…()[]{}“”"\'/-–%+*_=0123456789²½×÷°·•€§'];
const typed = fc.string({ unit: fc.constantFrom(...VIETNAMESE, ...'wzjfÐƉªµº', ...SIGNS) });

describe('letters', () => {
  test('are in Vietnamese text what Unicode calls letters, capitals and small letters', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const found = (pattern: string, unicode: RegExp) => {
          expect(text.match(new RegExp(`[${pattern}]`, 'g'))).toEqual(text.match(unicode));
        };
        found(LETTER, /\p{L}/gu);
        found(CAPITAL, /\p{Lu}/gu);
        // µ is a small letter to Unicode and a unit of measure to everyone else.
        found(`${SMALL_LETTER}µ`, /\p{Ll}/gu);
      }),
    );
  });

  test('keep their offsets when they become small', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(inSmallLetters(text)).toHaveLength(text.length);
        expect(inSmallLetters(`İ${text}`)).toHaveLength(text.length + 1);
      }),
    );
    expect(inSmallLetters('Ủy ban NHÂN DÂN huyện Đức Thọ')).toBe('ủy ban nhân dân huyện đức thọ');
  });
});
