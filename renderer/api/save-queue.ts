// The order in which edits leave the page. Text waits a moment for more text, calls go one after the other, and what
// the engine cannot take now stays here and goes again. Knows nothing of what is edited.
import { type ErrorCode, isAppError } from '../../shared/errors.ts';

/** How long text waits for the next key, and how long it may wait in all, in milliseconds. */
const quietMs = 400;
const longestMs = 900;
const retryMs = [500, 1_000, 2_000, 5_000];

/** Refusals that are about now and not about what was asked. */
const passing = new Set<ErrorCode>(['unavailable', 'disk-full', 'locked', 'read-only']);

/** Whether trying the same again later can help. */
export function isPassing(error: unknown): boolean {
  return isAppError(error) && passing.has(error.code);
}

export interface Job {
  /** Names the job so that it may wait for more of the same. */
  readonly key: string;
  /** Sends it. Throws only what `isPassing` accepts; every other answer is for the job to deal with. */
  readonly send: () => Promise<void>;
}

export type SaveState =
  | { kind: 'saved'; at: Date | undefined }
  | { kind: 'saving' }
  | { kind: 'failing'; sentence: string };

export interface SaveQueue {
  /** Adds a job. A delayed one waits for more of the same; any other sends at once what waits before it. */
  add(job: Job, delayed: boolean): void;
  /** Notes that a waiting job grew, so that it waits for more. */
  touch(key: string): void;
  /** Sends all that waits. True once everything is stored, false if the engine cannot take it now. */
  flush(): Promise<boolean>;
  /** Tries again at once what could not be stored. */
  retry(): void;
  /** How many jobs are not stored. */
  size(): number;
}

interface Waiting {
  job: Job;
  due: number;
  latest: number;
}

/** A queue that tells its state whenever that changes. */
export function createSaveQueue(onState: (state: SaveState) => void): SaveQueue {
  const waiting: Waiting[] = [];
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let flushes: ((stored: boolean) => void)[] = [];

  const settle = (stored: boolean) => {
    const told = flushes;
    flushes = [];
    for (const resolve of told) resolve(stored);
  };

  const wakeIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void sendNext(), ms);
  };

  const sendNext = async (): Promise<void> => {
    const [entry] = waiting;
    if (isSending || !entry) return;
    const wait = entry.due - Date.now();
    if (wait > 0) {
      wakeIn(wait);
      return;
    }
    clearTimeout(timer);
    waiting.shift();
    isSending = true;
    try {
      await entry.job.send();
      failures = 0;
    } catch (error) {
      waiting.unshift(entry);
      onState({ kind: 'failing', sentence: error instanceof Error ? error.message : 'The engine did not answer.' });
      wakeIn(retryMs[Math.min(failures, retryMs.length - 1)] ?? 5_000);
      failures += 1;
      settle(false);
      return;
    } finally {
      isSending = false;
    }
    if (waiting.length > 0) {
      onState({ kind: 'saving' });
      void sendNext();
    } else {
      onState({ kind: 'saved', at: new Date() });
      settle(true);
    }
  };

  const hurry = () => {
    for (const entry of waiting) entry.due = 0;
  };

  return {
    add(job, delayed) {
      const now = Date.now();
      waiting.push({ job, due: delayed ? now + quietMs : 0, latest: now + longestMs });
      if (!delayed) hurry();
      if (failures > 0) return;
      onState({ kind: 'saving' });
      void sendNext();
    },
    touch(key) {
      const entry = waiting.find(({ job }) => job.key === key);
      if (entry && entry.due > 0) entry.due = Math.min(Date.now() + quietMs, entry.latest);
    },
    flush() {
      if (waiting.length === 0 && !isSending) return Promise.resolve(true);
      hurry();
      return new Promise((resolve) => {
        flushes.push(resolve);
        void sendNext();
      });
    },
    retry() {
      hurry();
      void sendNext();
    },
    size: () => waiting.length + (isSending ? 1 : 0),
  };
}
