import { escapeXml } from '../../ooxml/xml.ts';

export const TEXT_START = '<w:t xml:space="preserve">';
const TEXT_END = '</w:t>';
const EMPTY_TEXT = '<w:t/>';
const FIRST_SIZE = 65_536;

/** XML that is the same in every report, encoded once. An empty text in it is written short, as docxtemplater does. */
export class FixedXml {
  readonly bytes: Uint8Array;
  /** Without the end of a text that it begins with; `undefined` when it begins with something else. */
  readonly afterText: Uint8Array | undefined;
  readonly startsText: boolean;

  constructor(xml: string) {
    const short = xml.replaceAll(TEXT_START + TEXT_END, EMPTY_TEXT);
    this.bytes = Buffer.from(short, 'utf8');
    this.afterText = short.startsWith(TEXT_END) ? this.bytes.subarray(TEXT_END.length) : undefined;
    this.startsText = short.endsWith(TEXT_START);
  }
}

const EMPTY = new FixedXml(EMPTY_TEXT);
const TAB = new FixedXml(`${TEXT_END}<w:tab/>${TEXT_START}`);

/**
 * The bytes of a part while it grows. Its text rules are docxtemplater's, so that both give the same. One writer serves
 * one part of every report after the other: what it gave is good until it starts again.
 */
export class PartWriter {
  /**
   * Properties of the run that is open in what is written, `<w:rPr>…</w:rPr>` or empty. Known only while writing: a loop
   * may begin in one run and end in another.
   */
  runProperties = '';
  private buffer = Buffer.allocUnsafe(FIRST_SIZE);
  private length = 0;
  /** What is written ends with the start of a text. */
  private inEmptyText = false;

  start(): void {
    this.length = 0;
    this.runProperties = '';
    this.inEmptyText = false;
  }

  private room(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }

  private add(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  fixed(xml: FixedXml): void {
    if (this.inEmptyText && xml.afterText !== undefined) {
      this.length -= TEXT_START.length;
      this.add(EMPTY.bytes);
      this.add(xml.afterText);
    } else {
      this.add(xml.bytes);
    }
    this.inEmptyText = xml.startsText;
  }

  /** XML of this report. */
  xml(xml: string): void {
    if (xml === '') return;
    // A UTF-16 unit is at most three bytes.
    this.room(xml.length * 3);
    this.length += this.buffer.write(xml, this.length, 'utf8');
    this.inEmptyText = false;
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
      if (sign === '\t') this.fixed(TAB);
      else this.betweenRuns('<w:r><w:br/></w:r>');
      from = index + 1;
    }
    this.xml(safe.slice(from));
  }

  /** Closes the text and the run that are open, and opens others of the same look after `runs`. */
  betweenRuns(runs: string): void {
    this.fixed(new FixedXml(`${TEXT_END}</w:r>${runs}<w:r>${this.runProperties}${TEXT_START}`));
  }

  /** Where the writing is now; see `since` and `cut`. */
  get position(): number {
    return this.length;
  }

  /** What was written since, for looking at its markup: letters beyond ASCII are not themselves in it. */
  since(position: number): string {
    return this.buffer.toString('latin1', position, this.length);
  }

  /** Takes back what was written since. */
  cut(position: number): void {
    this.length = position;
    this.inEmptyText = false;
  }

  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }
}
