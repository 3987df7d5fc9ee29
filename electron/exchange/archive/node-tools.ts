// What the checks in shared/proof need, as Node has it.
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import canonicalize from 'canonicalize';
import type { ByteSource, Tools } from '../../../shared/proof/tools.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether an Ed25519 signature over a text is right. Key and signature in hex; anything that is no key is no. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const x = Buffer.from(publicKey, 'hex').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

export const nodeTools: Tools = {
  createHasher() {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
  },
  hashText: (text) => createHash('sha256').update(text).digest('hex'),
  crc32: (bytes, before) => crc32(bytes, before),
  decode: (bytes) => decoder.decode(bytes),
  isSigned: isSignedBy,
  canonical: (value) => canonicalize(value) ?? 'null',
};

/** An open file as a source; two buffers take turns, so that one is read into while the other is hashed. */
export async function sourceOfFile(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  const buffers: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
  let turn: 0 | 1 = 0;
  return {
    size,
    async read(position, length) {
      turn = turn === 0 ? 1 : 0;
      if (buffers[turn].length < length) buffers[turn] = Buffer.allocUnsafe(length);
      const buffer = buffers[turn];
      let read = 0;
      while (read < length) {
        const { bytesRead } = await handle.read(buffer, read, length - read, position + read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return buffer.subarray(0, read);
    },
  };
}
