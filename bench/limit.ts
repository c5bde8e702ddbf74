import { crc32, deflateRawSync } from 'node:zlib';
import type { ZipEntry } from '../src/ooxml/zip.ts';

/** What a report costs at the least: its known strings joined, packed at level 6, and zipped with the other parts. */

/** A part in the strings that a walk would put together: markup and text by turns. */
export const stringsOf = (xml: string): readonly string[] => xml.split(/(?<=>)(?=[^<])|(?=<)(?<=[^>])/);

export interface KnownPart {
  readonly name: string;
  readonly strings: readonly string[];
}

const LOCAL = Buffer.from('504b030414000008080000002100', 'hex');
const CENTRAL = Buffer.from('504b0102140014000008080000002100', 'hex');

/** `kept`: parts that go in as they are. */
export function limit(parts: readonly KnownPart[], kept: readonly ZipEntry[]): Buffer {
  const made = parts.map(({ name, strings }) => {
    const data = Buffer.from(strings.join(''), 'utf8');
    return { name, method: 8, crc: crc32(data), size: data.length, packed: deflateRawSync(data, { level: 6 }) };
  });
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  let directorySize = 0;
  for (const { name, crc, size, packed } of [...made, ...kept]) {
    const numbers = Buffer.alloc(16);
    numbers.writeUInt32LE(crc, 0);
    numbers.writeUInt32LE(packed.length, 4);
    numbers.writeUInt32LE(size, 8);
    numbers.writeUInt16LE(name.length, 12);
    const label = Buffer.from(name, 'latin1');
    pieces.push(LOCAL, numbers, label, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(CENTRAL, numbers, place, label);
    offset += 30 + label.length + packed.length;
    directorySize += 46 + label.length;
  }
  const end = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
  end.writeUInt16LE(made.length + kept.length, 8);
  end.writeUInt16LE(made.length + kept.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}
