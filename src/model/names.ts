/**
 * Names that become files or folders: units, templates, catalogues. They come from file names, YAML and the command line,
 * and must neither lead out of the workspace nor be a name that Windows refuses.
 */
const RESERVED = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows forbids them in file names
const FORBIDDEN = /[/\\:*?"<>|\u0000-\u001f]/;

export function isSafeName(name: string): boolean {
  return (
    name !== '' &&
    name.length <= 100 &&
    !FORBIDDEN.test(name) &&
    !RESERVED.test(name) &&
    !name.startsWith('.') &&
    !name.startsWith('~$') &&
    !/[. ]$/.test(name)
  );
}

/** Names that narrative and expressions know besides the indicators; no indicator may take them. */
export const RESERVED_NAMES = [
  'ky',
  'ky_truoc',
  'ky_sau',
  'cung_ky',
  'dau_nam',
  'don_vi',
  'bao_cao',
  'this',
  // Between conditions of an expression.
  'va',
  'hoac',
  'khong',
] as const;
