import type { CatalogueRow } from './catalogue.ts';
import { plain } from './text.ts';
import type { Unit } from './unit.ts';
import type { AgencyType } from './words.ts';

/** How forms name the kinds of agencies that report a row; without tone marks. */
const KINDS: readonly (readonly [RegExp, AgencyType])[] = [
  [/cap huyen|ubnd (?:cac )?huyen|huyen, thi xa/, 'ubnd-huyen'],
  [/cap xa|ubnd (?:cac )?xa|xa, phuong/, 'ubnd-xa'],
  [/so, (?:ban, )?nganh|cac so|so nganh/, 'so'],
  [/van phong ubnd|vp ubnd/, 'van-phong'],
  [/(?<!van phong |vp )ubnd (?:cap )?tinh/, 'ubnd-tinh'],
];
const ONE_AGENCY = /(?:^|[;,] *)(so [a-z -]+?)(?= *(?:[;,]|$))/g;

/** Whom the form names: `co_quan_bao_cao`, or a note like "Cấp huyện báo cáo"; empty when it names nobody. */
function reportersIn({ note, reportedBy }: CatalogueRow): string {
  if (reportedBy.trim() !== '') return plain(reportedBy);
  const noted = plain(note);
  const end = noted.search(/(?:tong hop )?bao cao/);
  return end <= 0 || noted.includes('khong phai bao cao') ? '' : noted.slice(0, end).trim();
}

/**
 * Whether a unit reports a row: it does, unless the form says who reports and names others. What cannot be recognised
 * leaves nobody out, and a province, which puts all together, reports every row.
 */
export function reportsRow(row: CatalogueRow, unit: Unit): boolean {
  if (unit.agencyType === 'ubnd-tinh') return true;
  const reporters = reportersIn(row);
  const kinds = KINDS.filter(([words]) => words.test(reporters)).map(([, type]) => type);
  const agencies = [...reporters.matchAll(ONE_AGENCY)].map(([, name = '']) => name.replace(/[^a-z]+/g, ' ').trim());
  const known = agencies.filter((name) => !name.startsWith('so ban') && !name.startsWith('so nganh'));
  if (kinds.length === 0 && known.length === 0) return true;
  const own = plain(unit.name).replace(/[^a-z]+/g, ' ');
  return kinds.includes(unit.agencyType) || known.some((name) => own.includes(name));
}
