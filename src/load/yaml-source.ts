import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';

/** What a scalar is written in. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

export interface SourceScalar {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: ScalarStyle;
  /** With the quotes, or the sign of a block. */
  readonly start: number;
  readonly end: number;
  /** `&name` or `!name` before it: it means something else to YAML than to its author. */
  readonly sign?: string;
}

/** A node of a YAML text and where it stands, as offsets from 0. */
export type SourceNode =
  | SourceScalar
  | { readonly kind: 'map'; readonly pairs: readonly SourcePair[]; readonly start: number }
  | { readonly kind: 'list'; readonly items: readonly SourceNode[]; readonly start: number }
  /** `*name`, and the node that was given that name before it. */
  | { readonly kind: 'alias'; readonly name: string; readonly target: SourceNode | undefined; readonly start: number };

export interface SourcePair {
  readonly key: SourceNode;
  readonly value: SourceNode;
}

export interface YamlSource {
  readonly text: string;
  /** `undefined`: an empty text. */
  readonly root: SourceNode | undefined;
}

/** Where the library stopped, as an offset, and its reason, in English. */
export interface YamlFault {
  readonly fault: string;
  readonly offset: number;
}

/** Deeper than anything that is read (`DEPTH_LIMIT`), and too little to fill the stack. */
const NESTING_LIMIT = 100;
export const TOO_NESTED = 'too nested';

const STYLES: Readonly<Record<ScalarEvent['style'], ScalarStyle>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'block',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'block',
};

/** Puts the nodes together out of what the library tells one after the other. */
class Assembly {
  /** The next event. */
  private at = 1;
  /** Where the last event ended; the sign of a block of text stands between that and the text. */
  private passed = 0;
  private readonly named = new Map<string, SourceNode>();

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  node(): SourceNode {
    const event = this.events[this.at];
    this.at += 1;
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.known(event, this.scalar(event));
      case EVENT_ID.MAPPING: {
        this.passed = Math.max(this.passed, event.start);
        const pairs: SourcePair[] = [];
        while (!this.ended()) pairs.push({ key: this.node(), value: this.node() });
        return this.known(event, { kind: 'map', pairs, start: event.start });
      }
      case EVENT_ID.SEQUENCE: {
        this.passed = Math.max(this.passed, event.start);
        const items: SourceNode[] = [];
        while (!this.ended()) items.push(this.node());
        return this.known(event, { kind: 'list', items, start: event.start });
      }
      case EVENT_ID.ALIAS: {
        const name = this.text.slice(event.anchorStart, event.anchorEnd);
        return { kind: 'alias', name, target: this.named.get(name), start: event.anchorStart - 1 };
      }
      default:
        throw new Error('the events of a YAML text do not close');
    }
  }

  private ended(): boolean {
    if (this.events[this.at]?.type !== EVENT_ID.POP) return false;
    this.at += 1;
    return true;
  }

  private known({ anchorStart, anchorEnd }: { anchorStart: number; anchorEnd: number }, node: SourceNode): SourceNode {
    if (anchorStart >= 0) this.named.set(this.text.slice(anchorStart, anchorEnd), node);
    return node;
  }

  private scalar(event: ScalarEvent): SourceNode {
    const text = getScalarValue(this.text, event);
    const style = STYLES[event.style];
    const { start, end } = this.extent(event, style);
    this.passed = Math.max(this.passed, end);
    return { kind: 'scalar', text, style, start, end, ...this.sign(event) };
  }

  private extent({ valueStart, valueEnd }: ScalarEvent, style: ScalarStyle): { start: number; end: number } {
    if (valueStart < 0) return { start: this.passed, end: this.passed };
    switch (style) {
      case 'plain':
        return { start: valueStart, end: valueEnd };
      case 'single':
      case 'double':
        return { start: valueStart - 1, end: valueEnd + 1 };
      case 'block': {
        const sign = this.text.slice(this.passed, valueStart).search(/[|>]/);
        return { start: sign < 0 ? valueStart : this.passed + sign, end: valueEnd };
      }
    }
  }

  private sign({ anchorStart, anchorEnd, tagStart, tagEnd }: ScalarEvent): { sign?: string } {
    if (anchorStart >= 0) return { sign: this.text.slice(anchorStart - 1, anchorEnd) };
    return tagStart < 0 ? {} : { sign: this.text.slice(tagStart, tagEnd) };
  }
}

function take(text: string): YamlSource | YamlFault {
  try {
    const events = parseEvents(text, { maxDepth: NESTING_LIMIT });
    const second = events.findIndex(({ type }, i) => i > 0 && type === EVENT_ID.DOCUMENT);
    if (second > 0) return { fault: 'several documents in one file', offset: 0 };
    return { text, root: events.length === 0 ? undefined : new Assembly(text, events).node() };
  } catch (error) {
    if (error instanceof RangeError) return { fault: TOO_NESTED, offset: 0 };
    if (!(error instanceof YAMLException)) throw error;
    const deep = error.reason.startsWith('nesting exceeded');
    return { fault: deep ? TOO_NESTED : error.reason, offset: error.mark?.position ?? 0 };
  }
}

/** The last few: problems come file by file and point at a few others, whose places are then found in what was read. */
const REMEMBERED = 8;
const latest: { readonly text: string; readonly source: YamlSource | YamlFault }[] = [];

/**
 * Takes a text apart, or remembers it: what is wrong with a file is told just after the file was read. Nothing in it is
 * made a number, a date or a boolean.
 */
export function yamlSource(text: string): YamlSource | YamlFault {
  const known = latest.find((one) => one.text === text);
  if (known !== undefined) return known.source;
  const source = take(text);
  latest.unshift({ text, source });
  latest.length = Math.min(latest.length, REMEMBERED);
  return source;
}
