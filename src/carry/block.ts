import { diffArrays } from 'diff';
import type { Carried, CarriedPart } from '../model/carry.ts';
import type { Wording } from '../model/problem.ts';
import { below, childNamed, type LocatedElement, openingTag, outerXml, wordsOf } from '../ooxml/located.ts';
import { attribute } from '../ooxml/xml.ts';
import type { PartCarrier } from './parts.ts';
import { differences, type Properties, propertiesOf } from './properties.ts';
import { namespacesOf, prefixOf, rewrite, withAttribute, withoutAttributes } from './rewrite.ts';
import type { StyleCarrier, StyleSheet } from './styles.ts';

/** A body with the styles that it names. */
export interface Body {
  readonly xml: string;
  readonly root: LocatedElement;
  readonly styles: StyleSheet;
}

export type BlockPart = Exclude<CarriedPart, 'styles'>;

/** A block is a table of the body, known by the tags that only it holds. */
const MARKS: Readonly<Record<BlockPart, readonly string[]>> = {
  letterhead: ['{co_quan}', '{so_ky_hieu}'],
  signature: ['{chuc_vu}'],
};
const NAMES: Readonly<Record<BlockPart, Wording>> = {
  letterhead: { vi: 'đầu văn bản', en: 'letterhead' },
  signature: { vi: 'khối chữ ký', en: 'signature block' },
};

/** What cannot be carried: it hangs on lists of its own, or on another reader's eyes. */
const REFUSED = ['w:footnoteReference', 'w:endnoteReference', 'w:commentReference', 'w:ins', 'w:del', 'w:moveFrom'];
const DROPPED = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:permStart',
  'w:permEnd',
]);
const OWN_IDS = /^(?:w:rsid\w*|w14:paraId|w14:textId)$/;

const plain = (words: string): string =>
  words
    .replace(/[\s\u00a0]+/g, ' ')
    .normalize('NFC')
    .trim();

/** The table of a block; `undefined` when the template has none. */
export function blockOf({ xml, root }: Body, part: BlockPart): LocatedElement | undefined {
  const body = childNamed(root, 'w:body');
  return body?.children.find((child) => {
    const words = child.name === 'w:tbl' ? wordsOf(xml, child).replace(/[\s\u00a0]+/g, '') : '';
    return words !== '' && MARKS[part].every((mark) => words.includes(mark));
  });
}

interface Paragraph {
  readonly element: LocatedElement;
  readonly words: string;
  readonly tagged: boolean;
}

const paragraphsOf = (xml: string, cell: LocatedElement): readonly Paragraph[] =>
  cell.children
    .filter(({ name }) => name === 'w:p')
    .map((element) => {
      const words = plain(wordsOf(xml, element));
      return { element, words, tagged: /\{[^}]*\}/.test(words) };
    });

const rowsOf = (table: LocatedElement): readonly LocatedElement[] =>
  table.children.filter(({ name }) => name === 'w:tr');
const cellsOf = (row: LocatedElement): readonly LocatedElement[] => row.children.filter(({ name }) => name === 'w:tc');
const gridOf = (table: LocatedElement): string =>
  rowsOf(table)
    .map((row) => cellsOf(row).length)
    .join(' ');

const isPlainTable = (table: LocatedElement): boolean =>
  table.children.every(({ name }) => /^w:(?:tblPr|tblGrid|tr|bookmark(?:Start|End))$/.test(name)) &&
  rowsOf(table).every((row) =>
    cellsOf(row).every((cell) => cell.children.every(({ name }) => /^w:(?:tcPr|p|bookmark(?:Start|End))$/.test(name))),
  );

/** Why a block of the target stays as it is. */
function obstacle(from: LocatedElement, own: LocatedElement): Wording | undefined {
  const refused = REFUSED.find((name) => [...below(from, name)].length > 0);
  if (refused !== undefined) {
    return {
      vi: 'mẫu nguồn có chú thích, ghi chú hoặc sửa đổi chưa chấp nhận (Track Changes) ở đây: để nguyên',
      en: 'the source has notes, comments or tracked changes here: left',
    };
  }
  if (!isPlainTable(from) || !isPlainTable(own)) {
    return { vi: 'có bảng lồng nhau hoặc khung nội dung: để nguyên', en: 'tables or content controls inside: left' };
  }
  if (gridOf(from) === gridOf(own)) return undefined;
  return {
    vi: `số dòng, số ô của bảng khác mẫu nguồn (mỗi dòng: ${gridOf(own)} ô; mẫu nguồn: ${gridOf(from)}): để nguyên`,
    en: `its rows and cells differ from the source (cells by row: ${gridOf(own)}; source: ${gridOf(from)}): left`,
  };
}

/** One block on its way from the source into the target. */
export class BlockCarrier {
  readonly changes: Carried[] = [];
  private readonly usedPrefixes = new Set<string>();
  private drawings: number;

