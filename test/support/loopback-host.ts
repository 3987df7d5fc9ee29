import { onTestFinished, vi } from 'vitest';
import { type LoopbackOptions, serveLoopback } from '../../electron/hosts/loopback.ts';
import type { Log } from '../../shared/rpc/dispatch.ts';
import { FakeEngine, makePage } from './fake-engine.ts';

export const token = 'a-token-for-tests';
export const bearer = { Authorization: `Bearer ${token}` };

/** A loopback host with a fake engine behind it, closed with the test. */
export async function serve(options: Partial<LoopbackOptions> = {}) {
  const engine = new FakeEngine();
  const log = vi.fn<Log>();
  const loopback = await serveLoopback({ engine, pageFolder: makePage(), token, log, ...options });
  onTestFinished(() => loopback.close());
  const { port } = loopback;
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  const post = (path: string, body: string, headers: Record<string, string> = bearer) =>
    fetch(at(path), { method: 'POST', body, headers });
  return { engine, log, loopback, port, at, post };
}
