import type { Catalogue } from '../model/catalogue.ts';
import { type OutlineSlot, slotTitle, type Template } from '../model/template.ts';
import { WORDS } from '../model/words.ts';
import { DRAFT, group, list, neededWords, type Schema, wordList, words } from './shapes.ts';
import { signatorySchema } from './unit-schema.ts';
import { valueDefinitions, valueSchema } from './value-schema.ts';

const DAY_OR_MONTH = '(?:\\d{1,2}|_+|\\.+|…)';

const dateSchema = (description: string, pattern: string): Schema => ({
  type: 'string',
  description,
  pattern,
  patternErrorMessage: 'Viết 15/6/2022; chừa chỗ ghi tay: __/6/2022 hoặc __/__/2022',
});

const slotSchema = (slot: OutlineSlot): Schema =>
  words(slot.optional ? 'Không bắt buộc: bỏ cả khóa thì tiêu đề không in.' : 'Bắt buộc.', {
    title: slotTitle(slot),
  });

/** Schema of the reports that go into a template with a catalogue's appendix: its slots and its indicators, no others. */
export function reportSchema(template: Template, catalogue: Catalogue | undefined): Schema {
  const slots = template.outline.map(({ slot }) => slot);
  const ids = catalogue?.rows.map(({ id }) => id) ?? [];
  const narrative: Schema = {
    type: slots.length === 0 ? ['object', 'null'] : 'object',
    description: 'Phần lời: mỗi khe của mẫu một đoạn, viết dạng Markdown, số liệu lấy bằng {{so mã_chỉ_tiêu}}',
    properties: Object.fromEntries(template.outline.map((one) => [one.slot, slotSchema(one)])),
    required: template.outline.filter(({ optional }) => !optional).map(({ slot }) => slot),
    additionalProperties: false,
  };
  const values: Schema = {
    type: ['object', 'null'],
    description: `Số liệu của phụ lục, theo mã chỉ tiêu trong ${catalogue?.file ?? 'danh mục'}`,
    properties: Object.fromEntries((catalogue?.rows ?? []).map((row) => [row.id, valueSchema(row)])),
    additionalProperties: false,
  };
  const named = (description: string, names: readonly string[]): Schema => ({ description, enum: names });
  const justification = group(
    WORDS.justification,
    {
      // No list of codes: it would change every schema with each new check; `gen check` tells of a code that is none.
      code: neededWords('Mã của cảnh báo, trong ngoặc vuông', { pattern: '^\\s*[a-z0-9-]+\\s*$' }),
      indicator: named('Chỉ tiêu mà cảnh báo nêu', [...ids, '']),
      slot: named('Khe mà cảnh báo nêu', [...slots, '']),
      basis: words('Dấu của số liệu, câu chữ lúc viết lý do: gen check --giai-trinh in sẵn'),
      reason: neededWords('Vì sao đúng như vậy'),
    },
    ['code', 'reason'],
  );
  const needsNarrative = template.outline.some(({ optional }) => !optional);
  return {
    $schema: DRAFT,
    definitions: valueDefinitions,
    ...group(
      WORDS.report,
      {
        number: words('Số của văn bản; để trống khi chưa có'),
        date: dateSchema(
          'Ngày ban hành: 15/6/2022; __/6/2022 chừa chỗ ghi ngày bằng tay',
          `^\\s*${DAY_OR_MONTH}\\s*/\\s*${DAY_OR_MONTH}\\s*/\\s*\\d{4}\\s*$`,
        ),
        template: words('Mẫu của riêng báo cáo này, khi khác mẫu của đơn vị'),
        catalogue: words('Danh mục của riêng báo cáo này, khi khác danh mục của đơn vị'),
        subject: words('Trích yếu, khi khác trích yếu của đơn vị'),
        signatory: signatorySchema,
        recipients: wordList('Nơi nhận, khi khác nơi nhận của đơn vị'),
        narrative,
        values,
        justifications: list('Cảnh báo đúng với thực tế, kèm lý do', justification),
        unreviewed: wordList('Mục chép từ kỳ trước, chưa xem lại; xem xong thì xóa dòng', {
          enum: [...new Set([...slots, ...ids])],
        }),
      },
      needsNarrative ? ['date', 'narrative'] : ['date'],
      { title: `Báo cáo: mẫu ${template.id}${catalogue === undefined ? '' : `, danh mục ${catalogue.id}`}` },
    ),
  };
}
