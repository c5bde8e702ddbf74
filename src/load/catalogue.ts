import { dependencyOrder } from '../expression/order.ts';
import { parseExpression } from '../expression/parse.ts';
import type { Catalogue, CatalogueRow, CatalogueRule } from '../model/catalogue.ts';
import { isCondition, type ReferencePeriod, referencesIn } from '../model/expression.ts';
import { RESERVED_NAMES } from '../model/names.ts';
import type { DataPath, DataPlace, Outcome, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { say } from '../model/problems/kind.ts';
import { nearest } from '../model/text.ts';
import {
  CONSOLIDATIONS,
  type Consolidation,
  RULE_SEVERITIES,
  VALUE_KINDS,
  type ValueKind,
  WHEN_MISSING,
  WORDS,
} from '../model/words.ts';
import { type Decoder, Fields, lines, listOf, mapOf, oneOf, placeOf, text, yesNo } from './decode.ts';
import { readValidity } from './validity.ts';
import type { YamlNode } from './yaml.ts';

const ID = /^[a-z][a-z0-9_]{0,59}$/;
const RESERVED: ReadonlySet<string> = new Set(RESERVED_NAMES);

/** An indicator's id. Reports `ma-chi-tieu-sai`. */
const indicatorId: Decoder<string> = (node, decoding) => {
  const id = text(node, decoding);
  if (id === undefined || (ID.test(id) && !RESERVED.has(id))) return id;
  decoding.problems.push(problem('ma-chi-tieu-sai', { id }, placeOf(node, decoding)));
  return undefined;
};

/** One of the officials' words, as the code calls it. Reports `gia-tri-la`. */
function wordOf<T>(key: string, words: Readonly<Record<string, T>>): Decoder<T> {
  return (node, decoding) => {
    const typed = text(node, decoding);
    if (typed === undefined) return undefined;
    for (const [word, meaning] of Object.entries(words)) if (word === typed) return meaning;
    const allowed = Object.keys(words);
    decoding.problems.push(
      problem('gia-tri-la', { key, value: typed, near: nearest(typed, allowed), allowed }, placeOf(node, decoding)),
    );
    return undefined;
  };
}

const valueKind = wordOf<ValueKind>(WORDS.row.kind, VALUE_KINDS);
const consolidation = wordOf<Consolidation>(WORDS.row.consolidation, CONSOLIDATIONS);

/** Rows that an expression can name; formulas and rules are read when all of them are known. */
interface UnreadRow {
  readonly row: CatalogueRow;
  readonly formula: Typed | undefined;
}

interface UnreadRule extends Omit<CatalogueRule, 'condition'> {
  readonly typed: Typed;
}

/** A text and where it stands. */
interface Typed {
  readonly text: string;
  readonly path: DataPath;
}

const typed: Decoder<Typed> = (node, decoding) => {
  const read = lines(node, decoding);
  return read === undefined ? undefined : { text: read, path: node.path };
};

const FORMULA_KINDS: readonly ValueKind[] = ['count', 'percent', 'money'];

/** Reports `thieu-bang-ma`, `cong-thuc-sai-kieu`. */
const row: Decoder<UnreadRow> = (node, decoding) => {
  const fields = Fields.of(node, WORDS.row, decoding);
  if (fields === undefined) return undefined;
  const id = fields.required('id', indicatorId);
  const label = fields.required('label', lines);
  const kind = fields.required('kind', valueKind);
  const codes = fields.optional('codes', mapOf(text)) ?? new Map<string, string>();
  const rest = {
    number: fields.optional('number', text),
    unitOfMeasure: fields.optional('unitOfMeasure', lines) ?? '',
    codes,
    note: fields.optional('note', lines) ?? '',
    reportedBy: fields.optional('reportedBy', lines) ?? '',
    cumulative: fields.optional('cumulative', yesNo) ?? false,
    stable: fields.optional('stable', yesNo) ?? false,
    bold: fields.optional('bold', yesNo) ?? false,
    italic: fields.optional('italic', yesNo) ?? false,
    part: fields.optional('part', yesNo) ?? false,
    consolidation: fields.optional('consolidation', consolidation),
  };
  if (id === undefined || label === undefined || kind === undefined) return undefined;
  if (kind === 'code' && codes.size === 0) {
    decoding.problems.push(problem('thieu-bang-ma', { id }, placeOf(node, decoding)));
  }
  const formula = fields.optional('formula', typed);
  if (formula !== undefined && !FORMULA_KINDS.includes(kind)) {
    const kinds = Object.entries(VALUE_KINDS).flatMap(([word, known]) => (FORMULA_KINDS.includes(known) ? [word] : []));
    const at = { kind: 'data', file: decoding.file, path: formula.path } as const;
    decoding.problems.push(problem('cong-thuc-sai-kieu', { id, kinds }, at));
  }
  return { row: { id, label, kind, ...rest }, formula };
};

const rule: Decoder<UnreadRule> = (node, decoding) => {
  const fields = Fields.of(node, WORDS.rule, decoding);
  if (fields === undefined) return undefined;
  const id = fields.required('id', text);
  const expression = fields.required('expression', typed);
  const message = fields.required('message', text);
  const severity = fields.optional('severity', oneOf(RULE_SEVERITIES)) ?? 'canh_bao';
  const whenMissing = fields.optional('whenMissing', oneOf(WHEN_MISSING)) ?? 'bo_qua';
  if (id === undefined || expression === undefined || message === undefined) return undefined;
  return { id, text: expression.text, typed: expression, severity, whenMissing, message };
};

/** Formulas and rules, once all rows are known. Reports what `parseExpression` reports. */
class Expressions {
  private readonly ids: ReadonlySet<string>;

  constructor(
    rows: readonly UnreadRow[],
    private readonly file: string,
    private readonly problems: Problem[],
  ) {
    this.ids = new Set(rows.map((unread) => unread.row.id));
  }

  private parse({ text: expression, path }: Typed) {
    const place = (offset: number) => {
      const before = expression.slice(0, offset).split('\n');
      const inside = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
      return { kind: 'data', file: this.file, path, inside } as const;
    };
    const { value, problems } = parseExpression(expression, { ids: this.ids, place });
    this.problems.push(...problems);
    return value === undefined ? undefined : { value, place };
  }

  private wrongSort(place: (offset: number) => DataPlace, needs: 'number' | 'condition'): void {
    const cause =
      needs === 'number'
        ? say(
            'công thức phải cho ra một số, không phải một phép so sánh',
            'a formula must be a number, not a comparison',
          )
        : say(
            'quy tắc phải có một phép so sánh (=, <>, <, <=, >, >=)',
            'a rule must hold a comparison (=, <>, <, <=, >, >=)',
          );
    this.problems.push(problem('bieu-thuc-sai', { cause }, place(0)));
  }

  row({ row: known, formula }: UnreadRow): CatalogueRow {
    const read = formula === undefined ? undefined : this.parse(formula);
    if (formula === undefined || read === undefined) return known;
    if (!isCondition(read.value)) return { ...known, formula: { text: formula.text, expression: read.value } };
    this.wrongSort(read.place, 'number');
    return known;
  }

  rule({ typed: expression, ...known }: UnreadRule): readonly CatalogueRule[] {
    const read = this.parse(expression);
    if (read === undefined) return [];
    if (isCondition(read.value)) return [{ ...known, condition: read.value }];
    this.wrongSort(read.place, 'condition');
    return [];
  }
}

/** The other periods that a catalogue's expressions and cumulative rows look at. */
function looksAt(rows: readonly CatalogueRow[], rules: readonly CatalogueRule[]): ReadonlySet<ReferencePeriod> {
  const expressions = [
    ...rows.flatMap(({ formula }) => (formula === undefined ? [] : [formula.expression])),
    ...rules.map(({ condition }) => condition),
  ];
  const periods = expressions.flatMap(referencesIn).map(({ period }) => period);
  const cumulative = rows.some((row) => row.cumulative);
  return new Set(cumulative ? [...periods, 'year-to-date'] : periods);
}

/**
 * Takes a catalogue out of data/danh-muc/<id>.yaml; `catalogues`: the names of all there are.
 * Reports `chi-tieu-trung`, `quy-tac-trung`, `cong-thuc-vong` besides what each row and each expression reports.
 */
export function readCatalogue(
  node: YamlNode,
  id: string,
  file: string,
  catalogues: readonly string[],
): Outcome<Catalogue | undefined> {
  const problems: Problem[] = [];
  const decoding = { file, problems };
  const fields = Fields.of(node, WORDS.catalogue, decoding);
  if (fields === undefined) return { value: undefined, problems };
  const title = fields.required('title', lines);
  const label = fields.required('label', text);
  const footnotes = fields.optional('footnotes', mapOf(text)) ?? new Map<string, string>();
  const unreadRows = fields.required('rows', listOf(row));
  const unreadRules = fields.optional('rules', listOf(rule)) ?? [];
  const validity = readValidity(fields, { what: 'catalogue', known: catalogues });
  const at = (path: DataPath) => ({ kind: 'data', file, path }) as const;
  for (const [index, rowId] of doubled((unreadRows ?? []).map((unread) => unread.row.id))) {
    problems.push(problem('chi-tieu-trung', { id: rowId }, at([WORDS.catalogue.rows, index, WORDS.row.id])));
  }
  for (const [index, ruleId] of doubled(unreadRules.map((unread) => unread.id))) {
    problems.push(problem('quy-tac-trung', { id: ruleId }, at([WORDS.catalogue.rules, index, WORDS.rule.id])));
  }
  if (title === undefined || label === undefined || unreadRows === undefined) return { value: undefined, problems };
  const expressions = new Expressions(unreadRows, file, problems);
  const rows = unreadRows.map((unread) => expressions.row(unread));
  const rules = unreadRules.flatMap((unread) => expressions.rule(unread));
  const formulas = new Map(
    rows.flatMap(({ id: rowId, formula }) => (formula === undefined ? [] : [[rowId, formula.expression] as const])),
  );
  const order = dependencyOrder(formulas);
  for (const ids of order.cycles) {
    const path = unreadRows.find((unread) => unread.row.id === ids[0])?.formula?.path ?? [];
    problems.push(problem('cong-thuc-vong', { ids }, at(path)));
  }
  const value = {
    id,
    file,
    title,
    label,
    footnotes,
    rows,
    rules,
    validity,
    computed: order.ids,
    looksAt: looksAt(rows, rules),
  };
  return { value, problems };
}

/** What stands there for a second time, with its index. */
function doubled(ids: readonly string[]): readonly (readonly [number, string])[] {
  return [...ids.entries()].filter(([index, id]) => ids.indexOf(id) < index);
}
