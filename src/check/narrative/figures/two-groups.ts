import { LETTER } from '../../../model/letters.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';

/** `có 02 cấp phó: phòng A, phòng B; có 01 cấp phó: phòng C`: groups by a number, each with its members. */
const GROUP = new RegExp(
  String.raw`(?<=^|[;.]\s|[:,]\s)[^;.:\d]{0,60}?(\d{1,3})\s+((?:[${LETTER}]+\s?){1,4}):\s*([^;.:]+)`,
  'g',
);
/** Words before a member that are not its name. */
const PREFIX = /^(?:các |và các |và |phòng |văn phòng |xã |sở |ban )*/i;
const LEAST_LETTERS = 5;

interface Member {
  readonly name: string;
  readonly count: string;
  readonly start: number;
}

function membersOf(list: string, count: string, from: number): readonly Member[] {
  const members: Member[] = [];
  let start = from;
  for (const piece of list.split(/(,|\svà\s)/)) {
    const name = piece.trim().replace(PREFIX, '').trim();
    if (name.length >= LEAST_LETTERS) members.push({ name, count, start: start + piece.indexOf(name) });
    start += piece.length;
  }
  return members;
}

function found(block: Block): readonly Problem[] {
  // Each has its own.
  if (block.text.indexOf(':') === block.text.lastIndexOf(':')) return [];
  const groups = [...block.text.matchAll(GROUP)].map((match) => {
    const [all, count = '', what = '', list = ''] = match;
    return { what: what.trim().toLowerCase(), members: membersOf(list, count, match.index + all.length - list.length) };
  });
  return groups.flatMap((group, i) =>
    group.members.flatMap((member) => {
      const other = groups
        .slice(0, i)
        .filter(({ what }) => what === group.what)
        .flatMap(({ members }) => members)
        .find(
          ({ name, count }) =>
            name.toLowerCase() === member.name.toLowerCase() && Number(count) !== Number(member.count),
        );
      if (other === undefined) return [];
      const params = {
        what: member.name,
        first: `${other.count} ${group.what}`,
        second: `${member.count} ${group.what}`,
      };
      return [problem('hai-so-lieu', params, block.placeAt(member.start), [block.placeAt(other.start)])];
    }),
  );
}

/** One member of two groups that a number tells apart. */
export const twoGroups: Rule = {
  code: 'hai-so-lieu',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap(found);
  },
};
