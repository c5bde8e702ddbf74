import { escapeXml } from '../../ooxml/xml.ts';

export const TEXT_START = '<w:t xml:space="preserve">';
export const TEXT_END = '</w:t>';
const EMPTY_TEXT = '<w:t/>';

/** Static XML as it goes out: an empty text is written short, as docxtemplater does. */
export const shortEmptyTexts = (xml: string): string => xml.replaceAll(TEXT_START + TEXT_END, EMPTY_TEXT);

/** The XML of a part while it grows. Its text rules are docxtemplater's, so that both give the same bytes. */
export class PartWriter {
  /**
   * Properties of the run that is open in what is written, `<w:rPr>…</w:rPr>` or empty. Known only while writing: a loop
   * may begin in one run and end in another.
   */
  runProperties = '';
  private readonly pieces: string[] = [];

  /** XML that does not begin with the end of a text. */
  xml(xml: string): void {
    if (xml !== '') this.pieces.push(xml);
  }

  /** XML that begins with the end of a text; `after` is the same without it. */
  endText(xml: string, after: string): void {
    const last = this.pieces.length - 1;
    const before = this.pieces[last];
    if (before?.endsWith(TEXT_START)) {
      this.pieces[last] = before.slice(0, -TEXT_START.length) + EMPTY_TEXT;
      this.xml(after);
    } else {
      this.pieces.push(xml);
    }
  }

  /** Text inside a `<w:t>` that is open. A line break is a run of its own, between two runs of one look. */
  text(text: string): void {
    const safe = escapeXml(text);
    if (!/[\n\t]/.test(safe)) {
      this.xml(safe);
      return;
    }
    let from = 0;
    for (const { 0: sign, index } of safe.matchAll(/[\n\t]/g)) {
      this.xml(safe.slice(from, index));
      const after =
        sign === '\t' ? `<w:tab/>${TEXT_START}` : `</w:r><w:r><w:br/></w:r><w:r>${this.runProperties}${TEXT_START}`;
      this.endText(TEXT_END + after, after);
      from = index + 1;
    }
    this.xml(safe.slice(from));
  }

  /** Where the writing is now; see `since` and `cut`. */
  get position(): number {
    return this.pieces.length;
  }

  since(position: number): string {
    return this.pieces.slice(position).join('');
  }

  /** Takes back what was written since. */
  cut(position: number): void {
    this.pieces.length = position;
  }

  toString(): string {
    return this.pieces.join('');
  }
}
