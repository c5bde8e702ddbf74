import type { Wording } from '../model/problem.ts';
import { say } from '../model/problems/kind.ts';
import { isCapitals, isCentred, mainLook, type Piece, share } from './components/pieces.ts';
import type { Look } from './docx/styles.ts';
import { at, type Finding, type FormatCode, type Spot } from './finding.ts';

/** How a component is asked to look. Sizes in points; what is left out is not asked. */
export interface Asked {
  readonly size?: readonly [least: number, most: number];
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly capitals?: boolean;
  readonly centred?: boolean;
}

export interface Component {
  readonly code: FormatCode;
  readonly subject: Wording;
  readonly place: string;
  readonly pieces: readonly Piece[];
}

/** Lone letters that were missed when a line was made bold are no fault that a reader sees. */
const NEARLY_ALL = 0.9;

export const points = (size: number): string => String(size).replace('.', ',');

/** `13` or `12 - 13`. */
export const range = ([least, most]: readonly [number, number]): string =>
  least === most ? points(least) : `${points(least)} - ${points(most)}`;

const SIDES = {
  size: say('cỡ chữ', 'font size'),
  weight: say('độ đậm', 'weight'),
  slant: say('kiểu chữ', 'slant'),
  letters: say('chữ hoa, chữ thường', 'capitals'),
  alignment: say('canh lề', 'alignment'),
} as const;

const WEIGHTS = { true: say('đậm', 'bold'), false: say('không đậm', 'not bold') } as const;
const SLANTS = { true: say('nghiêng', 'italic'), false: say('đứng', 'upright') } as const;
const LETTERS = { true: say('in hoa', 'in capitals'), false: say('in thường', 'in lower case') } as const;

const key = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false');

/** `Quốc hiệu: cỡ chữ`. */
export const sideOf = (subject: Wording, side: Wording): Wording =>
  say(`${subject.vi}, ${side.vi}`, `${subject.en}, ${side.en}`);

/** The sizes of a component that are outside of what is asked, in points. */
export function sizesOutside(
  pieces: readonly Pick<Piece, 'runs'>[],
  [least, most]: readonly [number, number],
): readonly number[] {
  const sizes = new Set<number>();
  for (const { runs } of pieces) {
    for (const { text, look } of runs) {
      const size = look.halfPoints / 2;
      if (/[\p{L}\p{N}]/u.test(text) && !look.raised && (size < least || size > most)) sizes.add(size);
    }
  }
  return [...sizes].sort((a, b) => a - b);
}

function toggle(
  { code, subject, place, pieces }: Component,
  side: Wording,
  asked: boolean,
  words: typeof WEIGHTS | typeof SLANTS,
  holds: (look: Look) => boolean,
): readonly Finding[] {
  const right = share(pieces, (look) => holds(look) === asked);
  if (right >= NEARLY_ALL) return [];
  const wrong = words[key(!asked)];
  const found = right > 0.1 ? say(`một phần chữ ${wrong.vi}`, `partly ${wrong.en}`) : wrong;
  const spots = at(...offending(pieces, (piece) => share([piece], (look) => holds(look) === asked) < NEARLY_ALL));
  return [{ code, grade: 'decree', subject: sideOf(subject, side), found, asked: words[key(asked)], place, spots }];
}

const offending = (pieces: readonly Piece[], isWrong: (piece: Piece) => boolean) => {
  const wrong = pieces.filter(isWrong).map(({ paragraph }) => paragraph);
  return [...new Set(wrong.length === 0 ? pieces.map(({ paragraph }) => paragraph) : wrong)].slice(0, 1);
};

/** Compares a component with what is asked of its letters: one finding for each side that is wrong. */
export function measure(component: Component, asked: Asked): readonly Finding[] {
  const { code, subject, place, pieces } = component;
  if (pieces.length === 0) return [];
  const findings: Finding[] = [];
  const add = (side: Wording, found: Wording, wanted: Wording, spots: readonly Spot[]): void => {
    findings.push({ code, grade: 'decree', subject: sideOf(subject, side), found, asked: wanted, place, spots });
  };
  if (asked.capitals !== undefined) {
    const wrong = pieces.filter(({ text }) => /\p{L}{2}/u.test(text) && isCapitals(text) !== asked.capitals);
    if (wrong.length > 0)
      add(
        SIDES.letters,
        LETTERS[key(!asked.capitals)],
        LETTERS[key(asked.capitals)],
        at(...offending(wrong, () => true)),
      );
  }
  if (asked.size !== undefined) {
    const { size } = asked;
    const wrong = sizesOutside(pieces, size);
    if (wrong.length > 0) {
      const text = wrong.map(points).join('; ');
      const spots = at(...offending(pieces, (piece) => sizesOutside([piece], size).length > 0));
      add(SIDES.size, say(text, text), say(range(size), range(size)), spots);
    }
  }
  if (asked.bold !== undefined)
    findings.push(...toggle(component, SIDES.weight, asked.bold, WEIGHTS, ({ bold }) => bold));
  if (asked.italic !== undefined)
    findings.push(...toggle(component, SIDES.slant, asked.italic, SLANTS, ({ italic }) => italic));
  if (asked.centred === true) {
    // What shares its line with the other column is placed by tabs; where it ends up only Word can tell.
    const wrong = pieces.filter((piece) => piece.alone && !isCentred(piece) && piece.side !== 'right');
    const sideways = pieces.filter(
      (piece) => piece.alone && !isCentred(piece) && piece.side === 'right' && isMeasured(piece),
    );
    const all = [...wrong, ...sideways].filter(({ pushed }) => !pushed);
    if (all.length > 0)
      add(SIDES.alignment, alignmentOf(all), say('canh giữa', 'centred'), at(...offending(all, () => true)));
    const pushed = [...wrong, ...sideways].filter((piece) => piece.pushed);
    const first = pushed[0];
    if (first !== undefined)
      findings.push({
        code,
        grade: 'practice',
        subject: sideOf(subject, SIDES.alignment),
        found: say('đẩy vào bằng dấu cách hoặc tab', 'pushed in with blanks or tabs'),
        asked: say('canh giữa', 'centred'),
        place,
        spots: at(first.paragraph),
      });
  }
  return findings;
}

/** On the right of the page only a cell or a box has a middle of its own. */
const isMeasured = ({ paragraph }: Piece): boolean => paragraph.container.kind !== 'page';

const ALIGNMENTS = {
  left: say('canh trái', 'flush left'),
  right: say('canh phải', 'flush right'),
  both: say('canh đều hai bên', 'justified'),
  center: say('canh giữa', 'centred'),
} as const;

export const alignmentWord = (alignment: keyof typeof ALIGNMENTS | undefined): Wording =>
  ALIGNMENTS[alignment ?? 'left'];

const alignmentOf = (pieces: readonly Piece[]): Wording => alignmentWord(pieces[0]?.paragraph.alignment);

/** Size of most of a component's letters, in points. */
export const mainSize = (pieces: readonly Pick<Piece, 'runs'>[]): number | undefined => {
  const look = mainLook(pieces);
  return look === undefined ? undefined : look.halfPoints / 2;
};
