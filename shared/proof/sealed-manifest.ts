// What a sealed audit file says about itself: one zip with the changes of an audit, its files and its issued documents.
import type { ChainHead } from './chains.ts';
import { parseShallow } from './parse-json.ts';
import type { Tools } from './tools.ts';

export const manifestName = 'manifest.json';
export const signatureName = 'signature.json';
export const changesName = 'changes.jsonl';
export const fileEntry = (sha256: string) => `vault/${sha256}`;
export const catalogueEntry = (sha256: string) => `catalogues/${sha256}.json`;

/** Largest directory, manifest and line of the changes in bytes: what is held in memory while a file is read. */
export const limits = { directory: 32 << 20, manifest: 64 << 20, signature: 4_096, line: 8 << 20 } as const;

/** An entry: what it is, and of what. */
export interface SealedEntry {
  name: string;
  size: number;
  sha256: string;
  kind: 'changes' | 'catalogue' | 'file' | 'document';
  /** The number of the evidence, or the version of the report. */
  of: string;
  /** What the file was called. */
  originalName: string;
}

/** A file that the changes name and that is not in here: it can be checked by its hash all the same. */
export interface LeftOut {
  sha256: string;
  of: string;
  originalName: string;
  reason: 'chosen' | 'missing';
  /** The hash of the redacted copy that stands in its place, if there is one. */
  twin: string | null;
}

export interface SealedManifest {
  format: 'plumbline-sealed';
  version: 1;
  product: string;
  /** The versions of the store and of the fields that the changes were written under. */
  store: number;
  changeSchema: number;
  sealedAt: string;
  sealedBy: string;
  device: string;
  audit: { id: string; ref: string; title: string; organization: string };
  catalogue: { id: string; version: string; sha256: string };
  originals: 'included' | 'left-out';
  devices: { id: string; series: string; name: string }[];
  heads: ChainHead[];
  changes: number;
  entries: SealedEntry[];
  leftOut: LeftOut[];
}

/** Whether a sealed file may have an entry of this name. */
export function isNameOfSealed(name: string): boolean {
  return (
    name === manifestName ||
    name === signatureName ||
    name === changesName ||
    /^vault\/[0-9a-f]{64}$/.test(name) ||
    /^catalogues\/[0-9a-f]{64}\.json$/.test(name) ||
    /^documents\/version-[1-9][0-9]{0,5}\.(docx|xlsx|pdf|json)$/.test(name)
  );
}

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string' && value.length <= 10_000;
const hash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const one =
  (...words: unknown[]): Check =>
  (value) =>
    words.includes(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
/** An object with these fields and no other. */
const shape =
  (fields: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === Object.keys(fields).length &&
    Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const isManifest = shape({
  format: one('plumbline-sealed'),
  version: one(1),
  product: text,
  store: count,
  changeSchema: count,
  sealedAt: text,
  sealedBy: text,
  device: text,
  audit: shape({ id: text, ref: text, title: text, organization: text }),
  catalogue: shape({ id: text, version: text, sha256: hash }),
  originals: one('included', 'left-out'),
  devices: list(shape({ id: text, series: text, name: text })),
  heads: list(shape({ audit: text, device: text, change: text, hash, length: count })),
  changes: count,
  entries: list(
    shape({
      name: (value) => typeof value === 'string' && isNameOfSealed(value),
      size: count,
      sha256: hash,
      kind: one('changes', 'catalogue', 'file', 'document'),
      of: text,
      originalName: text,
    }),
  ),
  leftOut: list(
    shape({
      sha256: hash,
      of: text,
      originalName: text,
      reason: one('chosen', 'missing'),
      twin: (value) => value === null || hash(value),
    }),
  ),
});

/** Reads a manifest: `newer` where a later version of the product wrote it, undefined where it is none. */
export function readManifest(content: string, canonical: Tools['canonical']): SealedManifest | 'newer' | undefined {
  try {
    const given = parseShallow(content, 4) as { format?: unknown; version?: unknown } | null;
    if (given?.format === 'plumbline-sealed' && typeof given.version === 'number' && given.version > 1) return 'newer';
    return isManifest(given) && canonical(given) === content ? (given as SealedManifest) : undefined;
  } catch {
    return undefined;
  }
}
