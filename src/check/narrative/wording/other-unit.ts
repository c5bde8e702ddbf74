import { CAPITAL, inSmallLetters, LETTER } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Resolved } from '../../../model/resolved.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';

const LEVELS = 'tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn';
const NAME = String.raw`([${CAPITAL}][${LETTER}]*(?:\s[${CAPITAL}][${LETTER}]*){0,3})`;
/** A place that a report speaks of as its own. */
const HERE = new RegExp(
  String.raw`(?:trên địa bàn (?:toàn )?|(?:UBND|Ủy ban nhân dân|HĐND) )(${LEVELS})\s+${NAME}`,
  'g',
);
const ITSELF = new RegExp(
  String.raw`(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(${LEVELS})\s+${NAME}\s+(?:kính |trân trọng |xin )?(?:báo cáo|gửi|tổng hợp)`,
  'g',
);

const CITED = new RegExp(String.raw`\d{1,5}(?:\/\d{4})?[/-][${CAPITAL}][^;.]*`, 'g');
const NAMED = new RegExp(String.raw`(${LEVELS})\s+([${LETTER}]+(?:\s[${LETTER}]+){0,3})`, 'g');

/** The unit's own place by level, in small letters: `huyện` → `hương sơn`. */
function ownPlaces({ unit }: Resolved): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const line of [unit.name, ...unit.superior, ...unit.agency]) {
    for (const [, level = '', name = ''] of inSmallLetters(line).matchAll(NAMED)) places.set(level, name);
  }
  return places;
}

function others(block: Block, own: ReadonlyMap<string, string>): readonly Problem[] {
  // What a citation says of another body's document is that body's.
  const uncited = block.text.replace(CITED, (cited) => '_'.repeat(cited.length));
  return [...uncited.matchAll(/số\s+\d/.test(block.text) ? ITSELF : HERE)].flatMap((match) => {
    const [all, level = '', name = ''] = match;
    const expected = own.get(level);
    const said = inSmallLetters(name);
    if (expected === undefined || said.startsWith(expected) || expected.startsWith(said)) return [];
    const params = { said: `${level} ${name}`, own: `${level} ${titled(expected)}` };
    return [problem('ten-don-vi-khac', params, block.placeAt(match.index + all.indexOf(name)))];
  });
}

/** A name in small letters as it is written. */
const titled = (name: string): string => name.replace(/(?:^|\s)\S/g, (first) => first.toUpperCase());

/** Another place than the unit's where the report speaks of itself. */
export const otherUnit: Rule = {
  code: 'ten-don-vi-khac',
  check(resolved, template): readonly Problem[] {
    const own = ownPlaces(resolved);
    if (own.size === 0) return [];
    const blocks = [...textOf(resolved, template).slots.values()].flat();
    return blocks.flatMap((block) => others(block, own));
  },
};
