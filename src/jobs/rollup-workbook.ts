import type { ConsolidationData, ShownMember, ShownRow } from '../compose/consolidation-workbook.ts';
import { positionOf } from '../load/position.ts';
import type { Workspace } from '../load/workspace.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { type FullDate, shortDate } from '../model/date.ts';
import { labelOf } from '../model/labels.ts';
import type { Value } from '../model/resolved.ts';
import { WORDS } from '../model/words.ts';
import { type ConsolidatedRow, type Member, type NotAdded, punctuality, strays } from '../resolve/consolidate.ts';
import type { Entry } from './entry.ts';

const REASONS: Readonly<Record<NotAdded, string>> = {
  blank: 'chưa có số',
  'not-asked': 'biểu của đơn vị không có',
  'no-report': 'chưa có báo cáo',
  text: 'là chữ, không cộng được',
  kind: 'khác kiểu số liệu',
  measure: 'khác đơn vị tính',
};

/** What a consolidation found, as its workbook shows it. */
export function consolidationData(
  workspace: Workspace,
  entry: Entry,
  members: readonly Member[],
  rows: readonly ConsolidatedRow[],
  totals: ReadonlyMap<string, Value>,
  deadline: FullDate | undefined,
): ConsolidationData {
  const lines = members.map((member) => linesOf(workspace, member));
  return {
    unit: entry.unit,
    period: entry.period,
    deadline: deadline === undefined ? undefined : shortDate(deadline),
    members: members.map((member) => shownMember(entry, member, deadline)),
    rows: rows.map(
      ({ row, rule, contributions, uneven }): ShownRow => ({
        id: row.id,
        number: row.number ?? (row.part ? 'Trong đó' : ''),
        label: labelOf(row),
        unitOfMeasure: row.unitOfMeasure,
        group: row.kind === 'heading',
        kind: row.kind,
        rule,
        formula: row.formula?.expression,
        total: totals.get(row.id),
        reported: entry.values.get(row.id)?.shown ?? '',
        uneven: uneven.map(({ unit }) => unit.name),
        figures: contributions.map(({ value, added, why }, member) => ({
          member,
          value,
          added,
          why: why === undefined ? '' : REASONS[why],
          blank: row.kind !== 'heading' && (why === 'blank' || why === 'no-report'),
          source: lines[member]?.get(row.id) ?? '',
        })),
      }),
    ),
  };
}

function shownMember({ catalogue: form }: Entry, member: Member, deadline: FullDate | undefined): ShownMember {
  const { unit, report, catalogue } = member;
  const state = punctuality(member, deadline);
  const words = {
    none: 'chưa có báo cáo',
    faulty: 'báo cáo có lỗi, chưa dùng được',
    undated: 'chưa ghi ngày',
    'on-time': 'đúng hạn',
    'no-deadline': 'đã có báo cáo',
    late: state.kind === 'late' ? `chậm ${state.days} ngày` : '',
  } as const;
  return {
    name: unit.name,
    date: report === undefined ? '' : shortDate(report.date),
    state: words[state.kind],
    late: state.kind !== 'on-time' && state.kind !== 'no-deadline',
    catalogue: catalogue?.id ?? '',
    strays: strays(form, member).map(([id, { shown }]) => `${nameOf(id, catalogue)}: ${shown}`),
  };
}

function nameOf(id: string, catalogue: Catalogue | undefined): string {
  const row = catalogue?.rows.find((one) => one.id === id);
  return row === undefined ? id : `${row.number ?? ''} ${labelOf(row)}`.trim();
}

/** Where each figure of a unit was typed. */
function linesOf(workspace: Workspace, { report }: Member): ReadonlyMap<string, string> {
  const text = report === undefined ? undefined : workspace.text(report.file).value;
  if (report === undefined || text === undefined) return new Map();
  return new Map(
    [...report.values.keys()].map((id) => {
      const place = { kind: 'data', file: report.file, path: [WORDS.report.values, id], key: true } as const;
      return [id, `${report.file}:${positionOf(text, place).line}`] as const;
    }),
  );
}
