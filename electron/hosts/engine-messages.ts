// What the shell and the engine's process say to each other.
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { WireError } from '../../shared/rpc/reply.ts';

export type Question =
  | { type: 'call'; method: string; input: unknown }
  | { type: 'find-file'; sha256: string }
  | { type: 'find-export'; name: string };

export type ToEngine =
  | (Question & { id: number })
  /** That a page was printed, or why not. */
  | { type: 'printed'; id: number; failure: string | undefined }
  | { type: 'close' };

export type FromEngine =
  | { type: 'ready' }
  /** The workspace could not be opened; the process ends. */
  | { type: 'failed'; error: WireError }
  | { type: 'answer'; id: number; value: unknown }
  /** Asks the shell to print a file of HTML to a PDF file. */
  | { type: 'print'; id: number; page: string; target: string }
  | { type: 'event'; event: EngineEvent };

/** What an engine's process is started with. */
export interface EngineStart {
  workspace: string;
  log: string;
}
