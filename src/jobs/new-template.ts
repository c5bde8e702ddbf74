import { existsSync } from 'node:fs';
import path from 'node:path';
import { readOutline } from '../load/outline.ts';
import { Workspace } from '../load/workspace.ts';
import { readYaml } from '../load/yaml.ts';
import { isSafeName } from '../model/names.ts';
import { hasErrors, type Outcome, type Problem } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { newTemplate } from '../render/template/index.ts';
import { writeFile } from '../write/file.ts';

/**
 * `gen template new`: an outline (relative to the root) becomes templates/<name>.docx, whose name is returned.
 * Reports `ten-tep-sai`, `da-co-tep`, what the outline reports, and what writing reports.
 */
export function makeTemplate(root: string, name: string, outlineFile: string): Outcome<string | undefined> {
  const output = `templates/${name}.docx`;
  const refused = (...problems: readonly Problem[]): Outcome<undefined> => ({ value: undefined, problems });
  if (!isSafeName(name)) return refused(problem('ten-tep-sai', { name }, { kind: 'file', file: output }));
  if (existsSync(path.join(root, output))) return refused(problem('da-co-tep', {}, { kind: 'file', file: output }));
  const file = outlineFile.replace(/\\/g, '/');
  const text = new Workspace(root).text(file);
  if (text.value === undefined) return refused(...text.problems);
  const node = readYaml(text.value, file);
  if (node.value === undefined) return refused(...node.problems);
  const outline = readOutline(node.value, file);
  const problems = [...node.problems, ...outline.problems];
  if (outline.value === undefined || hasErrors(problems)) return refused(...problems);
  const written = writeFile(root, output, newTemplate(outline.value));
  return { value: written.value === 'failed' ? undefined : output, problems: [...problems, ...written.problems] };
}
