import { FIELDS } from '../model/fields.ts';
import {
  APPENDIX_COLUMNS,
  type OutlineAppendix,
  type OutlineSection,
  PLAIN_APPENDIX,
  type TemplateOutline,
} from '../model/outline.ts';
import type { DataPlace, Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { SLOT_LENGTH, SLOT_NAME } from '../model/template.ts';
import { nearest } from '../model/text.ts';
import { WORDS } from '../model/words.ts';
import { type Decoder, Fields, listOf, oneOf, placeOf, text, yesNo } from './decode.ts';
import type { YamlNode } from './yaml.ts';

/** Reports `ten-khe-sai`. */
const slotName: Decoder<string> = (node, decoding) => {
  const slot = text(node, decoding);
  if (slot === undefined) return undefined;
  const taken = Object.hasOwn(FIELDS, slot);
  if (!taken && SLOT_NAME.test(slot) && slot.length <= SLOT_LENGTH) return slot;
  decoding.problems.push(problem('ten-khe-sai', { slot, taken }, placeOf(node, decoding)));
  return undefined;
};

/** Words of a template, with tags. Reports `the-la`, `the-khong-dong`. */
const taggedText: Decoder<string> = (node, decoding) => {
  const words = text(node, decoding);
  if (words === undefined) return undefined;
  const known = Object.entries(FIELDS)
    .filter(([, field]) => !('loop' in field))
    .map(([name]) => name);
  for (const [, tag = ''] of words.matchAll(/\{([^{}]*)\}/g)) {
    if (known.includes(tag)) continue;
    decoding.problems.push(problem('the-la', { tag, near: nearest(tag, known) }, placeOf(node, decoding)));
  }
  const stray = /[{}]/.exec(words.replace(/\{[^{}]*\}/g, ''))?.[0];
  if (stray !== undefined) {
    const fault = stray === '{' ? 'unclosed' : 'unopened';
    decoding.problems.push(problem('the-khong-dong', { tag: '', fault }, placeOf(node, decoding)));
  }
  return words;
};

/** Reports `de-cuong-sai`. */
const refused =
  (vi: string, en: string) =>
  (at: DataPlace): Problem =>
    problem('de-cuong-sai', { cause: { vi, en } }, at);

/** Headings are numbered A., I., 1., 1.1.: no more levels than that. */
const DEEPEST = 4;

/** The sections of one outline; a slot has one place in all of them. */
class SectionReader {
  private readonly slots = new Map<string, DataPlace>();

  /** `above` is the heading level above: 0 at the top. Reports `khe-trung`, `thieu-truong`, `tieu-de-khong-khe`. */
  read =
    (above: number, within: boolean): Decoder<OutlineSection> =>
    (node, decoding) => {
      const fields = Fields.of(node, WORDS.section, decoding);
      if (fields === undefined) return undefined;
      const part = fields.optional('part', yesNo) ?? false;
      const level = above === 0 && !part ? 2 : above + 1;
      const heading = fields.optional('heading', taggedText);
      const slot = fields.optional('slot', slotName);
      const optional = fields.optional('optional', yesNo) ?? false;
      const sections = fields.optional('sections', listOf(this.read(level, within || optional))) ?? [];
      if (slot !== undefined) {
        const at = fields.placeOf('slot');
        const earlier = this.slots.get(slot);
        if (earlier === undefined) this.slots.set(slot, at);
        else decoding.problems.push(problem('khe-trung', { tag: slot }, at, [earlier]));
      }
      if (part && above > 0)
        fields.report('part', refused('mục lớn A., B. chỉ ở bậc cao nhất', 'a part A., B. belongs to the top'));
      if (heading !== undefined && level > DEEPEST) {
        fields.report('heading', refused('tiêu đề sâu hơn bậc 1.1.', 'a heading below the level 1.1.'));
      }
      if (fields.nodeOf('slot') === undefined) {
        if (optional)
          fields.report('optional', refused('mục tùy chọn phải có khe', 'an optional section needs a slot'));
        else if (fields.nodeOf('heading') === undefined) fields.required('slot', text);
        else if (fields.nodeOf('sections') === undefined) {
          fields.report('heading', (at) => problem('tieu-de-khong-khe', { heading: heading ?? '' }, at));
        }
      }
      if (within) {
        const [vi, en] = ['mục tùy chọn không có mục con', 'an optional section has no sections of its own'];
        decoding.problems.push(refused(vi, en)(placeOf(node, decoding)));
      }
      return { heading, slot, optional, part, sections };
    };
}

const appendix: Decoder<OutlineAppendix> = (node, decoding) => {
  const fields = Fields.of(node, WORDS.appendix, decoding);
  if (fields === undefined) return undefined;
  const columns = fields.optional('columns', listOf(oneOf(APPENDIX_COLUMNS))) ?? PLAIN_APPENDIX.columns;
  for (const column of ['stt', 'ten', 'so_lieu'] as const) {
    if (columns.includes(column)) continue;
    fields.report('columns', refused(`phụ lục phải có cột ${column}`, `the appendix needs the column ${column}`));
  }
  if (new Set(columns).size < columns.length) {
    fields.report('columns', refused('một cột của phụ lục có hai lần', 'a column of the appendix stands twice'));
  }
  return {
    columns,
    columnNote: fields.optional('columnNote', taggedText) ?? PLAIN_APPENDIX.columnNote,
    attachedTo: fields.isEmptyText('attachedTo')
      ? ''
      : (fields.optional('attachedTo', taggedText) ?? PLAIN_APPENDIX.attachedTo),
    letterhead: fields.optional('letterhead', yesNo) ?? false,
    landscape: fields.optional('landscape', yesNo) ?? false,
  };
};

/** Takes an outline of a new template out of a YAML file; `superior` is what holds when it does not say. */
export function readOutline(node: YamlNode, file: string, superior = true): Outcome<TemplateOutline | undefined> {
  const problems: Problem[] = [];
  const fields = Fields.of(node, WORDS.outline, { file, problems });
  if (fields === undefined) return { value: undefined, problems };
  return {
    value: {
      report: fields.optional('report', yesNo) ?? true,
      correction: fields.optional('correction', yesNo) ?? false,
      superior: fields.optional('superior', yesNo) ?? superior,
      sections: fields.optional('sections', listOf(new SectionReader().read(0, false))) ?? [],
      appendix: fields.optional('appendix', appendix),
    },
    problems,
  };
}
