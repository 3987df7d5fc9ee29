// The connection inside the desktop program: the three functions of its preload.
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/rpc/reply.ts';
import type { Connection } from './connection.ts';
import { postFile } from './files.ts';

export interface Bridge {
  call(method: string, input: unknown): Promise<Reply>;
  subscribe(listener: (event: EngineEvent) => void): () => void;
  pathOfDroppedFile(file: File): string;
}

/** A connection over the desktop's bridge. Files travel by path; what has none, such as a pasted screenshot, as a request. */
export function connectByBridge(bridge: Bridge): Connection {
  return {
    kind: 'desktop',
    async transport(method, input) {
      try {
        return await bridge.call(method, input);
      } catch {
        return { ok: false, error: { code: 'unavailable', message: 'Plumbline is restarting its engine.' } };
      }
    },
    subscribe: (listener) => bridge.subscribe(listener),
    stageFile(file, options) {
      const path = bridge.pathOfDroppedFile(file);
      return path ? Promise.resolve({ path }) : postFile(file, options);
    },
  };
}
