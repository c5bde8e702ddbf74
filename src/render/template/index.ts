import type { TemplateOutline } from '../../model/outline.ts';
import { pack, writeZip } from '../../ooxml/zip.ts';
import { emptyHeader, FormBuilder, pageNumberHeader } from './document.ts';
import { numberingXml, stylesXml } from './styles.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relations = (inside: string): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;

/** A new template from an outline: a .docx that obeys Nghị định 30/2020/NĐ-CP, to be changed in Word from then on. */
export function newTemplate(outline: TemplateOutline): Uint8Array {
  const parts: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      [
        `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        override('word/document.xml', `${WORD}.document.main+xml`),
        override('word/styles.xml', `${WORD}.styles+xml`),
        override('word/numbering.xml', `${WORD}.numbering+xml`),
        override('word/settings.xml', `${WORD}.settings+xml`),
        override('word/footnotes.xml', `${WORD}.footnotes+xml`),
        override('word/header1.xml', `${WORD}.header+xml`),
        override('word/header2.xml', `${WORD}.header+xml`),
        override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
        '</Types>',
      ].join(''),
    ],
    [
      '_rels/.rels',
      relations(
        relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml') +
          relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ),
    ],
    [
      'word/_rels/document.xml.rels',
      relations(
        [
          relation('rIdStyles', `${OFFICE}/styles`, 'styles.xml'),
          relation('rIdNumbering', `${OFFICE}/numbering`, 'numbering.xml'),
          relation('rIdSettings', `${OFFICE}/settings`, 'settings.xml'),
          relation('rIdFootnotes', `${OFFICE}/footnotes`, 'footnotes.xml'),
          relation('rIdHeader', `${OFFICE}/header`, 'header1.xml'),
          relation('rIdFirst', `${OFFICE}/header`, 'header2.xml'),
        ].join(''),
      ),
    ],
    ['word/document.xml', new FormBuilder(outline).document()],
    ['word/styles.xml', stylesXml()],
    ['word/numbering.xml', numberingXml()],
    ['word/header1.xml', pageNumberHeader()],
    ['word/header2.xml', emptyHeader()],
    [
      'word/footnotes.xml',
      [
        `${DECLARATION}<w:footnotes xmlns:w="${MAIN}">`,
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>',
        '</w:footnotes>',
      ].join(''),
    ],
    [
      'word/settings.xml',
      [
        `${DECLARATION}<w:settings xmlns:w="${MAIN}"><w:defaultTabStop w:val="720"/>`,
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
        '<w:themeFontLang w:val="vi-VN"/></w:settings>',
      ].join(''),
    ],
    [
      'docProps/core.xml',
      `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Mẫu báo cáo</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`,
    ],
  ];
  return writeZip(parts.map(([name, text]) => pack(name, Buffer.from(text, 'utf8'))));
}
