import type { ChangeMark } from '../../model/document.ts';

/** Tracked changes, as Word keeps them. `attributes`: id, author and date of the next mark, with a blank before. */
export type NextMark = () => string;

const element = (mark: ChangeMark, attributes: string): string => `<w:${mark}${attributes}/>`;

/** A run that was put in or taken out; what was taken out has its text in `<w:delText>`. */
export function markedRun(run: string, mark: ChangeMark, next: NextMark): string {
  const inside = mark === 'ins' ? run : run.replace(/<(\/?)w:t(?=[ >/])/g, '<$1w:delText');
  return `<w:${mark}${next()}>${inside}</w:${mark}>`;
}

/** What is marked already, a run with things in it that have runs of their own, a plain run. */
const RUNS = /<w:(ins|del) [^>]*[^/]>[\s\S]*?<\/w:\1>|<w:r(?: [^>]*)?>[\s\S]*?<\/w:r>/g;
const NESTED = /<mc:AlternateContent|<w:drawing|<w:pict|<w:object/;
const ROWS = /(<w:tr(?: [^>]*)?>)(<w:tblPrEx>[\s\S]*?<\/w:tblPrEx>)?(?:<w:trPr>([\s\S]*?)<\/w:trPr>|<w:trPr\/>)?/g;
const PARAGRAPHS = /(<w:p(?: [^>/]*)?>)(?:<w:pPr>([\s\S]*?)<\/w:pPr>|<w:pPr\/>)?/g;

/** A row or the end of a paragraph that has its mark. */
const MARKED = /<w:(?:ins|del) [^>]*\/>/;

/** Marks all that a stretch of the document holds and that has no mark yet: runs, ends of paragraphs, rows of tables. */
export function markedAll(xml: string, mark: ChangeMark, next: NextMark): string {
  return xml
    .replace(RUNS, (whole: string, marked?: string) =>
      marked !== undefined || NESTED.test(whole) ? whole : markedRun(whole, mark, next),
    )
    .replace(ROWS, (whole: string, open: string, exception = '', properties = '') =>
      MARKED.test(properties) ? whole : `${open}${exception}<w:trPr>${properties}${element(mark, next())}</w:trPr>`,
    )
    .replace(PARAGRAPHS, (whole: string, open: string, properties = '') =>
      MARKED.test(properties) ? whole : `${open}${withMark(properties, element(mark, next()))}`,
    );
}

/** The mark comes first in the properties of the paragraph's end, and these before the section's and the last change's. */
function withMark(properties: string, sign: string): string {
  if (/<w:rPr>/.test(properties)) {
    return `<w:pPr>${properties.replace('<w:rPr>', () => `<w:rPr>${sign}`)}</w:pPr>`;
  }
  const after = properties.search(/<w:sectPr|<w:pPrChange/);
  const at = after === -1 ? properties.length : after;
  return `<w:pPr>${properties.slice(0, at)}<w:rPr>${sign}</w:rPr>${properties.slice(at)}</w:pPr>`;
}
