import { justificationLine } from '../model/justification.ts';
import type { Severity, Wording } from '../model/problem.ts';
import { PROBLEM_FAMILIES, PROBLEM_KINDS, type ProblemCode, sampleProblem } from '../model/problem-codes.ts';
import { byName } from '../model/text.ts';

const SEVERITIES: Readonly<Record<Severity, { readonly name: string; readonly effect: string }>> = {
  loi: { name: 'Lỗi', effect: 'báo cáo này không được lập cho đến khi sửa; các báo cáo khác vẫn được lập.' },
  canh_bao: { name: 'Cảnh báo', effect: 'báo cáo vẫn được lập, trừ khi chạy với `--strict`.' },
  goi_y: { name: 'Gợi ý', effect: 'nên xem lại; không bao giờ chặn báo cáo.' },
};

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
const fenced = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;

/** What the page of a problem says, as Markdown, without its title: used by docs/, `--sarif` and `gen loi`. */
export function problemPage(code: ProblemCode, language: keyof Wording = 'vi'): string {
  const { severity, why, example, source } = PROBLEM_KINDS[code];
  const shown = sampleProblem(code);
  const { name, effect } = SEVERITIES[severity];
  return [
    `**${name}**: ${effect}`,
    ...(shown === undefined ? [] : [`> ${shown.message[language].replace(/\n/g, '\n> ')}`]),
    '## Vì sao',
    why,
    ...(source === undefined ? [] : [`Căn cứ: ${source}.`]),
    '## Ví dụ',
    fenced(example),
    ...(shown?.hint === undefined ? [] : ['## Cách sửa', shown.hint[language]]),
    ...(severity === 'loi' ? [] : ['## Nếu đúng như vậy', justified(code)]),
  ].join('\n\n');
}

const justified = (code: ProblemCode): string =>
  [
    'Số liệu, câu chữ đúng với thực tế thì ghi lý do vào `giai_trinh` của báo cáo (`gen check --giai-trinh` in sẵn dòng này với chỗ và `can_cu` của nó):',
    fenced(`giai_trinh:\n  - ${justificationLine({ code })}`),
  ].join('\n\n');

const NOTE = '<!-- Trang này do chương trình tạo ra (npm run docs); đừng sửa bằng tay. -->';

/** docs/loi.md, the list, and docs/loi/<code>.md for every problem: file name → text. */
export function problemPages(): Readonly<Record<string, string>> {
  const codes = PROBLEM_FAMILIES.flatMap(({ codes }) => codes);
  const pages = codes.map((code) => {
    const page = [NOTE, `# ${code}`, problemPage(code), '[Tất cả các mã](../loi.md)', ''].join('\n\n');
    return [`docs/loi/${code}.md`, page] as const;
  });
  return { 'docs/loi.md': list(), ...Object.fromEntries(pages) };
}

function list(): string {
  const families = PROBLEM_FAMILIES.flatMap(({ title, codes }) => [
    `## ${title}`,
    [
      '| Mã | Mức | Thông báo |',
      '| --- | --- | --- |',
      ...[...codes].sort(byName).map((code) => {
        const message = sampleProblem(code)?.message.vi ?? PROBLEM_KINDS[code].why;
        return `| [${code}](loi/${code}.md) | ${SEVERITIES[PROBLEM_KINDS[code].severity].name} | ${cell(message)} |`;
      }),
    ].join('\n'),
  ]);
  return [
    NOTE,
    '# Các lỗi, cảnh báo và gợi ý',
    'Mỗi thông báo nêu mức, chỗ (tệp:dòng:cột, hoặc chỗ trong Word), mã trong ngoặc vuông, nguyên nhân và cách sửa. ' +
      'Lỗi: báo cáo đó không được lập, các báo cáo khác vẫn được lập. Cảnh báo: báo cáo vẫn được lập, trừ khi chạy với `--strict`. ' +
      'Gợi ý: nên xem lại. Cảnh báo và gợi ý đúng với thực tế thì giải trình được: xem [hướng dẫn](huong-dan.md).',
    ...families,
    '',
  ].join('\n\n');
}
