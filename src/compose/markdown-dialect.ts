import MarkdownIt from 'markdown-it';
import superscript from 'markdown-it-sup';

/**
 * The Markdown that officials write: paragraphs, lists whose sign is printed as typed, numbered items, sub-headings,
 * bold, italic, superscript, tables, footnote marks. What else Markdown knows (code, quotes, HTML, links, pictures,
 * entities) is switched off: those signs are just text.
 */
const dialect = new MarkdownIt('default', { html: false, linkify: false, typographer: false })
  .disable([
    'code',
    'fence',
    'blockquote',
    'hr',
    'html_block',
    'lheading',
    'reference',
    'autolink',
    'html_inline',
    'image',
    'link',
    'backticks',
    'entity',
    'strikethrough',
  ])
  .use(superscript);

export type Token = ReturnType<typeof dialect.parse>[number];

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Stars open where text follows and close where text precedes, whatever signs stand next to them: officials type
 * `**Về tổ chức:**Sở`, which Markdown for English would print with its stars. A single star between letters or digits
 * (15*24) or alone in brackets (*) is a star.
 */
dialect.inline.State = class extends dialect.inline.State {
  override scanDelims(start: number, canSplitWord: boolean) {
    const scanned = super.scanDelims(start, canSplitWord);
    const before = start === 0 ? ' ' : this.src.charAt(start - 1);
    const after = this.src.charAt(start + scanned.length) || ' ';
    const within = scanned.length === 1 && LETTER.test(before) && LETTER.test(after);
    return {
      ...scanned,
      can_open: !within && /[^\s),.;:!?%\]}]/.test(after),
      can_close: !within && /[^\s([{]/.test(before),
    };
  }
};

const MARK = /\[\^([^\]\s]+)\]/y;

/** `[^1]` where a footnote with that mark is known; elsewhere it is text. */
dialect.inline.ruler.before('emphasis', 'footnote_mark', (state, silent) => {
  MARK.lastIndex = state.pos;
  const mark = MARK.exec(state.src)?.[1];
  const known: unknown = Reflect.get(Object(state.env), 'marks');
  if (mark === undefined || !(known instanceof Set) || !known.has(mark)) return false;
  if (!silent) state.push('footnote_mark', '', 0).content = mark;
  state.pos = MARK.lastIndex;
  return true;
});

/** Emphasis is typed with stars alone: an underscore stands in file names and addresses, and is a letter there. */
const onlyStars = (text: string): string => text.replace(/\\?_/g, '\\_');

/** The tokens of a text; `marks` are the footnotes that have a text. */
export const tokensOf = (text: string, marks: ReadonlySet<string>): readonly Token[] =>
  dialect.parse(onlyStars(text), { marks });

/** ASCII punctuation that Markdown may read as a sign; a value that is put in is text, whatever it holds. */
const SIGNS = /[!-/:-@[-`{-~]/g;

/** Makes a value safe to stand in Markdown: it prints as it is. Its line breaks become blanks, so it opens no list. */
export const escapeValue = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(SIGNS, '\\$&');
