import type { CatalogueRow } from './catalogue.ts';
import { CAPITAL } from './letters.ts';
import type { Unit } from './unit.ts';
import type { AgencyType } from './words.ts';

type Level = 'province' | 'department' | 'district' | 'commune';

/** Whose figures a type of agency may give: its own, and those of the bodies under it. */
const OWN: Readonly<Record<AgencyType, readonly Level[]>> = {
  so: ['department'],
  'van-phong': ['province', 'department', 'district', 'commune'],
  'ubnd-tinh': ['province', 'department', 'district', 'commune'],
  'ubnd-huyen': ['district', 'commune'],
  'ubnd-xa': ['commune'],
};

const LEVEL: Readonly<Record<AgencyType, Level>> = {
  so: 'department',
  'van-phong': 'department',
  'ubnd-tinh': 'province',
  'ubnd-huyen': 'district',
  'ubnd-xa': 'commune',
};

const LEVELS: readonly (readonly [Level, RegExp])[] = [
  ['province', /(?:UBND|HĐND|cấp|toàn|trên địa bàn) tỉnh/i],
  ['department', /sở, (?:ban, )?ngành|các sở/i],
  ['district', /(?:UBND|cấp|các) huyện/i],
  ['commune', /cấp xã|UBND (?:các )?xã/i],
];

const levelsIn = (text: string): readonly Level[] =>
  LEVELS.filter(([, words]) => words.test(text)).map(([level]) => level);

/** "Cấp huyện báo cáo cả cấp xã" says how the district reports, not that others do not. */
const EXCLUSIVE = /báo cáo/i;
const NOT_EXCLUSIVE = /báo cáo cả|không phải báo cáo/i;

/** What the form says of who reports a row, in its column or its note. */
export function reportersOf(row: CatalogueRow): string | undefined {
  if (row.reportedBy !== '') return row.reportedBy;
  return EXCLUSIVE.test(row.note) && !NOT_EXCLUSIVE.test(row.note) ? row.note : undefined;
}

/** A department that is named: "Sở Xây dựng; cấp huyện báo cáo". */
const NAMED_DEPARTMENT = new RegExp(`[Ss]ở [${CAPITAL}]`);

/**
 * Whether a row is this unit's to report: `true` when the form names its level, `false` when it names none that the unit
 * reports for. `undefined`: the form leaves it open, or may mean a body under the unit.
 */
export function reportsRow(row: CatalogueRow, unit: Unit): boolean | undefined {
  const text = reportersOf(row);
  const levels = text === undefined ? [] : levelsIn(text);
  if (text === undefined || levels.length === 0) return undefined;
  if (text.toLowerCase().includes(unit.name.toLowerCase())) return true;
  if (unit.agencyType === 'so' && NAMED_DEPARTMENT.test(text)) return undefined;
  if (levels.includes(LEVEL[unit.agencyType])) return true;
  return levels.some((level) => OWN[unit.agencyType].includes(level)) ? undefined : false;
}

/** Whether a row is about bodies whose figures this unit does not give, by who reports it or by its label. */
export function reportedElsewhere(row: CatalogueRow, unit: Unit): boolean {
  const told = reportsRow(row, unit);
  if (told !== undefined) return !told;
  if (unit.agencyType === 'so' && NAMED_DEPARTMENT.test(reportersOf(row) ?? '')) return true;
  const levels = levelsIn(row.label);
  return levels.length > 0 && !levels.some((level) => OWN[unit.agencyType].includes(level));
}
