import { existsSync } from 'node:fs';
import path from 'node:path';
import { carry, missingBlocks } from '../carry/index.ts';
import { readTemplate } from '../load/template.ts';
import { Workspace } from '../load/workspace.ts';
import type { Carried, CarriedPart, CarryPlan, PartTexts } from '../model/carry.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Template } from '../model/template.ts';
import { pack, readZip, unpack, writeZip, type ZipEntry } from '../ooxml/zip.ts';
import { isOpenInWord, writeFile } from '../write/file.ts';
import { stamp } from '../write/output.ts';
import { chooseTemplates } from './template-check.ts';

export interface CarryRequest {
  readonly root: string;
  readonly source: string;
  /** Names or patterns of templates; all others, when none is named. */
  readonly targets: readonly string[];
  /** What to carry; everything that templates share, when nothing is named. */
  readonly parts: readonly CarriedPart[];
  /** Fixed words of the blocks, too, and not their look alone. */
  readonly words: boolean;
  /** Without it, nothing is written: what would change is shown. */
  readonly write: boolean;
  readonly now: Date;
}

export interface CarriedTemplate {
  readonly file: string;
  readonly changes: readonly Carried[];
  readonly outcome: 'nothing' | 'planned' | 'written' | 'failed';
  /** The copy of the template as it was. */
  readonly kept?: string;
}

/** Old copies of templates: a folder of their own, where no template is looked for. */
const KEPT = 'templates/ban-cu';
const ALL_PARTS: readonly CarriedPart[] = ['styles', 'letterhead', 'signature'];

/** A template's package, read. Its limits were held when the template was read. */
interface Package {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly texts: PartTexts;
}

function openPackage({ bytes }: Template): Package {
  const entries = readZip(bytes, { entries: Number.POSITIVE_INFINITY, unpacked: Number.POSITIVE_INFINITY });
  if ('fault' in entries) throw new Error('the template was read before');
  const texts = new Map<string, string>();
  for (const entry of entries.values()) {
    if (/\.(?:xml|rels)$/i.test(entry.name)) texts.set(entry.name, Buffer.from(unpack(entry) ?? []).toString('utf8'));
  }
  return { entries, texts };
}

/** The target's package with the plan carried out; entries that it does not name keep their very bytes and places. */
function packageOf(plan: CarryPlan, source: Package, target: Package): Uint8Array {
  const entries = new Map(target.entries);
  for (const [name, text] of plan.texts) entries.set(name, pack(name, Buffer.from(text, 'utf8')));
  for (const [name, from] of plan.copies) {
    const entry = source.entries.get(from);
    if (entry !== undefined) entries.set(name, { ...entry, name });
  }
  return writeZip(entries.values());
}

/** What reports rest on in a template: it must be the same before and after. */
const substance = ({ outline, fields, prototypes }: Template): string =>
  JSON.stringify([outline, [...fields].sort(), prototypes]);

/**
 * `gen template chep`: what templates share is carried from one to the others, and a copy of each as it was is kept.
 * Reports `mau-la`, `mau-thieu-khoi`, `chep-vao-chinh-no`, `chep-lam-hong-mau`, `tep-dang-mo`, what reading templates and writing report.
 */
export function carryTemplate(request: CarryRequest): Outcome<readonly CarriedTemplate[]> {
  const workspace = new Workspace(request.root);
  const refused = (...problems: readonly Problem[]): Outcome<readonly CarriedTemplate[]> => ({ value: [], problems });
  const names = workspace.templateNames();
  if (!names.includes(request.source)) {
    return refused(workspace.noTemplate(request.source, { kind: 'file', file: 'templates' }));
  }
  const source = workspace.template(request.source);
  if (source.value === undefined || hasErrors(source.problems)) return refused(...source.problems);
  const from = openPackage(source.value);
  const parts = request.parts.length === 0 ? ALL_PARTS : request.parts;
  const missing = missingBlocks(from.texts, request.parts).map((part) =>
    problem(
      'mau-thieu-khoi',
      { block: BLOCK_NAMES[part] },
      { kind: 'file', file: workspace.templateFile(request.source) },
    ),
  );
  if (missing.length > 0) return refused(...missing);
  const chosen = chooseTemplates(workspace, request.targets);
  const targets = chosen.value.filter((one) => one !== request.source);
  const problems = [...chosen.problems];
  if (targets.length === 0 && problems.length === 0)
    problems.push(problem('chep-vao-chinh-no', {}, { kind: 'file', file: workspace.templateFile(request.source) }));
  const value: CarriedTemplate[] = [];
  for (const id of targets) {
    const read = workspace.template(id);
    problems.push(...read.problems);
    if (read.value === undefined || hasErrors(read.problems)) continue;
    const carrying = new Carrying(request, read.value, from, parts);
    value.push(carrying.go());
    problems.push(...carrying.problems);
  }
  return { value, problems };
}

const BLOCK_NAMES = {
  styles: { vi: 'kiểu', en: 'styles' },
  letterhead: { vi: 'đầu văn bản', en: 'letterhead' },
  signature: { vi: 'khối chữ ký', en: 'signature block' },
} as const satisfies Readonly<Record<CarriedPart, { vi: string; en: string }>>;

/** One template that receives. */
class Carrying {
  readonly problems: Problem[] = [];

  constructor(
    private readonly request: CarryRequest,
    private readonly target: Template,
    private readonly source: Package,
    private readonly parts: readonly CarriedPart[],
  ) {}

  go(): CarriedTemplate {
    const { file } = this.target;
    const own = openPackage(this.target);
    const plan = carry(this.source.texts, own.texts, new Set(own.entries.keys()), this.parts, this.request.words);
    const { changes } = plan;
    if (plan.texts.size === 0) return { file, changes, outcome: 'nothing' };
    const bytes = packageOf(plan, this.source, own);
    if (!this.holds(bytes)) return { file, changes, outcome: 'failed' };
    if (!this.request.write) return { file, changes, outcome: 'planned' };
    const kept = this.write(bytes);
    return kept === undefined ? { file, changes, outcome: 'failed' } : { file, changes, outcome: 'written', kept };
  }

  /** Whether the template reads as before: the same tags, slots, headings and prototype rows. */
  private holds(bytes: Uint8Array): boolean {
    const { id, file } = this.target;
    const { value, problems } = readTemplate(bytes, id, file);
    if (value !== undefined && !hasErrors(problems) && substance(value) === substance(this.target)) return true;
    this.problems.push(
      problem('chep-lam-hong-mau', { source: this.request.source }, { kind: 'file', file }),
      ...problems,
    );
    return false;
  }

  /** Keeps the old template, then puts the new one in its place; the name of the copy. */
  private write(bytes: Uint8Array): string | undefined {
    const { root, now } = this.request;
    const { id, file } = this.target;
    if (isOpenInWord(root, file)) {
      this.problems.push(problem('tep-dang-mo', {}, { kind: 'file', file }));
      return undefined;
    }
    let kept = '';
    for (let n = 1; kept === '' || existsSync(path.join(root, kept)); n += 1) {
      kept = `${KEPT}/${id} (${stamp(now)}${n === 1 ? '' : ` ${n}`}).docx`;
    }
    for (const [name, content] of [
      [kept, this.target.bytes],
      [file, bytes],
    ] as const) {
      const written = writeFile(root, name, content);
      this.problems.push(...written.problems);
      if (written.value === 'failed') return undefined;
    }
    return kept;
  }
}
