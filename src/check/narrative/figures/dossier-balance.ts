import { add } from '../../../model/decimal.ts';
import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { type Block, textOf } from '../report-text.ts';
import { equal, shown, sumOf } from './arithmetic.ts';
import { type Figure, figuresIn, sameHead } from './figures.ts';

const ROLES = {
  pending: /đang (?:được )?(?:trong )?(?:giải quyết|xử lý)|chưa đến hạn|chưa tới hạn/,
  returned: /trả lại|từ chối|xin rút|bị hủy|không đủ điều kiện/,
  carried: /kỳ trước|chuyển (?:qua|sang)|tồn /,
  done: /đã (?:được )?(?:giải quyết|xử lý)|(?:giải quyết|xử lý) xong/,
  received: /tiếp nhận|nhận giải quyết|nhận được/,
} as const;
type Role = keyof typeof ROLES;

/** The clause that a figure stands in, brackets left out. */
function clauseAround(text: string, { start, end }: Figure): string {
  const before =
    text
      .slice(0, start)
      .split(/[,;.:]\s|\(/)
      .at(-1) ?? '';
  const after = text.slice(end).split(/[,;.:]\s|[;.()]/)[0] ?? '';
  return `${before} ${after}`;
}

function roleOf(text: string, figure: Figure): Role | undefined {
  const clause = clauseAround(text, figure);
  for (const role of ['pending', 'returned', 'carried', 'done', 'received'] as const) {
    if (ROLES[role].test(clause)) return role;
  }
  return undefined;
}

function rolesIn(block: Block): ReadonlyMap<Role, readonly Figure[]> {
  const plain = block.lower.replace(/\([^()]*\)/g, (inner) => ' '.repeat(inner.length));
  const roles = new Map<Role, Figure[]>();
  for (const figure of figuresIn(block)) {
    if (figure.percent || figure.unit === '' || plain[figure.start] === ' ') continue;
    const role = roleOf(plain, figure);
    if (role !== undefined) roles.set(role, [...(roles.get(role) ?? []), figure]);
  }
  return roles;
}

/** Dossiers received in one block that are not those done, pending and returned. */
export const dossierBalance: Rule = {
  code: 'ho-so-khong-can',
  check(resolved, template): readonly Problem[] {
    return textOf(resolved, template).blocks.flatMap((block) => {
      // Those received, done and pending.
      if (figuresIn(block).length < 3) return [];
      const roles = rolesIn(block);
      const only = (role: Role): Figure | undefined => {
        const [figure, second] = roles.get(role) ?? [];
        return second === undefined ? figure : undefined;
      };
      const [received, done, pending] = [only('received'), only('done'), only('pending')];
      if (received === undefined || done === undefined || pending === undefined) return [];
      if (!sameHead(received, done) || !sameHead(received, pending)) return [];
      const returned = roles.get('returned') ?? [];
      const carried = sumOf((roles.get('carried') ?? []).map(({ amount }) => amount));
      const parts = [done, pending, ...returned];
      const sums = [parts, [done, pending]].map((some) => sumOf(some.map(({ amount }) => amount)));
      const wholes = [received.amount, add(received.amount, carried)];
      if (sums.some((sum) => wholes.some((whole) => equal(whole, sum)))) return [];
      const params = {
        received: received.text,
        parts: parts.map(({ text }) => text).join(' + '),
        sum: shown(sumOf(parts.map(({ amount }) => amount))),
      };
      const places = parts.map(({ start }) => block.placeAt(start));
      return [problem('ho-so-khong-can', params, block.placeAt(received.start), places)];
    });
  },
};
