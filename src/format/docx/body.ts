import { childOf, childrenOf, descendants, statedOf, type XmlElement } from '../../ooxml/tree.ts';
import { boxGeometry, drawnLines, type PageFrame, vmlLines } from './drawings.ts';
import type { Container, DrawnLine, Paragraph, Run } from './model.ts';
import type { Numbering } from './numbering.ts';
import { inUnicode } from './old-codes.ts';
import { runProperties, toggles, twips } from './properties.ts';
import { type Layer, layerOf, type StyleSheet } from './styles.ts';
import { filled, isMark, type Sample, sharedLine } from './tags.ts';

/** Reads the paragraphs of a story (body, header, footer) in reading order, with everything resolved. */

const EMPTY: Layer = { run: {}, toggles: {}, paragraph: {} };
/** Contents that are read as if the element around them were not there. */
const TRANSPARENT = new Set(['w:sdtContent', 'w:ins', 'w:moveTo', 'w:hyperlink', 'w:smartTag', 'w:customXml', 'w:dir']);
const DEEPEST_TABLES = 12;

export interface StoryNeeds {
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  /** What is put in the place of tags, in a template. */
  readonly sample: Sample | undefined;
}

interface Surroundings {
  readonly container: Container;
  readonly table: Layer;
  readonly depth: number;
}

/** A paragraph whose runs are being read. */
interface Reading {
  readonly runs: Run[];
  readonly lines: DrawnLine[];
  /** Text boxes, read once the paragraph itself is done. */
  readonly boxes: { readonly content: XmlElement; readonly container: Container }[];
  /** Field codes that are open: what they say, and whether their result is being read. */
  readonly fields: { code: string; result: boolean }[];
  startsPage: boolean;
}

export class StoryReader {
  readonly paragraphs: Paragraph[] = [];
  private section = 0;
  private tables = 0;
  private boxes = 0;
  private pageAhead = true;

  constructor(
    private readonly needs: StoryNeeds,
    private readonly frameOf: (section: number) => PageFrame,
  ) {}

  read(root: XmlElement): readonly Paragraph[] {
    const { textWidth } = this.frameOf(0);
    const container: Container = { id: 'page', kind: 'page', left: 0, width: textWidth };
    this.blocks(root, { container, table: EMPTY, depth: 0 });
    return this.paragraphs;
  }

  private blocks(parent: XmlElement, around: Surroundings): void {
    for (const child of parent.children) {
      if (child.name === 'w:p') this.paragraph(child, around);
      else if (child.name === 'w:tbl') this.table(child, around);
      else if (child.name === 'w:sdt') this.blocks(child, around);
      else if (child.name === 'mc:AlternateContent') this.blocks(chosen(child), around);
      else if (TRANSPARENT.has(child.name)) this.blocks(child, around);
    }
  }

