import type { Block } from '../../model/document.ts';
import { markedAll } from './changes.ts';
import { tableXml } from './narrative-table.ts';
import { paragraph, runs, type Writing } from './paragraphs.ts';

/** The paragraphs and tables of a slot; `keepNext` keeps the last of them with what follows. */
export const blocksXml = (blocks: readonly Block[], writing: Writing, keepNext: boolean): string =>
  blocks
    .map((block, i) => {
      const xml =
        block.kind === 'paragraph'
          ? paragraph(writing.style(block.role), runs(block.content, writing), keepNext && i === blocks.length - 1)
          : tableXml(block, writing);
      return block.change === undefined ? xml : markedAll(xml, block.change, writing.nextMark);
    })
    .join('');
