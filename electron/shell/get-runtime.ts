import path from 'node:path';
import { createInterface } from 'node:readline';
import { fetchRuntime } from './fetch-runtime.ts';
import { electronPackage, electronPath, whyNoWindow } from './runtime.ts';

/** Electron's program, or why there is none, in words that follow "because". */
export type Runtime = { path: string } | { reason: string };

type Say = (line: string) => void;

/** Shows how far the download is: on a terminal in one line, elsewhere a line for every 20 MB. */
function createMeter(say: Say): { show: (bytes: number) => void; end: () => void } {
  const isTerminal = process.stderr.isTTY;
  let shown = 0;
  return {
    show(bytes) {
      const megabytes = Math.floor(bytes / 1_000_000);
      if (isTerminal) process.stderr.write(`\r\u001B[K${megabytes} MB so far`);
      else if (megabytes >= shown + 20) say(`${megabytes} MB so far`);
      if (megabytes >= shown + 20) shown = megabytes;
    },
    end() {
      if (isTerminal) process.stderr.write('\r\u001B[K');
    },
  };
}

async function download(say: Say): Promise<Runtime> {
  const home = electronPackage();
  const isTerminal = process.stdin.isTTY;
  const way = isTerminal ? 'Press Enter' : 'Set PLUMBLINE_HOST=browser';
  say(`Plumbline: fetching Electron for the window, once, about 120 MB. ${way} to use the browser instead.`);
  const skip = new AbortController();
  const keys = isTerminal ? createInterface({ input: process.stdin }) : undefined;
  keys?.once('line', () => skip.abort());
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    skip.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const meter = createMeter(say);
  const fetched = await fetchRuntime({
    installer: path.join(home, 'install.js'),
    target: path.join(home, 'dist'),
    onProgress: meter.show,
    skip: skip.signal,
  });
  meter.end();
  keys?.close();
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  if (isInterrupted) process.exit(130);
  const found = electronPath();
  if (fetched.done && found) return { path: found };
  return { reason: fetched.done ? 'the download left no program' : fetched.reason };
}

/** Finds Electron or fetches it. Nothing is fetched where it could not open a window anyway. */
export async function getRuntime(say: Say): Promise<Runtime> {
  const obstacle = whyNoWindow();
  if (obstacle !== undefined) return { reason: obstacle };
  const found = electronPath();
  if (found !== undefined) return { path: found };
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH)
    return { reason: 'ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron' };
  return download(say);
}
