import type { EngineEvent } from '../../shared/contract/events.ts';
import { AppError } from '../../shared/errors.ts';
import { type Reply, toWireError, type WireError } from '../../shared/rpc/reply.ts';
import type { EngineAccess, FoundFile } from './engine-access.ts';
import type { FromEngine, Question, ToEngine } from './engine-messages.ts';

/** The engine's process as the link sees it. */
export interface EngineProcess {
  postMessage(message: ToEngine): void;
  onMessage(listener: (message: FromEngine) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

export interface EngineLink extends EngineAccess {
  /** Starts the engine where none runs. Calls wait until it is ready. */
  start(): void;
  /** Why there is no engine and none is being started. */
  failure(): WireError | undefined;
  /** Lets calls under way finish, closes the store and ends the process; after `patienceMs` it is ended by force. */
  close(patienceMs?: number): Promise<void>;
}

export interface LinkOptions {
  fork: () => EngineProcess;
  /** Prints a file of HTML to a PDF file. */
  print: (page: string, target: string) => Promise<void>;
  /** Called when the engine could not open the workspace or died twice within a minute. */
  onStopped: (failure: WireError) => void;
  now?: () => number;
}

const minute = 60_000;

const died: WireError = {
  code: 'unavailable',
  message: 'The part of Plumbline that stores your work stopped and is being started again. Nothing saved is lost.',
};
const diedTwice: WireError = {
  code: 'unavailable',
  message:
    'The part of Plumbline that stores your work stopped twice within a minute. Nothing saved is lost. ' +
    'Start it again; if that does not help, the log in the settings folder has the detail.',
};
const closing = toWireError(
  new AppError('unavailable', 'Plumbline is closing. Nothing more is saved in this session.'),
);

interface Pending {
  resolve: (value: unknown) => void;
  refuse: (error: WireError) => void;
}

/** The way from the shell to an engine in a process of its own: restarted once when it dies, and never left hanging. */
export function createEngineLink({ fork, print, onStopped, now = Date.now }: LinkOptions): EngineLink {
  const listeners = new Set<(event: EngineEvent) => void>();
  const pending = new Map<number, Pending>();
  let waiting: ToEngine[] = [];
  let engine: EngineProcess | undefined;
  let isReady = false;
  let isRestart = false;
  let failed: WireError | undefined;
  let lastDeath = Number.NEGATIVE_INFINITY;
  let lastId = 0;
  let ended: Promise<void> | undefined;
  let onEnded: (() => void) | undefined;

  const tell = (event: EngineEvent) => {
    for (const listener of listeners) listener(event);
  };

  const refuseAll = (error: WireError) => {
    waiting = [];
    for (const { refuse } of pending.values()) refuse(error);
    pending.clear();
  };

  const give = (error: WireError) => {
    failed = error;
    refuseAll(error);
    tell({ type: 'engine', state: 'stopped', message: error.message });
    onStopped(error);
  };

  function hear(message: FromEngine): void {
    if (message.type === 'event') tell(message.event);
    else if (message.type === 'failed') {
      engine = undefined;
      give(message.error);
    } else if (message.type === 'print') {
      const { id, page, target } = message;
      const asked = engine;
      print(page, target).then(
        () => asked?.postMessage({ type: 'printed', id, failure: undefined }),
        (error: unknown) => asked?.postMessage({ type: 'printed', id, failure: String(error) }),
      );
    } else if (message.type === 'answer') {
      pending.get(message.id)?.resolve(message.value);
      pending.delete(message.id);
    } else {
      isReady = true;
      for (const one of waiting.splice(0)) engine?.postMessage(one);
      if (isRestart) tell({ type: 'engine', state: 'ready', message: 'Plumbline stores your work again.' });
    }
  }

  function end(): void {
    engine = undefined;
    isReady = false;
    if (ended) {
      refuseAll(closing);
      onEnded?.();
    } else if (failed === undefined) {
      const isSecond = now() - lastDeath < minute;
      lastDeath = now();
      if (isSecond) {
        give(diedTwice);
        return;
      }
      refuseAll(died);
      tell({ type: 'engine', state: 'restarting', message: died.message });
      isRestart = true;
      start();
    }
  }

  function start(): void {
    if (engine || ended) return;
    failed = undefined;
    const started = fork();
    engine = started;
    started.onMessage((message) => {
      if (engine === started) hear(message);
    });
    started.onExit(() => {
      if (engine === started) end();
    });
  }

  function ask(question: Question): Promise<unknown> {
    if (failed || ended) return Promise.reject(failed ?? closing);
    lastId += 1;
    const id = lastId;
    const message = { ...question, id };
    return new Promise((resolve, refuse) => {
      pending.set(id, { resolve, refuse });
      if (isReady) engine?.postMessage(message);
      else waiting.push(message);
    });
  }

  return {
    start,
    failure: () => failed,
    async call(method, input) {
      try {
        return (await ask({ type: 'call', method, input })) as Reply;
      } catch (error) {
        return { ok: false, error: error as WireError };
      }
    },
    findVaultFile: (sha256) =>
      ask({ type: 'find-file', sha256 }).catch(() => undefined) as Promise<FoundFile | undefined>,
    findExport: (name) => ask({ type: 'find-export', name }).catch(() => undefined) as Promise<string | undefined>,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close(patienceMs = 30_000) {
      ended ??= new Promise<void>((resolve) => {
        if (!engine) {
          resolve();
          return;
        }
        const impatient = setTimeout(() => engine?.kill(), patienceMs);
        onEnded = () => {
          clearTimeout(impatient);
          resolve();
        };
        engine.postMessage({ type: 'close' });
      });
      return ended;
    },
  };
}
