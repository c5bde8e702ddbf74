import { say } from '../../model/problems/kind.ts';
import type { Recognised } from '../components/index.ts';
import type { Paragraph } from '../docx/model.ts';
import type { Look } from '../docx/styles.ts';
import type { Finding, Spot, StoryPart } from '../finding.ts';
import type { FormatRule } from './rule.ts';

const ASKED_FONT = 'times new roman';
/** Same letters under another name: what other programs put in its place, and Word's names for its variants. */
const SAME = new Set([
  ASKED_FONT,
  'times',
  'times new roman bold',
  'times new roman (headings)',
  'times new roman (body)',
]);
/** Fonts of before Unicode: their letters are other letters to every other program. */
const OLD_CODES = /^(?:\.vn|vni-|vntime|\.vntime)/i;
/** Nearly black counts as black: LibreOffice writes 00000A, Word's "lighter 5 %" is 0D0D0D. */
const DARKEST = 0x1f;

const ASCII_LETTER = /[A-Za-z0-9]/;
const OTHER_LETTER = /[^\p{ASCII}]/u;

/** Fonts in which a stretch of letters is set. */
function fontsOf(text: string, look: Look): readonly string[] {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
  return [...(ASCII_LETTER.test(letters) ? [look.ascii] : []), ...(OTHER_LETTER.test(letters) ? [look.other] : [])];
}

function isBlack(colour: string): boolean {
  if (colour === 'auto' || colour === 'WINDOWTEXT') return true;
  const channels = colour.match(/^([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/);
  return channels === null || channels.slice(1).every((channel) => Number.parseInt(channel, 16) <= DARKEST);
}

interface Stretch {
  readonly spot: Spot;
  readonly text: string;
  readonly look: Look;
}

/** All stretches of letters: text, tables, annexes, notes, headers and footers. */
function* stretches({ document }: Recognised): Generator<Stretch> {
  const of = function* (paragraphs: readonly Paragraph[], part?: StoryPart): Generator<Stretch> {
    for (const paragraph of paragraphs) {
      const spot: Spot = { kind: 'paragraph', paragraph, ...(part === undefined ? {} : { part }) };
      for (const { text, look } of paragraph.runs) yield { spot, text, look };
      if (/[\p{L}\p{N}]/u.test(paragraph.label) && paragraph.labelFormat !== 'bullet')
        yield { spot, text: paragraph.label, look: paragraph.labelLook };
    }
  };
  yield* of(document.paragraphs);
  for (const { kind, paragraphs } of document.notes) yield* of(paragraphs, kind);
  const seen = new Set<unknown>();
  for (const section of document.sections) {
    for (const [part, stories] of [
      ['header', section.headers],
      ['footer', section.footers],
    ] as const) {
      for (const story of stories) {
        if (seen.has(story)) continue;
        seen.add(story);
        yield* of(story.paragraphs, part);
      }
    }
  }
}

/** Spots by what was found there, each paragraph once. */
function gathered(
  document: Recognised,
  found: (stretch: Stretch) => readonly string[],
): ReadonlyMap<string, readonly Spot[]> {
  const groups = new Map<string, Spot[]>();
  const seen = new Set<string>();
  for (const stretch of stretches(document)) {
    const { spot } = stretch;
    for (const name of found(stretch)) {
      const key =
        spot.kind === 'paragraph'
          ? `${name} ${spot.part ?? ''} ${spot.paragraph.section} ${spot.paragraph.index}`
          : name;
      if (seen.has(key)) continue;
      seen.add(key);
      groups.set(name, [...(groups.get(name) ?? []), spot]);
    }
  }
  return groups;
}

/** Phông chữ: I.4. */
export const font: FormatRule = (document) =>
  [
    ...gathered(document, ({ text, look }) =>
      fontsOf(text, look).filter((name) => !SAME.has(name.trim().toLowerCase())),
    ),
  ].map(
    ([name, spots]): Finding => ({
      code: 'the-thuc-phong-chu',
      grade: 'decree',
      subject: say('Phông chữ', 'Font'),
      found: OLD_CODES.test(name) ? say(`${name}, không theo bộ mã Unicode`, `${name}, not Unicode`) : say(name, name),
      asked: say('Times New Roman, Unicode', 'Times New Roman, Unicode'),
      place: 'I.4',
      spots,
    }),
  );

/** Màu chữ: I.4. */
export const colour: FormatRule = (document) =>
  [
    ...gathered(document, ({ text, look }) =>
      /[\p{L}\p{N}]/u.test(text) && !isBlack(look.colour) ? [look.colour] : [],
    ),
  ].map(
    ([name, spots]): Finding => ({
      code: 'the-thuc-mau-chu',
      grade: 'decree',
      subject: say('Màu chữ', 'Colour of letters'),
      found: say(`#${name}`, `#${name}`),
      asked: say('màu đen', 'black'),
      place: 'I.4',
      spots,
    }),
  );
