import type { Wording } from './problem.ts';
import { say } from './problems/kind.ts';

/** What was handed over in the place of a .docx, so that someone knows what to do with it. */

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

export const startsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, i) => bytes[i] === sign);

/** What a file that is no zip package is, as far as its first bytes tell. `cause`: what reading it as one stumbled over. */
export function kindOfFile(bytes: Uint8Array, cause: string): Wording {
  if (cause !== 'zip') return say(`gói zip hỏng: ${cause}`, `damaged zip package: ${cause}`);
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart();
  if (bytes.length === 0) return say('tệp trống', 'the file is empty');
  if (startsWith(bytes, OLE)) {
    const utf16 = (name: string): Buffer => Buffer.from(name, 'utf16le');
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (file.includes(utf16('EncryptedPackage'))) return say('tệp có mật khẩu', 'the file has a password');
    return say('tệp kiểu cũ .doc, .xls hoặc .ppt', 'an old .doc, .xls or .ppt file');
  }
  if (head.startsWith('{\\rtf')) return say('tệp .rtf', 'an .rtf file');
  if (head.startsWith('%PDF')) return say('tệp .pdf', 'a .pdf file');
  if (/^(?:<!doctype html|<html|<\?xml)/i.test(head)) return say('trang web hoặc tệp XML', 'a web page or an XML file');
  if (head.startsWith('PK')) return say('tệp .docx tải dở hoặc bị hỏng', 'a .docx that is cut off or damaged');
  return say('không phải gói zip', 'no zip package');
}

/** What a zip package is that is no .docx. */
export function kindOfPackage(names: ReadonlyMap<string, unknown>): Wording {
  if (names.has('xl/workbook.xml')) return say('tệp Excel .xlsx', 'an Excel .xlsx file');
  if (names.has('ppt/presentation.xml')) return say('tệp PowerPoint .pptx', 'a PowerPoint .pptx file');
  if (names.has('content.xml')) return say('tệp LibreOffice .odt, .ods', 'a LibreOffice .odt or .ods file');
  return say('gói zip không có văn bản Word', 'a zip package without a Word document');
}

/** What Word calls a package by the content type of its document: it opens none whose ending says otherwise. */
export function kindOfDocument(contentTypes: string): Wording | undefined {
  if (/ms-word\.(?:document|template)\.macroEnabled/.test(contentTypes))
    return say('văn bản có macro .docm, đổi đuôi', 'a .docm with macros under another ending');
  if (/wordprocessingml\.template\.main/.test(contentTypes))
    return say('mẫu Word .dotx, đổi đuôi', 'a Word template .dotx under another ending');
  return undefined;
}
