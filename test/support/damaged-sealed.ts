// Damages a sealed audit file in the ways that accidents, cheats and attackers do. What has to be found then stands in
// test/fixtures/sealed/damages.json.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { nodeTools } from '../../electron/exchange/archive/node-tools.ts';
import { type ProvenRow, textOfChange } from '../../shared/proof/change-rows.ts';
import type { SealedManifest } from '../../shared/proof/sealed-manifest.ts';
import { textOfManifest } from '../../shared/proof/signed-heads.ts';
import { directoryEnd, directoryEntry, localHeader, startOf } from '../../shared/proof/zip-layout.ts';

/** An entry as it is put into an archive, whatever it is; `crc` and `size` are those that are stated. */
export interface Part {
  name: string;
  bytes: Buffer;
  crc?: number;
}

export interface Damage {
  kind: string;
  code: string;
  entry: string;
  what: string;
}

/** The damages with what has to be found. */
export const damageList = (
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../fixtures/sealed/damages.json'), 'utf8')) as {
    damages: Damage[];
  }
).damages;

/** The parts of a sound archive, in order. */
export function partsOf(bytes: Buffer): Part[] {
  const directory = Number(bytes.readBigUInt64LE(bytes.length - 98 + 48));
  const parts: Part[] = [];
  for (let at = 0; at < directory; ) {
    const nameLength = bytes.readUInt16LE(at + 26);
    const name = bytes.toString('latin1', at + 30, at + 30 + nameLength);
    const length = Number(bytes.readBigUInt64LE(at + 30 + nameLength + 4));
    const start = at + 50 + nameLength;
    parts.push({ name, bytes: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return parts;
}

/** An archive of these parts, laid out as ours are. `amend` may change the records at its end. */
export function archiveOf(
  parts: readonly Part[],
  amend: (bytes: Buffer, directory: number) => Buffer = (one) => one,
): Buffer {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, crc = crc32(bytes) } of parts) {
    const entry = { name, size: bytes.length, crc, offset };
    pieces.push(localHeader(entry), bytes);
    directory.push(directoryEntry(entry));
    offset = startOf(entry) + bytes.length;
  }
  const lines = Buffer.concat(directory);
  const whole = Buffer.concat([...pieces, lines, directoryEnd(parts.length, lines.length, offset)]);
  return amend(whole, offset);
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const forged = generateKeyPairSync('ed25519');
const forgedKey = Buffer.from(forged.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');

function signatureOver(manifest: Buffer): Buffer {
  const signature = sign(null, Buffer.from(textOfManifest(sha256(manifest))), forged.privateKey).toString('hex');
  return Buffer.from(
    nodeTools.canonical({ algorithm: 'Ed25519', signs: 'manifest.json', publicKey: forgedKey, signature }),
  );
}

const contentOf = (parts: readonly Part[], name: string) =>
  parts.find((part) => part.name === name)?.bytes ?? Buffer.alloc(0);
const manifestOf = (parts: readonly Part[]) =>
  JSON.parse(contentOf(parts, 'manifest.json').toString()) as SealedManifest;
const replace = (parts: readonly Part[], name: string, bytes: Buffer) =>
  parts.map((part) => (part.name === name ? { name, bytes } : part));

/** Everything as somebody would do it who has all but the key: sizes, hashes and a signature with a key of their own. */
function resealed(parts: readonly Part[], change: (manifest: SealedManifest) => void = () => undefined): Buffer {
  const manifest = manifestOf(parts);
  for (const entry of manifest.entries) {
    const bytes = contentOf(parts, entry.name);
    Object.assign(entry, { size: bytes.length, sha256: sha256(bytes) });
  }
  change(manifest);
  const bytes = Buffer.from(nodeTools.canonical(manifest));
  return archiveOf(replace(replace(parts, 'manifest.json', bytes), 'signature.json', signatureOver(bytes)));
}

/** The changes as lines, changed and sealed anew. */
function withLines(parts: readonly Part[], change: (lines: string[]) => string, counted?: number): Buffer {
  const lines = contentOf(parts, 'changes.jsonl').toString().split('\n').slice(0, -1);
  const text = change(lines);
  return resealed(replace(parts, 'changes.jsonl', Buffer.from(text)), (manifest) => {
    manifest.changes = counted ?? text.split('\n').filter(Boolean).length;
  });
}

const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const rowOf = (line: string | undefined) => JSON.parse(line ?? '{}') as ProvenRow;
const x = Buffer.from('x');

/** A sound file with what is needed to name things in it. */
export interface Sound {
  bytes: Buffer;
  parts: Part[];
  /** Names of entries and records that a damage may have to name, by the words with a star in the list. */
  names: Record<string, string>;
}

/** Looks at a sound file. */
export function soundOf(bytes: Buffer): Sound {
  const parts = partsOf(bytes);
  const lines = contentOf(parts, 'changes.jsonl').toString().split('\n').slice(0, -1);
  const { entries } = manifestOf(parts);
  const names = {
    '*file': entries.find(({ kind }) => kind === 'file')?.name ?? '',
    '*document': entries.find(({ kind }) => kind === 'document')?.name ?? '',
    '*later': entries.filter(({ kind }) => kind === 'document')[1]?.name ?? '',
    '*second': parts[1]?.name ?? '',
    '*row': rowOf(lines[6]).id,
    '*last': rowOf(lines.at(-1)).id,
    '*invented': '01890a5d-ac96-774b-bcce-b302099a8057',
  };
  return { bytes, parts, names };
}

const added = ({ parts }: Sound, name: string) => archiveOf([...parts, { name, bytes: x }]);
const bulk = (name: (index: number) => string): Part[] =>
  Array.from({ length: 10_000 }, (_, index) => ({ name: name(index), bytes: x }));
const swap = <T>(list: readonly T[], one: number, other: number): T[] =>
  list.map((item, at) => (at === one ? list[other] : at === other ? list[one] : item) ?? item);
const places = ({ parts }: Sound) => {
  const first = parts.findIndex(({ name }) => name.startsWith('documents/'));
  return [first, first + 1] as const;
};

/** The damages by their kind. */
export const damageSealed: Record<string, (sound: Sound) => Buffer> = {
  'path-traversal': (sound) => added(sound, '../escaped.txt'),
  'absolute-name': (sound) => added(sound, '/etc/passwd'),
  'drive-name': (sound) => added(sound, 'C:evil.txt'),
  'backslash-name': (sound) => added(sound, 'vault\\..\\evil'),
  'device-name': (sound) => added(sound, 'nul'),
  link: ({ parts }) =>
    archiveOf(parts, (bytes, directory) => {
      bytes.writeUInt32LE((0o120777 << 16) >>> 0, directory + 38);
      return bytes;
    }),
  folder: (sound) => added(sound, 'vault/'),
  duplicate: (sound) => added(sound, 'changes.jsonl'),
  'mixed-case': (sound) => added(sound, 'Changes.jsonl'),
  'nul-in-name': (sound) => added(sound, 'changes.jsonl\u0000.txt'),
  'ten-thousand-entries': ({ parts }) => archiveOf([...parts, ...bulk((index) => `bulk/${index}`)]),
  'ten-thousand-files': ({ parts }) =>
    archiveOf([...parts, ...bulk((index) => `vault/${String(index).padStart(64, '0')}`)]),
  'zip-bomb': ({ parts }) => {
    const [first, ...others] = parts;
    const packed = deflateRawSync(Buffer.alloc(40 << 20));
    return archiveOf([{ name: first?.name ?? '', bytes: packed }, ...others], (bytes, directory) => {
      bytes.writeUInt16LE(8, 8);
      bytes.writeUInt16LE(8, directory + 10);
      return bytes;
    });
  },
  'size-too-large': ({ parts }) =>
    archiveOf(parts, (bytes) => {
      const last = bytes.lastIndexOf('signature.json') + 'signature.json'.length;
      bytes.writeBigUInt64LE(1n << 50n, last + 4);
      bytes.writeBigUInt64LE(1n << 50n, last + 12);
      return bytes;
    }),
  'count-too-large': ({ parts }) =>
    archiveOf(parts, (bytes) => {
      bytes.writeBigUInt64LE(1n << 32n, bytes.length - 98 + 24);
      bytes.writeBigUInt64LE(1n << 32n, bytes.length - 98 + 32);
      return bytes;
    }),
  overlapping: ({ parts }) =>
    archiveOf(parts, (bytes, directory) => {
      const second = directory + 46 + (parts[0]?.name.length ?? 0) + 28;
      bytes.writeBigUInt64LE(0n, second + 46 + (parts[1]?.name.length ?? 0) + 20);
      return bytes;
    }),
  'hidden-bytes': ({ parts }) =>
    archiveOf(parts, (bytes, directory) => {
      const second = directory + 46 + (parts[0]?.name.length ?? 0) + 28 + 46 + (parts[1]?.name.length ?? 0) + 20;
      bytes.writeBigUInt64LE(bytes.readBigUInt64LE(second) + 7n, second);
      return bytes;
    }),
  'bytes-behind': ({ bytes }) => Buffer.concat([bytes, Buffer.alloc(40, 7)]),
  'bytes-before': ({ bytes }) => Buffer.concat([bytes.subarray(0, 40), bytes]),
  'cut-off': ({ bytes }) => bytes.subarray(0, bytes.length - 100),
  empty: () => Buffer.alloc(0),
  'no-zip': () => Buffer.from('PK\u0003\u0004 and then nothing that anybody packed. '.repeat(20)),
  'entry-removed': ({ parts, names }) => archiveOf(parts.filter(({ name }) => name !== names['*file'])),
  'entry-inserted': (sound) => added(sound, `vault/${sha256(x)}`),
  'entry-replaced': ({ parts, names }) => {
    const name = names['*file'] ?? '';
    const bytes = Buffer.from(contentOf(parts, name));
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    return archiveOf(replace(parts, name, bytes));
  },
  'entries-reordered': (sound) => archiveOf(swap(sound.parts, ...places(sound))),
  'documents-swapped': (sound) => {
    const [one, other] = places(sound);
    const [a, b] = [sound.parts[one], sound.parts[other]];
    return archiveOf(
      sound.parts.map((part) =>
        part === a
          ? { name: part.name, bytes: b?.bytes ?? x }
          : part === b
            ? { name: part.name, bytes: a?.bytes ?? x }
            : part,
      ),
    );
  },
  'row-removed': ({ parts }) => withLines(parts, (lines) => joined(lines.toSpliced(5, 1))),
  'last-row-removed': ({ parts }) => withLines(parts, (lines) => joined(lines.slice(0, -1))),
  'row-repeated': ({ parts }) => withLines(parts, (lines) => joined(lines.toSpliced(7, 0, lines[6] ?? ''))),
  'rows-swapped': ({ parts }) => withLines(parts, (lines) => joined(swap(lines, 5, 6))),
  'row-forked': ({ parts, names }) =>
    withLines(parts, (lines) => {
      const { hash: _hash, ...row } = { ...rowOf(lines[6]), id: names['*invented'] ?? '' };
      const hash = sha256(textOfChange(row, nodeTools.canonical));
      return joined(lines.toSpliced(7, 0, nodeTools.canonical({ ...row, hash })));
    }),
  'row-reworded': ({ parts }) =>
    withLines(parts, (lines) =>
      joined(lines.with(6, nodeTools.canonical({ ...rowOf(lines[6]), actor: 'Somebody else' }))),
    ),
  'row-no-json': ({ parts }) => withLines(parts, (lines) => joined(lines.with(1, (lines[1] ?? '').slice(1)))),
  'row-other-spelling': ({ parts }) => withLines(parts, (lines) => joined(lines.with(1, ` ${lines[1]}`))),
  'line-without-end': ({ parts }) => withLines(parts, (lines) => joined(lines).slice(0, -1)),
  'evidence-unnamed': ({ parts, names }) =>
    resealed(
      parts.filter(({ name }) => name !== names['*file']),
      (manifest) => {
        manifest.entries = manifest.entries.filter(({ name }) => name !== names['*file']);
      },
    ),
  'manifest-reworded': ({ parts }) => {
    const bytes = Buffer.from(nodeTools.canonical({ ...manifestOf(parts), sealedBy: 'Somebody else' }));
    return archiveOf(replace(parts, 'manifest.json', bytes));
  },
  'signature-of-another': ({ parts }) => archiveOf(replace(parts, 'signature.json', signatureOver(Buffer.from('{}')))),
  'key-of-another': ({ parts }) => {
    const signature = JSON.parse(contentOf(parts, 'signature.json').toString()) as object;
    return archiveOf(
      replace(parts, 'signature.json', Buffer.from(nodeTools.canonical({ ...signature, publicKey: forgedKey }))),
    );
  },
  'no-signature': ({ parts }) => archiveOf(parts.filter(({ name }) => name !== 'signature.json')),
  'no-manifest': ({ parts }) => archiveOf(parts.filter(({ name }) => name !== 'manifest.json')),
  'manifest-no-json': ({ parts }) => archiveOf(replace(parts, 'manifest.json', Buffer.from('{"format"'))),
  'manifest-too-deep': ({ parts }) => archiveOf(replace(parts, 'manifest.json', Buffer.alloc(20 << 20, '['))),
  'manifest-newer': ({ parts }) =>
    archiveOf(replace(parts, 'manifest.json', Buffer.from('{"format":"plumbline-sealed","version":2}'))),
  'signature-too-large': ({ parts }) => archiveOf(replace(parts, 'signature.json', Buffer.alloc(10 << 20, 32))),
};
