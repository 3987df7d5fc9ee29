// The connection inside the desktop program: the three functions of its preload.
import type { EngineEvent } from '../../shared/contract/events.ts';
import { AppError } from '../../shared/errors.ts';
import type { Reply } from '../../shared/rpc/reply.ts';
import type { Connection } from './connection.ts';

export interface Bridge {
  call(method: string, input: unknown): Promise<Reply>;
  subscribe(listener: (event: EngineEvent) => void): () => void;
  pathOfDroppedFile(file: File): string;
}

/** A connection over the desktop's bridge. Files travel by path. */
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
    stageFile(file) {
      const path = bridge.pathOfDroppedFile(file);
      if (path) return Promise.resolve({ path });
      return Promise.reject(
        new AppError('unsupported-file', `${file.name} is not a file on this computer. Save it first, then add it.`),
      );
    },
  };
}
