import type { Catalogue, CatalogueRow } from '../../model/catalogue.ts';
import { kindOfRow, type RowKind } from '../../model/document.ts';
import type { RowField } from '../../model/fields.ts';
import type { Problem, TemplatePlace } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import type { TagUse, TemplateFacts } from '../../model/template.ts';
import type { TemplateRule } from './rule.ts';

/** Columns that a row kind has even where a catalogue leaves them empty. */
const ALWAYS: Readonly<Record<RowKind, readonly RowField[]>> = {
  nhom: ['stt', 'ten'],
  muc: ['stt', 'ten', 'so_lieu'],
  trong_do: ['ten', 'so_lieu'],
};

/** A column of the catalogue without a tag in the prototype row of its kind: nobody would see it. */
export const columnsNotShown: TemplateRule = {
  wantsSoundTags: true,
  check(template, uses): readonly Problem[] {
    const catalogues = cataloguesOf(template, uses);
    return prototypeRows(template).flatMap(({ kind, fields, at }) => {
      const wanted = new Map<RowField, Set<Catalogue>>(ALWAYS[kind].map((field) => [field, new Set()]));
      for (const catalogue of catalogues) {
        for (const field of filledFields(catalogue, kind)) {
          wanted.set(field, (wanted.get(field) ?? new Set()).add(catalogue));
        }
      }
      return [...wanted]
        .filter(([field]) => !fields.includes(field))
        .map(([field, by]) => {
          const related = [...by].map(({ file }) => ({ kind: 'file', file }) as const);
          return problem('dong-mau-thieu-the', { row: kind, field }, at, related);
        });
    });
  },
};

/** Parts "Trong đó" without rows of their own. */
export const partsWithoutRow: TemplateRule = {
  wantsSoundTags: true,
  check(template, uses): readonly Problem[] {
    const [first] = prototypeRows(template);
    if (first === undefined || template.prototypes.includes('trong_do')) return [];
    return cataloguesOf(template, uses)
      .filter(({ rows }) => rows.some(({ part }) => part))
      .map(({ id, file }) => problem('thieu-dong-trong-do', { catalogue: id }, first.at, [{ kind: 'file', file }]));
  },
};

/** Values that no template of the agency type has a table for. */
export const indicatorsNotPrinted: TemplateRule = {
  wantsSoundTags: true,
  check(template, uses): readonly Problem[] {
    if (template.prototypes.length > 0) return [];
    const own = uses.filter((use) => use.template.id === template.id);
    const told = new Set<string>();
    return own.flatMap(({ unit, catalogue }): readonly Problem[] => {
      if (catalogue === undefined || told.has(`${unit.agencyType} ${catalogue.id}`)) return [];
      told.add(`${unit.agencyType} ${catalogue.id}`);
      const ofType = uses.filter((use) => use.unit.agencyType === unit.agencyType && use.catalogue === catalogue);
      if (ofType.some((use) => use.template.prototypes.length > 0)) return [];
      const count = catalogue.rows.filter(({ kind }) => kind !== 'heading').length;
      const templates = [...new Set(ofType.map((use) => use.template.id))].sort();
      const related = ofType.map((use) => ({ kind: 'file', file: use.template.file }) as const);
      const params = { count, agencyType: unit.agencyType, templates };
      return [problem('chi-tieu-khong-in', params, { kind: 'file', file: catalogue.file }, related)];
    });
  },
};

function cataloguesOf(template: TemplateFacts, uses: Parameters<TemplateRule['check']>[1]): readonly Catalogue[] {
  const own = uses.filter((use) => use.template.id === template.id);
  return [...new Set(own.flatMap(({ catalogue }) => (catalogue === undefined ? [] : [catalogue])))];
}

interface Row {
  readonly kind: RowKind;
  readonly fields: readonly string[];
  readonly at: TemplatePlace;
}

/** The prototype rows of a template with the fields that each shows. */
function prototypeRows({ tags }: TemplateFacts): readonly Row[] {
  const rows = new Map<string, { kind: RowKind; fields: string[]; at: TemplatePlace }>();
  for (const { row: kind, name, at } of tags) {
    if (kind === undefined) continue;
    const key = rowKey(at);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { kind, fields: [name], at });
    else known.fields.push(name);
  }
  return [...rows.values()];
}

const rowKey = ({ cell }: TagUse['at']): string => `${cell?.table} ${cell?.row}`;

/** The columns that a catalogue fills in its rows of a kind. */
function filledFields(catalogue: Catalogue, kind: RowKind): readonly RowField[] {
  const rows = catalogue.rows.filter((row) => kindOfRow(row) === kind);
  const columns: readonly (readonly [RowField, (row: CatalogueRow) => string])[] = [
    ['don_vi', (row) => row.unitOfMeasure],
    ['ghi_chu', (row) => row.note],
    ['co_quan_bao_cao', (row) => row.reportedBy],
  ];
  return columns.filter(([, text]) => rows.some((row) => text(row) !== '')).map(([field]) => field);
}
