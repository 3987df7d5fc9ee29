// How the page reaches the engine: one function for calls, one subscription, one way for files. Two kinds, same type.
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { IncomingFile } from '../../shared/contract/files.ts';
import type { Transport } from '../../shared/rpc/reply.ts';
import { type Bridge, connectByBridge } from './bridge.ts';
import { connectBySocket } from './socket.ts';

export interface StageOptions {
  onProgress?: (sent: number, total: number) => void;
  signal?: AbortSignal;
}

export interface Connection {
  readonly kind: 'desktop' | 'browser';
  readonly transport: Transport;
  /** Listens to the engine, and to the connection itself, which speaks as the engine does. Answers with the end. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Makes a file ready to be named in a call. Throws `cancelled`, `too-large` or `unavailable`. */
  stageFile(file: File, options?: StageOptions): Promise<IncomingFile>;
}

declare global {
  interface Window {
    plumbline?: Bridge;
  }
}

/** The connection this page has: the desktop's bridge where there is one, else a socket to this machine. */
export function connect(): Promise<Connection> {
  return window.plumbline ? Promise.resolve(connectByBridge(window.plumbline)) : connectBySocket();
}