  private table(element: XmlElement, around: Surroundings): void {
    this.tables += 1;
    if (around.depth >= DEEPEST_TABLES) return;
    const number = this.tables;
    const properties = childOf(element, 'w:tblPr');
    const rows = rowsOf(element);
    const grid = gridOf(element, rows);
    const total = grid.reduce((sum, width) => sum + width, 0);
    const { container } = around;
    const aligned = statedOf(properties, 'w:jc');
    const indent = twips(childOf(properties, 'w:tblInd')?.attributes['w:w']) ?? 0;
    const left =
      container.left +
      (aligned === 'center' ? (container.width - total) / 2 : aligned === 'right' ? container.width - total : indent);
    const styleId = statedOf(properties, 'w:tblStyle');
    const look = tableLook(properties);
    const lineInside = [...descendants(childOf(properties, 'w:tblBorders'), 'w:insideH')].some(isDrawn);
    const lineUnder = [...descendants(childOf(properties, 'w:tblBorders'), 'w:bottom')].some(isDrawn);
    rows.forEach((row, r) => {
      const before = Number(statedOf(childOf(row, 'w:trPr'), 'w:gridBefore') ?? 0);
      let column = Number.isInteger(before) ? before : 0;
      cellsOf(row).forEach((cell, c, cells) => {
        const cellProperties = childOf(cell, 'w:tcPr');
        const span = Math.max(1, Math.min(100, Number(statedOf(cellProperties, 'w:gridSpan') ?? 1) || 1));
        const offset = grid.slice(0, column).reduce((sum, width) => sum + width, 0);
        const spanned = grid.slice(column, column + span).reduce((sum, width) => sum + width, 0);
        const stated = childOf(cellProperties, 'w:tcW')?.attributes;
        const own =
          stated?.['w:type'] === 'dxa' || stated?.['w:type'] === undefined ? twips(stated?.['w:w']) : undefined;
        const below = childOf(childOf(cellProperties, 'w:tcBorders'), 'w:bottom');
        const last = r === rows.length - 1;
        const inner: Container = {
          id: `${container.id}/${number}.${r + 1}.${c + 1}`,
          kind: 'cell',
          left: left + offset,
          width: spanned > 0 ? spanned : (own ?? container.width),
          cell: { table: number, row: r + 1, column: c + 1 },
          lineBelow: below === undefined ? (last ? lineUnder : lineInside) : isDrawn(below),
        };
        const conditions = [
          ...(look.firstColumn && c === 0 ? ['firstCol'] : []),
          ...(look.lastColumn && c === cells.length - 1 ? ['lastCol'] : []),
          ...(look.firstRow && r === 0 ? ['firstRow'] : []),
          ...(look.lastRow && last ? ['lastRow'] : []),
        ];
        const table = this.needs.styles.tableLayer(styleId, conditions);
        this.blocks(cell, { container: inner, table, depth: around.depth + 1 });
        column += span;
      });
    });
  }

  private paragraph(element: XmlElement, { container, table, depth }: Surroundings): void {
    const { styles, numbering, sample } = this.needs;
    const properties = childOf(element, 'w:pPr');
    const styleId = statedOf(properties, 'w:pStyle');
    // The run properties in a paragraph's own are those of its mark: a number takes them, the runs do not.
    const direct: Layer = {
      ...layerOf({ ...element, children: properties === undefined ? [] : [properties] }, styles.fonts),
    };
    const mark = childOf(properties, 'w:rPr');
    const markLayer: Layer = { ...EMPTY, run: runProperties(mark, styles.fonts), toggles: toggles(mark) };
    const use = styles.numberingUseOf(styleId, direct);
    const label = use === undefined ? undefined : numbering.next(use);
    const resolved = styles.paragraph(styleId, direct, table, numbering.layer);
    const reading: Reading = { runs: [], lines: [], boxes: [], fields: [], startsPage: false };
    this.inline(element, { styleId, table, container }, reading);
    const runs = inUnicode(reading.runs);
    const text = runs.map((run) => run.text).join('');
    if (sample === undefined || !isMark(text)) {
      this.paragraphs.push({
        ...resolved,
        index: this.paragraphs.length,
        section: this.section,
        container:
          container.kind === 'page' ? { ...container, width: this.frameOf(this.section).textWidth } : container,
        style: styles.chain(styleId, 'paragraph').at(-1)?.name ?? '',
        heading: styles.headingLevel(styleId, resolved),
        label: label?.text ?? '',
        labelFormat: label?.format ?? '',
        labelLook: styles.look(styleId, label === undefined ? EMPTY : labelLayer(markLayer, label.layer), table),
        runs: sample === undefined ? runs : filled(runs, sample),
        lines: sample === undefined ? reading.lines : reading.lines.map(sharedLine),
        startsPage: this.pageAhead || reading.startsPage || resolved.pageBreakBefore === true,
        look: styles.look(styleId, markLayer, table),
      });
      this.pageAhead = false;
    }
    for (const box of reading.boxes)
      this.blocks(box.content, { container: box.container, table: EMPTY, depth: depth + 1 });
    if (childOf(properties, 'w:sectPr') === undefined) return;
    this.section += 1;
    this.pageAhead ||= !this.frameOf(this.section).continuous;
  }

