import { APPENDIX_COLUMNS, type OutlineAppendix, type OutlineSection, type TemplateOutline } from '../model/outline.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { WORDS } from '../model/words.ts';
import { type Decoder, Fields, listOf, oneOf, placeOf, text, yesNo } from './decode.ts';
import type { YamlNode } from './yaml.ts';

const SLOT = /^[a-z][a-z0-9_]*$/;

/** Reports `ten-khe-sai`. */
const slotName: Decoder<string> = (node, decoding) => {
  const slot = text(node, decoding);
  if (slot === undefined || SLOT.test(slot)) return slot;
  decoding.problems.push(problem('ten-khe-sai', { slot }, placeOf(node, decoding)));
  return undefined;
};

const section: Decoder<OutlineSection> = (node, decoding) => {
  const fields = Fields.of(node, WORDS.section, decoding);
  if (fields === undefined) return undefined;
  return {
    heading: fields.optional('heading', text),
    slot: fields.optional('slot', slotName),
    optional: fields.optional('optional', yesNo) ?? false,
    part: fields.optional('part', yesNo) ?? false,
    sections: fields.optional('sections', listOf(section)) ?? [],
  };
};

const appendix: Decoder<OutlineAppendix> = (node, decoding) => {
  const fields = Fields.of(node, WORDS.appendix, decoding);
  if (fields === undefined) return undefined;
  return {
    columns: fields.optional('columns', listOf(oneOf(APPENDIX_COLUMNS))) ?? [
      'stt',
      'ten',
      'don_vi',
      'so_lieu',
      'ghi_chu',
    ],
    columnNote: fields.optional('columnNote', text) ?? '',
    attachedTo:
      fields.optional('attachedTo', text) ?? '(Kèm theo Báo cáo số {so_hieu} ngày {ngay_ngan} của {don_vi.ten})',
    letterhead: fields.optional('letterhead', yesNo) ?? false,
    landscape: fields.optional('landscape', yesNo) ?? false,
  };
};

/** Takes an outline of a new template out of a YAML file. */
export function readOutline(node: YamlNode, file: string): Outcome<TemplateOutline | undefined> {
  const problems: Problem[] = [];
  const fields = Fields.of(node, WORDS.outline, { file, problems });
  if (fields === undefined) return { value: undefined, problems };
  return {
    value: {
      report: fields.optional('report', yesNo) ?? true,
      correction: fields.optional('correction', yesNo) ?? false,
      superior: fields.optional('superior', yesNo) ?? true,
      sections: fields.optional('sections', listOf(section)) ?? [],
      appendix: fields.optional('appendix', appendix),
    },
    problems,
  };
}
