import type { Wording } from '../model/problem.ts';
import { type LocatedElement, openingTag } from '../ooxml/located.ts';
import { unescapeXml } from '../ooxml/xml.ts';

/** Properties of an element, flat: `rPr/sz@val` → `28`. What Word writes for its own housekeeping is left out. */
export type Properties = ReadonlyMap<string, string>;

const ATTRIBUTE = /\s+([^\s=>/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const HOUSEKEEPING = /^(?:w:rsid\w*|w14:\w+|w16\w*:\w+|xmlns.*)$/;
const IGNORED_ELEMENTS = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:t',
  'w:lang',
  'w:noProof',
]);
/** Ids that are free in every document, and links whose names differ from one to the next. */
const IGNORED_PATHS = /(?:docPr@(?:id|name)|cNvPr@(?:id|name)|anchor@relativeHeight|@r:\w+)$/;
const OFF = /^(?:0|false|off)$/;
/** Holds properties and is none itself: empty, it says nothing. */
const CONTAINER = /(?:Pr|PrDefault|Borders|CellMar)$/;

/** Words and digits for yes and no are the same to Word. */
const toggled = (value: string): string =>
  /^(?:true|on)$/.test(value) ? '1' : /^(?:false|off)$/.test(value) ? '0' : value;

const bare = (name: string): string => name.replace(/^w:/, '');

/** The properties below an element. `styleName` turns the id of a style into its name, which is the same everywhere. */
export function propertiesOf(xml: string, element: LocatedElement, styleName: (id: string) => string): Properties {
  const found = new Map<string, string>();
  const walk = (node: LocatedElement, path: string): void => {
    const counts = new Map<string, number>();
    for (const child of node.children) {
      if (IGNORED_ELEMENTS.has(child.name) || HOUSEKEEPING.test(child.name)) continue;
      const count = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, count);
      const here = `${path}${path === '' ? '' : '/'}${bare(child.name)}${count === 1 ? '' : `[${count}]`}`;
      const attributes = [...openingTag(xml, child).matchAll(ATTRIBUTE)].filter(
        ([, name = '']) => !HOUSEKEEPING.test(name),
      );
      for (const [, name = '', double, single] of attributes) {
        const value = unescapeXml(double ?? single ?? '');
        const key = `${here}@${bare(name)}`;
        if (IGNORED_PATHS.test(key)) continue;
        found.set(key, /(?:Style|basedOn)@val$/.test(key) ? styleName(value) : toggled(value));
      }
      const empty = attributes.length === 0 && child.children.length === 0;
      if (empty && !CONTAINER.test(child.name)) found.set(`${here}@val`, '1');
      walk(child, here);
    }
  };
  walk(element, '');
  return found;
}

interface Label {
  readonly vi: string;
  readonly en: string;
  readonly shown?: (value: string) => string;
}

const points = (perPoint: number) => (value: string) => `${String(Number(value) / perPoint).replace('.', ',')} pt`;
const millimetres = (value: string): string =>
  `${String(Math.round((Number(value) / 56.7) * 10) / 10).replace('.', ',')} mm`;
const yesNo = (value: string): string => (OFF.test(value) ? 'không' : 'có');
const ALIGNMENTS: Readonly<Record<string, string>> = {
  both: 'đều hai bên',
  center: 'giữa',
  left: 'trái',
  start: 'trái',
  right: 'phải',
  end: 'phải',
};

