import { spawn } from 'node:child_process';

/** An end within this time, with an error, means that the window never opened. In milliseconds. */
const earlyMs = 10_000;

/** How the window's program ended: properly, or so early that the browser has to do, with the reason. */
export type WindowEnd = { code: number } | { reason: string };

/** Runs Electron with the built program until its window is closed. */
export function runWindow(electron: string, project: string, workspace: string): Promise<WindowEnd> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const startedAt = Date.now();
  const child = spawn(electron, [project, '--workspace', workspace], { stdio: 'inherit', env });
  let isAsked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Ctrl+C reaches the window's program by itself.
      if (signal !== 'SIGINT') child.kill(signal);
      isAsked = true;
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ reason: `Electron did not start (${error.message})` }));
    child.once('exit', (code, signal) => {
      const isEarly = Date.now() - startedAt < earlyMs;
      if (code !== 0 && isEarly && !isAsked)
        resolve({ reason: `Electron ended at once (${signal ?? `exit ${code}`})` });
      else resolve({ code: isAsked ? 0 : (code ?? 1) });
    });
  });
}
