import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Engine, type EngineOptions, openEngine } from '../../electron/core/engine.ts';
import { type Api, createApi } from '../../shared/rpc/client.ts';

/** A new empty folder that goes away with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const workerEntry = new URL('../../electron/worker.ts', import.meta.url);

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
