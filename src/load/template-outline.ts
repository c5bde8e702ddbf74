import { APPENDIX_COLUMNS, type OutlineAppendix, type OutlineSection, type TemplateOutline } from '../model/outline.ts';
import { attribute, type XmlToken } from '../ooxml/xml.ts';
import { readDocxBody } from './docx-paragraphs.ts';
import type { WordParagraph } from './template-paragraphs.ts';
import { prototypeRows } from './template-rows.ts';
import { type ReadTag, readTags } from './template-tags.ts';

interface OpenSection {
  readonly level: number;
  readonly part: boolean;
  readonly heading: string | undefined;
  slot?: string;
  optional: boolean;
  readonly sections: OpenSection[];
}

const DOCUMENT = 'word/document.xml';

/**
 * The outline that a template was made from, or might have been: headings, slots and the form of the appendix, so that
 * another template can be made with them. Fixed words between the headings are not part of it.
 */
export function outlineOfTemplate(bytes: Uint8Array): TemplateOutline | undefined {
  const body = readDocxBody(bytes);
  if (body === undefined) return undefined;
  const { tokens, paragraphs } = body;
  const { tags } = readTags(DOCUMENT, paragraphs);
  const correction = tags.some(({ name }) => name.startsWith('dinh_chinh.'));
  return {
    report: tags.some(({ name }) => name === 'so_ky_hieu'),
    correction,
    superior: tags.some(({ name }) => name === 'co_quan_chu_quan'),
    sections: correction ? [] : sectionsOf(paragraphs, tags),
    appendix: appendixOf(tokens, paragraphs, tags),
  };
}

function sectionsOf(paragraphs: readonly WordParagraph[], tags: readonly ReadTag[]): readonly OutlineSection[] {
  const top: OpenSection[] = [];
  const open: OpenSection[] = [];
  const slots = tags.filter(({ sign }) => sign === '@');
  const add = (section: OpenSection): void => {
    (open.at(-1)?.sections ?? top).push(section);
  };
  for (const paragraph of paragraphs) {
    const { level, text, cell, inTextBox } = paragraph;
    const heading = text.trim();
    if (level !== undefined && heading !== '' && cell === undefined && !inTextBox) {
      while ((open.at(-1)?.level ?? -1) >= level) open.pop();
      const section = { level, part: level === 0, heading, optional: false, sections: [] };
      add(section);
      open.push(section);
    }
    const tag = slots.find((slot) => slot.paragraph === paragraph);
    if (tag === undefined) continue;
    const optional = tag.inside.some(({ name }) => name === tag.name);
    const above = open.at(-1);
    // The closing words belong to no section, and what comes behind an optional section must not fall away with it.
    const closing = tag === slots.at(-1) && above?.slot !== undefined;
    if (above !== undefined && above.slot === undefined && above.sections.length === 0) {
      above.slot = tag.name;
      above.optional = optional;
      continue;
    }
    if (closing) open.length = 0;
    else if (above?.optional === true) open.pop();
    add({ level: 9, part: false, heading: undefined, slot: tag.name, optional, sections: [] });
  }
  return withoutLevels(top);
}

/** Sections that lead to no slot are left out: they would be headings with nothing under them. */
const withoutLevels = (sections: readonly OpenSection[]): readonly OutlineSection[] =>
  sections
    .map(({ heading, slot, optional, part, sections: inner }) => {
      return { heading, slot, optional, part, sections: withoutLevels(inner) };
    })
    .filter(({ slot, sections: inner }) => slot !== undefined || inner.length > 0);

function appendixOf(
  tokens: readonly XmlToken[],
  paragraphs: readonly WordParagraph[],
  tags: readonly ReadTag[],
): OutlineAppendix | undefined {
  const rows = prototypeRows(tags);
  const row = rows.find(({ row: kind }) => kind === 'muc');
  const [first] = rows;
  if (row === undefined || first === undefined) return undefined;
  const own = tags.filter((tag) => row.holds(tag)).map(({ name }) => name.split('.')[1]);
  const start = paragraphs.indexOf(first.first.paragraph);
  const above = paragraphs.slice(0, start);
  const inHead = above.filter(({ cell }) => cell?.table === first.table).map(({ text }) => text.trim());
  const before = above.filter(({ cell }) => cell === undefined).map(({ text }) => text.trim());
  const pages = tokens.filter((token) => token.kind === 'open' && token.name === 'w:pgSz');
  return {
    columns: own.flatMap((name) => APPENDIX_COLUMNS.find((column) => column === name) ?? []),
    columnNote: inHead.find((text) => /^\(.*\)$/.test(text)) ?? '',
    attachedTo: before.findLast((text) => /^\(.*kèm theo.*\)$/i.test(text)) ?? '',
    letterhead: paragraphs.filter(({ text }) => /^cộng hòa xã hội/i.test(text.trim())).length > 1,
    landscape: attribute(pages.at(-1)?.raw ?? '', 'w:orient') === 'landscape',
  };
}
