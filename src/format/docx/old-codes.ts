import type { Run } from './model.ts';

/**
 * Letters of before Unicode, as people read them: a font of TCVN 5712 (`.VnTime`, one byte a letter) or of VNI
 * (`VNI-Times`, a letter and its marks) prints other letters than the file holds.
 */

const TCVN = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦';
const TCVN_LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';
const FROM_TCVN: ReadonlyMap<string, string> = new Map(
  [...TCVN].map((sign, i) => [sign, [...TCVN_LETTERS][i] ?? sign] as const),
);

const BREVE = '\u0306';
const CIRCUMFLEX = '\u0302';
const GRAVE = '\u0300';
const ACUTE = '\u0301';
const TILDE = '\u0303';
const HOOK = '\u0309';
const DOT = '\u0323';

/** What stands behind a vowel in VNI, as marks of Unicode. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
  â: CIRCUMFLEX,
  á: CIRCUMFLEX + ACUTE,
  à: CIRCUMFLEX + GRAVE,
  å: CIRCUMFLEX + HOOK,
  ã: CIRCUMFLEX + TILDE,
  ä: CIRCUMFLEX + DOT,
  ê: BREVE,
  é: BREVE + ACUTE,
  è: BREVE + GRAVE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
};
/** Letters that VNI has of their own. */
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

const inCaseOf = (sign: string, letters: string): string =>
  sign === sign.toLowerCase() ? letters : letters.toUpperCase();

const VNI = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöæóòî]/giu;

const fromVni = (text: string): string =>
  text.replace(VNI, (sign, vowel: string | undefined, mark: string | undefined) => {
    const letter = (vowel ?? sign).toLowerCase();
    const marks = VNI_MARKS[mark?.toLowerCase() ?? ''] ?? '';
    return inCaseOf(sign.slice(0, 1), `${VNI_LETTERS[letter] ?? letter}${marks}`.normalize('NFC'));
  });

const fromTcvn = (text: string): string => [...text].map((sign) => FROM_TCVN.get(sign) ?? sign).join('');

type Decoder = (text: string) => string;

/** How the letters of a font are to be read; `undefined`: as they are. `.VnTimeH` prints capitals. */
function decoderOf(font: string): Decoder | undefined {
  if (/^vni-/i.test(font)) return fromVni;
  if (!/^\.vn/i.test(font)) return undefined;
  return /h$/i.test(font.trim()) ? (text) => fromTcvn(text).toUpperCase() : fromTcvn;
}

/** Letters that no font of before Unicode has. */
const UNICODE_ONLY = /[\u0100-\u1fff]/;

/** The runs of a paragraph in Unicode. Text of today that only carries an old font's name stays as it is. */
export function inUnicode(runs: readonly Run[]): readonly Run[] {
  const decoders = runs.map(({ look }) => decoderOf(look.ascii));
  if (decoders.every((decoder) => decoder === undefined)) return runs;
  if (runs.some(({ text }) => UNICODE_ONLY.test(text.normalize('NFC')))) return runs;
  return runs.map((run, i) => ({ ...run, text: decoders[i]?.(run.text) ?? run.text }));
}
