import path from 'node:path';
import { type Command, Option } from 'commander';
import type { TemplateForm } from '../../jobs/new-template.ts';
import { prepared } from '../command.ts';
import { madeJson } from '../print.ts';
import type { CommonOptions, Session } from '../session.ts';

interface NewOptions extends CommonOptions {
  readonly ten?: string;
  readonly deCuong?: string;
  readonly tuMau?: string;
  readonly chuQuan?: 'co' | 'khong';
  readonly phuLuc?: 'co' | 'khong';
  readonly cot?: '5' | '6';
  readonly kho?: 'doc' | 'ngang';
}

/** `gen template new`: a new template for an agency type. */
export function addTemplateNew(parent: Command, session: Session): Command {
  const yesNo = ['co', 'khong'];
  return prepared(parent.command('new'), session, ['json'])
    .usage('<loại> [tùy chọn]')
    .description('Tạo mẫu mới đúng thể thức cho một loại cơ quan; không ghi đè mẫu đã có')
    .argument('<loại>', 'so, van-phong, ubnd-xa, ubnd-tinh…, hoặc tên khác có trong templates/de-cuong')
    .option('--ten <tên>', 'tên mẫu: tạo templates/<tên>.docx; không ghi: như loại')
    .option(
      '--de-cuong <đề-cương>',
      'lấy các mục và khe từ đề cương này: tệp YAML, hoặc tên trong templates/de-cuong; không ghi: đề cương của loại',
    )
    .addOption(new Option('--tu-mau <mẫu>', 'lấy các mục, khe và phụ lục của mẫu này').conflicts('deCuong'))
    .addOption(new Option('--chu-quan <co|khong>', 'có dòng cơ quan chủ quản hay không').choices(yesNo))
    .addOption(new Option('--phu-luc <co|khong>', 'có phụ lục hay không').choices(yesNo))
    .addOption(new Option('--cot <5|6>', 'phụ lục năm cột, hay sáu cột (có cơ quan báo cáo)').choices(['5', '6']))
    .addOption(new Option('--kho <doc|ngang>', 'phụ lục khổ dọc hay khổ ngang').choices(['doc', 'ngang']))
    .action((type: string, _: unknown, command: Command) => newTemplate(type, command.optsWithGlobals(), session));
}

const isYes = (choice: 'co' | 'khong' | undefined): boolean | undefined =>
  choice === undefined ? undefined : choice === 'co';

async function newTemplate(type: string, options: NewOptions, session: Session): Promise<void> {
  const { makeTemplate } = await import('../../jobs/new-template.ts');
  const { around } = session;
  const root = session.root(options);
  const { ten, deCuong, tuMau, chuQuan, phuLuc, cot, kho } = options;
  const file =
    deCuong === undefined ? '' : path.relative(root, path.resolve(around.folder, deCuong)).replace(/\\/g, '/');
  const form: TemplateForm = {
    superior: isYes(chuQuan),
    appendix: isYes(phuLuc),
    columns: cot === undefined ? undefined : cot === '6' ? 6 : 5,
    landscape: kho === undefined ? undefined : kho === 'ngang',
  };
  const chosen =
    deCuong !== undefined
      ? ({ kind: 'outline', name: deCuong.normalize('NFC'), file } as const)
      : ({ kind: 'type' } as const);
  const from = tuMau !== undefined ? ({ kind: 'template', id: templateId(tuMau) } as const) : chosen;
  const { value, problems } = makeTemplate({
    root,
    type: type.normalize('NFC'),
    name: ten?.normalize('NFC'),
    from,
    form,
  });
  if (options.json) around.print(madeJson(value, problems, session.reader(root), options.lang));
  session.tell(problems, session.reader(root), options.lang);
  if (value !== undefined) around.complain(options.lang === 'vi' ? `✓ Đã tạo ${value}` : `✓ Made ${value}`);
}

/** A template's name, or its file as a tab key gives it. */
const templateId = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\\/g, '/')
    .replace(/^.*\//, '')
    .replace(/\.docx$/i, '');
