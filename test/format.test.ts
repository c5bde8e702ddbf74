import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFormat } from '../src/format/index.ts';
import { sampleField } from '../src/jobs/sample-fields.ts';

/** `gen check --the-thuc` and `gen format`: the form that Nghị định 30/2020/NĐ-CP asks for. */

const here = path.join(import.meta.dirname, '..');
const templates = readdirSync(path.join(here, 'templates')).filter((name) => name.endsWith('.docx'));

describe('our templates', () => {
  test.each(templates)('%s obeys every rule', (name) => {
    const bytes = readFileSync(path.join(here, 'templates', name));
    const { value, problems } = checkFormat({ bytes, file: name, standing: 'template', sample: sampleField });
    expect(problems.map(({ code, message }) => `${code}: ${message.vi}`)).toEqual([]);
    expect(value?.['phu_luc'] ?? value?.['ten_loai']).toBeDefined();
  });
});
