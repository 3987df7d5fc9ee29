import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import { fromWireError, type WireError } from '../../shared/rpc/reply.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

export type Progress = (done: number, total: number, label: string) => void;

/** What a worker thread is sent. */
export type ToWorker =
  | { type: 'run'; id: number; task: TaskName; input: unknown }
  | { type: 'cancel'; id: number }
  | { type: 'end' };
/** What a worker thread answers. */
export type FromWorker =
  | { type: 'progress'; id: number; done: number; total: number; label: string }
  | { type: 'done'; id: number; value: unknown }
  | { type: 'failed'; id: number; error: WireError };

export interface Workers {
  /** Runs a task on a worker thread with plain objects in and out. */
  run<T extends TaskName>(
    task: T,
    input: TaskInput<T>,
    signal?: AbortSignal,
    onProgress?: Progress,
  ): Promise<TaskOutput<T>>;
  close(): Promise<void>;
}

interface Job {
  id: number;
  task: TaskName;
  input: unknown;
  signal: AbortSignal | undefined;
  onProgress: Progress | undefined;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

const cancelled = () => new AppError('cancelled', 'The work was cancelled. Nothing was left half-done.');

/** How long a thread may take to end by itself, in milliseconds. */
const patience = 1_000;

/** Ends a thread that has nothing to do: by itself, as ending it from outside crashed the process now and then. */
async function endWorker(worker: Worker): Promise<void> {
  const ended = once(worker, 'exit');
  worker.postMessage({ type: 'end' } satisfies ToWorker);
  const late = setTimeout(() => void worker.terminate(), patience);
  await ended;
  clearTimeout(late);
}

/** A small pool of worker threads, started when first needed and kept for the next task. */
export function createWorkers(entry: URL, size = 2): Workers {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: Job[] = [];
  let nextId = 1;

  function start(): Worker {
    // A small young generation: documents make much short-lived garbage, which otherwise takes 100 MB more at the peak.
    const worker = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: 16 } });
    worker.unref();
    all.add(worker);
    worker.once('exit', () => {
      all.delete(worker);
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
    });
    return worker;
  }

  function pump(): void {
    while (waiting.length > 0 && (idle.length > 0 || all.size < size)) {
      const job = waiting.shift();
      if (job) runOn(idle.pop() ?? start(), job);
    }
  }

  function runOn(worker: Worker, job: Job): void {
    worker.ref();
    const cancel = () => worker.postMessage({ type: 'cancel', id: job.id } satisfies ToWorker);
    const finish = (settle: () => void, alive: boolean) => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      job.signal?.removeEventListener('abort', cancel);
      if (alive) {
        worker.unref();
        idle.push(worker);
      }
      settle();
      pump();
    };
    const onMessage = (message: FromWorker) => {
      if (message.id !== job.id) return;
      if (message.type === 'progress') job.onProgress?.(message.done, message.total, message.label);
      else if (message.type === 'done') finish(() => job.resolve(message.value as never), true);
      else finish(() => job.reject(fromWireError(message.error)), true);
    };
    const onError = (error: unknown) => {
      all.delete(worker);
      finish(() => job.reject(error), false);
    };
    const onExit = () =>
      onError(new AppError('unavailable', 'The work stopped unexpectedly. Nothing was left half-done; try again.'));
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    job.signal?.addEventListener('abort', cancel);
    worker.postMessage({ type: 'run', id: job.id, task: job.task, input: job.input } satisfies ToWorker);
  }

  return {
    run(task, input, signal, onProgress) {
      if (signal?.aborted) return Promise.reject(cancelled());
      return new Promise((resolve, reject) => {
        waiting.push({
          id: nextId++,
          task,
          input,
          signal,
          onProgress,
          resolve: resolve,
          reject,
        });
        pump();
      });
    },
    async close() {
      await Promise.all([...all].map(endWorker));
    },
  };
}