/** How properties are named to a keeper of templates, by the end of their path. */
const LABELS: readonly (readonly [RegExp, Label])[] = [
  [/rPr\/sz@val$/, { vi: 'cỡ chữ', en: 'size', shown: points(2) }],
  [/rPr\/b@val$/, { vi: 'đậm', en: 'bold', shown: yesNo }],
  [/rPr\/i@val$/, { vi: 'nghiêng', en: 'italic', shown: yesNo }],
  [/rPr\/caps@val$/, { vi: 'chữ in hoa', en: 'capitals', shown: yesNo }],
  [/rPr\/u@val$/, { vi: 'gạch chân', en: 'underline' }],
  [/rPr\/color@val$/, { vi: 'màu chữ', en: 'colour' }],
  [/rFonts@ascii$/, { vi: 'phông', en: 'font' }],
  [/pPr\/jc@val$/, { vi: 'canh lề', en: 'alignment', shown: (value) => ALIGNMENTS[value] ?? value }],
  [/ind@firstLine$/, { vi: 'thụt dòng đầu', en: 'first line', shown: millimetres }],
  [/ind@hanging$/, { vi: 'thụt treo', en: 'hanging', shown: millimetres }],
  [/ind@(?:left|start)$/, { vi: 'thụt lề trái', en: 'left indent', shown: millimetres }],
  [/ind@(?:right|end)$/, { vi: 'thụt lề phải', en: 'right indent', shown: millimetres }],
  [/spacing@before$/, { vi: 'cách đoạn trước', en: 'space before', shown: points(20) }],
  [/spacing@after$/, { vi: 'cách đoạn sau', en: 'space after', shown: points(20) }],
  [
    /spacing@line$/,
    {
      vi: 'giãn dòng',
      en: 'line spacing',
      shown: (value) => String(Math.round((Number(value) / 240) * 100) / 100).replace('.', ','),
    },
  ],
  [/keepNext@val$/, { vi: 'giữ với đoạn sau', en: 'keep with next', shown: yesNo }],
  [/keepLines@val$/, { vi: 'giữ các dòng cùng trang', en: 'keep lines together', shown: yesNo }],
  [/[pr]Style@val$/, { vi: 'kiểu', en: 'style' }],
  [/basedOn@val$/, { vi: 'dựa trên kiểu', en: 'based on' }],
  [/outlineLvl@val$/, { vi: 'bậc tiêu đề', en: 'outline level' }],
  [/(?:tblW|tcW|gridCol(?:\[\d+\])?)@w$/, { vi: 'độ rộng', en: 'width', shown: millimetres }],
  [
    /extent@cx$/,
    {
      vi: 'độ dài đường kẻ, hình',
      en: 'length of line or picture',
      shown: (value) => millimetres(String(Number(value) / 635)),
    },
  ],
  [/cantSplit@val$/, { vi: 'dòng không tách trang', en: 'row does not split', shown: yesNo }],
  [/vAlign@val$/, { vi: 'canh dọc', en: 'vertical alignment' }],
];
/** Say nothing that another property does not say: complex scripts, and the rest of a drawing. */
const SILENT = /(?:Cs@val|rFonts@(?:hAnsi|cs|eastAsia)|spacing@lineRule|ext@cx|@type)$/;

const labelOf = (key: string): Label | undefined => LABELS.find(([pattern]) => pattern.test(key))?.[1];

/** `pPr/widowControl@val` → `widowControl`: what a keeper can look up, without the way there. */
const shortName = (key: string): string =>
  key
    .replace(/@val$/, '')
    .replace(/^.*[/:]/, '')
    .replace(/\[\d+\]/, '');
const MOST_NAMES = 4;

/** What is in `to` and was not in `from`: `cỡ chữ: 13 pt → 14 pt; …`. `undefined` when they are the same. */
export function differences(from: Properties, to: Properties): Wording | undefined {
  const keys = [...new Set([...from.keys(), ...to.keys()])].filter((key) => from.get(key) !== to.get(key));
  if (keys.length === 0) return undefined;
  const told = new Map<string, Wording>();
  const others = new Set<string>();
  for (const key of keys.filter((one) => !SILENT.test(one))) {
    const named = labelOf(key);
    const show = (value: string): string => named?.shown?.(value) ?? value;
    const [before, after] = [from.get(key), to.get(key)].map((value) =>
      value === undefined ? undefined : show(value),
    );
    if (named === undefined || before === after) {
      others.add(shortName(key));
      continue;
    }
    const vi = `${named.vi}: ${before ?? 'không ghi'} → ${after ?? 'không ghi'}`;
    told.set(vi, { vi, en: `${named.en}: ${before ?? 'not stated'} → ${after ?? 'not stated'}` });
  }
  const names = [...others].slice(0, MOST_NAMES).join(', ') + (others.size > MOST_NAMES ? ', …' : '');
  const rest = others.size === 0 ? '' : ` (${names})`;
  const all = [...told.values()];
  if (others.size > 0 || all.length === 0) all.push({ vi: `chi tiết khác${rest}`, en: `other details${rest}` });
  return { vi: all.map(({ vi }) => vi).join('; '), en: all.map(({ en }) => en).join('; ') };
}
