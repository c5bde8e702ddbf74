import { LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import type { Problem, Wording } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { forbiddenCharacter } from '../model/text.ts';
import type { YamlFault } from './yaml-source.ts';

/** What the library that explains says, in the users' words, by its code. */
const CAUSES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'thụt đầu dòng không đều',
  BAD_SCALAR_START: 'giá trị bắt đầu bằng ký hiệu đặc biệt, cần đặt trong dấu nháy',
  BAD_DQ_ESCAPE: 'dấu \\ trong dấu nháy kép không đúng (gõ \\\\ để có dấu \\)',
  BLOCK_AS_IMPLICIT_KEY: 'có hai dấu ":" trên một dòng; đặt giá trị trong dấu nháy',
  BLOCK_IN_FLOW: 'trong dấu ngoặc không xuống dòng kiểu này được',
  MISSING_CHAR: 'thiếu dấu ":" hoặc dấu ngoặc, dấu nháy đóng',
  MULTILINE_IMPLICIT_KEY: 'thiếu dấu ":" sau khóa, hoặc khóa bị ngắt dòng',
  KEY_OVER_1024_CHARS: 'thiếu dấu ":" sau khóa',
  MULTIPLE_DOCS: 'dòng "---" chia tệp làm hai',
  UNEXPECTED_TOKEN: 'có ký hiệu không đúng chỗ',
  BAD_ALIAS: 'ký hiệu * không đúng chỗ; đặt giá trị trong dấu nháy',
  ALIAS_PROPS: 'ký hiệu * không đúng chỗ; đặt giá trị trong dấu nháy',
  TAG_RESOLVE_FAILED: 'ký hiệu ! không đúng chỗ; đặt giá trị trong dấu nháy',
};

/** A file that is no text at all has thousands. */
const SHOWN_CHARACTERS = 20;

const LONE_DASH: Wording = {
  vi: 'dấu gạch đứng một mình phải đặt trong dấu nháy: "-"',
  en: 'a dash that stands alone needs quotes: "-"',
};

function causeOf(error: YAMLParseError, text: string): Wording {
  if (/^-\s*$/m.exec(text.slice(error.pos[0]))?.index === 0) return LONE_DASH;
  return { vi: CAUSES[error.code] ?? 'không đúng cú pháp', en: error.message };
}

/**
 * The errors that a person has to mend: one slip breaks what comes after it many times over in the same way. Tabs are
 * each a slip of their own, and the cause of all others.
 */
function telling(errors: readonly YAMLParseError[], lineCounter: LineCounter): readonly YAMLParseError[] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  if (tabs.length > 0) return tabs;
  const lineOf = (error: YAMLParseError): number => lineCounter.linePos(error.pos[0]).line;
  const alike = (a: YAMLParseError, b: YAMLParseError): boolean => a.code === b.code || lineOf(a) === lineOf(b);
  return errors.filter((error, i) => errors.findIndex((earlier) => alike(earlier, error)) === i);
}

/** All of them, each as it is found by itself. */
function forbiddenIn(text: string): readonly { name: string; offset: number }[] {
  const found: { name: string; offset: number }[] = [];
  for (let from = 0; ; ) {
    const next = forbiddenCharacter(text.slice(from));
    if (next === undefined || found.length === SHOWN_CHARACTERS) return found;
    found.push({ name: next.name, offset: from + next.offset });
    from += next.offset + 1;
  }
}

/**
 * What is wrong with the syntax of a YAML file, all of it: the library that reads stops at the first fault, this one goes
 * on behind it and names what it found. Reports `yaml-sai`, `yaml-tab`, `ky-tu-cam`.
 */
export function syntaxFaults(text: string, file: string, { fault, offset }: YamlFault): readonly Problem[] {
  const lineCounter = new LineCounter();
  const { errors } = parseDocument(text, { schema: 'failsafe', lineCounter, uniqueKeys: false, prettyErrors: false });
  const at = (position: number) => {
    const { line, col } = lineCounter.linePos(position);
    return { kind: 'text', file, line: Math.max(1, line), column: Math.max(1, col) } as const;
  };
  if (errors.length > 0) {
    return telling(errors, lineCounter).map((error) =>
      error.code === 'TAB_AS_INDENT'
        ? problem('yaml-tab', {}, at(error.pos[0]))
        : problem('yaml-sai', { cause: causeOf(error, text) }, at(error.pos[0])),
    );
  }
  const forbidden = forbiddenIn(text).map((found) => problem('ky-tu-cam', { name: found.name }, at(found.offset)));
  if (forbidden.length > 0) return forbidden;
  const tab = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1).indexOf('\t');
  if (tab >= 0) return [problem('yaml-tab', {}, at(text.lastIndexOf('\n', offset - 1) + 1 + tab))];
  const vi = /indentation/.test(fault) ? CAUSES['BAD_INDENT'] : undefined;
  return [problem('yaml-sai', { cause: { vi: vi ?? 'không đúng cú pháp', en: fault } }, at(offset))];
}