  constructor(
    private readonly part: BlockPart,
    private readonly source: Body,
    private readonly target: Body,
    private readonly styles: StyleCarrier,
    private readonly parts: PartCarrier,
    /** Fixed words are carried, too. */
    private readonly words: boolean,
  ) {
    const ids = [...below(target.root, 'wp:docPr')].map((one) => Number(attribute(openingTag(target.xml, one), 'id')));
    this.drawings = Math.max(0, ...ids.filter(Number.isInteger));
  }

  /** The target's block as it becomes; `undefined` when nothing of it changes. */
  carry(): { readonly own: LocatedElement; readonly text: string } | undefined {
    const from = blockOf(this.source, this.part);
    const own = blockOf(this.target, this.part);
    if (from === undefined || own === undefined) return undefined;
    const refusal = obstacle(from, own);
    if (refusal !== undefined) {
      this.changes.push({ part: this.part, left: true, where: NAMES[this.part], what: refusal });
      return undefined;
    }
    const text = this.table(from, own);
    return this.changes.some(({ left }) => !left) ? { own, text } : undefined;
  }

  private table(from: LocatedElement, own: LocatedElement): string {
    this.compare(from, own, ['w:tblPr', 'w:tblGrid'], { vi: 'khung bảng', en: 'table' });
    const rows = rowsOf(from).map((row, i) => this.row(row, rowsOf(own)[i] ?? row, i + 1));
    const inside = this.ownProperties(from, 'w:tr') + rows.join('');
    return `${this.opening(from)}${inside}</w:tbl>`;
  }

  /** The table's opening tag; prefixes that the target does not declare are declared here. */
  private opening(from: LocatedElement): string {
    const { source, target } = this;
    const tag = this.adapted(`${openingTag(source.xml, from)}</w:tbl>`).replace('</w:tbl>', '');
    const declared = namespacesOf(openingTag(target.xml, target.root));
    const all = namespacesOf(openingTag(source.xml, source.root));
    const missing = [...this.usedPrefixes].filter(
      (prefix) => prefix !== '' && prefix !== 'xml' && !declared.has(prefix),
    );
    const here = missing.flatMap((prefix) => {
      const uri = all.get(prefix);
      return uri === undefined ? [] : [` xmlns:${prefix}="${uri}"`];
    });
    return tag.replace(/>$/, `${here.join('')}>`);
  }

  private row(from: LocatedElement, own: LocatedElement, row: number): string {
    this.compare(from, own, ['w:tblPrEx', 'w:trPr'], { vi: `dòng ${row}`, en: `row ${row}` });
    const cells = cellsOf(from).map((cell, i) => this.cell(cell, cellsOf(own)[i] ?? cell, { row, column: i + 1 }));
    const tag = this.adapted(`${openingTag(this.source.xml, from)}</w:tr>`).replace('</w:tr>', '');
    return `${tag}${this.ownProperties(from, 'w:tc')}${cells.join('')}</w:tr>`;
  }

  private cell(from: LocatedElement, own: LocatedElement, at: { row: number; column: number }): string {
    const where = { vi: `dòng ${at.row}, ô ${at.column}`, en: `row ${at.row}, cell ${at.column}` };
    this.compare(from, own, ['w:tcPr'], where);
    const paragraphs = this.paragraphs(from, own, where);
    const tag = this.adapted(`${openingTag(this.source.xml, from)}</w:tc>`).replace('</w:tc>', '');
    return `${tag}${this.ownProperties(from, 'w:p')}${paragraphs}</w:tc>`;
  }

  /** What stands in an element beside its rows, cells or paragraphs. */
  private ownProperties(element: LocatedElement, content: string): string {
    return element.children
      .filter(({ name }) => name !== content && !DROPPED.has(name))
      .map((child) => this.adapted(outerXml(this.source.xml, child)))
      .join('');
  }

  /** The target's words in the source's look: paragraphs of the same words are the source's, others stay. */
  private paragraphs(from: LocatedElement, own: LocatedElement, cell: Wording): string {
    const theirs = paragraphsOf(this.source.xml, from);
    const ours = paragraphsOf(this.target.xml, own);
    const pieces: string[] = [];
    let [s, t] = [0, 0];
    const chunks = diffArrays(
      ours.map(({ words }) => words),
      theirs.map(({ words }) => words),
    );
    for (const { added, removed, value } of chunks) {
      for (const words of value) {
        const [theirsNow, oursNow] = [theirs[s], ours[t]];
        if (!removed) s += 1;
        if (!added) t += 1;
        const where = removed
          ? this.placeOf(words, oursNow, this.target, cell)
          : this.placeOf(words, theirsNow, this.source, cell);
        if (removed && oursNow !== undefined) {
          if (this.isOwn(oursNow)) pieces.push(this.kept(oursNow, where));
          else this.change(where, { vi: 'bỏ', en: 'removed' });
        } else if (added && theirsNow !== undefined) {
          if (!this.isOwn(theirsNow)) pieces.push(this.taken(theirsNow, where));
          else if (!theirsNow.tagged)
            this.leave(where, {
              vi: 'chỉ mẫu nguồn có: không chép chữ',
              en: 'only in the source: words are not carried',
            });
        } else if (theirsNow !== undefined && oursNow !== undefined) {
          this.tell(
            where,
            this.propertiesIn(this.target, oursNow.element),
            this.propertiesIn(this.source, theirsNow.element),
          );
          pieces.push(this.adapted(outerXml(this.source.xml, theirsNow.element)));
        }
      }
    }
    const first = ours[0];
    return pieces.length > 0 || first === undefined ? pieces.join('') : outerXml(this.target.xml, first.element);
  }

