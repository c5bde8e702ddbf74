import type { RowKind } from '../model/document.ts';
import { CORRECTION_FIELDS, FIELDS, LISTS, ROW_FIELDS } from '../model/fields.ts';
import type { Problem, TemplatePlace, Wording } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { SLOT_LENGTH, SLOT_NAME } from '../model/template.ts';
import { nearest } from '../model/text.ts';
import type { WordParagraph } from './template-paragraphs.ts';
import { isRowKind, type PrototypeRow, prototypeRows } from './template-rows.ts';
import type { WordTable } from './template-tables.ts';
import type { ReadTag, TagReading } from './template-tags.ts';

/** What the check of tags looks at, all parts together. */
export interface ReadTemplateParts {
  readonly reading: TagReading;
  /** Of the body. */
  readonly tables: ReadonlyMap<number, WordTable>;
  readonly place: (part: string, paragraph: WordParagraph | undefined) => TemplatePlace;
}

const BODY = 'word/document.xml';
const say = (vi: string, en: string): Wording => ({ vi, en });

/**
 * What is wrong with the tags of one template. Reports `the-khong-dong`, `the-la`, `the-sai-cho`, `khe-khong-rieng`,
 * `khe-trung`, `ten-khe-sai`, and what `rowProblems` reports.
 */
export function tagProblems(parts: ReadTemplateParts): readonly Problem[] {
  return new TagCheck(parts).check();
}

class TagCheck {
  private readonly problems: Problem[] = [];
  private readonly slots: ReadonlySet<string>;
  private readonly rows: readonly PrototypeRow[];
  private readonly hasRows: boolean;

  constructor(private readonly parts: ReadTemplateParts) {
    const { tags } = parts.reading;
    this.slots = new Set(tags.filter(({ sign }) => sign === '@').map(({ name }) => name));
    this.rows = prototypeRows(tags);
    this.hasRows = tags.some(({ sign, name }) => sign === '' && isRowKind(name.split('.')[0]));
  }

  check(): readonly Problem[] {
    const { reading, place } = this.parts;
    for (const { tag, fault, part, paragraph, ...more } of reading.faults) {
      this.problems.push(problem('the-khong-dong', { tag, fault, ...more }, place(part, paragraph)));
    }
    for (const tag of reading.tags) this.one(tag);
    this.doubledSlots();
    this.problems.push(...rowProblems(this.parts));
    return this.problems;
  }

  private at = ({ part, paragraph }: ReadTag): TemplatePlace => this.parts.place(part, paragraph);

  private misplaced(tag: ReadTag, cause: Wording): void {
    const name = tag.typed.slice(1, -1);
    this.problems.push(problem('the-sai-cho', { tag: name, cause }, this.at(tag)));
  }

  private unknown(tag: ReadTag, near: string | undefined): void {
    this.problems.push(problem('the-la', { tag: tag.typed.slice(1, -1), near }, this.at(tag)));
  }

  private one(tag: ReadTag): void {
    if (tag.part === 'word/footnotes.xml' || tag.part === 'word/endnotes.xml') {
      this.misplaced(tag, say('thẻ trong chú thích không được điền', 'tags in a footnote are not filled'));
      return;
    }
    switch (tag.sign) {
      case '':
        this.field(tag);
        break;
      case '#':
      case '^':
        this.block(tag);
        break;
      case '@':
        this.slot(tag);
        break;
      case '/':
        break;
    }
  }

  private field(tag: ReadTag): void {
    const [first = '', ...rest] = tag.name.split('.');
    if (isRowKind(first)) {
      this.rowField(tag, first, rest.join('.'));
    } else if (Object.hasOwn(FIELDS, tag.name) || Object.hasOwn(CORRECTION_FIELDS, tag.name)) {
      this.knownField(tag);
    } else {
      const name = withoutQuotes(tag.name);
      const slot = this.slots.has(name) ? `@${name}` : undefined;
      this.unknown(tag, slot ?? nearest(name, this.known()) ?? this.nearRow(name));
    }
  }

  /** `{muc_ten}`, `{Muc.Ten}`. */
  private nearRow(name: string): string | undefined {
    const known = this.hasRows ? ['nhom', 'muc', 'trong_do'] : [];
    return nearest(
      name,
      known.flatMap((row) => Object.keys(ROW_FIELDS).map((field) => `${row}.${field}`)),
    );
  }

