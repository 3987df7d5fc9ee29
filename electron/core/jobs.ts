import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Progress } from './workers.ts';

export interface Jobs {
  /** Runs long work under a name, with progress as events and a signal that `cancel` sets. */
  run<T>(job: string | undefined, work: (signal: AbortSignal, onProgress: Progress) => Promise<T>): Promise<T>;
  /** Asks a job to stop. Answers whether there was one. */
  cancel(job: string): boolean;
  /** Asks all jobs to stop. */
  cancelAll(): void;
  /** Waits until no job runs. */
  settled(): Promise<void>;
}

/** The long work that is under way. */
export function createJobs(emit: (event: EngineEvent) => void): Jobs {
  const running = new Map<string, AbortController>();
  const controllers = new Set<AbortController>();
  const pending = new Set<Promise<unknown>>();
  return {
    async run(job, work) {
      const controller = new AbortController();
      controllers.add(controller);
      if (job !== undefined) running.set(job, controller);
      const onProgress: Progress = (done, total, label) => {
        if (job !== undefined) emit({ type: 'progress', job, done, total, label });
      };
      const promise = work(controller.signal, onProgress);
      pending.add(promise);
      try {
        return await promise;
      } finally {
        pending.delete(promise);
        controllers.delete(controller);
        if (job !== undefined) running.delete(job);
      }
    },
    cancel(job) {
      const controller = running.get(job);
      controller?.abort();
      return controller !== undefined;
    },
    cancelAll() {
      for (const controller of controllers) controller.abort();
    },
    async settled() {
      await Promise.allSettled(pending);
    },
  };
}
