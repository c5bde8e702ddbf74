import type { CatalogueRow } from './catalogue.ts';

type Labelled = Pick<CatalogueRow, 'label'>;

const withoutMarkdown = (text: string): string =>
  text
    .replace(/\[\^[^\]]*\]|\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** All of a row's label on one line, as plain text: without Markdown signs and footnote marks. */
export const wholeLabel = ({ label }: Labelled): string => withoutMarkdown(label);

/** What a row is called: the first line of its label as plain text, without the lines of explanation below it. */
export const labelOf = ({ label }: Labelled): string => withoutMarkdown(label.split('\n')[0] ?? '');
