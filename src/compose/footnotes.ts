/** What is wrong with a footnote: a mark without a text, a text without a mark, two texts, a mark inside a footnote. */
export interface FootnoteFault {
  readonly fault: 'no-text' | 'no-mark' | 'doubled' | 'nested';
  readonly mark: string;
}

export interface Footnotes {
  /** The text without the footnotes' own texts. */
  readonly body: string;
  /** Mark → its text, on one line. */
  readonly texts: ReadonlyMap<string, string>;
  readonly faults: readonly FootnoteFault[];
}

/** A footnote's text begins at the start of a line; a colon after a mark within a line is just a colon. */
const DEFINITION = /^[ \t]*\[\^([^\]\s]+)\]:[ \t]*(.*)$/;
/** A mark that is not escaped. */
const MARK = /(?<!\\)\[\^([^\]\s]+)\]/g;
/** What was meant as a mark but is none: a blank inside the brackets. */
const ODD_MARK = /(?<!\\)\[\^([^\]\n]*\s[^\]\n]*)\]/g;

const marksIn = (text: string): readonly string[] => [...text.matchAll(MARK)].map((match) => match[1] ?? '');

/**
 * Takes the footnotes' texts out of a narrative. A text goes on to the next blank line; an indented paragraph after a
 * blank line goes on with it.
 */
export function takeFootnotes(source: string): Footnotes {
  const body: string[] = [];
  const texts = new Map<string, string>();
  const faults: FootnoteFault[] = [];
  let open: string | undefined;
  let blank = false;
  for (const line of source.split('\n')) {
    const [, mark, first = ''] = DEFINITION.exec(line) ?? [];
    if (mark !== undefined) {
      if (texts.has(mark)) faults.push({ fault: 'doubled', mark });
      texts.set(mark, first.trim());
      open = mark;
      blank = false;
    } else if (open !== undefined && line.trim() !== '' && (!blank || /^(?: {4}|\t)/.test(line))) {
      texts.set(open, `${texts.get(open) ?? ''} ${line.trim()}`.trim());
      blank = false;
    } else {
      if (open !== undefined && line.trim() !== '') open = undefined;
      blank = line.trim() === '';
      body.push(line);
    }
  }
  const used = new Set(marksIn(body.join('\n')));
  for (const mark of used) if ((texts.get(mark) ?? '') === '') faults.push({ fault: 'no-text', mark });
  for (const [, mark = ''] of body.join('\n').matchAll(ODD_MARK)) faults.push({ fault: 'no-text', mark });
  const nested = new Set([...texts.values()].flatMap(marksIn));
  for (const mark of nested) faults.push({ fault: 'nested', mark });
  for (const mark of texts.keys()) {
    if (!used.has(mark) && !nested.has(mark)) faults.push({ fault: 'no-mark', mark });
  }
  return { body: body.join('\n'), texts, faults };
}