  private inline(
    parent: XmlElement,
    at: { readonly styleId: string | undefined; readonly table: Layer; readonly container: Container },
    reading: Reading,
  ): void {
    for (const child of parent.children) {
      if (child.name === 'w:r') this.run(child, at, reading);
      else if (child.name === 'w:fldSimple') {
        reading.fields.push({ code: child.attributes['w:instr'] ?? '', result: true });
        this.inline(child, at, reading);
        reading.fields.pop();
      } else if (child.name === 'w:sdt') {
        const content = childOf(child, 'w:sdtContent');
        if (content !== undefined) this.inline(content, at, reading);
      } else if (child.name === 'mc:AlternateContent') this.inline(chosen(child), at, reading);
      else if (TRANSPARENT.has(child.name)) this.inline(child, at, reading);
    }
  }

  private run(
    element: XmlElement,
    at: { readonly styleId: string | undefined; readonly table: Layer; readonly container: Container },
    reading: Reading,
  ): void {
    const { styles } = this.needs;
    const properties = childOf(element, 'w:rPr');
    const direct: Layer = { ...EMPTY, run: runProperties(properties, styles.fonts), toggles: toggles(properties) };
    const look = styles.look(at.styleId, direct, at.table);
    const add = (text: string): void => {
      const codes = reading.fields;
      if (look.hidden || codes.some(({ result }) => !result)) return;
      const field = codes.at(-1)?.code.trim().split(/\s+/)[0]?.toUpperCase();
      reading.runs.push({ text, look, ...(field === undefined ? {} : { field }) });
    };
    this.content(element, at.container, reading, add);
  }

  private content(element: XmlElement, container: Container, reading: Reading, add: (text: string) => void): void {
    for (const child of element.children) {
      switch (child.name) {
        case 'w:t':
          add(child.text);
          break;
        case 'w:tab':
        case 'w:ptab':
          add('\t');
          break;
        case 'w:br':
          if (child.attributes['w:type'] === 'page') this.pageBreak(reading);
          else if (child.attributes['w:type'] !== 'column') add('\n');
          break;
        case 'w:cr':
          add('\n');
          break;
        case 'w:noBreakHyphen':
          add('-');
          break;
        case 'w:sym':
          add('•');
          break;
        case 'w:pgNum':
          reading.fields.push({ code: 'PAGE', result: true });
          add('1');
          reading.fields.pop();
          break;
        case 'w:fldChar':
          this.field(child.attributes['w:fldCharType'] ?? '', reading, add);
          break;
        case 'w:instrText': {
          const open = reading.fields.at(-1);
          if (open !== undefined && !open.result) open.code += child.text;
          break;
        }
        case 'mc:AlternateContent':
          this.content(chosen(child), container, reading, add);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.drawing(child, container, reading);
          break;
        default:
      }
    }
  }

  /** A break before the paragraph's words, or after them: then the next one begins the page. */
  private pageBreak(reading: Reading): void {
    if (reading.runs.some(({ text }) => text.trim() !== '')) this.pageAhead = true;
    else reading.startsPage = true;
  }

  private field(type: string, reading: Reading, add: (text: string) => void): void {
    const open = reading.fields.at(-1);
    if (type === 'begin') reading.fields.push({ code: '', result: false });
    else if (type === 'separate' && open !== undefined) open.result = true;
    else if (type === 'end' && open !== undefined) {
      // A field that was never brought up to date has no result, and prints one all the same.
      if (!open.result) {
        open.result = true;
        add(/^\s*PAGE\b/i.test(open.code) ? '1' : '');
      }
      reading.fields.pop();
    }
  }

