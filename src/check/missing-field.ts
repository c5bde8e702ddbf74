import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import type { Resolved } from '../model/resolved.ts';
import { WORDS } from '../model/words.ts';
import type { Rule } from './rule.ts';

/** What a unit may leave out as long as no template of it prints it: the YAML key, the tags that print it, and whether it is there. */
const NEEDS: readonly {
  readonly key: string;
  readonly tags: readonly string[];
  readonly given: (resolved: Resolved) => boolean;
}[] = [
  {
    key: WORDS.unit.placeName,
    tags: ['dia_danh_ngay', 'don_vi.dia_danh'],
    given: ({ unit }) => unit.placeName !== undefined,
  },
  { key: WORDS.unit.signatory, tags: ['chuc_vu', 'ho_ten'], given: ({ signatory }) => signatory !== undefined },
  { key: WORDS.unit.recipients, tags: ['dong'], given: ({ recipients }) => recipients.length > 0 },
  {
    key: WORDS.unit.catalogue,
    tags: ['phu_luc.nhan', 'phu_luc.ten'],
    given: ({ catalogue }) => catalogue !== undefined,
  },
];

/** A field that the template prints and nobody gave: the place would stay empty in a signed document. */
export const missingField: Rule = {
  code: 'thieu-truong',
  check(resolved, template): readonly Problem[] {
    return NEEDS.filter(({ tags, given }) => tags.some((tag) => template.fields.includes(tag)) && !given(resolved)).map(
      ({ key }) => {
        const at = { kind: 'data', file: resolved.unit.file, path: [] } as const;
        const inReport = Object.values<string>(WORDS.report).includes(key);
        return problem('thieu-truong', { key, inReport }, at, [
          { kind: 'file', file: resolved.report.file },
          { kind: 'file', file: template.file },
        ]);
      },
    );
  },
};
