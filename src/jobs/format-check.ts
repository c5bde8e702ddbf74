import path from 'node:path';
import { type Components, checkFormat } from '../format/index.ts';
import { readBytes } from '../load/file-bytes.ts';
import type { Workspace } from '../load/workspace.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportMade } from './report-path.ts';
import { sampleField } from './sample-fields.ts';

/** A .docx of so many bytes is read; official documents with photographs stay below. */
const LARGEST_FILE = 300_000_000;

/** One file that `gen format` looked at. */
export interface FormatResult {
  /** As it was named. */
  readonly file: string;
  /** What was recognised; `undefined` when the file cannot be read. */
  readonly components: Components | undefined;
  readonly problems: readonly Problem[];
}

/** `gen format`: any Word files, named from a folder. Reports the faults of form, `khong-doc-duoc` and `tep-qua-lon`. */
export function formatFiles(folder: string, files: readonly string[]): readonly FormatResult[] {
  return files.map((file) => {
    const { value: bytes, problems } = readBytes(path.resolve(folder, file), file, LARGEST_FILE);
    if (bytes === undefined) return { file, components: undefined, problems };
    const checked = checkFormat({ bytes, file, standing: 'other', sample: sampleField });
    return { file, components: checked.value, problems: checked.problems };
  });
}

/** The form of our templates and of the reports made from them: `gen check --the-thuc`. */
export class FormatCheck {
  private readonly templates = new Map<string, readonly Problem[]>();

  constructor(private readonly workspace: Workspace) {}

  /** Every template there is. */
  allTemplates(): readonly Problem[] {
    return this.workspace.templateNames().flatMap((name) => this.template(`templates/${name}.docx`));
  }

  /** A template, measured with samples in the place of its tags. */
  template(file: string): readonly Problem[] {
    const known = this.templates.get(file);
    if (known !== undefined) return known;
    const { value: bytes, problems } = readBytes(path.join(this.workspace.root, file), file, LARGEST_FILE);
    const found =
      bytes === undefined ? problems : checkFormat({ bytes, file, standing: 'template', sample: sampleField }).problems;
    this.templates.set(file, found);
    return found;
  }

  /** A report and its template. What is wrong with the template is told there, once for all its reports. */
  of({ value, inputs }: ReportMade<{ readonly bytes: Uint8Array }>, file: string): readonly Problem[] {
    const ofTemplate = inputs.filter((input) => TEMPLATE.test(input)).flatMap((input) => this.template(input));
    if (value === undefined) return ofTemplate;
    const told = new Set(ofTemplate.map(keyOf));
    const own = checkFormat({ bytes: value.bytes, file, standing: 'report' }).problems;
    return [...ofTemplate, ...own.filter((found) => !told.has(keyOf(found)))];
  }
}

const TEMPLATE = /^templates\/[^/]+\.docx$/i;

const keyOf = ({ code, basis }: Problem): string => `${code} ${basis}`;
