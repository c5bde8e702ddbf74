import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Resolved } from '../../../model/resolved.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';

const LEVELS = 'tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn';
const NAME = String.raw`(\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,3})`;
/** A place that a report speaks of as its own. */
const HERE = new RegExp(
  String.raw`(?:trên địa bàn (?:toàn )?|(?:UBND|Ủy ban nhân dân|HĐND) )(${LEVELS})\s+${NAME}`,
  'gu',
);
const ITSELF = new RegExp(
  String.raw`(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(${LEVELS})\s+${NAME}\s+(?:kính |trân trọng |xin )?(?:báo cáo|gửi|tổng hợp)`,
  'gu',
);

const plain = (name: string): string => name.toLowerCase().normalize('NFC');

/** The unit's own place by level, as its names say it: `huyện` → `Hương Sơn`. */
function ownPlaces({ unit }: Resolved): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const named = new RegExp(String.raw`(${LEVELS})\s+(\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,3})`, 'giu');
  for (const line of [unit.name, ...unit.superior, ...unit.agency]) {
    for (const [, level = '', name = ''] of line.matchAll(named)) places.set(level.toLowerCase(), name);
  }
  return places;
}

function others(block: Block, pattern: RegExp, own: ReadonlyMap<string, string>): readonly Problem[] {
  return [...block.text.matchAll(pattern)].flatMap((match) => {
    const [all, level = '', name = ''] = match;
    const expected = own.get(level);
    if (expected === undefined || plain(name).startsWith(plain(expected)) || plain(expected).startsWith(plain(name)))
      return [];
    const params = { said: `${level} ${name}`, own: `${level} ${titled(expected)}` };
    return [problem('ten-don-vi-khac', params, block.placeAt(match.index + all.indexOf(name)))];
  });
}

const titled = (name: string): string =>
  name.replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());

/** Another place than the unit's where the report speaks of itself. */
export const otherUnit: Rule = {
  code: 'ten-don-vi-khac',
  check(resolved, template): readonly Problem[] {
    const own = ownPlaces(resolved);
    if (own.size === 0) return [];
    const blocks = [...textOf(resolved, template).slots.values()].flat();
    // What a citation says of another body's document is that body's.
    return blocks.flatMap((block) => {
      const uncited = { ...block, text: block.text.replace(CITED, (cited) => '_'.repeat(cited.length)) };
      return others(uncited, /số\s+\d/.test(block.text) ? ITSELF : HERE, own);
    });
  },
};

const CITED = /\d{1,5}(?:\/\d{4})?[/-]\p{Lu}[^;.]*/gu;
