import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface FetchOptions {
  /** The installer to run, and the folder it unpacks into. */
  installer: string;
  target: string;
  /** Called with all bytes that have come so far. */
  onProgress: (bytes: number) => void;
  /** Ends the fetching when the user does not want to wait. */
  skip: AbortSignal;
  /** Longest time without a byte, in milliseconds. */
  silenceMs?: number;
}

/** How it went: fetched, or why not in words that follow "because". */
export type Fetched = { done: true } | { done: false; reason: string };

function folderSize(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}

/** The line of the installer's output that says what went wrong. */
function findReason(output: string): string {
  const text = output.replaceAll('\n', ' ');
  const known = /(getaddrinfo \w+ [\w.-]+|connect E\w+ [\w.:[\]-]+|Response code \d+|certificate[^.;]{0,60})/.exec(
    text,
  );
  if (known) return `the download failed (${known[1]})`;
  return text.includes('fetch failed') ? 'the download failed (no connection)' : 'the download failed';
}

/**
 * Runs Electron's own installer. Its downloads go to a temporary folder of ours, whose growth tells how far it is:
 * ten seconds without a byte end it, and nothing of a half download stays.
 */
export async function fetchRuntime(options: FetchOptions): Promise<Fetched> {
  const { installer, target, onProgress, skip, silenceMs = 10_000 } = options;
  const temporary = mkdtempSync(path.join(tmpdir(), 'plumbline-electron-'));
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' };
  const child = spawn(process.execPath, [installer], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let last = -1;
  let lastGrowth = Date.now();
  let reason: string | undefined;
  const stop = (why: string) => {
    reason ??= why;
    child.kill('SIGKILL');
  };
  const watch = setInterval(() => {
    const bytes = folderSize(temporary) + folderSize(target);
    if (bytes !== last) lastGrowth = Date.now();
    else if (Date.now() - lastGrowth >= silenceMs) stop(`nothing came for ${silenceMs / 1_000} seconds`);
    last = bytes;
    onProgress(bytes);
  }, 250);
  const onSkip = () => stop('you skipped the download');
  skip.addEventListener('abort', onSkip, { once: true });
  try {
    const { code, output } = await finish(child);
    if (reason === undefined && code === 0) return { done: true };
    return { done: false, reason: reason ?? findReason(output) };
  } finally {
    clearInterval(watch);
    skip.removeEventListener('abort', onSkip);
    rmSync(temporary, { recursive: true, force: true });
  }
}

function finish(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + String(chunk)).slice(-8_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
