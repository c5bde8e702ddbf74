import { pathToFileURL } from 'node:url';
import { problemPage } from '../jobs/problem-pages.ts';
import type { Place, Problem, Severity } from '../model/problem.ts';
import { PROBLEM_KINDS, type ProblemCode } from '../model/problem-codes.ts';
import { byName } from '../model/text.ts';
import type { RunResult } from '../pipeline.ts';
import { VERSION } from '../version.ts';
import { groupFindings, ownersOf } from './findings.ts';
import type { Language } from './language.ts';
import { type ReadText, relatedPlaces, showPlace } from './place.ts';

/** SARIF 2.1.0 (OASIS, errata 01): the form in which editors and CI services take findings. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Severity, string>> = { loi: 'error', canh_bao: 'warning', goi_y: 'note' };

/** The workspace's folder, to which all addresses are relative. */
const BASE = 'THU_MUC';

const isNamed = (found: string | undefined): found is string => found !== undefined && found !== '';

interface Context {
  readonly readText: ReadText;
  readonly language: Language;
}

function location(place: Place, { readText, language }: Context) {
  const { frame } = showPlace(place, readText, language);
  const region =
    frame === undefined
      ? {}
      : { region: { startLine: frame.line, startColumn: frame.column, snippet: { text: frame.text } } };
  const uri = place.file.split('/').map(encodeURIComponent).join('/');
  return {
    physicalLocation: { artifactLocation: { uri, uriBaseId: BASE }, ...region },
    ...logicalLocations(place, language),
  };
}

/** What names a place where there are no lines: the key path, or where in Word it is. */
function logicalLocations(place: Place, language: Language) {
  switch (place.kind) {
    case 'data':
      return place.path.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: place.path.join('.') }] };
    case 'template': {
      const { address } = showPlace(place, () => undefined, language);
      return { logicalLocations: [{ fullyQualifiedName: address }] };
    }
    case 'text':
    case 'file':
      return {};
  }
}

/** What a rule says of itself. `helpUri` must be an absolute address, which a workspace does not have: the page is put in whole. */
function rule(code: ProblemCode, language: Language) {
  const { severity, why } = PROBLEM_KINDS[code];
  return {
    id: code,
    shortDescription: { text: code },
    fullDescription: { text: why },
    help: { text: why, markdown: problemPage(code, language) },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(found: Problem, owners: readonly string[], rules: readonly ProblemCode[], context: Context) {
  const { language } = context;
  const { code, severity, message, hint, at, justified, about, basis } = found;
  const text = [message[language], hint === undefined ? undefined : `→ ${hint[language]}`].filter(isNamed).join('\n');
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: LEVELS[severity],
    message: { text },
    locations: [location(at, context)],
    relatedLocations: relatedPlaces(found, context.readText, language).map(({ place }, index) => ({
      id: index + 1,
      ...location(place, context),
    })),
    partialFingerprints: {
      'canCu/v1': [code, at.file, about.indicator, about.slot, basis].filter(isNamed).join('/'),
    },
    suppressions:
      justified === undefined
        ? []
        : [{ kind: 'inSource', justification: justified.reason, location: location(justified.at, context) }],
    properties: { baoCao: owners },
  };
}

/** What `--sarif` prints: the findings with their places, the places that they disagree with, and the reasons given. */
export function runSarif(run: RunResult, root: string, readText: ReadText, language: Language): string {
  const problems = groupFindings(run, readText).flatMap((group) => group.problems);
  const owners = ownersOf(run);
  const rules = [...new Set(problems.map(({ code }) => code))].sort(byName);
  const context = { readText, language };
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'gen', version: VERSION, language, rules: rules.map((code) => rule(code, language)) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { uri: `${pathToFileURL(root).href}/` } },
        results: problems.map((found) =>
          result(
            found,
            owners(found).map(({ unitId, period }) => `${period}/${unitId}`),
            rules,
            context,
          ),
        ),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}
