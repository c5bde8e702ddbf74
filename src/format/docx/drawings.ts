import { childOf, descendants, type XmlElement } from '../../ooxml/tree.ts';
import type { Container, DrawnLine } from './model.ts';
import { twips } from './properties.ts';

/** Lines in drawings: DrawingML as Word writes it today, VML as it did and as text boxes of old files still are. */

const EMU = 635;
/** What is flatter than 1.5 mm and longer than 5 mm looks like a line. Twentieths of a point. */
const FLAT = 85;
const SHORTEST = 283;

export interface PageFrame {
  /** Of the page's edge, from the left margin of the text. */
  readonly marginLeft: number;
  readonly pageWidth: number;
  readonly textWidth: number;
  /** Its section begins on the page where the one before ends. */
  readonly continuous: boolean;
}

const emu = (text: string | undefined): number | undefined => {
  const value = Number(text);
  return text === undefined || text.trim() === '' || !Number.isFinite(value) ? undefined : value / EMU;
};

/** Left edge from the text's left margin, by what the position is relative to. */
function leftEdge(
  from: string,
  offset: number | undefined,
  align: string | undefined,
  width: number,
  container: Container,
  page: PageFrame,
): number | undefined {
  const [left, space] =
    from === 'page'
      ? [-page.marginLeft, page.pageWidth]
      : from === 'margin'
        ? [0, page.textWidth]
        : [container.left, container.width];
  if (offset !== undefined) return left + offset;
  switch (align) {
    case 'center':
      return left + (space - width) / 2;
    case 'right':
    case 'outside':
      return left + space - width;
    case 'left':
    case 'inside':
      return left;
    default:
      return undefined;
  }
}

function position(drawing: XmlElement, width: number, container: Container, page: PageFrame): number | undefined {
  const anchor = childOf(drawing, 'wp:anchor');
  if (anchor === undefined) return undefined;
  const horizontal = childOf(anchor, 'wp:positionH');
  const offset = emu(childOf(horizontal, 'wp:posOffset')?.text);
  const align = childOf(horizontal, 'wp:align')?.text.trim();
  return leftEdge(horizontal?.attributes['relativeFrom'] ?? 'column', offset, align, width, container, page);
}

const LINE_SHAPES = /^(?:line|straightConnector1)$/;

/** Lines of a `w:drawing`, and its geometry for what stands in its text boxes. */
export function drawnLines(drawing: XmlElement, container: Container, page: PageFrame): readonly DrawnLine[] {
  const frame = childOf(drawing, 'wp:anchor') ?? childOf(drawing, 'wp:inline');
  const extent = childOf(frame, 'wp:extent')?.attributes;
  const width = emu(extent?.['cx']) ?? 0;
  const height = emu(extent?.['cy']) ?? 0;
  const description = childOf(frame, 'wp:docPr')?.attributes['descr'] ?? '';
  const left = position(drawing, width, container, page);
  const shapes = [...descendants(frame, 'wps:wsp')];
  const solidOf = (element: XmlElement | undefined): boolean => {
    const dash = [...descendants(element, 'a:prstDash')][0]?.attributes['val'];
    return dash === undefined || dash === 'solid';
  };
  if (shapes.length <= 1) {
    const shape = [...descendants(frame, 'a:prstGeom')][0]?.attributes['prst'] ?? '';
    const isLine = LINE_SHAPES.test(shape) ? height <= width / 5 : height <= FLAT;
    if (!isLine || width < SHORTEST || [...descendants(frame, 'w:txbxContent')].length > 0) return [];
    return [
      { length: width, middle: left === undefined ? undefined : left + width / 2, solid: solidOf(frame), description },
    ];
  }
  return shapes.flatMap((shape) => {
    const transform = [...descendants(shape, 'a:xfrm')][0];
    const size = childOf(transform, 'a:ext')?.attributes;
    const length = emu(size?.['cx']) ?? 0;
    const flat = (emu(size?.['cy']) ?? 0) <= FLAT && length >= SHORTEST;
    const offset = emu(childOf(transform, 'a:off')?.attributes['x']) ?? 0;
    if (!flat || [...descendants(shape, 'w:txbxContent')].length > 0) return [];
    const middle = left === undefined ? undefined : left + Math.min(offset, width) + length / 2;
    return [{ length, middle, solid: solidOf(shape), description }];
  });
}

