import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { toWireError } from '../shared/rpc/reply.ts';
import { documentTasks } from './core/document-tasks.ts';
import type { TaskHandlers } from './core/tasks.ts';
import type { FromWorker, ToWorker } from './core/workers.ts';
import { explainDiskError } from './files.ts';

// The worker thread: what lasts, with plain objects in and out. Each task loads what it needs when it is first asked.
const tasks: TaskHandlers = {
  'stage-file': async ({ staging, source, name }) => {
    const { stagePath } = await import('./vault/vault.ts');
    const { detectMediaType } = await import('./vault/media-type.ts');
    const staged = await stagePath(staging, source);
    return { ...staged, mediaType: await detectMediaType(staged.path, name) };
  },
  'detect-type': async ({ file, name }) => (await import('./vault/media-type.ts')).detectMediaType(file, name),
  'read-statement': async ({ file, name, catalogue }) => {
    const { readStatement } = await import('./exchange/soa/read-statement.ts');
    return readStatement({ bytes: await readFile(file), name }, catalogue);
  },
  'read-inventory': async ({ file, name, sheet }) => {
    const { readInventory } = await import('./exchange/ai-systems/read-inventory.ts');
    return readInventory({ bytes: await readFile(file), name }, sheet);
  },
  'read-catalogue': async ({ file, name, bases, as }) => {
    const { readCatalogueFile } = await import('./exchange/catalogue/read-catalogue.ts');
    const bytes = await readFile(file);
    return readCatalogueFile({ bytes, name }, bases, as);
  },
  'write-catalogue': async ({ catalogue, format, target }, signal, onProgress) =>
    (await import('./exchange/catalogue/write-catalogue.ts')).writeCatalogue(
      catalogue,
      format,
      target,
      signal,
      onProgress,
    ),
  'write-response': async ({ source, target }, signal, onProgress) =>
    (await import('./exchange/response/write-response.ts')).writeResponse(source, target, signal, onProgress),
  'read-response': async ({ file, name, audit }) => {
    const { readResponse } = await import('./exchange/response/read-response.ts');
    return readResponse({ bytes: await readFile(file), name }, audit);
  },
  'make-rendition': async ({ source, target }) =>
    (await import('./exports/pictures/rendition.ts')).makeRendition(source, target),
  'make-backup': async (request, signal, onProgress) =>
    (await import('./core/backups/make-backup.ts')).makeBackup(request, signal, onProgress),
  'seal-audit': async (request, signal, onProgress) =>
    (await import('./core/sealed/seal-audit.ts')).sealAudit(request, signal, onProgress),
  'verify-workspace': async (workspace, signal, onProgress) =>
    (await import('./core/verify.ts')).verifyWorkspace(workspace, signal, onProgress),
  'keep-model': async ({ model, target }, signal) =>
    (await import('./exports/kept-model.ts')).keepModel(model, target, signal),
  'compare-models': async ({ earlier, sha256, version, model }) =>
    (await import('./exports/kept-model.ts')).compareWithKept({ file: earlier, sha256, version }, model),
  ...documentTasks,
};

const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread.');
const running = new Map<number, AbortController>();
const send = (message: FromWorker) => port.postMessage(message);

async function run({ id, task, input }: Extract<ToWorker, { type: 'run' }>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const onProgress = (done: number, total: number, label: string) => send({ type: 'progress', id, done, total, label });
  try {
    const handler = tasks[task] as (
      input: unknown,
      signal: AbortSignal,
      progress: typeof onProgress,
    ) => Promise<unknown>;
    send({ type: 'done', id, value: await handler(input, controller.signal, onProgress) });
  } catch (error) {
    const explained = controller.signal.aborted ? { name: 'AbortError' } : explainDiskError(error, task);
    send({ type: 'failed', id, error: toFailure(explained, controller.signal.aborted) });
  } finally {
    running.delete(id);
  }
}

function toFailure(error: unknown, aborted: boolean) {
  if (aborted) return { code: 'cancelled' as const, message: 'The work was cancelled. Nothing was left half-done.' };
  const wire = toWireError(error);
  if (wire.code === 'internal')
    process.stderr.write(
      `plumbline worker: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  return wire;
}

port.on('message', (message: ToWorker) => {
  if (message.type === 'run') void run(message);
  else if (message.type === 'cancel') running.get(message.id)?.abort();
  else port.close();
});
