import { attribute, escapeXml, tokenize } from '../ooxml/xml.ts';

/** What becomes of an opening tag on its way into another document; `undefined` drops the element with all in it. */
export type Visit = (tag: string, name: string) => string | undefined;

/** A balanced piece of XML with its opening tags rewritten. */
export function rewrite(xml: string, visit: Visit): string {
  const tokens = tokenize(xml);
  if ('cause' in tokens) throw new Error(`unbalanced: ${tokens.cause}`);
  let result = '';
  let dropping = 0;
  for (const token of tokens) {
    if (dropping > 0) {
      if (token.kind === 'open' && !token.selfClosing) dropping += 1;
      if (token.kind === 'close') dropping -= 1;
      continue;
    }
    if (token.kind !== 'open') {
      result += token.raw;
      continue;
    }
    const tag = visit(token.raw, token.name);
    if (tag !== undefined) result += tag;
    else if (!token.selfClosing) dropping = 1;
  }
  return result;
}

/** Replaces an attribute's value; the attribute is there. The value is safe in quotes. */
export const withAttribute = (tag: string, name: string, value: string): string =>
  tag.replace(new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`), (_, head: string) => `${head}"${value}"`);

export const withoutAttributes = (tag: string, names: RegExp): string =>
  tag.replace(/\s+([^\s=>/]+)\s*=\s*(?:"[^"<]*"|'[^'<]*')/g, (whole, name: string) => (names.test(name) ? '' : whole));

/** The namespaces that a part's root declares: prefix → URI. */
export function namespacesOf(rootTag: string): ReadonlyMap<string, string> {
  return new Map(
    [...rootTag.matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)].map(([, prefix = '', uri = '']) => [
      prefix,
      uri,
    ]),
  );
}

export const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '');

const THEME_FONTS: Readonly<Record<string, string>> = {
  'w:asciiTheme': 'w:ascii',
  'w:hAnsiTheme': 'w:hAnsi',
  'w:eastAsiaTheme': 'w:eastAsia',
  'w:cstheme': 'w:cs',
};

/** Typefaces of a document's theme, by what styles call them: `minorHAnsi`. */
export type ThemeFonts = ReadonlyMap<string, string>;

export function themeFonts(theme: string | undefined): ThemeFonts {
  const fonts = new Map<string, string>();
  for (const kind of ['major', 'minor'] as const) {
    const inside = new RegExp(`<a:${kind}Font>([\\s\\S]*?)</a:${kind}Font>`).exec(theme ?? '')?.[1] ?? '';
    const face = (element: string): string =>
      attribute(new RegExp(`<a:${element}\\b[^>]*>`).exec(inside)?.[0] ?? '', 'typeface') ?? '';
    for (const [name, element] of [
      ['HAnsi', 'latin'],
      ['Ascii', 'latin'],
      ['EastAsia', 'ea'],
      ['Bidi', 'cs'],
    ] as const) {
      fonts.set(`${kind}${name}`, face(element));
    }
  }
  return fonts;
}

/** Fonts and colours of a theme become what they stand for: the other document has a theme of its own. */
export function withoutTheme(tag: string, name: string, fonts: ThemeFonts): string {
  if (name === 'w:rFonts') {
    let result = tag;
    for (const [themed, plain] of Object.entries(THEME_FONTS)) {
      const face = escapeXml(fonts.get(attribute(tag, themed) ?? '') ?? '');
      result = withoutAttributes(result, new RegExp(`^${themed}$`));
      if (face === '') continue;
      result =
        attribute(result, plain) === undefined
          ? result.replace(/\s*(\/?)>$/, ` ${plain}="${face}"$1>`)
          : withAttribute(result, plain, face);
    }
    return result;
  }
  return withoutAttributes(tag, /^w:theme(?:Color|Tint|Shade|Fill|FillTint|FillShade)$/);
}
