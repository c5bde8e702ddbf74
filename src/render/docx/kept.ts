import type { TemplateNode } from '../../model/template.ts';

/** Elements that Word does not open without a certain child, and what docxtemplater does when a loop leaves none. */
export interface KeptElement {
  readonly name: string;
  /** The child that must be there, at whatever depth. */
  readonly child: RegExp;
  /** What stands in for the child; without it the element goes. */
  readonly standIn?: string;
}

const KEPT: readonly KeptElement[] = [
  { name: 'w:sdtContent', child: /<w:(?:p|r|sdt|commentRangeStart)[ >/]/, standIn: '<w:p></w:p>' },
  { name: 'w:tr', child: /<w:tc[ >/]/ },
  { name: 'w:tbl', child: /<w:tr[ >/]/ },
];

/** A sequence of nodes in which the elements that loops may leave empty are marked. */
export type Piece =
  | TemplateNode
  | {
      readonly kind: 'kept';
      readonly element: KeptElement;
      readonly open: string;
      readonly body: readonly Piece[];
      readonly close: string;
    };

interface Open {
  readonly element: KeptElement | undefined;
  readonly tag: string;
  readonly body: Piece[];
  /** A loop stands in it, and no child is sure to be there. */
  loops: boolean;
  sure: boolean;
}

const TAG = /(<\/?(?:w:sdtContent|w:tr|w:tbl)(?: [^>]*)?>)/;

function add(open: Open, piece: Piece): void {
  const last = open.body.at(-1);
  if (piece.kind !== 'xml') {
    open.body.push(piece);
  } else if (last?.kind === 'xml') {
    open.body[open.body.length - 1] = { kind: 'xml', xml: last.xml + piece.xml };
  } else if (piece.xml !== '') {
    open.body.push(piece);
  }
}

/** Closes the innermost element: marked when loops may leave it empty, else just its XML. */
function close(stack: Open[], closingTag: string): void {
  const inner = stack.pop();
  const outer = stack.at(-1);
  if (inner === undefined || outer === undefined) return;
  const { element, tag, body } = inner;
  if (element !== undefined && closingTag !== '' && inner.loops && !inner.sure) {
    add(outer, { kind: 'kept', element, open: tag, body, close: closingTag });
    outer.loops = true;
    return;
  }
  for (const piece of [{ kind: 'xml', xml: tag } as const, ...body, { kind: 'xml', xml: closingTag } as const]) {
    add(outer, piece);
  }
}

export function markKept(nodes: readonly TemplateNode[]): readonly Piece[] {
  const root: Open = { element: undefined, tag: '', body: [], loops: false, sure: false };
  const stack: Open[] = [root];
  const top = (): Open => stack.at(-1) ?? root;
  for (const node of nodes) {
    if (node.kind !== 'xml') {
      add(top(), node);
      top().loops = true;
      continue;
    }
    for (const bit of node.xml.split(TAG)) {
      const name = /^<\/?(w:\w+)/.exec(bit)?.[1];
      const element = TAG.test(bit) ? KEPT.find((kept) => kept.name === name) : undefined;
      for (const open of stack) if (open.element?.child.test(bit)) open.sure = true;
      if (element === undefined || bit.endsWith('/>')) {
        add(top(), { kind: 'xml', xml: bit });
      } else if (!bit.startsWith('</')) {
        stack.push({ element, tag: bit, body: [], loops: false, sure: false });
      } else if (top().element === element) {
        close(stack, bit);
      } else {
        add(top(), { kind: 'xml', xml: bit });
      }
    }
  }
  while (stack.length > 1) close(stack, '');
  return root.body;
}
