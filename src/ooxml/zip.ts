import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Zip packages, as a .docx is one. Our own because of three needs that no library meets together: a limit on what an
 * untrusted file may unpack to, the same bytes on every run, and unchanged parts copied without packing them again.
 */

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** As stored in the package. */
  readonly packed: Uint8Array;
}

export type ZipFault = { readonly fault: 'no-zip'; readonly cause: string } | { readonly fault: 'too-large' };

export interface ZipLimits {
  readonly entries: number;
  /** Bytes that all entries together may unpack to. */
  readonly unpacked: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 0x0800;
/** 1980-01-01, the first day that a zip can name: a clock would change the bytes from run to run. */
const FIXED_DATE = 0x0021;

function safeName(name: string): boolean {
  return !(name.startsWith('/') || name.includes('\\') || /^[a-z]:/i.test(name) || name.split('/').includes('..'));
}

/** The entries of a package, still packed. Names that lead out of the package are a fault. */
export function readZip(bytes: Uint8Array, limits: ZipLimits): Map<string, ZipEntry> | ZipFault {
  const noZip = (cause: string): ZipFault => ({ fault: 'no-zip', cause });
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lowest = Math.max(0, view.length - 65_557);
  let end = view.length - 22;
  while (end >= lowest && view.readUInt32LE(end) !== END) end -= 1;
  if (end < lowest || end < 0) return noZip('zip');
  const count = view.readUInt16LE(end + 10);
  if (count > limits.entries) return { fault: 'too-large' };
  let at = view.readUInt32LE(end + 16);
  let total = 0;
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== CENTRAL) return noZip('central directory');
    const flags = view.readUInt16LE(at + 8);
    const method = view.readUInt16LE(at + 10);
    const packedSize = view.readUInt32LE(at + 20);
    const size = view.readUInt32LE(at + 24);
    const nameLength = view.readUInt16LE(at + 28);
    const skip = view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
    const local = view.readUInt32LE(at + 42);
    const name = view.toString('utf8', at + 46, at + 46 + nameLength);
    const crc = view.readUInt32LE(at + 16);
    at += 46 + nameLength + skip;
    if (name.endsWith('/')) continue;
    if ((flags & ENCRYPTED_FLAG) !== 0) return noZip('mật khẩu / password');
    if (method !== STORED && method !== DEFLATED) return noZip(`method ${method}`);
    if (!safeName(name)) return noZip(name);
    if (entries.has(name)) return noZip(`${name} × 2`);
    if (local + 30 > view.length || view.readUInt32LE(local) !== LOCAL) return noZip(name);
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    if (start + packedSize > view.length) return noZip(name);
    total += size;
    if (total > limits.unpacked) return { fault: 'too-large' };
    entries.set(name, { name, method, crc, size, packed: view.subarray(start, start + packedSize) });
  }
  return entries;
}

/** Unpacks an entry; `undefined` when it is damaged or larger than it says. */
export function unpack(entry: ZipEntry): Uint8Array | undefined {
  try {
    const data =
      entry.method === STORED
        ? entry.packed
        : inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, entry.size) });
    return data.length === entry.size && crc32(data) === entry.crc ? data : undefined;
  } catch {
    return undefined;
  }
}

/** A new entry, packed. */
export function pack(name: string, data: Uint8Array): ZipEntry {
  return { name, method: DEFLATED, crc: crc32(data), size: data.length, packed: deflateRawSync(data, { level: 6 }) };
}

/** The package's bytes: entries in the given order, no clock. */
export function writeZip(entries: Iterable<ZipEntry>): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let count = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(UTF8_FLAG, 2);
    shared.writeUInt16LE(entry.method, 4);
    shared.writeUInt16LE(0, 6);
    shared.writeUInt16LE(FIXED_DATE, 8);
    shared.writeUInt32LE(entry.crc, 10);
    shared.writeUInt32LE(entry.packed.length, 14);
    shared.writeUInt32LE(entry.size, 18);
    shared.writeUInt16LE(name.length, 22);
    const localHead = Buffer.alloc(4);
    localHead.writeUInt32LE(LOCAL, 0);
    pieces.push(
      localHead,
      shared,
      name,
      Buffer.from(entry.packed.buffer, entry.packed.byteOffset, entry.packed.length),
    );
    const centralHead = Buffer.alloc(6);
    centralHead.writeUInt32LE(CENTRAL, 0);
    centralHead.writeUInt16LE(20, 4);
    const centralTail = Buffer.alloc(14);
    centralTail.writeUInt32LE(offset, 10);
    directory.push(centralHead, shared, centralTail, name);
    offset += 4 + 26 + name.length + entry.packed.length;
    count += 1;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}
