// What the checks in shared/proof need, as a browser has it: Web Crypto and nothing that loads anything.
import canonicalize from 'canonicalize';
import type { ByteSource, Tools } from '../../shared/proof/tools.ts';

/** Largest content that is hashed here, in bytes: Web Crypto takes it as a whole. */
const largest = 1 << 30;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const toHex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** SHA-256 of a file that lies beside the sealed one. */
export async function hashFile(file: File): Promise<string> {
  if (file.size > largest) throw new Error(`${file.name} is larger than 1 GB.`);
  return toHex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
}

export const webTools: Tools = {
  createHasher() {
    let pieces: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    return {
      update(bytes) {
        length += bytes.length;
        if (length > largest)
          throw new Error('One file in it is larger than 1 GB, which a browser cannot check. Use the script.');
        pieces.push(bytes.slice());
      },
      async digest() {
        const whole = pieces.length === 1 && pieces[0] ? pieces[0] : await new Blob(pieces).arrayBuffer();
        pieces = [];
        return toHex(await crypto.subtle.digest('SHA-256', whole));
      },
    };
  },
  hashText: async (text) => toHex(await crypto.subtle.digest('SHA-256', encoder.encode(text))),
  crc32,
  decode: (bytes) => decoder.decode(bytes),
  async isSigned(publicKey, text, signature) {
    try {
      const key = await crypto.subtle.importKey('raw', fromHex(publicKey), { name: 'Ed25519' }, false, ['verify']);
      return await crypto.subtle.verify({ name: 'Ed25519' }, key, fromHex(signature), encoder.encode(text));
    } catch (error) {
      return error instanceof DOMException && error.name === 'NotSupportedError' ? undefined : false;
    }
  },
  canonical: (value) => canonicalize(value) ?? 'null',
};

/** A file that was dropped as a source. */
export function sourceOf(file: Blob): ByteSource {
  return {
    size: file.size,
    read: async (position, length) => new Uint8Array(await file.slice(position, position + length).arrayBuffer()),
  };
}
