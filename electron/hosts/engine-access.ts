import type { Readable } from 'node:stream';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Transport } from '../../shared/rpc/reply.ts';

/** A file of the vault, with the name and media type it came with. */
export interface FoundFile {
  path: string;
  name: string;
  mediaType: string;
}

/** What every host needs of an engine, whether it runs in this process or in another. */
export interface EngineAccess {
  call: Transport;
  subscribe(listener: (event: EngineEvent) => void): () => void;
  findVaultFile(sha256: string): FoundFile | undefined | Promise<FoundFile | undefined>;
  /** The path of a file in the exports folder, by its bare name. */
  findExport(name: string): string | undefined | Promise<string | undefined>;
}

/** An engine that also takes files as streams. Throws AppErrors. */
export interface UploadAccess extends EngineAccess {
  stageUpload(source: Readable, name: string): Promise<{ staging: string }>;
}
