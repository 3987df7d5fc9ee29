// What a device signs: the ends of chains, and the manifest of a file. A signature says which key signed, nothing about
// whose key it is; that is told by comparing it with the key in a report that somebody else holds.
import type { ChainHead } from './chains.ts';
import { parseShallow } from './parse-json.ts';
import type { Tools } from './tools.ts';

/** Ends of chains, signed. Key and signature in lower-case hex. */
export interface SignedHeads {
  heads: ChainHead[];
  /** When, with the clock of the place, and on which device. */
  signedAt: string;
  device: string;
  publicKey: string;
  signature: string;
}

/** A signature over a file of another name, as it stands beside it. */
export interface ManifestSignature {
  algorithm: 'Ed25519';
  signs: string;
  publicKey: string;
  signature: string;
}

/** What signed ends of chains prove to somebody who holds them, and no more. */
export const whatHeadsProve =
  'If the history of the audit is ever rewritten up to here, it no longer ends as it is printed here: that shows against this copy.';

/** The text that is signed for ends of chains. */
export function textOfHeads(
  { heads, signedAt, device }: Pick<SignedHeads, 'heads' | 'signedAt' | 'device'>,
  canonical: Tools['canonical'],
): string {
  return `plumbline heads 1\n${canonical({ heads, signedAt, device })}\n`;
}

/** The text that is signed for a manifest, by its SHA-256. */
export const textOfManifest = (sha256: string) => `plumbline manifest 1\n${sha256}\n`;

const isHex = (value: unknown, length: number) =>
  typeof value === 'string' && value.length === length && /^[0-9a-f]+$/.test(value);

/** Whether a value is a public key in hex. */
export const isPublicKey = (value: unknown): value is string => isHex(value, 64);

/** Reads what stands beside a manifest; undefined where it is not written the one way that it is. */
export function readSignature(
  text: string,
  signs: string,
  canonical: Tools['canonical'],
): ManifestSignature | undefined {
  try {
    const given = parseShallow(text, 1) as Record<string, unknown> | null;
    if (canonical(given) !== text || given === null || Object.keys(given).length !== 4) return undefined;
    if (given.algorithm !== 'Ed25519' || given.signs !== signs) return undefined;
    if (!isPublicKey(given.publicKey) || !isHex(given.signature, 128)) return undefined;
    return given as unknown as ManifestSignature;
  } catch {
    return undefined;
  }
}

/** A key in groups that can be read aloud: its first 32 characters. */
export const keyInGroups = (publicKey: string) => publicKey.slice(0, 32).replaceAll(/(.{4})(?=.)/g, '$1 ');
