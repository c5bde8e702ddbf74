import { isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { WORDS } from '../model/words.ts';

/** A change to one indicator under `so_lieu`. What is left out stays as it is; an empty text clears. */
export interface ValueEdit {
  readonly id: string;
  readonly value?: string;
  readonly note?: string;
}

interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const BOM = '\ufeff';
/** What YAML takes as written, whatever it means to others: this program reads scalars as typed. */
const PLAIN = /^[\p{L}\p{N}][^\n\t"'\\]*$/u;
const LOOSE = /: |:$| #| $/;
const FLOW_SIGNS = /[,[\]{}]/;

const quoted = (text: string): string => JSON.stringify(text);

/** A text as a YAML scalar, quoted when it must be. */
function scalarText(text: string, inFlow: boolean): string {
  const plain = PLAIN.test(text) && !LOOSE.test(text) && !(inFlow && FLOW_SIGNS.test(text));
  return plain || text === '' ? text : quoted(text);
}

/**
 * Changes values in a report's YAML, and nothing else: comments, order, quotes and line ends stay as they were typed. New
 * indicators go where the catalogue's `order` has them. `undefined`: the file is written in a way that must be edited by
 * hand (an alias, everything in one pair of brackets).
 */
export function editValues(source: string, edits: readonly ValueEdit[], order: readonly string[]): string | undefined {
  const text = source.startsWith(BOM) ? source.slice(BOM.length) : source;
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  const top = document.contents;
  if (document.errors.length > 0 || !isMap(top) || top.flow === true) return undefined;
  const edited = new Editing(text, order).edit(top, edits);
  return edited === undefined ? undefined : `${source.slice(0, source.length - text.length)}${edited}`;
}

const keyOf = ({ key }: Pair): string =>
  isScalar(key)
    ? String(key.value ?? '')
        .replace(/\u00a0/g, ' ')
        .trim()
        .normalize('NFC')
    : '';

class Editing {
  private readonly patches: Patch[] = [];
  private readonly eol: string;

  constructor(
    private readonly text: string,
    private readonly order: readonly string[],
  ) {
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  edit(top: YAMLMap, edits: readonly ValueEdit[]): string | undefined {
    const pair = top.items.find((item) => keyOf(item) === WORDS.report.values);
    const added = edits.filter(({ value, note }) => (value ?? '') !== '' || (note ?? '') !== '');
    if (pair === undefined || isEmpty(pair.value) || (isMap(pair.value) && pair.value.items.length === 0)) {
      if (added.length === 0) return this.text;
      const block = this.inOrder(added)
        .map((edit) => `  ${newEntry(edit)}`)
        .join(this.eol);
      if (pair === undefined)
        return `${this.text}${this.ending()}${WORDS.report.values}:${this.eol}${block}${this.eol}`;
      const end = isMap(pair.value) ? (pair.value.range?.[1] ?? 0) : this.afterColon(pair);
      this.put(this.afterColon(pair), end, `${this.eol}${block}`);
      return this.applied();
    }
    if (!isMap(pair.value)) return undefined;
    const values = pair.value;
    const known = new Map(values.items.map((item) => [keyOf(item), item]));
    const fresh: ValueEdit[] = [];
    for (const edit of edits) {
      const item = known.get(edit.id);
      if (item === undefined) {
        if (added.includes(edit)) fresh.push(edit);
      } else if (!this.change(item, edit, values.flow === true)) return undefined;
    }
    this.insert(values, this.inOrder(fresh));
    return this.applied();
  }

  private inOrder(edits: readonly ValueEdit[]): readonly ValueEdit[] {
    const place = new Map(this.order.map((id, i) => [id, i]));
    return [...edits].sort((a, b) => (place.get(a.id) ?? this.order.length) - (place.get(b.id) ?? this.order.length));
  }

  /** Changes an entry that is there; `false`: it is no value that can be changed here. */
  private change(pair: Pair, { value, note }: ValueEdit, inFlow: boolean): boolean {
    const there = pair.value;
    if (isMap(there)) {
      const changes = [
        [WORDS.value.value, value],
        [WORDS.value.note, note],
      ] as const;
      return changes.every(([key, text]) => text === undefined || this.setField(there, key, text));
    }
    if (!isScalar(there) && !isEmpty(there)) return false;
    const scalar = isScalar(there) ? there : undefined;
    const current = scalar === undefined ? '' : String(scalar.value ?? '');
    if (note !== undefined && note !== '') {
      const fields = [value ?? current, note];
      const [shownValue = '', shownNote = ''] = fields.map((text) => scalarText(text, true));
      const amount = shownValue === '' ? '' : `${WORDS.value.value}: ${shownValue}, `;
      return this.setScalar(pair, scalar, `{ ${amount}${WORDS.value.note}: ${shownNote} }`);
    }
    return value === undefined || this.setScalar(pair, scalar, styled(value, scalar, inFlow));
  }

  private setScalar(pair: Pair, scalar: Scalar | undefined, text: string): boolean {
    const range = scalar?.range;
    if (scalar?.type === 'BLOCK_LITERAL' || scalar?.type === 'BLOCK_FOLDED') return false;
    if (!range || range[0] === range[1]) {
      const at = this.afterColon(pair);
      this.put(at, at, text === '' ? '' : ` ${text}`);
    } else this.put(range[0], range[1], text);
    return true;
  }

  /** A field of `{ gia_tri, hien_thi, ghi_chu }`. */
  private setField(map: YAMLMap, key: string, text: string): boolean {
    const pair = map.items.find((item) => keyOf(item) === key);
    const inFlow = map.flow === true;
    if (pair !== undefined) {
      if (!isScalar(pair.value) && !isEmpty(pair.value)) return false;
      const scalar = isScalar(pair.value) ? pair.value : undefined;
      // In brackets an empty value would leave a comma without sense; quotes say that it is meant.
      return this.setScalar(pair, scalar, text === '' && inFlow ? '""' : styled(text, scalar, inFlow));
    }
    if (text === '') return true;
    const [first] = map.items;
    const start = isScalar(first?.key) ? first.key.range?.[0] : undefined;
    if (start === undefined || map.range === undefined || map.range === null) return false;
    const written = `${key}: ${scalarText(text, inFlow)}`;
    if (inFlow) {
      const end = this.text.lastIndexOf('}', map.range[1] - 1);
      const before = this.text.slice(0, end).trimEnd().length;
      if (key === WORDS.value.value) this.put(start, start, `${written}, `);
      else this.put(before, before, `, ${written}`);
    } else this.put(start, start, `${written}${this.eol}${this.indentAt(start)}`);
    return true;
  }

  private insert(values: YAMLMap, fresh: readonly ValueEdit[]): void {
    if (fresh.length === 0) return;
    const items = values.items.flatMap((item) => {
      const start = isScalar(item.key) ? item.key.range?.[0] : undefined;
      return start === undefined ? [] : [{ id: keyOf(item), item, start }];
    });
    const [first] = items;
    if (first === undefined) return;
    const indent = this.indentAt(first.start);
    const places = new Map(this.order.map((id, i) => [id, i]));
    const placeOf = (id: string): number => places.get(id) ?? this.order.length;
    for (const edit of fresh) {
      // After the nearest of the rows above it in the form; a file in an order of its own keeps it.
      const above = items
        .filter(({ id }) => placeOf(id) < placeOf(edit.id))
        .reduce<(typeof items)[number] | undefined>(
          (best, one) => (best === undefined || placeOf(one.id) >= placeOf(best.id) ? one : best),
          undefined,
        );
      if (values.flow === true) {
        const last = this.text.lastIndexOf('}', (values.range?.[1] ?? 1) - 1);
        const at = this.text.slice(0, last).trimEnd().length;
        this.put(at, at, `, ${newEntry(edit, true)}`);
      } else if (above === undefined) {
        this.put(first.start, first.start, `${newEntry(edit)}${this.eol}${indent}`);
      } else {
        const end = this.lineEnd(this.endOf(above.item));
        const closed = end > 0 && this.text[end - 1] === '\n';
        this.put(end, end, closed ? `${indent}${newEntry(edit)}${this.eol}` : `${this.eol}${indent}${newEntry(edit)}`);
      }
    }
  }

  private endOf({ key, value }: Pair): number {
    const keyEnd = isScalar(key) ? (key.range?.[1] ?? 0) : 0;
    const range = isScalar(value) || isMap(value) ? value.range : undefined;
    return Math.max(keyEnd, range?.[1] ?? 0);
  }

  /** Past the line break of the line that `at` stands on, its comment included. */
  private lineEnd(at: number): number {
    if (at > 0 && this.text[at - 1] === '\n') return at;
    const end = this.text.indexOf('\n', at);
    return end === -1 ? this.text.length : end + 1;
  }

  private indentAt(at: number): string {
    const lineStart = this.text.lastIndexOf('\n', at - 1) + 1;
    return ' '.repeat(at - lineStart);
  }

  private afterColon({ key }: Pair): number {
    const end = isScalar(key) ? (key.range?.[1] ?? 0) : 0;
    return this.text.indexOf(':', end) + 1;
  }

  private ending = (): string => (this.text === '' || this.text.endsWith('\n') ? '' : this.eol);

  private put(start: number, end: number, text: string): void {
    this.patches.push({ start, end, text });
  }

  /** Patches at one place keep the order in which they were made. */
  private applied(): string {
    let result = '';
    let done = 0;
    for (const { start, end, text } of [...this.patches].sort((a, b) => a.start - b.start)) {
      result += this.text.slice(done, start) + text;
      done = end;
    }
    return result + this.text.slice(done);
  }
}

const isEmpty = (node: unknown): boolean =>
  node === null || node === undefined || (isScalar(node) && node.value === '' && node.type === 'PLAIN');

/** In the quotes that were there. */
function styled(text: string, before: Scalar | undefined, inFlow: boolean): string {
  if (text === '' || before === undefined) return scalarText(text, inFlow);
  if (before.type === 'QUOTE_DOUBLE') return quoted(text);
  if (before.type === 'QUOTE_SINGLE' && !text.includes('\n')) return `'${text.replace(/'/g, "''")}'`;
  return scalarText(text, inFlow);
}

function newEntry({ id, value = '', note = '' }: ValueEdit, inFlow = false): string {
  if (note === '') return `${id}: ${scalarText(value, inFlow)}`;
  const amount = value === '' ? '' : `${WORDS.value.value}: ${scalarText(value, true)}, `;
  return `${id}: { ${amount}${WORDS.value.note}: ${scalarText(note, true)} }`;
}
