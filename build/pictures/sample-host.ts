import path from 'node:path';
import { type Engine, openEngine } from '../../electron/core/engine.ts';
import { type Loopback, serveLoopback } from '../../electron/hosts/loopback.ts';
import { type Api, createApi } from '../../shared/rpc/client.ts';

export interface Hosted {
  engine: Engine;
  api: Api;
  host: Loopback;
  close(): Promise<void>;
}

const log = (error: unknown, context: string) => {
  process.stderr.write(`${context}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};

/** Opens a workspace in a folder, settings included, and serves it with a built page on this computer. */
export async function hostWorkspace(
  folder: string,
  pageFolder: string,
  person: { name: string; role: string },
): Promise<Hosted> {
  process.env.PLUMBLINE_CONFIG = path.join(folder, 'settings');
  const engine = await openEngine({
    workspace: path.join(folder, 'Audits'),
    program: 'the picture taker',
    hostKind: 'browser',
    allowsPaths: false,
    workerEntry: new URL('../../electron/worker.ts', import.meta.url),
    log,
  });
  const api = createApi(engine.call);
  // The tour has a picture of its own and is not to stand on all others.
  await api.call('settings.write', { ...person, tour: 'done' });
  const host = await serveLoopback({ engine, pageFolder, log });
  return {
    engine,
    api,
    host,
    async close() {
      await host.close();
      await engine.close();
    },
  };
}
