import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../model/catalogue.ts';
import { isSafeName } from '../model/names.ts';
import { nearPeriod, type Period, readPeriod } from '../model/period.ts';
import type { Outcome, Place, Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Report } from '../model/report.ts';
import type { Template } from '../model/template.ts';
import { byName, forbiddenCharacter, nearest } from '../model/text.ts';
import type { Unit } from '../model/unit.ts';
import type { Validity } from '../model/validity.ts';
import { readCatalogue } from './catalogue.ts';
import { readBytes } from './file-bytes.ts';
import { type ReadingCache, readTemplateOnce, readYamlOnce } from './kept-readings.ts';
import { readReport } from './report.ts';
import { type InspectedTemplate, inspectTemplate } from './template.ts';
import { readUnit } from './unit.ts';
import { readTemplateValidities } from './validity.ts';
import { decodeText, readYaml, type YamlNode } from './yaml.ts';

/** Folders of a workspace, relative to its root. */
const FOLDERS = {
  units: 'data/don-vi',
  catalogues: 'data/danh-muc',
  reports: 'data/bao-cao',
  templates: 'templates',
  partials: 'templates/cau-mau',
  outlines: 'templates/de-cuong',
} as const;

/** From when to when templates apply, beside them. */
const TEMPLATE_VALIDITIES = `${FOLDERS.templates}/hieu-luc.yaml`;

/** A report's file, found but not yet read. */
export interface ReportFile {
  readonly unitId: string;
  readonly period: Period;
  readonly file: string;
}

export interface TemplateValidities {
  /** Whether the file is there or not. */
  readonly file: string;
  readonly byTemplate: ReadonlyMap<string, Validity>;
}

/** What Word saves a document as, besides .docx. */
const OTHER_TEMPLATE = /\.(?:docm|dot[xm]?|doc|rtf|odt)$/i;

/** Bytes of a file in YAML or Handlebars, and of a template. */
const TEXT_LIMIT = 5_000_000;
const TEMPLATE_LIMIT = 60_000_000;

/** How many are kept in memory: of what many reports share, and of reports, which look at no others than a year's before. */
const CACHED = { shared: 200, reports: 16 } as const;

interface Listed {
  /** File name without its ending, letters composed. */
  readonly name: string;
  /** Relative to the root, with slashes. */
  readonly file: string;
}

/** Word's lock files, hidden files and editors' leftovers are no data. */
const ignored = (name: string): boolean => name.startsWith('.') || name.startsWith('~') || name.endsWith('~');

/**
 * The files of a workspace. Everything is read once; what is wrong with a file is told to whoever asks for it.
 */
export class Workspace {
  private readonly units = new Map<string, Outcome<Unit | undefined>>();
  private readonly catalogues = new Map<string, Outcome<Catalogue | undefined>>();
  private readonly templates = new Map<string, Outcome<Template | undefined>>();
  private readonly reports = new Map<string, Outcome<Report | undefined>>();
  private readonly folders = new Map<string, readonly Dirent[]>();
  private readonly listings = new Map<string, readonly Listed[]>();
  private validities: Outcome<TemplateValidities> | undefined;
  private partialTexts: Outcome<ReadonlyMap<string, string>> | undefined;

  constructor(
    readonly root: string,
    /** What large files that many reports share were read as; without it they are read. */
    private readonly cache: ReadingCache = { get: () => undefined, put: () => {} },
  ) {}

  /** Names in a folder, files of one ending or (without an ending) folders; in one order on every machine. */
  private names(folder: string, ending: RegExp | undefined): readonly Listed[] {
    const key = `${folder} ${ending?.source ?? ''}`;
    const known = this.listings.get(key);
    if (known !== undefined) return known;
    const listed = this.entries(folder)
      .filter((entry) => !ignored(entry.name) && (ending === undefined ? entry.isDirectory() : ending.test(entry.name)))
      .map((entry) => ({
        name: entry.name.replace(ending ?? /$^/, '').normalize('NFC'),
        file: `${folder}/${entry.name}`,
      }))
      .sort((a, b) => byName(a.name, b.name));
    for (const [i, { name, file }] of listed.entries()) {
      if (i > 0 && listed[i - 1]?.name === name) {
        this.folderProblems.push(problem('tep-trung', { name }, { kind: 'file', file }));
      }
    }
    this.listings.set(key, listed);
    return listed;
  }

  /** What is wrong with folders, and found while they were listed: `khong-doc-duoc`, `tep-trung`. */
  readonly folderProblems: Problem[] = [];

  private entries(folder: string): readonly Dirent[] {
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const read = this.readFolder(folder);
    this.folders.set(folder, read);
    return read;
  }

  /** Reports `khong-doc-duoc`; a folder that is not there is an empty one. */
  private readFolder(folder: string): readonly Dirent[] {
    try {
      return readdirSync(path.join(this.root, folder), { withFileTypes: true });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      this.folderProblems.push(problem('khong-doc-duoc', { cause }, { kind: 'file', file: folder }));
      return [];
    }
  }

