import { problem } from '../../model/problem-codes.ts';
import type { TemplateRule } from './rule.ts';

/** A slot that follows another without a heading between; only the opening and the closing words have none. */
export const slotsWithoutHeading: TemplateRule = {
  wantsSoundTags: false,
  check: ({ bareSlots }) => bareSlots.map(({ slot, at }) => problem('khe-thieu-tieu-de', { tag: slot }, at)),
};

/** A heading that every report would print with nothing under it. */
export const headingsWithoutText: TemplateRule = {
  wantsSoundTags: false,
  check: ({ emptyHeadings }) =>
    emptyHeadings.map((place) => problem('tieu-de-khong-khe', { heading: place.paragraph ?? '' }, place)),
};
