import { say } from '../../model/problems/kind.ts';
import { at, type Finding } from '../finding.ts';
import { measure } from '../measure.ts';
import type { FormatRule } from './rule.ts';

/** Kính gửi: II.9d. */
export const addressed: FormatRule = ({ addressed: pieces }) => {
  const [first, ...rest] = pieces;
  if (first === undefined) return [];
  const component = {
    code: 'the-thuc-kinh-gui',
    subject: say('Kính gửi', 'Kính gửi'),
    place: 'II.9d',
    pieces,
  } as const;
  const findings = [...measure(component, { size: [13, 14], italic: false })];
  if (!/^kính\s+(?:gửi|trình)\s*:/iu.test(first.text))
    findings.push({
      ...component,
      grade: 'decree',
      found: say('không có dấu hai chấm', 'no colon'),
      asked: say('dấu hai chấm sau "Kính gửi"', 'a colon after "Kính gửi"'),
      words: true,
      spots: at(first.paragraph),
    });
  return [...findings, ...listed(rest, component)];
};

/** Several addressees: a line each, with a dash in front, a semicolon behind, a full stop in the end. */
function listed(
  lines: Parameters<typeof measure>[0]['pieces'],
  component: Pick<Finding, 'code' | 'subject' | 'place'>,
): readonly Finding[] {
  const last = lines.at(-1);
  if (last === undefined) return [];
  const wrong = lines.filter(
    (line) => !/^-/.test(line.text) || (line === last ? !/\.$/.test(line.text) : !/[;,]$/.test(line.text)),
  );
  const [first] = wrong;
  if (first === undefined) return [];
  return [
    {
      ...component,
      grade: 'decree',
      found: say(`"${first.text}"`, `"${first.text}"`),
      asked: say(
        'đầu dòng gạch (-), cuối dòng chấm phẩy, dòng cuối chấm',
        'a hyphen in front, a semicolon behind, the last with a full stop',
      ),
      words: true,
      spots: at(...wrong.map(({ paragraph }) => paragraph)),
    },
  ];
}
