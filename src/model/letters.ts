/**
 * Letters, as what stands between the brackets of a pattern: `[${LETTER}]+`. They take the place of `\p{L}`, `\p{Lu}` and
 * `\p{Ll}`, whose thousand ranges a machine takes some twenty times longer to make ready, with every pattern anew.
 *
 * Texts are composed (NFC) when they are read, so that each Vietnamese letter with its marks is one character of these.
 * With them go the letters that are typed for Vietnamese ones by mistake and look the same: Ð and Ɖ for Đ, Greek and
 * Cyrillic. Other scripts, which no report is written in, are no letters here; nor are the capitals of Latin letters of
 * other languages (Č, Ł) counted among the capitals.
 *
 * A pattern that is held against small letters alone names them where they stand, `[a-zà-öø-ỹ]`: these letters, with a few
 * signs between them that no report has.
 */
export const LETTER = 'A-Za-zªµºÀ-ÖØ-öø-ʯΑ-ԯḀ-ỿ';

export const CAPITAL = 'A-ZÀ-ÖØ-ÞĂĐĨŨƉƠƯΑ-ΩЀ-ЯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ';

export const SMALL_LETTER = 'a-zß-öø-ÿăđĩũɖơưα-ωа-џạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ';

/** In small letters, each at its offset in the text: İ, the one capital that becomes two characters, is taken for an I. */
export function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text.replaceAll('İ', 'I').toLowerCase();
}
