import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Reply, Transport } from '../../shared/rpc/reply.ts';

const cli = path.resolve(import.meta.dirname, '../../electron/cli.ts');
const token = 'a-token-for-the-torture';
const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };

/** A serving process of its own on this computer. */
export interface Server {
  transport: Transport;
  upload(name: string, content: Buffer): Promise<string>;
  download(sha256: string): Promise<Buffer>;
  /** Ends it as a power cut would: SIGKILL, no warning. */
  kill(): Promise<void>;
  /** Ends it as Ctrl+C does. Answers with the exit status. */
  stop(): Promise<number | null>;
}

const settingsIn = (workspace: string) => ({ ...process.env, PLUMBLINE_CONFIG: `${workspace}-settings` });

async function firstLine(child: ChildProcess): Promise<string> {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString()}`.slice(-2_000)));
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const line = await Promise.race([
    once(lines, 'line').then(([first]) => String(first)),
    once(child, 'exit').then(() => undefined),
  ]);
  if (line === undefined) throw new Error(`The server did not start: ${complaint}`);
  return line;
}

function serve(workspace: string): ChildProcess {
  const words = ['serve', '--workspace', workspace, '--token', token, '--no-open', '--json'];
  return spawn(process.execPath, [cli, ...words], { stdio: 'pipe', env: settingsIn(workspace) });
}

/** Starts `serve` and kills it after some milliseconds, while it is still recovering. */
export async function killWhileStarting(workspace: string, milliseconds: number): Promise<void> {
  const child = serve(workspace);
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
  clearTimeout(timer);
}

/** Starts `serve` on a workspace; its settings lie beside it. */
export async function startServer(workspace: string): Promise<Server> {
  const child = serve(workspace);
  const { port, error } = JSON.parse(await firstLine(child)) as { port?: number; error?: { message: string } };
  if (port === undefined) throw new Error(`The server refused to start: ${error?.message}`);
  const address = `http://127.0.0.1:${port}`;
  const ended = once(child, 'exit') as Promise<[number | null]>;
  return {
    async transport(method, input) {
      const body = JSON.stringify({ method, input });
      return (await (await fetch(`${address}/rpc`, { method: 'POST', headers, body })).json()) as Reply;
    },
    async upload(name, content) {
      const named = { ...headers, 'X-File-Name': encodeURIComponent(name) };
      const answer = await fetch(`${address}/files`, { method: 'POST', headers: named, body: new Uint8Array(content) });
      const reply = (await answer.json()) as { ok: boolean; value: { staging: string } };
      if (!reply.ok) throw new Error(`The upload was refused: ${JSON.stringify(reply)}`);
      return reply.value.staging;
    },
    async download(sha256) {
      return Buffer.from(await (await fetch(`${address}/files/${sha256}`, { headers })).arrayBuffer());
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}

/** What `verify` says about a workspace, in a process of its own, beside a server that may be running. */
export async function verifyBeside(workspace: string): Promise<{ ok: boolean; problems: unknown[] }> {
  const words = [cli, 'verify', '--workspace', workspace, '--json'];
  const child = spawn(process.execPath, words, { stdio: 'pipe', env: settingsIn(workspace) });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  await once(child, 'close');
  return JSON.parse(out) as { ok: boolean; problems: unknown[] };
}