  private knownField(tag: ReadTag): void {
    const { name } = tag;
    const list = LISTS.find(({ items }) => items.includes(name));
    if (name === 'noi_nhan') {
      this.misplaced(
        tag,
        say('đây là danh sách, viết {#noi_nhan}{dong}{/noi_nhan}', 'it is a list: {#noi_nhan}{dong}{/noi_nhan}'),
      );
    } else if (this.foreignCorrection(tag)) {
      this.misplaced(
        tag,
        say('chỉ dùng trong mẫu bảng đính chính', 'only used in the template of the table of corrections'),
      );
    } else if (list !== undefined && !tag.inside.some((block) => list.lists.includes(block.name))) {
      const blocks = list.lists.map((block) => `{#${block}}…{/${block}}`);
      this.misplaced(
        tag,
        say(`chỉ có nghĩa ở giữa ${blocks.join(' hoặc ')}`, `it only has a meaning within ${blocks.join(' or ')}`),
      );
    }
  }

  /** A report has no corrections to print: in its template such a tag would stay empty. */
  private foreignCorrection = ({ name }: ReadTag): boolean =>
    Object.hasOwn(CORRECTION_FIELDS, name) && (this.slots.size > 0 || this.hasRows);

  private rowField(tag: ReadTag, row: RowKind, field: string): void {
    if (!Object.hasOwn(ROW_FIELDS, field)) {
      const near = nearest(withoutQuotes(field), Object.keys(ROW_FIELDS));
      this.unknown(tag, near === undefined ? undefined : `${row}.${near}`);
    } else if (tag.part !== BODY || tag.paragraph.cell === undefined || tag.paragraph.inTextBox) {
      this.misplaced(
        tag,
        say('chỉ dùng trong dòng mẫu của bảng phụ lục', 'only used in a prototype row of the appendix table'),
      );
    } else {
      const own = this.rows.find((prototype) => prototype.holds(tag));
      if (own !== undefined && own.row !== row) {
        this.misplaced(tag, say(`dòng này là dòng mẫu "${own.row}"`, `this row is the prototype "${own.row}"`));
      }
    }
  }

  private block(tag: ReadTag): void {
    const { name, closedBy } = tag;
    if (isRowKind(name.split('.')[0]) || this.rows.some((prototype) => prototype.holds(tag))) {
      this.misplaced(tag, say('điều kiện không dùng được trong dòng mẫu', 'a prototype row takes no conditions'));
      return;
    }
    const known = [...this.known(), ...this.slots];
    if (name !== '.' && !known.includes(name)) {
      const near = nearest(withoutQuotes(name), known);
      this.unknown(tag, near === undefined ? undefined : `${tag.sign}${near}`);
      return;
    }
    if (this.foreignCorrection(tag)) {
      this.misplaced(
        tag,
        say('chỉ dùng trong mẫu bảng đính chính', 'only used in the template of the table of corrections'),
      );
      return;
    }
    if (closedBy === undefined) return;
    if (!sameFrame(tag, closedBy)) {
      this.misplaced(
        tag,
        say(
          `mở và đóng ở hai chỗ không cân nhau; đặt {/${name}} trong cùng ô hoặc cùng bảng`,
          `it opens and closes in unequal places; put {/${name}} into the same cell or table`,
        ),
      );
      return;
    }
    const list = LISTS.find(({ lists }) => lists.includes(name));
    const { tags } = this.parts.reading;
    const inside = tags.slice(tags.indexOf(tag) + 1, tags.indexOf(closedBy));
    // A tag that nobody knows is told of itself; it may be the one that is missed here.
    const held = inside.some(
      (inner) => list?.items.includes(inner.name) || (inner.sign === '' && !this.known().includes(inner.name)),
    );
    if (tag.sign === '#' && list !== undefined && !held) {
      const item = `{${list.items[0] ?? ''}}`;
      this.misplaced(tag, say(`danh sách không có ${item} ở giữa`, `the list holds no ${item}`));
    }
  }

  private known = (): readonly string[] => [...Object.keys(FIELDS), ...Object.keys(CORRECTION_FIELDS)];

  private slot(tag: ReadTag): void {
    const { name, paragraph } = tag;
    const taken = Object.hasOwn(FIELDS, name) || isRowKind(name);
    if (taken || !SLOT_NAME.test(name) || name.length > SLOT_LENGTH) {
      const tidy = nearSlot(name);
      this.problems.push(problem('ten-khe-sai', { slot: name, taken, near: taken ? undefined : tidy }, this.at(tag)));
    }
    const cause = this.wrongSlotPlace(tag);
    if (cause !== undefined) {
      this.misplaced(tag, cause);
      return;
    }
    if (paragraph.text.trim() !== tag.typed) {
      this.problems.push(problem('khe-khong-rieng', { tag: name }, this.at(tag)));
    }
    for (const held of new Set(paragraph.holds)) {
      this.problems.push(problem('khe-khong-rieng', { tag: name, held }, this.at(tag)));
    }
  }

