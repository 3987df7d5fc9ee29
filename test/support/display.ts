import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

let server: ChildProcess | undefined;

/** Whether windows can be opened here, on a display of the person's or on one that shows nothing. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || existsSync('/usr/bin/Xvfb');
}

/** The variables that windows need. Without a display, one that shows nothing is started; `closeDisplay` ends it. */
export async function openDisplay(): Promise<Record<string, string>> {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return {};
  const started = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  server = started;
  const number = await new Promise<string>((resolve, reject) => {
    started.stdout.once('data', (text: Buffer) => resolve(String(text).trim()));
    started.once('error', reject);
    started.once('exit', () => reject(new Error('Xvfb ended before it had a display.')));
  });
  process.env.DISPLAY = `:${number}`;
  return { DISPLAY: `:${number}` };
}

/** Ends the display that `openDisplay` started. */
export function closeDisplay(): void {
  if (!server) return;
  server.kill();
  server = undefined;
  delete process.env.DISPLAY;
}
