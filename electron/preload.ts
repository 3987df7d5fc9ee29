import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { EngineEvent } from '../shared/contract/events.ts';
import type { Reply } from '../shared/rpc/reply.ts';
import { callChannel, eventChannel } from './hosts/channels.ts';

// All that the page can reach: calls, events, and where a file that the user dropped or chose lies.
const listeners = new Set<(event: EngineEvent) => void>();
ipcRenderer.on(eventChannel, (_, event: EngineEvent) => {
  for (const listener of listeners) listener(event);
});

contextBridge.exposeInMainWorld('plumbline', {
  call: (method: string, input: unknown): Promise<Reply> =>
    ipcRenderer.invoke(callChannel, method, JSON.stringify(input ?? {})),
  subscribe(listener: (event: EngineEvent) => void): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  pathOfDroppedFile: (file: File): string => webUtils.getPathForFile(file),
});