  private placeOf(words: string, paragraph: Paragraph | undefined, { xml }: Body, cell: Wording): Wording {
    if (words !== '') return { vi: `"${words}"`, en: `"${words}"` };
    const drawn = paragraph !== undefined && /<w:(?:drawing|pict)\b/.test(outerXml(xml, paragraph.element));
    return drawn
      ? { vi: `${cell.vi}, đường kẻ hoặc hình`, en: `${cell.en}, line or picture` }
      : { vi: `${cell.vi}, đoạn trống`, en: `${cell.en}, empty paragraph` };
  }

  /** Tags are each template's own, and so are fixed words unless they are asked for; an empty line is look. */
  private isOwn({ words, tagged }: Paragraph): boolean {
    return tagged || (words !== '' && !this.words);
  }

  private kept({ element, tagged }: Paragraph, where: Wording): string {
    if (!tagged) this.leave(where, { vi: 'chỉ mẫu này có: giữ nguyên', en: 'only in this template: stays as it is' });
    return outerXml(this.target.xml, element);
  }

  private taken({ element }: Paragraph, where: Wording): string {
    this.change(where, { vi: 'thêm', en: 'added' });
    return this.adapted(outerXml(this.source.xml, element));
  }

  private propertiesIn(body: Body, element: LocatedElement): Properties {
    return propertiesOf(body.xml, element, body.styles.nameOf);
  }

  private compare(from: LocatedElement, own: LocatedElement, names: readonly string[], where: Wording): void {
    for (const name of names) {
      const [theirs, ours] = [childNamed(from, name), childNamed(own, name)];
      const none: Properties = new Map();
      this.tell(
        where,
        ours === undefined ? none : this.propertiesIn(this.target, ours),
        theirs === undefined ? none : this.propertiesIn(this.source, theirs),
      );
    }
  }

  private tell(where: Wording, before: Properties, after: Properties): void {
    const what = differences(before, after);
    if (what !== undefined) this.change(where, what);
  }

  private change(where: Wording, what: Wording): void {
    this.changes.push({ part: this.part, left: false, where: this.inBlock(where), what });
  }

  private leave(where: Wording, what: Wording): void {
    this.changes.push({ part: this.part, left: true, where: this.inBlock(where), what });
  }

  private inBlock({ vi, en }: Wording): Wording {
    const name = NAMES[this.part];
    return { vi: `${name.vi}, ${vi}`, en: `${name.en}, ${en}` };
  }

  /** A piece of the source's body as the target can hold it: styles, links, lists and ids are the target's. */
  private adapted(xml: string): string {
    return rewrite(xml, (raw, name) => {
      if (DROPPED.has(name)) return undefined;
      const tag = withoutAttributes(raw, OWN_IDS);
      this.usedPrefixes.add(prefixOf(name));
      for (const [, attributeName = ''] of tag.matchAll(/\s+([^\s=>/]+)\s*=/g))
        this.usedPrefixes.add(prefixOf(attributeName));
      // The prefixes that a choice asks for are named in its value.
      for (const prefix of attribute(tag, 'Requires')?.split(/\s+/) ?? []) this.usedPrefixes.add(prefix);
      return this.referring(tag, name);
    });
  }

  private referring(tag: string, name: string): string | undefined {
    if (name === 'w:pStyle' || name === 'w:rStyle' || name === 'w:tblStyle') {
      return withAttribute(tag, 'w:val', this.styles.idFor(attribute(tag, 'w:val') ?? ''));
    }
    if (name === 'w:numId') {
      const id = attribute(tag, 'w:val') ?? '';
      const own = id === '0' ? id : this.parts.numberingId(id);
      return own === undefined ? undefined : withAttribute(tag, 'w:val', own);
    }
    if (name === 'wp:docPr') {
      this.drawings += 1;
      return withAttribute(tag, 'id', String(this.drawings));
    }
    let result = tag;
    for (const reference of ['r:id', 'r:embed', 'r:link']) {
      const id = attribute(result, reference);
      if (id !== undefined && id !== '') result = withAttribute(result, reference, this.parts.relation(id));
    }
    return result;
  }
}
