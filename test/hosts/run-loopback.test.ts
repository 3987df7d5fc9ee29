import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt, projectFolder } from '../../electron/hosts/ensure-built.ts';
import { lockWorkspace } from '../../electron/store/lock.ts';
import { makeFolder } from '../support/fake-engine.ts';

beforeAll(() => ensureBuilt('page', () => undefined), 120_000);

interface Run {
  child: ChildProcess;
  output: { out: string; err: string; firstWordMs: number | undefined };
  /** Waits until the pattern has been printed, and answers with what it found. */
  printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  ended: Promise<number | null>;
}

function run(args: string[], environment: Record<string, string> = {}): Run {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: projectFolder,
    env: { ...env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const startedAt = Date.now();
  const output: Run['output'] = { out: '', err: '', firstWordMs: undefined };
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  for (const [stream, name] of [
    [child.stdout, 'out'],
    [child.stderr, 'err'],
  ] as const) {
    stream.on('data', (chunk: Buffer) => {
      output.firstWordMs ??= Date.now() - startedAt;
      output[name] += chunk.toString('utf8');
    });
  }
  const printed = async (pattern: RegExp) => {
    for (;;) {
      const found = pattern.exec(output.out) ?? pattern.exec(output.err);
      if (found) return found;
      if (child.exitCode !== null) throw new Error(`Ended with ${child.exitCode}:\n${output.out}${output.err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, output, printed, ended };
}

const serve = ['electron/cli.ts', 'serve', '--no-open', '--token', 'a-token-for-tests', '--workspace'];

test('serve prints one line of JSON, answers, and closes the store on SIGTERM', async () => {
  const workspace = path.join(makeFolder(), 'Work');
  const { child, output, printed, ended } = run([...serve, workspace, '--json']);
  await printed(/\n/);
  const { url, port } = JSON.parse(output.out) as { url: string; port: number };
  expect(url).toBe(`http://127.0.0.1:${port}/#token=a-token-for-tests`);
  const page = await fetch(url);
  expect(await page.text()).toContain('<title>Plumbline</title>');
  const answer = await fetch(`http://127.0.0.1:${port}/rpc`, {
    method: 'POST',
    headers: { Authorization: 'Bearer a-token-for-tests' },
    body: JSON.stringify({
      method: 'audits.create',
      input: { title: 'A', type: 'internal', organization: 'Invented' },
    }),
  });
  expect(await answer.json()).toMatchObject({ ok: true });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(output.out.trim().split('\n')).toHaveLength(1);
  const wal = path.join(workspace, 'workbench.sqlite-wal');
  expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0);
});

test('a workspace in use is refused with a sentence', async () => {
  const workspace = makeFolder();
  const lock = lockWorkspace(workspace, 'a test of Plumbline');
  onTestFinished(() => lock.release());
  const { output, ended } = run([...serve, workspace]);
  expect(await ended).toBe(1);
  expect(output.err).toContain('This workspace is open in a test of Plumbline');
  expect(output.out).toBe('');
});

const isLinux = process.platform === 'linux';

test.skipIf(!isLinux)(
  'npm start without a display says within two seconds that it serves in the browser, and why',
  async () => {
    const workspace = makeFolder();
    const { child, output, printed, ended } = run(['electron/start.ts', '--no-open', '--workspace', workspace]);
    const [, url = ''] = await printed(/Plumbline is at (http:\S+)/);
    expect(output.err).toContain(`Plumbline: serving ${workspace} in the browser, because there is no display.`);
    expect(output.firstWordMs).toBeLessThan(2_000);
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  },
);

test('npm start serves in the browser where that is asked for, at the port that is named', async () => {
  const { printed, child, ended } = run(
    ['electron/start.ts', '--no-open', '--workspace', makeFolder(), '--port', '0'],
    {
      PLUMBLINE_HOST: 'browser',
      DISPLAY: ':99',
    },
  );
  await printed(/because you asked for it/);
  await printed(/Plumbline is at/);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('npm start refuses what it does not know', async () => {
  const { output, ended } = run(['electron/start.ts', '--port', 'many']);
  expect(await ended).toBe(2);
  expect(output.err).toContain('Usage: npm start -- ');
});

test('serve comes back to the port of the last time, and takes another one where that is not free', async () => {
  const workspace = path.join(makeFolder(), 'Work');
  const environment = { PLUMBLINE_CONFIG: makeFolder() };
  const start = async () => {
    const { child, output, printed, ended } = run([...serve, workspace, '--json'], environment);
    await printed(/\n/);
    const end = () => {
      child.kill('SIGTERM');
      return ended;
    };
    return { port: (JSON.parse(output.out) as { port: number }).port, end };
  };
  const first = await start();
  await first.end();
  const second = await start();
  expect(second.port).toBe(first.port);
  await second.end();
  const other = createServer().listen(first.port, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const third = await start();
  expect(third.port).not.toBe(first.port);
  await third.end();
});
