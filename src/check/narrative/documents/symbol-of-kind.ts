import type { Problem } from '../../../model/problem.ts';
import { problem } from '../../../model/problem-codes.ts';
import type { Rule } from '../../rule.ts';
import { placeOf, type Reference, referencesIn } from './references.ts';

/**
 * Symbols of kinds of documents: Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I; Party documents by Quy định 66-QĐ/TW.
 * Kinds with many spellings in use (Chương trình, Đề án, Quy chế) are left alone.
 */
const SYMBOLS: Readonly<Record<string, { readonly form: RegExp; readonly shown: string }>> = {
  'nghị quyết': { form: /^(?:NQ|QH\d|UBTVQH\d)/u, shown: '…/NQ-…' },
  'nghị quyết liên tịch': { form: /^NQ/u, shown: '…/NQLT-…' },
  'nghị quyết chuyên đề': { form: /^NQ/u, shown: '…-NQ/…' },
  'nghị định': { form: /^(?:NĐ-CP|CP|NĐ-HĐBT|HĐBT)$/u, shown: '…/NĐ-CP' },
  'quyết định': { form: /^(?:QĐ|QD)/u, shown: '…/QĐ-…' },
  'chỉ thị': { form: /^CT/u, shown: '…/CT-…' },
  'thông tư': { form: /^TT/u, shown: '…/TT-…' },
  'thông tư liên tịch': { form: /^TTLT/u, shown: '…/TTLT-…' },
  'kế hoạch': { form: /^KH/u, shown: '…/KH-…' },
  'kế hoạch liên tịch': { form: /^KH/u, shown: '…/KHLT-…' },
  'kế hoạch phối hợp': { form: /^KH/u, shown: '…/KHPH-…' },
  'báo cáo': { form: /^BC/u, shown: '…/BC-…' },
  'thông báo kết luận': { form: /^TB/u, shown: '…/TB-…' },
  'thông báo': { form: /^TB/u, shown: '…/TB-…' },
  'kết luận': { form: /^KL/u, shown: '…/KL-…' },
  'tờ trình': { form: /^TT/iu, shown: '…/TTr-…' },
  'hướng dẫn': { form: /^HD/u, shown: '…/HD-…' },
  'phương án': { form: /^PA/u, shown: '…/PA-…' },
  // A letter's symbol begins with its author, not with a kind.
  'công văn': { form: /^(?!(?:QĐ|KH|BC|TB|CT|NQ|TTr|NĐ|KL|HD)-)/u, shown: '…/UBND-…, …/SNV-…' },
};

function fault({ kind, symbol }: Reference): { readonly type: string; readonly shown: string } | undefined {
  if (kind === undefined) return undefined;
  const known = SYMBOLS[kind.toLowerCase()];
  // `12-NQ/TU` and `12/NQ-TU` begin the same way; older legal documents put the symbol after the year.
  return known === undefined || known.form.test(symbol) ? undefined : { type: kind, shown: known.shown };
}

/** A symbol that belongs to another kind of document than the one named before it. */
export const symbolOfKind: Rule = {
  code: 'so-hieu-sai-loai',
  check(resolved, template): readonly Problem[] {
    return referencesIn(resolved, template).flatMap((reference) => {
      const found = fault(reference);
      if (found === undefined) return [];
      const params = { type: found.type, name: reference.name, expected: found.shown };
      return [problem('so-hieu-sai-loai', params, placeOf(reference))];
    });
  },
};