/** Where a text box stands and how wide it is. */
export function boxGeometry(
  drawing: XmlElement,
  container: Container,
  page: PageFrame,
): { readonly left: number; readonly width: number } {
  if (drawing.name === 'w:drawing') {
    const frame = childOf(drawing, 'wp:anchor') ?? childOf(drawing, 'wp:inline');
    const width = emu(childOf(frame, 'wp:extent')?.attributes['cx']) ?? container.width;
    return { left: position(drawing, width, container, page) ?? container.left, width };
  }
  const shape = vmlShapes(drawing)[0];
  const style = vmlStyle(shape);
  const width = vmlLength(style.get('width')) ?? container.width;
  return { left: vmlLeft(style, width, container, page) ?? container.left, width };
}

/** CSS of a VML shape. */
function vmlStyle(shape: XmlElement | undefined): ReadonlyMap<string, string> {
  const pieces = (shape?.attributes['style'] ?? '').split(';').map((piece) => piece.split(':'));
  return new Map(pieces.map(([name = '', value = '']) => [name.trim().toLowerCase(), value.trim().toLowerCase()]));
}

/** `43.2pt`; without a unit, pixels. */
function vmlLength(text: string | undefined): number | undefined {
  const value = text?.trim() ?? '';
  if (/^-?\.?\d*\.?\d+(?:px)?$/.test(value)) return Number.parseFloat(value) * 15;
  return twips(value.replace(/^(-?)\./, '$10.'));
}

function vmlLeft(
  style: ReadonlyMap<string, string>,
  width: number,
  container: Container,
  page: PageFrame,
): number | undefined {
  const relative = style.get('mso-position-horizontal-relative') ?? 'text';
  const align = style.get('mso-position-horizontal');
  const offset = align === undefined || align === 'absolute' ? vmlLength(style.get('margin-left')) : undefined;
  return leftEdge(relative, offset, align, width, container, page);
}

const VML_SHAPES = new Set(['v:line', 'v:shape', 'v:rect', 'v:polyline']);

function vmlShapes(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (VML_SHAPES.has(child.name)) return [child];
    return child.name === 'v:group' ? vmlShapes(child) : [];
  });
}

/** Lines of a `w:pict`. */
export function vmlLines(pict: XmlElement, container: Container, page: PageFrame): readonly DrawnLine[] {
  return vmlShapes(pict).flatMap((shape) => {
    const style = vmlStyle(shape);
    const description = shape.attributes['alt'] ?? '';
    const dash = childOf(shape, 'v:stroke')?.attributes['dashstyle'];
    const solid = dash === undefined || dash === 'solid';
    if (shape.name === 'v:line') {
      const [x1, y1] = (shape.attributes['from'] ?? '').split(',').map(vmlLength);
      const [x2, y2] = (shape.attributes['to'] ?? '').split(',').map(vmlLength);
      if (x1 === undefined || x2 === undefined) return [];
      const length = Math.abs(x2 - x1);
      if (Math.abs((y2 ?? 0) - (y1 ?? 0)) > FLAT || length < SHORTEST) return [];
      const left = style.has('mso-position-horizontal')
        ? vmlLeft(style, length, container, page)
        : leftEdge(
            style.get('mso-position-horizontal-relative') ?? 'text',
            Math.min(x1, x2),
            undefined,
            length,
            container,
            page,
          );
      return [{ length, middle: left === undefined ? undefined : left + length / 2, solid, description }];
    }
    const length = vmlLength(style.get('width')) ?? 0;
    const height = vmlLength(style.get('height')) ?? Number.POSITIVE_INFINITY;
    if (height > FLAT || length < SHORTEST || [...descendants(shape, 'w:txbxContent')].length > 0) return [];
    const left = vmlLeft(style, length, container, page);
    return [{ length, middle: left === undefined ? undefined : left + length / 2, solid, description }];
  });
}
