// The layout of the zip files that Plumbline writes and reads back: entries stored as they are, 64-bit fields always, names
// of plain ASCII, one date. Every byte of it follows from name, size, check sum and place of the entries, so a reader makes
// it again and compares: nothing can hide between the entries.

/** An entry of an archive: size in bytes, place of its header in the file. */
export interface ZipEntry {
  name: string;
  size: number;
  crc: number;
  offset: number;
}

/** The signatures that begin the records of a zip file. */
export const signatures = {
  local: 0x04034b50,
  directory: 0x02014b50,
  wideEnd: 0x06064b50,
  wideLocator: 0x07064b50,
  end: 0x06054b50,
} as const;

/** Length in bytes of the records that end an archive. */
export const lengthOfEnds = 56 + 20 + 22;
/** Length in bytes of what stands before and after a name in the directory. */
export const lengthInDirectory = 46 + 28;
const lengthOfHeader = 30 + 20;

/** Fixed at 1 January 1980: when an archive was made stands in its manifest. */
const zipDate = 0x0021;
const wide = 0xffff_ffff;
/** Names are UTF-8. */
const flags = 0x0800;
/** The version of the format that knows 64-bit fields. */
const version = 45;

/** Whether a name can stand in an archive at all. */
export const isPlainName = (name: string) => /^[\x21-\x7e][\x20-\x7e]{0,199}$/.test(name);

function writeName(bytes: Uint8Array, at: number, name: string): void {
  for (let place = 0; place < name.length; place += 1) bytes[at + place] = name.charCodeAt(place);
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the content of an entry begins. */
export const startOf = ({ name, offset }: ZipEntry) => offset + lengthOfHeader + name.length;

/** The header before the content of an entry. */
export function localHeader({ name, crc, size }: ZipEntry): Uint8Array {
  const header = new Uint8Array(lengthOfHeader + name.length);
  const view = viewOf(header);
  view.setUint32(0, signatures.local, true);
  view.setUint16(4, version, true);
  view.setUint16(6, flags, true);
  view.setUint16(12, zipDate, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, wide, true);
  view.setUint32(22, wide, true);
  view.setUint16(26, name.length, true);
  view.setUint16(28, 20, true);
  writeName(header, 30, name);
  const extra = 30 + name.length;
  view.setUint16(extra, 1, true);
  view.setUint16(extra + 2, 16, true);
  view.setBigUint64(extra + 4, BigInt(size), true);
  view.setBigUint64(extra + 12, BigInt(size), true);
  return header;
}

/** The line of an entry in the directory. */
export function directoryEntry({ name, crc, size, offset }: ZipEntry): Uint8Array {
  const entry = new Uint8Array(lengthInDirectory + name.length);
  const view = viewOf(entry);
  view.setUint32(0, signatures.directory, true);
  view.setUint16(4, version, true);
  view.setUint16(6, version, true);
  view.setUint16(8, flags, true);
  view.setUint16(14, zipDate, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, wide, true);
  view.setUint32(24, wide, true);
  view.setUint16(28, name.length, true);
  view.setUint16(30, 28, true);
  view.setUint32(42, wide, true);
  writeName(entry, 46, name);
  const extra = 46 + name.length;
  view.setUint16(extra, 1, true);
  view.setUint16(extra + 2, 24, true);
  view.setBigUint64(extra + 4, BigInt(size), true);
  view.setBigUint64(extra + 12, BigInt(size), true);
  view.setBigUint64(extra + 20, BigInt(offset), true);
  return entry;
}

/** The records at the end: how many entries there are, how long the directory is and where it begins. */
export function directoryEnd(count: number, size: number, offset: number): Uint8Array {
  const end = new Uint8Array(lengthOfEnds);
  const view = viewOf(end);
  view.setUint32(0, signatures.wideEnd, true);
  view.setBigUint64(4, 44n, true);
  view.setUint16(12, version, true);
  view.setUint16(14, version, true);
  view.setBigUint64(24, BigInt(count), true);
  view.setBigUint64(32, BigInt(count), true);
  view.setBigUint64(40, BigInt(size), true);
  view.setBigUint64(48, BigInt(offset), true);
  view.setUint32(56, signatures.wideLocator, true);
  view.setBigUint64(64, BigInt(offset + size), true);
  view.setUint32(72, 1, true);
  view.setUint32(76, signatures.end, true);
  view.setUint16(84, 0xffff, true);
  view.setUint16(86, 0xffff, true);
  view.setUint32(88, wide, true);
  view.setUint32(92, wide, true);
  return end;
}