  private wrongSlotPlace(tag: ReadTag): Wording | undefined {
    if (tag.part !== BODY) return say('khe chỉ đặt trong thân văn bản', 'a slot belongs into the body of the document');
    if (tag.paragraph.inTextBox)
      return say('khe không đặt trong hộp chữ (Text Box)', 'a slot does not fit into a text box');
    if (this.rows.some((prototype) => prototype.holds(tag))) {
      return say('khe không đặt trong dòng mẫu của bảng phụ lục', 'a slot does not fit into a prototype row');
    }
    for (const block of tag.inside) {
      if (
        block.closedBy === undefined ||
        !sameFrame(block, block.closedBy) ||
        (block.name === tag.name && block.sign === '#')
      )
        continue;
      const shown = `{${block.sign}${block.name}}`;
      return LISTS.some(({ lists }) => lists.includes(block.name))
        ? say(
            `khe nằm trong danh sách ${shown} nên sẽ in nhiều lần`,
            `it stands in the list ${shown} and is printed for each`,
          )
        : say(
            `khe nằm trong điều kiện ${shown}: khi không in phần đó, lời của khe này bị mất`,
            `it stands in the condition ${shown}: where that is not printed, its narrative is lost`,
          );
    }
    return undefined;
  }

  private doubledSlots(): void {
    const first = new Map<string, ReadTag>();
    for (const tag of this.parts.reading.tags) {
      if (tag.sign !== '@') continue;
      const earlier = first.get(tag.name);
      if (earlier === undefined) first.set(tag.name, tag);
      else this.problems.push(problem('khe-trung', { tag: tag.name }, this.at(tag), [this.at(earlier)]));
    }
  }
}

/** A tag in quotation marks, straight or smart, as autocorrect leaves them. */
const withoutQuotes = (name: string): string => name.replace(/["'`´‘’‚“”„«»]/g, '').replace(/[–—−]/g, '_');

/** What was meant by a slot's name with capitals, tone marks or blanks. */
function nearSlot(name: string): string | undefined {
  const tidy = withoutQuotes(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, SLOT_LENGTH);
  return tidy !== name && SLOT_NAME.test(tidy) ? tidy : undefined;
}

/** Both outside tables, or in one cell, or in rows of one table. */
function sameFrame({ paragraph: a }: ReadTag, { paragraph: b }: ReadTag): boolean {
  return a.cell?.table === b.cell?.table && a.inTextBox === b.inTextBox;
}

/**
 * What is wrong with the prototype rows. Reports `thieu-dong-mau`, `dong-mau-trung`, `bang-phu-luc-trung`,
 * `dong-mau-sai-cot`.
 */
function rowProblems({ reading, tables, place }: ReadTemplateParts): readonly Problem[] {
  const problems: Problem[] = [];
  const rows = prototypeRows(reading.tags);
  const [first] = rows;
  if (first === undefined) return problems;
  const at = (row: (typeof rows)[number]): TemplatePlace => place(row.first.part, row.first.paragraph);
  const missing = (['nhom', 'muc'] as const).filter((kind) => !rows.some(({ row }) => row === kind));
  for (const row of missing) problems.push(problem('thieu-dong-mau', { row }, at(first)));
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    if (before === undefined) continue;
    if (before.table !== row.table) problems.push(problem('bang-phu-luc-trung', {}, at(row), [at(first)]));
    else if (row.number > before.number + 1) {
      problems.push(problem('bang-phu-luc-trung', { between: before.number + 1 }, at(row), [at(before)]));
    }
  }
  const alone = problems.length === 0;
  for (const kind of ['nhom', 'muc', 'trong_do'] as const) {
    const most = kind === 'trong_do' ? 2 : 1;
    const [tooMany] = rows.filter(({ row }) => row === kind).slice(most);
    // Where a kind is missing or the table doubled, that is the fault, and this only follows from it.
    if (alone && tooMany !== undefined) problems.push(problem('dong-mau-trung', { row: kind, most }, at(tooMany)));
  }
  for (const row of rows) {
    const table = tables.get(row.table);
    const columns = table?.rows[row.number - 1] ?? 0;
    const above = table?.rows[first.number - 2] ?? 0;
    const expected = row.table === first.table && above > 0 ? above : (table?.columns ?? 0);
    if (expected > 0 && columns !== expected) {
      problems.push(problem('dong-mau-sai-cot', { row: row.row, columns, expected }, at(row)));
    }
  }
  return problems;
}
