import { crc32, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inspectZip, unpackEntry, type ZipLimits } from '../../electron/exchange/xlsx/zip-limits.ts';
import { isAppError } from '../../shared/errors.ts';

const limits: ZipLimits = { file: 1_000_000, entries: 10, total: 100_000, entry: 60_000 };

const reasonOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return (error.details as { reason: string }).reason;
    throw error;
  }
  return undefined;
};
const inspect = (bytes: Uint8Array, changed: Partial<ZipLimits> = {}) => inspectZip(bytes, { ...limits, ...changed });

interface RawEntry {
  name: string;
  content?: Uint8Array;
  localName?: string;
  statedSize?: number;
  method?: number;
  flags?: number;
  /** Points to the local header of an earlier entry. */
  shareWith?: number;
}

/** A container written by hand, so that it can lie. */
function rawZip(entries: RawEntry[], count = entries.length): Uint8Array {
  const locals: Buffer[] = [];
  const starts: number[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  entries.forEach((entry) => {
    const content = entry.content ?? strToU8('x');
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    const localName = Buffer.from(entry.localName ?? entry.name);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(localName.length, 26);
    const start = entry.shareWith === undefined ? at : starts[entry.shareWith]!;
    starts.push(start);
    if (entry.shareWith === undefined) {
      locals.push(local, localName, packed);
      at += 30 + localName.length + packed.length;
    }
    const header = Buffer.alloc(46);
    const name = Buffer.from(entry.name);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(entry.flags ?? 0, 8);
    header.writeUInt16LE(entry.method ?? 8, 10);
    header.writeUInt32LE(crc32(content), 16);
    header.writeUInt32LE(packed.length, 20);
    header.writeUInt32LE(entry.statedSize ?? content.length, 24);
    header.writeUInt16LE(name.length, 28);
    header.writeUInt32LE(start, 42);
    directory.push(header, name);
  });
  const end = Buffer.alloc(22);
  const directoryBytes = Buffer.concat(directory);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, directoryBytes, end]));
}

describe('what is let through', () => {
  test('a plain container, with stored and packed entries', () => {
    const zip = inspect(zipSync({ 'a/b.txt': strToU8('hello'), 'c.txt': [strToU8('stored'), { level: 0 }] }));
    expect([...zip.entries.keys()].toSorted()).toEqual(['a/b.txt', 'c.txt']);
    for (const [name, text] of [
      ['a/b.txt', 'hello'],
      ['c.txt', 'stored'],
    ] as const)
      expect(new TextDecoder().decode(unpackEntry(zip, zip.entries.get(name)!))).toBe(text);
  });

  test('an empty entry, and names in any case', () => {
    const zip = inspect(rawZip([{ name: 'Empty.XML', content: new Uint8Array() }]));
    expect(unpackEntry(zip, zip.entries.get('empty.xml')!)).toHaveLength(0);
  });

  test('sizes in the wide form', () => {
    const bytes = rawZip([{ name: 'a', content: strToU8('wide') }]);
    const view = Buffer.from(bytes);
    const directory = view.readUInt32LE(view.length - 22 + 16);
    const extra = Buffer.alloc(12);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(4n, 4);
    view.writeUInt32LE(0xffffffff, directory + 24);
    view.writeUInt16LE(12, directory + 30);
    view.writeUInt32LE(46 + 1 + 12, view.length - 22 + 12);
    const wide = Buffer.concat([view.subarray(0, directory + 47), extra, view.subarray(directory + 47)]);
    const zip = inspect(new Uint8Array(wide));
    expect(new TextDecoder().decode(unpackEntry(zip, zip.entries.get('a')!))).toBe('wide');
  });
});

describe('what is refused before anything is unpacked', () => {
  const big = new Uint8Array(50_000);

  test.each<[string, () => Uint8Array, Partial<ZipLimits>, string]>([
    ['a file above the limit', () => rawZip([{ name: 'a' }]), { file: 50 }, 'too-large'],
    ['too many entries', () => rawZip(Array.from({ length: 11 }, (_, at) => ({ name: `${at}` }))), {}, 'too-large'],
    ['too much together', () => rawZip([1, 2, 3].map((at) => ({ name: `${at}`, content: big }))), {}, 'too-large'],
    ['one entry too large', () => rawZip([{ name: 'a', content: big }]), { entry: 49_999 }, 'too-large'],
    ['an encrypted entry', () => rawZip([{ name: 'a', flags: 1 }]), {}, 'encrypted'],
    ['a name that climbs', () => rawZip([{ name: 'a/../../b' }]), {}, 'damaged'],
    ['an absolute name', () => rawZip([{ name: '/etc/x' }]), {}, 'damaged'],
    ['a name with a drive', () => rawZip([{ name: 'C:x' }]), {}, 'damaged'],
    ['a name with a backslash', () => rawZip([{ name: 'a\\b' }]), {}, 'damaged'],
    ['an empty name', () => rawZip([{ name: '' }]), {}, 'damaged'],
    ['the same name twice', () => rawZip([{ name: 'a' }, { name: 'a' }]), {}, 'damaged'],
    ['the same name in another case', () => rawZip([{ name: 'a' }, { name: 'A' }]), {}, 'damaged'],
    ['two names for one entry', () => rawZip([{ name: 'a', localName: 'b' }]), {}, 'damaged'],
    [
      'two entries over the same bytes',
      () => rawZip([{ name: 'a' }, { name: 'b', localName: 'a', shareWith: 0 }]),
      {},
      'damaged',
    ],
    ['an unknown way of packing', () => rawZip([{ name: 'a', method: 99 }]), {}, 'damaged'],
    ['a count that is too low', () => rawZip([{ name: 'a' }, { name: 'b' }], 1), {}, 'damaged'],
    ['a count that is too high', () => rawZip([{ name: 'a' }], 2), {}, 'damaged'],
    ['no directory', () => rawZip([{ name: 'a' }]).subarray(0, 60), {}, 'damaged'],
    ['a few bytes', () => new Uint8Array(5), {}, 'damaged'],
  ])('%s', (_, make, changed, reason) => expect(reasonOf(() => inspect(make(), changed))).toBe(reason));
});

describe('what is refused while unpacking', () => {
  test('more than the directory states, without making it', () => {
    const zip = inspect(rawZip([{ name: 'a', content: new Uint8Array(50_000_000), statedSize: 100 }]));
    const before = process.memoryUsage().arrayBuffers;
    expect(reasonOf(() => unpackEntry(zip, zip.entries.get('a')!))).toBe('damaged');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  test('less than the directory states, and changed content', () => {
    const short = inspect(rawZip([{ name: 'a', statedSize: 100 }]));
    expect(reasonOf(() => unpackEntry(short, short.entries.get('a')!))).toBe('damaged');
    const bytes = zipSync({ a: [strToU8('some stored text'), { level: 0 }] });
    bytes[35] = bytes[35]! ^ 1;
    const changed = inspect(bytes);
    expect(reasonOf(() => unpackEntry(changed, changed.entries.get('a')!))).toBe('damaged');
  });
});
