import type { Command } from 'commander';
import type { ListedTag, TemplateTags } from '../../jobs/template-tags.ts';
import type { TagFamily } from '../../model/tags.ts';
import { prepared } from '../command.ts';
import type { Language } from '../language.ts';
import { showPlace } from '../place.ts';
import type { CommonOptions, Session } from '../session.ts';

/** `gen template tags`: the tags and slots of templates, in use and available, to be copied into Word. */
export function addTemplateTags(parent: Command, session: Session): Command {
  return prepared(parent.command('tags'), session, ['json'])
    .usage('[tùy chọn] [mẫu…]')
    .description('Liệt kê thẻ và khe của mẫu: đang dùng và dùng được, nghĩa, ví dụ')
    .argument('[mẫu...]', 'tên mẫu hoặc tệp .docx trong templates (dùng được dấu *); không ghi: tất cả')
    .action((names: string[], _: unknown, command: Command) => list(names, command.optsWithGlobals(), session));
}

async function list(names: readonly string[], options: CommonOptions, session: Session): Promise<void> {
  const { listTags } = await import('../../jobs/template-tags.ts');
  const { around } = session;
  const root = session.root(options);
  const { value, problems } = listTags(root, names);
  around.print(
    options.json ? tagsJson(value, options.lang) : value.map((one) => tagsText(one, options.lang)).join('\n\n'),
  );
  session.tell(problems, session.reader(root), options.lang);
}

const WORDS = {
  vi: {
    slots: 'Khe của phần lời',
    report: 'Thẻ của báo cáo',
    nhom: 'Dòng mẫu "nhom": dòng nhóm',
    muc: 'Dòng mẫu "muc": dòng chỉ tiêu',
    trong_do: 'Dòng mẫu "trong_do": phần Trong đó',
    correction: 'Thẻ của bảng đính chính',
    examples: 'ví dụ lấy từ',
    optional: 'tùy chọn',
    key: '✓: đang có trong mẫu, và mấy chỗ; khác: dùng được. Chép thẻ ở cột đầu vào Word.',
  },
  en: {
    slots: 'Slots for the narrative',
    report: 'Tags of the report',
    nhom: 'Prototype row "nhom": groups',
    muc: 'Prototype row "muc": indicators',
    trong_do: 'Prototype row "trong_do": parts',
    correction: 'Tags of the table of corrections',
    examples: 'examples from',
    optional: 'optional',
    key: '✓: in the template, and how often; others may be used. Copy what the first column shows into Word.',
  },
} as const;

/** Longest that is shown of a meaning and of an example. */
const MEANING = 46;
const EXAMPLE = 60;

const cut = (text: string, width: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
};

function tagsText({ file, report, families }: TemplateTags, language: Language): string {
  const words = WORDS[language];
  const all = families.flatMap(({ tags }) => tags);
  const width = Math.max(0, ...all.map(({ tag }) => tag.length));
  const source = report === undefined ? '' : ` (${words.examples} ${report})`;
  const line = ({ tag, at, meaning, example, optional }: ListedTag): string => {
    const count = at.length === 0 ? '' : at.length === 1 ? '✓' : `✓${at.length}`;
    const said = optional === true ? `${meaning} (${words.optional})`.trim() : meaning;
    return `  ${tag.padEnd(width)}  ${count.padEnd(3)}  ${cut(said, MEANING).padEnd(MEANING)}  ${cut(example, EXAMPLE)}`.trimEnd();
  };
  const sections = families.map(({ family, tags }) => [`${words[family]}`, ...tags.map(line)].join('\n'));
  return [`${file}${source}`, words.key, ...sections].join('\n');
}

const FAMILIES: Readonly<Record<TagFamily, string>> = {
  slots: 'khe',
  report: 'bao_cao',
  nhom: 'nhom',
  muc: 'muc',
  trong_do: 'trong_do',
  correction: 'dinh_chinh',
};

/** What `--json` prints. Keys speak the data's language. */
function tagsJson(templates: readonly TemplateTags[], language: Language): string {
  const shown = templates.map(({ id, file, report, families }) => ({
    mau: id,
    tep: file,
    bao_cao: report ?? null,
    the: families.flatMap(({ family, tags }) =>
      tags.map(({ tag, meaning, example, at, optional }) => ({
        the: tag,
        loai: FAMILIES[family],
        nghia: meaning,
        vi_du: example,
        ...(optional === undefined ? {} : { tuy_chon: optional }),
        cho: at.map((place) => showPlace(place, () => undefined, language).address),
      })),
    ),
  }));
  return JSON.stringify({ mau: shown }, null, 2);
}
