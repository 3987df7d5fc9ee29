// Bounded look into a zip container before anything is unpacked. The central directory is believed only as far as it
// can be checked: sizes are enforced while inflating, local headers must agree, and no two entries may share bytes.
import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';

/** What a container may hold at most: bytes of the file, number of entries, unpacked bytes together and of one entry. */
export interface ZipLimits {
  file: number;
  entries: number;
  total: number;
  entry: number;
}

/** One entry: sizes in bytes; `start` is where its packed bytes begin in the file. */
export interface ZipEntry {
  name: string;
  stored: boolean;
  start: number;
  packed: number;
  unpacked: number;
  crc: number;
}

/** A container that was inspected. Entries are found by their name in lower case, as Windows and OPC compare names. */
export interface Zip {
  bytes: Uint8Array;
  entries: ReadonlyMap<string, ZipEntry>;
}

type Reason = 'damaged' | 'encrypted' | 'too-large';

/** A size in bytes as people read it: `20 MB`. */
export const megabytes = (bytes: number) => `${Math.floor(bytes / 1_000_000).toLocaleString('en-GB')} MB`;

function refusal(reason: Reason, sentence: string, entry?: string): AppError {
  const code = reason === 'encrypted' ? 'unsupported-file' : reason;
  return new AppError(code, sentence, entry === undefined ? { reason } : { reason, entry });
}

const damaged = (what: string, entry?: string) =>
  refusal('damaged', `The file is damaged: ${what}. Ask for a fresh copy and try again.`, entry);

const show = (name: string) => `“${name.length > 80 ? `${name.slice(0, 80)}…` : name}”`;

const lengthOfEnd = 22;
const lengthOfDirectoryEntry = 46;
const lengthOfLocalHeader = 30;

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - lengthOfEnd - 0xffff);
  for (let at = view.byteLength - lengthOfEnd; at >= lowest; at -= 1) {
    const fits = () => at + lengthOfEnd + view.getUint16(at + 20, true) <= view.byteLength;
    if (view.getUint32(at, true) === 0x06054b50 && fits()) return at;
  }
  throw damaged('the directory at its end is missing');
}

/** Values above 32 bits stand in an extra field, in a fixed order, and only where the plain field is all ones. */
function readWideFields(view: DataView, extra: number, end: number, plain: number[]): number[] {
  if (!plain.includes(0xffffffff)) return plain;
  for (let at = extra; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const stop = Math.min(end, next + view.getUint16(at + 2, true));
    return plain.map((value) => {
      if (value !== 0xffffffff || next + 8 > stop) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return plain;
}

function checkName(name: string): void {
  const bad =
    name === '' ||
    name.includes('\\') ||
    name.includes('\0') ||
    name.startsWith('/') ||
    /^[a-z]:/i.test(name) ||
    name.split('/').includes('..');
  if (bad) throw damaged(`its entry ${show(name)} has a name that points outside the container`, name);
}

function readName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function findData(zip: Uint8Array, view: DataView, entry: ZipEntry, header: number, nameBytes: Uint8Array): ZipEntry {
  if (header + lengthOfLocalHeader > zip.length || view.getUint32(header, true) !== 0x04034b50)
    throw damaged(`its entry ${show(entry.name)} is not where the directory says`, entry.name);
  const nameLength = view.getUint16(header + 26, true);
  const nameAt = header + lengthOfLocalHeader;
  const start = nameAt + nameLength + view.getUint16(header + 28, true);
  const local = zip.subarray(nameAt, nameAt + nameLength);
  if (Buffer.compare(local, nameBytes) !== 0)
    throw damaged(`its entry ${show(entry.name)} carries two different names`, entry.name);
  if (start + entry.packed > zip.length) throw damaged(`its entry ${show(entry.name)} is cut off`, entry.name);
  return { ...entry, start };
}

function checkOverlap(ranges: { from: number; to: number; name: string }[], directory: number): void {
  let end = 0;
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    if (range.from < end || range.to > directory)
      throw damaged(`its entry ${show(range.name)} shares bytes with another one`, range.name);
    end = range.to;
  }
}

function readEntry(view: DataView, at: number, zip: Uint8Array, limits: ZipLimits) {
  if (at + lengthOfDirectoryEntry > zip.length || view.getUint32(at, true) !== 0x02014b50)
    throw damaged('its directory is broken');
  const nameEnd = at + lengthOfDirectoryEntry + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > zip.length) throw damaged('its directory is broken');
  const nameBytes = zip.subarray(at + lengthOfDirectoryEntry, nameEnd);
  const name = readName(nameBytes);
  checkName(name);
  const plain = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [unpacked = 0, packed = 0, header = 0] = readWideFields(view, nameEnd, extraEnd, plain);
  if ((view.getUint16(at + 8, true) & 1) === 1)
    throw refusal('encrypted', 'The file is encrypted. Ask for a copy without a password.', name);
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw damaged(`its entry ${show(name)} is packed in an unknown way`, name);
  if (unpacked > limits.entry)
    throw refusal(
      'too-large',
      `The entry ${show(name)} of the file unpacks to more than ${megabytes(limits.entry)}. Send a smaller file.`,
      name,
    );
  const entry: ZipEntry = {
    name,
    stored: method === 0,
    start: 0,
    packed,
    unpacked,
    crc: view.getUint32(at + 16, true),
  };
  return { entry: findData(zip, view, entry, header, nameBytes), header, next };
}

/**
 * Reads the directory of a zip container and refuses what is too large, encrypted, unsafe or inconsistent before
 * anything is unpacked. Throws AppError with `details.reason` `too-large`, `encrypted` or `damaged`.
 */
export function inspectZip(bytes: Uint8Array, limits: ZipLimits): Zip {
  if (bytes.length > limits.file)
    throw refusal('too-large', `The file is larger than ${megabytes(limits.file)}. Send a smaller file.`);
  if (bytes.length < lengthOfEnd) throw damaged('it is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    throw damaged('it is one part of several');
  if (count > limits.entries)
    throw refusal(
      'too-large',
      `The file holds ${count.toLocaleString('en-GB')} entries, more than ${limits.entries.toLocaleString('en-GB')}. Send a smaller file.`,
    );
  const entries = new Map<string, ZipEntry>();
  const ranges: { from: number; to: number; name: string }[] = [];
  let total = 0;
  let at = directory;
  for (let index = 0; index < count; index += 1) {
    const { entry, header, next } = readEntry(view, at, bytes, limits);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw damaged(`it holds the entry ${show(entry.name)} twice`, entry.name);
    entries.set(key, entry);
    ranges.push({ from: header, to: entry.start + entry.packed, name: entry.name });
    total += entry.unpacked;
    at = next;
  }
  if (at !== directory + view.getUint32(end + 12, true)) throw damaged('its directory is broken');
  if (total > limits.total)
    throw refusal('too-large', `The file unpacks to more than ${megabytes(limits.total)}. Send a smaller file.`);
  checkOverlap(ranges, directory);
  return { bytes, entries };
}

/** Unpacks one entry, never past the size its directory states, and checks its checksum. Throws AppError `damaged`. */
export function unpackEntry(zip: Zip, entry: ZipEntry): Uint8Array {
  const packed = zip.bytes.subarray(entry.start, entry.start + entry.packed);
  let content: Uint8Array;
  try {
    content = entry.stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch {
    throw damaged(`its entry ${show(entry.name)} cannot be unpacked to the size it states`, entry.name);
  }
  if (content.length !== entry.unpacked || crc32(content) !== entry.crc)
    throw damaged(`its entry ${show(entry.name)} does not match its checksum`, entry.name);
  return content;
}
