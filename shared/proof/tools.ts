// What the checks need of the place they run in: an engine, a script or a page of a browser. The rules are the same everywhere.

/** Bytes that can be read from any place: a file on a disk, a file dropped on a page, or bytes in memory. */
export interface ByteSource {
  readonly size: number;
  /** Bytes from a place on, as many as were asked for unless the source ends. They may be overwritten by the next but one. */
  read(position: number, length: number): Promise<Uint8Array>;
}

/** A SHA-256 that is fed piece by piece; answers in lower-case hex. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  digest(): string | Promise<string>;
}

export interface Tools {
  createHasher: () => Hasher;
  /** SHA-256 of a text in UTF-8, in lower-case hex. */
  hashText: (text: string) => string | Promise<string>;
  /** The check sum of zip files, continued from an earlier one. */
  crc32: (bytes: Uint8Array, before: number) => number;
  /** Text of UTF-8; throws where it is none. */
  decode: (bytes: Uint8Array) => string;
  /** Whether an Ed25519 signature over a text in UTF-8 is right; undefined where this place cannot tell. Key and signature in hex. */
  isSigned: (publicKey: string, text: string, signature: string) => boolean | undefined | Promise<boolean | undefined>;
  /** Canonical JSON (RFC 8785). */
  canonical: (value: unknown) => string;
}

/** Something that a check found, and about which record or entry. */
export interface Problem {
  code: ProblemCode;
  record: string;
  message: string;
}

export type ProblemCode =
  | 'changed-row'
  | 'broken-chain'
  | 'forked-chain'
  | 'reordered-row'
  | 'repeated-row'
  | 'removed-row'
  | 'table-differs'
  | 'unreadable-row'
  | 'missing-file'
  | 'changed-file'
  | 'unknown-file'
  | 'changed-catalogue'
  | 'damaged-database'
  | 'damaged-file'
  | 'refused-entry'
  | 'changed-entry'
  | 'missing-entry'
  | 'unknown-entry'
  | 'reordered-entry'
  | 'manifest-differs'
  | 'wrong-signature'
  | 'rewritten-history'
  | 'unknown-document';
