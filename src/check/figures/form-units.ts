import type { Catalogue } from '../../model/catalogue.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem-codes.ts';
import { WORDS } from '../../model/words.ts';
import { type Form, type FormRow, nameOf } from './form.ts';
import { figureRule } from './rule.ts';

const RATE = { vi: 'tỷ lệ', en: 'a rate' };
const COUNT = { vi: 'số đếm', en: 'a count' };
const isCountLabel = ({ read }: FormRow): boolean => /^(?:tổng )?số (?:lượng )?[a-zà-öø-ỹ]/.test(read.text);

/** A row whose label and unit of measure do not go together. */
function fault(form: Form, row: FormRow): Problem | undefined {
  const unit = row.row.unitOfMeasure.trim();
  const percent = unit.includes('%');
  const { kind } = row.row;
  const at = { kind: 'data', file: form.catalogue.file, path: [WORDS.catalogue.rows, row.index] } as const;
  const say = (named: typeof RATE): Problem =>
    problem('don-vi-khong-hop', { label: nameOf(row), unit, kind: named }, at);
  if (kind === 'heading' || kind === 'text') return undefined;
  if (row.read.isRate) return percent ? undefined : say(RATE);
  if (isCountLabel(row) && percent) return say(COUNT);
  return kind === 'count' && unit === '' ? say(COUNT) : undefined;
}

const known = new WeakMap<Catalogue, readonly Problem[]>();

/** Units of measure of the form, whatever is reported: worked out once for each catalogue. */
export const formUnits = figureRule('don-vi-khong-hop', ({ form }) => {
  const made = known.get(form.catalogue) ?? form.rows.flatMap((row) => fault(form, row) ?? []);
  known.set(form.catalogue, made);
  return made;
});
