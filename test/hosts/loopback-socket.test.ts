import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createPageSockets } from '../../electron/hosts/loopback-socket.ts';
import { serveLoopback } from '../../electron/hosts/loopback.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import { FakeEngine, makePage } from '../support/fake-engine.ts';

const token = 'a-token-for-tests';

async function serve() {
  const engine = new FakeEngine();
  const loopback = await serveLoopback({ engine, pageFolder: makePage(), token, log: () => undefined });
  onTestFinished(() => loopback.close());
  return { engine, loopback, port: loopback.port };
}

function open(
  port: number,
  headers: Record<string, string> = { Authorization: `Bearer ${token}` },
  path = '/socket',
  options = {},
) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers, ...options });
  const messages: unknown[] = [];
  socket.on('message', (data) => messages.push(JSON.parse((data as Buffer).toString('utf8'))));
  const opened = new Promise<number>((resolve) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.once('error', () => resolve(0));
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  onTestFinished(() => socket.terminate());
  return { socket, messages, opened, closed };
}

test('calls are answered by their id, also out of order, and the socket hears what changes', async () => {
  const { engine, port } = await serve();
  engine.answer = async (method) => {
    if (method === 'slow') await sleep(100);
    return { ok: true, value: method };
  };
  const { socket, messages, opened } = open(port);
  expect(await opened).toBe(101);
  socket.send(JSON.stringify({ id: 1, method: 'slow', input: {} }));
  socket.send(JSON.stringify({ id: 'two', method: 'quick', input: { a: 1 } }));
  await vi.waitFor(() => expect(messages).toHaveLength(2));
  const event: EngineEvent = { type: 'progress', job: 'j', done: 1, total: 2, label: 'x' };
  engine.push(event);
  await vi.waitFor(() => expect(messages).toHaveLength(3));
  expect(messages).toEqual([
    { id: 'two', reply: { ok: true, value: 'quick' } },
    { id: 1, reply: { ok: true, value: 'slow' } },
    { event },
  ]);
});

test('the page comes in with its cookie', async () => {
  const { port } = await serve();
  const response = await fetch(`http://127.0.0.1:${port}/session`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  });
  const Cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await open(port, { Cookie, Origin: `http://127.0.0.1:${port}` }).opened).toBe(101);
  expect(await open(port, { Cookie, Origin: 'http://127.0.0.1:1' }).opened).toBe(403);
  expect(await open(port, { Cookie, 'Sec-Fetch-Site': 'same-site' }).opened).toBe(403);
});

test.each([
  ['no token', {}, '/socket', 401],
  ['a wrong token', { Authorization: 'Bearer x' }, '/socket', 401],
  ['a token in the address', {}, `/socket?token=${token}`, 401],
  ['a foreign page', { Authorization: `Bearer ${token}`, Origin: 'https://evil.example' }, '/socket', 403],
  ['a page without origin', { Authorization: `Bearer ${token}`, Origin: 'null' }, '/socket', 403],
  ['a foreign host', { Authorization: `Bearer ${token}`, Host: 'evil.example' }, '/socket', 403],
  ['another path', { Authorization: `Bearer ${token}` }, '/rpc', 404],
])('refuses %s', async (_, headers, path, status) => {
  const { port, engine } = await serve();
  expect(await open(port, headers as Record<string, string>, path).opened).toBe(status);
  expect(engine.calls).toEqual([]);
});

test.each(['no json', '[]', '{"id":1}', '{"id":{},"method":"m"}', '{"id":1,"method":7}'])(
  'ends a socket that sends %s',
  async (text) => {
    const { port, engine } = await serve();
    const { socket, opened, closed } = open(port);
    await opened;
    socket.send(text);
    expect(await closed).toBe(1008);
    expect(engine.calls).toEqual([]);
  },
);

test('ends a socket that sends bytes or more than 4 MB', async () => {
  const { port, engine } = await serve();
  const bytes = open(port);
  await bytes.opened;
  bytes.socket.send(Buffer.from('{"id":1,"method":"m"}'));
  expect(await bytes.closed).toBe(1008);
  const large = open(port);
  await large.opened;
  large.socket.send(JSON.stringify({ id: 1, method: 'm', input: 'x'.repeat(4 * 1024 ** 2) }));
  expect(await large.closed).toBe(1009);
  expect(engine.calls).toEqual([]);
});

test('reads no further while 64 calls wait, and goes on when there is room', async () => {
  const { port, engine } = await serve();
  const { promise: gate, resolve: release } = Promise.withResolvers<void>();
  engine.answer = async () => {
    await gate;
    return { ok: true, value: null };
  };
  const { socket, messages, opened } = open(port);
  await opened;
  const input = 'x'.repeat(20_000);
  for (let id = 0; id < 300; id += 1) socket.send(JSON.stringify({ id, method: 'm', input }));
  await vi.waitFor(() => expect(engine.calls.length).toBeGreaterThanOrEqual(64));
  await sleep(200);
  expect(engine.calls.length).toBeLessThan(300);
  release();
  await vi.waitFor(() => expect(messages).toHaveLength(300));
});

test('the end gives the answers that are due and says goodbye', async () => {
  const { port, engine, loopback } = await serve();
  engine.answer = async () => {
    await sleep(150);
    return { ok: true, value: 'late' };
  };
  const { socket, messages, opened, closed } = open(port);
  await opened;
  socket.send(JSON.stringify({ id: 1, method: 'm', input: {} }));
  await vi.waitFor(() => expect(engine.calls).toHaveLength(1));
  await loopback.close();
  expect(await closed).toBe(1001);
  expect(messages).toEqual([{ id: 1, reply: { ok: true, value: 'late' } }]);
});

test('a socket that no longer answers is cut off', async () => {
  const engine = new FakeEngine();
  const { createServer } = await import('node:http');
  const server = createServer();
  const sockets = createPageSockets(engine, 50);
  server.on('upgrade', (request, connection, head) => sockets.accept(request, connection, head));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  onTestFinished(async () => {
    await sockets.close();
    server.close();
  });
  const living = open(port);
  const dead = open(port, {}, '/socket', { autoPong: false });
  await Promise.all([living.opened, dead.opened]);
  expect(await dead.closed).toBe(1006);
  expect(living.socket.readyState).toBe(WebSocket.OPEN);
});
