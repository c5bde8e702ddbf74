/** What a thread of a long run is called with: asking Node whether this is one takes longer than reading the word. */
export const THREAD = '--mot-luong-cua-gen';