  unitNames = (): readonly string[] => this.names(FOLDERS.units, /\.ya?ml$/i).map(({ name }) => name);
  catalogueNames = (): readonly string[] => this.names(FOLDERS.catalogues, /\.ya?ml$/i).map(({ name }) => name);
  templateNames = (): readonly string[] => this.names(FOLDERS.templates, /\.docx$/i).map(({ name }) => name);

  /** All reports' files. Reports `khong-thay-bao-cao`, `tep-sai-cho`, `tep-sai-duoi`, `ky-la`, `ten-tep-sai`. */
  reportFiles(): Outcome<readonly ReportFile[]> {
    const problems: Problem[] = [];
    const value: ReportFile[] = [];
    for (const { name, file } of this.names(FOLDERS.reports, /\.ya?ml(?:\.txt)?$/i)) {
      problems.push(problem('tep-sai-cho', { name }, { kind: 'file', file }));
    }
    for (const folder of this.names(FOLDERS.reports, undefined)) {
      if (!isSafeName(folder.name)) {
        problems.push(problem('ten-tep-sai', { name: folder.name }, { kind: 'file', file: folder.file }));
        continue;
      }
      for (const { name, file } of this.names(folder.file, /\.ya?ml\.txt$/i)) {
        problems.push(problem('tep-sai-duoi', { name: `${name}.yaml.txt` }, { kind: 'file', file }));
      }
      for (const { name, file } of this.names(folder.file, /\.ya?ml$/i)) {
        const period = readPeriod(name);
        if (period === undefined) {
          problems.push(problem('ky-la', { name, near: nearPeriod(name) }, { kind: 'file', file }));
        } else {
          value.push({ unitId: folder.name, period, file });
        }
      }
    }
    if (value.length === 0 && problems.length === 0 && this.folderProblems.length === 0) {
      problems.push(problem('khong-thay-bao-cao', { root: this.root }, { kind: 'file', file: FOLDERS.reports }));
    }
    return { value, problems };
  }

  /** The file of a unit's report for a period, whether it is there or not. */
  reportFile(unitId: string, period: Period): ReportFile {
    const listed = this.names(`${FOLDERS.reports}/${unitId}`, /\.ya?ml$/i).find(({ name }) => name === period.id);
    return { unitId, period, file: listed?.file ?? `${FOLDERS.reports}/${unitId}/${period.id}.yaml` };
  }

  /** A report's file was written meanwhile: it is to be read again. */
  forget(reportFile: string): void {
    this.reports.delete(reportFile);
  }

  hasReport(unitId: string, period: Period): boolean {
    return this.names(`${FOLDERS.reports}/${unitId}`, /\.ya?ml$/i).some(({ name }) => name === period.id);
  }

  partialFile = (name: string): string => `${FOLDERS.partials}/${name}.hbs`;

  /** `undefined` without a problem: there is no such unit. */
  unit(id: string): Outcome<Unit | undefined> {
    return this.once(this.units, id, () =>
      this.yamlFile(FOLDERS.units, id, (node, _, file) => readUnit(node, id, file, this.unitNames())),
    );
  }

  catalogue(id: string): Outcome<Catalogue | undefined> {
    return this.once(this.catalogues, id, () =>
      this.yamlFile(
        FOLDERS.catalogues,
        id,
        (node, _, file) => readCatalogue(node, id, file, this.catalogueNames()),
        this.cache,
      ),
    );
  }

  template(id: string): Outcome<Template | undefined> {
    return this.once(this.templates, id, () => {
      const { value, problems } = this.templateBytes(id);
      return value === undefined ? { value, problems } : readTemplateOnce(value, id, this.templateFile(id), this.cache);
    });
  }

  /** A template as far as it can be read, its faults included; `undefined` without a problem: there is no such template. */
  inspectTemplate(id: string): Outcome<InspectedTemplate | undefined> {
    const bytes = this.templateBytes(id);
    if (bytes.value === undefined) return { value: undefined, problems: bytes.problems };
    return inspectTemplate(bytes.value, id, this.templateFile(id));
  }

  templateFile = (id: string): string =>
    this.names(FOLDERS.templates, /\.docx$/i).find(({ name }) => name === id)?.file ??
    `${FOLDERS.templates}/${id}.docx`;

  outlineNames = (): readonly string[] => this.names(FOLDERS.outlines, /\.ya?ml$/i).map(({ name }) => name);
  outlineFile = (id: string): string | undefined =>
    this.names(FOLDERS.outlines, /\.ya?ml$/i).find(({ name }) => name === id)?.file;

  /** Files of templates/ that Word wrote as something else than a .docx, relative to the root. */
  otherTemplateFiles(): readonly string[] {
    return this.entries(FOLDERS.templates)
      .filter((entry) => entry.isFile() && !ignored(entry.name) && OTHER_TEMPLATE.test(entry.name))
      .map((entry) => `${FOLDERS.templates}/${entry.name}`);
  }