  private drawing(element: XmlElement, container: Container, reading: Reading): void {
    const frame = this.frameOf(this.section);
    const lines =
      element.name === 'w:drawing' ? drawnLines(element, container, frame) : vmlLines(element, container, frame);
    reading.lines.push(...lines);
    for (const content of outermost(element, 'w:txbxContent')) {
      this.boxes += 1;
      const id = `box${this.boxes}`;
      reading.boxes.push({ content, container: { id, kind: 'box', ...boxGeometry(element, container, frame) } });
    }
  }
}

/** A number's letters: what its level states, over what the paragraph's mark states. */
const labelLayer = (mark: Layer, level: Layer): Layer => ({
  ...EMPTY,
  run: { ...definedOf(mark.run), ...definedOf(level.run) },
  toggles: { ...definedOf(mark.toggles), ...definedOf(level.toggles) },
});

const definedOf = <T extends object>(stated: T): Partial<T> => {
  const defined: Partial<T> = {};
  for (const key in stated) if (stated[key] !== undefined) defined[key] = stated[key];
  return defined;
};

/** Of several ways to say the same, the first is what Word of today shows. */
function chosen(alternate: XmlElement): XmlElement {
  const choice = childrenOf(alternate, 'mc:Choice').find(({ children }) => children.length > 0);
  return choice ?? childOf(alternate, 'mc:Fallback') ?? { ...alternate, children: [] };
}

/** Elements of a name, but none that stand inside another of that name, nor twice in a choice and its fallback. */
function outermost(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.name === name) return [child];
    return outermost(child.name === 'mc:AlternateContent' ? chosen(child) : child, name);
  });
}

function within(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.name === name) return [child];
    const inside = child.name === 'w:sdt' || TRANSPARENT.has(child.name);
    return inside ? within(child, name) : [];
  });
}

const rowsOf = (table: XmlElement): readonly XmlElement[] => within(table, 'w:tr');
const cellsOf = (row: XmlElement): readonly XmlElement[] => within(row, 'w:tc');

/** Widths of the columns; some programs leave the grid at zero and state the cells of a row. */
function gridOf(table: XmlElement, rows: readonly XmlElement[]): readonly number[] {
  const stated = childrenOf(childOf(table, 'w:tblGrid'), 'w:gridCol').map(
    ({ attributes }) => twips(attributes['w:w']) ?? 0,
  );
  if (stated.some((width) => width > 0)) return stated;
  const widths = rows.map((row) =>
    cellsOf(row).map((cell) => {
      const { 'w:w': width, 'w:type': type = 'dxa' } = childOf(childOf(cell, 'w:tcPr'), 'w:tcW')?.attributes ?? {};
      return type === 'dxa' ? (twips(width) ?? 0) : 0;
    }),
  );
  return widths.reduce((widest, row) => (row.length > widest.length ? row : widest), []);
}

const isDrawn = ({ attributes }: XmlElement): boolean => !['nil', 'none'].includes(attributes['w:val'] ?? 'none');

interface TableLook {
  readonly firstRow: boolean;
  readonly lastRow: boolean;
  readonly firstColumn: boolean;
  readonly lastColumn: boolean;
}

/** Which special rows and columns of its style a table uses; old files state it as one number. */
function tableLook(properties: XmlElement | undefined): TableLook {
  const stated = childOf(properties, 'w:tblLook')?.attributes ?? {};
  const bits = Number.parseInt(stated['w:val'] ?? '0', 16);
  const on = (name: string, bit: number): boolean => {
    const value = stated[name];
    return value === undefined ? (bits & bit) !== 0 : /^(?:1|true|on)$/.test(value);
  };
  return {
    firstRow: on('w:firstRow', 0x20),
    lastRow: on('w:lastRow', 0x40),
    firstColumn: on('w:firstColumn', 0x80),
    lastColumn: on('w:lastColumn', 0x100),
  };
}
