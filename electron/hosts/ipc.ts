import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Log } from '../../shared/rpc/dispatch.ts';
import type { Reply, Transport } from '../../shared/rpc/reply.ts';
import { callChannel, eventChannel, maximumInputLength } from './channels.ts';
import { isPageFrame } from './page-frame.ts';

const refuse = (code: 'unauthorised' | 'too-large' | 'invalid-input', message: string): Reply => ({
  ok: false,
  error: { code, message },
});

/** Reads what the preload sent. Undefined where it did not come from there. */
function readInput(text: unknown): { input: unknown } | undefined {
  try {
    return typeof text === 'string' ? { input: JSON.parse(text) } : undefined;
  } catch {
    return undefined;
  }
}

/** Answers the calls of our page, and of nothing else that runs in a window. */
export function answerPageCalls(call: Transport, log: Log): void {
  ipcMain.handle(callChannel, async (event: IpcMainInvokeEvent, method: unknown, text: unknown): Promise<Reply> => {
    if (!isPageFrame(event.senderFrame)) {
      log(new Error('A call came from a frame that is not the page.'), 'ipc');
      return refuse('unauthorised', 'This page may not call Plumbline.');
    }
    if (typeof text === 'string' && text.length > maximumInputLength)
      return refuse('too-large', 'This call is larger than 4 MB and was not read.');
    const read = readInput(text);
    if (typeof method !== 'string' || !read) return refuse('invalid-input', 'The request was not understood.');
    return call(method, read.input);
  });
}

/** Pushes an event to the page, if it is the page that the window shows. */
export function pushEvent(contents: WebContents, event: EngineEvent): void {
  if (!contents.isDestroyed() && isPageFrame(contents.mainFrame)) contents.send(eventChannel, event);
}