  /** `mau-la`; `file`: what was named, where it stands outside of templates/. */
  noTemplate(name: string, at: Place, file?: string): Problem {
    const near = nearest(name, this.templateNames());
    const other = this.otherTemplateFiles().find((one) => path.basename(one).replace(OTHER_TEMPLATE, '') === name);
    const found = other ?? file;
    return problem('mau-la', { name, near, ...(found === undefined ? {} : { file: found }) }, at);
  }

  /** The template's file; `undefined` without a problem: there is none. */
  templateBytes(id: string): Outcome<Uint8Array | undefined> {
    const found = this.templateNames().includes(id);
    return found ? this.bytes(this.templateFile(id), TEMPLATE_LIMIT) : { value: undefined, problems: [] };
  }

  /** What is wrong with the files that reports share, used or not. */
  sharedFaults(): readonly Problem[] {
    return [
      ...this.unitNames().flatMap((id) => this.unit(id).problems),
      ...this.catalogueNames().flatMap((id) => this.catalogue(id).problems),
      ...this.partials().problems,
      ...this.templateValidities().problems,
    ];
  }

  report({ unitId, period, file }: ReportFile): Outcome<Report | undefined> {
    const read = () => this.yaml(file, (node, name) => readReport(node, unitId, period, name));
    return this.once(this.reports, file, read, CACHED.reports);
  }

  /** The shared sentences, by name. */
  partials(): Outcome<ReadonlyMap<string, string>> {
    if (this.partialTexts !== undefined) return this.partialTexts;
    const value = new Map<string, string>();
    const problems: Problem[] = [];
    for (const { name, file } of this.names(FOLDERS.partials, /\.hbs$/i)) {
      const read = this.text(file);
      problems.push(...read.problems);
      if (read.value === undefined) continue;
      const forbidden = forbiddenCharacter(read.value);
      if (forbidden === undefined) value.set(name, read.value.trimEnd());
      else problems.push(problem('ky-tu-cam', { name: forbidden.name }, { kind: 'file', file }));
    }
    this.partialTexts = { value, problems };
    return this.partialTexts;
  }

  /** From when to when templates apply. Reports what the file reports; without the file, all apply always. */
  templateValidities(): Outcome<TemplateValidities> {
    this.validities ??= this.readTemplateValidities();
    return this.validities;
  }

  private readTemplateValidities(): Outcome<TemplateValidities> {
    const found = this.names(FOLDERS.templates, /\.ya?ml$/i).find(({ file }) => file === TEMPLATE_VALIDITIES);
    if (found === undefined) return { value: { file: TEMPLATE_VALIDITIES, byTemplate: new Map() }, problems: [] };
    const { value, problems } = this.yaml(found.file, (node, file) =>
      readTemplateValidities(node, file, this.templateNames()),
    );
    return { value: { file: found.file, byTemplate: value ?? new Map() }, problems };
  }

  /** A file's text as it was read, for the lines shown with a problem. */
  text(file: string): Outcome<string | undefined> {
    const { value, problems } = this.bytes(file, TEXT_LIMIT);
    return value === undefined ? { value, problems } : decodeText(value, file);
  }

  private bytes(file: string, limit: number): Outcome<Uint8Array | undefined> {
    return readBytes(path.join(this.root, file), file, limit);
  }

  private yamlFile<T>(
    folder: string,
    id: string,
    read: (node: YamlNode, id: string, file: string) => Outcome<T | undefined>,
    cache?: ReadingCache,
  ): Outcome<T | undefined> {
    const found = this.names(folder, /\.ya?ml$/i).find(({ name }) => name === id);
    if (found === undefined) return { value: undefined, problems: [] };
    if (!isSafeName(id)) {
      const at = { kind: 'file', file: found.file } as const;
      return { value: undefined, problems: [problem('ten-tep-sai', { name: id }, at)] };
    }
    return this.yaml(found.file, (node, file) => read(node, id, file), cache);
  }

  private yaml<T>(
    file: string,
    read: (node: YamlNode, file: string) => Outcome<T | undefined>,
    cache?: ReadingCache,
  ): Outcome<T | undefined> {
    const text = this.text(file);
    if (text.value === undefined) return { value: undefined, problems: text.problems };
    const node = cache === undefined ? readYaml(text.value, file) : readYamlOnce(text.value, file, cache);
    if (node.value === undefined) return { value: undefined, problems: node.problems };
    const { value, problems } = read(node.value, file);
    return { value, problems: [...node.problems, ...problems] };
  }

  private once<T>(
    cache: Map<string, Outcome<T>>,
    key: string,
    make: () => Outcome<T>,
    limit: number = CACHED.shared,
  ): Outcome<T> {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const made = make();
    const [oldest] = cache.size >= limit ? cache.keys() : [];
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(key, made);
    return made;
  }
}
