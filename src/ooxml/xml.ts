/** XML in one place: made safe on the way out, taken apart on the way in. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or a double-quoted attribute. What XML cannot hold at all was refused when the data was read. */
export const escapeXml = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign) : text;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, dec?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly raw: string; readonly selfClosing: boolean }
  | { readonly kind: 'close'; readonly name: string; readonly raw: string }
  | { readonly kind: 'text'; readonly raw: string }
  /** Declaration, comment, processing instruction. */
  | { readonly kind: 'other'; readonly raw: string };

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!(?:DOCTYPE|ENTITY)[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;

/** An ampersand that begins no reference that XML knows, or one to a character that it cannot hold. */
const BAD_REFERENCE =
  /&(?!(?:amp|lt|gt|quot|apos|#(?:9|10|13|[3-9]\d|[1-9]\d{2,6})|#x(?:9|[aA]|[dD]|[2-9a-fA-F][\da-fA-F]|[\da-fA-F]{3,6}));)/;

/** Takes a part apart; well-formed or a short cause. Document types and entities are refused: no Word file needs them. */
export function tokenize(xml: string): XmlToken[] | { readonly cause: string } {
  const tokens: XmlToken[] = [];
  const open: string[] = [];
  for (const match of xml.matchAll(TOKEN)) {
    const raw = match[0];
    const closing = match[1];
    const opening = match[2];
    if (closing !== undefined) {
      const expected = open.pop();
      if (expected !== closing) return { cause: `</${closing}>` };
      tokens.push({ kind: 'close', name: closing, raw });
    } else if (opening !== undefined) {
      if (BAD_REFERENCE.test(raw)) return { cause: raw.slice(0, 20) };
      const selfClosing = match[4] === '/';
      if (!selfClosing) open.push(opening);
      if (open.length > 400) return { cause: 'nesting' };
      tokens.push({ kind: 'open', name: opening, raw, selfClosing });
    } else if (raw === '<' || raw.startsWith('<![CDATA[') || /^<!(?:DOCTYPE|ENTITY)/.test(raw)) {
      return { cause: raw.slice(0, 20) };
    } else if (BAD_REFERENCE.test(raw)) {
      return { cause: raw.trim().slice(0, 20) };
    } else if (raw.startsWith('<')) {
      tokens.push({ kind: 'other', raw });
    } else {
      tokens.push({ kind: 'text', raw });
    }
  }
  const unclosed = open.pop();
  if (unclosed !== undefined) return { cause: `<${unclosed}>` };
  return tokens;
}

/** An attribute's value in an opening tag, unescaped. */
export function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : unescapeXml(value);
}
