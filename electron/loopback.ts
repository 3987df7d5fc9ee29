import path from 'node:path';
import type { Log } from '../shared/rpc/dispatch.ts';
import { type Engine, openEngine } from './core/engine.ts';
import { printByChromium } from './hosts/chromium-printer.ts';
import { keepLastPort, readLastPort } from './core/last-port.ts';
import { configurationFolder } from './core/settings.ts';
import { ensureBuilt, projectFolder } from './hosts/ensure-built.ts';
import { createLocalLog } from './hosts/local-log.ts';
import { type Loopback, type LoopbackOptions, serveLoopback } from './hosts/loopback.ts';
import { openBrowser } from './hosts/open-browser.ts';
import { listenForStop } from './hosts/stop-signal.ts';

export interface LoopbackRun {
  workspace: string;
  port?: number;
  token?: string;
  /** Whether to open the default browser. */
  open: boolean;
  /** Whether the one line on standard output is JSON. */
  json: boolean;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

/**
 * Serves a workspace and the page on this computer until SIGINT or SIGTERM, then closes the store and ends the process
 * with 0. Throws an AppError where it cannot start.
 */
export async function runLoopback(run: LoopbackRun): Promise<void> {
  const stop = listenForStop();
  const log = createLocalLog(path.join(configurationFolder(), 'logs', 'loopback.log'));
  const engine = await openEngine({
    workspace: run.workspace,
    program: 'Plumbline',
    hostKind: 'browser',
    allowsPaths: false,
    workerEntry: new URL('./worker.ts', import.meta.url),
    printPdf: printByChromium,
    log,
  });
  try {
    await Promise.race([ensureBuilt('page', say), stop.requested]);
    if (!stop.isRequested) await serve(run, engine, log, stop.requested);
  } finally {
    await engine.close();
  }
  process.exit(0);
}

/** Serves at the port that is asked for, else at the one of the last time, else at a free one. */
async function serveAtPort({ workspace, port }: LoopbackRun, options: LoopbackOptions): Promise<Loopback> {
  if (port !== undefined) return serveLoopback({ ...options, port });
  const last = readLastPort(configurationFolder(), workspace);
  if (last === undefined) return serveLoopback(options);
  return serveLoopback({ ...options, port: last }).catch(() => serveLoopback(options));
}

async function serve(run: LoopbackRun, engine: Engine, log: Log, stopped: Promise<void>): Promise<void> {
  const { token } = run;
  const loopback = await serveAtPort(run, {
    engine,
    pageFolder: path.join(projectFolder, 'dist', 'page'),
    ...(token === undefined ? {} : { token }),
    log,
  });
  const { url } = loopback;
  keepLastPort(configurationFolder(), run.workspace, loopback.port);
  process.stdout.write(`${run.json ? JSON.stringify({ url, port: loopback.port }) : `Plumbline is at ${url}`}\n`);
  if (run.open && !(await openBrowser(url))) say('Open this address in a browser on this computer.');
  if (!run.json) say('It runs until you press Ctrl+C.');
  await stopped;
  await loopback.close();
}
