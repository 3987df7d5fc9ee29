// The connection of a browser: a WebSocket to this machine that comes back by itself and keeps calls meanwhile.
import type { EngineEvent } from '../../shared/contract/events.ts';
import { AppError } from '../../shared/errors.ts';
import type { Reply, WireError } from '../../shared/rpc/reply.ts';
import type { Connection } from './connection.ts';
import { postFile } from './files.ts';
import { askHost, openHostSession, strangerSentence } from './host-session.ts';

interface Waiting {
  message: string;
  method: string;
  sent: boolean;
  resolve: (reply: Reply) => void;
}

type Incoming = { id: number; reply: Reply } | { event: EngineEvent };

/** Calls that do something else when made twice: after a lost answer a person has to look, not the page. */
const unrepeatable = new Set(['catalogues.import', 'sample.create', 'soa.import']);

const lostAnswer: WireError = {
  code: 'unavailable',
  message: 'The connection was lost before the answer came. Look whether it was done before you do it again.',
};

/** What the host reads in one message, in characters; it closes the socket on more. */
const longestMessage = 4 * 1024 ** 2 - 1_024;

const tooLong: WireError = { code: 'too-large', message: 'This is more than 4 MB at once and was not sent.' };

const away = 'No connection to Plumbline on this computer.';

/** How often the first connection is tried while the host answers otherwise. */
const firstTries = 5;

const delaysMs = [100, 300, 1_000, 2_000];

/** Opens the socket and keeps it open. Throws `unauthorised` or `unavailable` if it does not open at first. */
export async function connectBySocket(): Promise<Connection> {
  await openHostSession();
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: EngineEvent) => void>();
  const url = new URL('socket', document.baseURI);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.hash = '';
  let socket: WebSocket | undefined;
  let lastId = 0;
  let attempts = 0;
  let wasOpen = false;

  const tell = (event: EngineEvent) => {
    for (const listener of listeners) listener(event);
  };

  const send = (call: Waiting) => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send(call.message);
    call.sent = true;
  };

  const receive = (text: string) => {
    const message = JSON.parse(text) as Incoming;
    if ('event' in message) {
      tell(message.event);
      return;
    }
    waiting.get(message.id)?.resolve(message.reply);
    waiting.delete(message.id);
  };

  const keepCalls = () => {
    for (const [id, call] of waiting) {
      if (call.sent && unrepeatable.has(call.method)) {
        call.resolve({ ok: false, error: lostAnswer });
        waiting.delete(id);
      }
      call.sent = false;
    }
  };

  /** Asks the host before it opens a socket: browsers slow down sockets that failed several times. */
  const comeBack = async () => {
    const host = await askHost();
    if (host === 'known') {
      open(() => undefined);
      return;
    }
    tell({ type: 'engine', state: 'restarting', message: host === 'stranger' ? strangerSentence : away });
    waitAndComeBack();
  };

  const waitAndComeBack = () => {
    setTimeout(() => void comeBack(), delaysMs[Math.min(attempts, delaysMs.length - 1)]);
    attempts += 1;
  };

  const open = (onSettled: (isOpen: boolean) => void) => {
    socket = new WebSocket(url);
    socket.addEventListener('open', () => {
      attempts = 0;
      onSettled(true);
      for (const call of waiting.values()) send(call);
      if (wasOpen) tell({ type: 'engine', state: 'ready', message: 'Connected again.' });
      wasOpen = true;
    });
    socket.addEventListener('message', ({ data }) => receive(String(data)));
    socket.addEventListener('close', () => {
      keepCalls();
      onSettled(false);
      if (wasOpen) waitAndComeBack();
    });
  };

  for (let tries = 1; ; tries += 1) {
    if (await new Promise<boolean>(open)) break;
    const host = await askHost();
    if (host === 'stranger') throw new AppError('unauthorised', strangerSentence);
    if (host === 'away' || tries === firstTries) {
      throw new AppError('unavailable', 'Plumbline does not answer on this computer. Start it again.');
    }
    // The cookie was set a moment ago; a socket that opens in the same moment may not have it yet.
    await new Promise((resolve) => setTimeout(resolve, 100 * tries));
  }

  return {
    kind: 'browser',
    transport: (method, input) =>
      new Promise((resolve) => {
        lastId += 1;
        const message = JSON.stringify({ id: lastId, method, input });
        if (message.length > longestMessage) {
          resolve({ ok: false, error: tooLong });
          return;
        }
        const call = { message, method, sent: false, resolve };
        waiting.set(lastId, call);
        send(call);
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stageFile: postFile,
  };
}
