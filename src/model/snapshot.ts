import type { Document } from './document.ts';
import type { OutlineSlot } from './template.ts';

/**
 * A finished report as it was when it was written: its content, and the outline that it stood in, so that it can be
 * compared later with what has become of it.
 */
export interface Snapshot {
  readonly document: Document;
  readonly outline: readonly OutlineSlot[];
  /** The template's file, relative to the root. */
  readonly template: string;
}
