/**
 * Printed width of a text in Times New Roman, for the drawn lines whose length follows a text (Nghị định 30/2020/NĐ-CP,
 * Phụ lục I: the line under the agency is 1/3 to 1/2 as long as the text above it). Thousandths of the font size; letters
 * with tone marks are as wide as without.
 */
const LETTERS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~ĐđƠơƯư–…';
const REGULAR =
  '250,333,408,500,500,833,778,180,333,333,500,564,250,333,250,278,500,500,500,500,500,500,500,500,500,500,278,278,564,564,564,444,921,722,667,667,722,611,556,722,722,333,389,722,611,889,722,722,556,722,667,556,611,722,722,944,722,722,611,333,278,333,469,500,333,444,500,444,500,444,333,500,500,278,278,500,278,778,500,500,500,500,333,389,278,500,500,722,500,500,444,480,200,480,541,722,500,722,529,776,542,500,1000';
const BOLD =
  '250,333,555,500,500,1000,833,278,333,333,500,570,250,333,250,278,500,500,500,500,500,500,500,500,500,500,333,333,570,570,570,500,930,722,667,722,722,667,611,778,778,389,500,778,667,944,722,778,611,778,722,556,667,722,722,1000,722,722,667,333,278,333,581,500,333,500,556,444,556,444,333,500,556,278,333,556,278,833,556,500,556,556,444,389,333,556,500,722,500,500,444,394,220,394,520,722,556,778,554,796,600,500,1000';

function widths(numbers: string): ReadonlyMap<string, number> {
  const list = numbers.split(',').map(Number);
  return new Map([...LETTERS].map((letter, i) => [letter, list[i] ?? 0]));
}

const TABLES = { regular: widths(REGULAR), bold: widths(BOLD) };
/** A letter that the table lacks counts as a digit. */
const OTHER = 500;

/** The letter without its tone mark; Ơ, Ư and Đ are letters of their own. */
const baseOf = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(/[\u0300-\u031a\u031c-\u036f]/g, '')
    .normalize('NFC');

/** Width in twentieths of a point; `halfPoints` is the font size as Word stores it. */
export function textWidth(text: string, halfPoints: number, bold: boolean): number {
  const table = bold ? TABLES.bold : TABLES.regular;
  let thousandths = 0;
  for (const letter of text) thousandths += table.get(letter) ?? table.get(baseOf(letter)) ?? OTHER;
  return (thousandths / 1000) * halfPoints * 10;
}
