import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Engine, type EngineOptions, openEngine } from '../../electron/core/engine.ts';
import { createWorkers, type Workers } from '../../electron/core/workers.ts';
import { type Api, createApi } from '../../shared/rpc/client.ts';

/** A new empty folder that goes away with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const workerEntry = new URL('../../electron/worker.ts', import.meta.url);
const threads = createWorkers(workerEntry);

/** The threads of this test file for one engine: closing it waits for its own work and lets them live. */
function sharedThreads(): Workers {
  const running = new Map<Promise<unknown>, AbortController>();
  return {
    async run(task, input, signal, onProgress) {
      const own = new AbortController();
      const done = threads.run(task, input, AbortSignal.any([own.signal, ...(signal ? [signal] : [])]), onProgress);
      running.set(done, own);
      return done.finally(() => running.delete(done));
    },
    async close() {
      for (const own of running.values()) own.abort();
      await Promise.allSettled(running.keys());
    },
  };
}

/** Opens an engine that is closed with the test. Unexpected errors fail the test. */
export async function anEngine(
  workspace = aFolder(),
  options: Partial<EngineOptions> = {},
): Promise<Engine & { api: Api }> {
  const engine = await openEngine({
    workspace,
    program: 'a test',
    hostKind: 'direct',
    allowsPaths: true,
    workerEntry,
    workers: sharedThreads(),
    log: (error, context) => {
      throw new Error(`Unexpected error in ${context}: ${error instanceof Error ? error.stack : String(error)}`);
    },
    ...options,
  });
  onTestFinished(() => engine.close());
  return { ...engine, api: createApi(engine.call) };
}

/** A small audit: an invented organisation, an internal audit with a question for every requirement or the named ones. */
export async function anAudit(api: Api, questions?: string[]): Promise<{ id: string; ref: string }> {
  return api.call('audits.create', {
    title: 'Test audit',
    type: 'internal',
    organization: 'Invented Ltd',
    ...(questions ? { questions } : {}),
  });
}
