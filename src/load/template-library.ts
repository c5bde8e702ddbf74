import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { ParsedPart } from './template-nodes.ts';

/** What docxtemplater finds wrong with a template. */
export interface LibraryFault {
  readonly id: string;
  readonly offset: number | undefined;
  readonly part: string;
  readonly explanation: string;
}

export type LibraryReading =
  | { readonly parts: ReadonlyMap<string, readonly ParsedPart[]> }
  | { readonly faults: readonly LibraryFault[] };

/** docxtemplater's reading of the tags in `templated`, the parts that hold them; `xml` is the text of every part it needs. */
export function parseWithLibrary(xml: ReadonlyMap<string, string>, templated: readonly string[]): LibraryReading {
  const zip = new PizZip();
  for (const [name, text] of xml) zip.file(name, text);
  try {
    const reader = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true, errorLogging: false });
    const compiled: unknown = Reflect.get(reader, 'compiled');
    const parts = new Map<string, readonly ParsedPart[]>();
    for (const name of templated) {
      const pieces = parsedParts(compiled, name);
      if (pieces !== undefined) parts.set(name, pieces);
    }
    return { parts };
  } catch (error) {
    const faults = faultsOf(error);
    const explanation = error instanceof Error ? error.message : String(error);
    return { faults: faults.length > 0 ? faults : [{ id: '', offset: undefined, part: '', explanation }] };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** docxtemplater's faults: one error, or one that carries many. */
function faultsOf(error: unknown): readonly LibraryFault[] {
  const properties = isRecord(error) && isRecord(error['properties']) ? error['properties'] : undefined;
  if (properties === undefined) return [];
  if (Array.isArray(properties['errors'])) return properties['errors'].flatMap(faultsOf);
  const rawOffset: unknown = Array.isArray(properties['offset']) ? properties['offset'][0] : properties['offset'];
  return [
    {
      id: textOr(properties['id'], ''),
      offset: typeof rawOffset === 'number' ? rawOffset : undefined,
      part: textOr(properties['file'], ''),
      explanation: textOr(properties['explanation'], isRecord(error) ? textOr(error['message'], '') : ''),
    },
  ];
}

/** The parsed parts of one file, checked: they are half internal to docxtemplater. */
function parsedParts(compiled: unknown, name: string): readonly ParsedPart[] | undefined {
  const file = isRecord(compiled) ? compiled[name] : undefined;
  const parts: unknown = isRecord(file) ? file['postparsed'] : undefined;
  if (!Array.isArray(parts)) return undefined;
  return parts.map(parsedPart);
}

const partValue = (part: unknown): string => (isRecord(part) ? textOr(part['value'], '') : '');

function parsedPart(part: unknown): ParsedPart {
  if (!isRecord(part)) throw new Error('docxtemplater: a parsed part is no object');
  const text = (key: string): string | undefined => (typeof part[key] === 'string' ? part[key] : undefined);
  const subparsed = part['subparsed'];
  return {
    type: text('type') ?? '',
    value: text('value') ?? '',
    position: text('position'),
    tag: text('tag'),
    module: text('module'),
    inverted: part['inverted'] === true,
    subparsed: Array.isArray(subparsed) ? subparsed.map(parsedPart) : undefined,
    offset: typeof part['offset'] === 'number' ? part['offset'] : undefined,
    around: Array.isArray(part['expanded']) ? part['expanded'].flat().map(partValue).join('') : undefined,
  };
}
