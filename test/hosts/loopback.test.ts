import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { serveLoopback } from '../../electron/hosts/loopback.ts';
import { makePage, vaultHash } from '../support/fake-engine.ts';
import { bearer, serve, token } from '../support/loopback-host.ts';
import { sendRaw } from '../support/raw-request.ts';

const call = JSON.stringify({ method: 'audits.list', input: { a: 1 } });

async function openSession(post: Awaited<ReturnType<typeof serve>>['post']): Promise<string> {
  const response = await post('/session', '');
  expect(response.status).toBe(200);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('who is answered', () => {
  test('the token, in the header', async () => {
    const { post, engine, loopback } = await serve();
    const response = await post('/rpc', call);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, value: { method: 'audits.list', input: { a: 1 } } });
    expect(engine.calls).toHaveLength(1);
    expect(loopback.url).toBe(`http://127.0.0.1:${loopback.port}/#token=${token}`);
  });

  test.each([
    ['no token', {}],
    ['a wrong token', { Authorization: 'Bearer a-token-for-testz' }],
    ['a shorter one', { Authorization: 'Bearer a' }],
    ['an empty one', { Authorization: 'Bearer ' }],
    ['another scheme', { Authorization: `Basic ${token}` }],
    ['a wrong cookie', { Cookie: 'plumbline=x' }],
  ])('not %s', async (_, headers) => {
    const { post, engine, at } = await serve();
    for (const path of ['/rpc', '/files', '/session']) {
      const response = await post(path, call, headers);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'unauthorised' } });
    }
    for (const path of [`/files/${vaultHash}`, '/exports/Report.docx'])
      expect((await fetch(at(path), { headers: headers as Record<string, string> })).status).toBe(401);
    expect(engine.calls).toEqual([]);
    expect(engine.staged()).toEqual([]);
  });

  test.each(['evil.example', 'evil.example:{port}', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example:{port}', ''])(
    'not a request for the host "%s"',
    async (name) => {
      const { port, engine } = await serve();
      const host = name.replace('{port}', String(port));
      const length = Buffer.byteLength(call);
      const text = `POST /rpc HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${call}`;
      expect((await sendRaw(port, text)).status).toBe(403);
      expect(engine.calls).toEqual([]);
    },
  );

  test('a request for localhost', async () => {
    const { port } = await serve();
    const text = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`;
    expect((await sendRaw(port, text)).status).toBe(200);
  });

  test.each([
    'null',
    'https://evil.example',
    'http://127.0.0.1:1',
    'https://127.0.0.1:{port}',
    'http://localhost:{port}',
    'http://127.0.0.1:{port}.evil.example',
    'http://evil.example/?127.0.0.1:{port}',
  ])('not a page from %s', async (name) => {
    const { post, port, engine, at } = await serve();
    const Origin = name.replace('{port}', String(port));
    for (const path of ['/rpc', '/files', '/session']) {
      const response = await post(path, call, { ...bearer, Origin });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect((await fetch(at('/'), { headers: { Origin } })).status).toBe(403);
    expect(engine.calls).toEqual([]);
  });

  test('its own page', async () => {
    const { post, port } = await serve();
    expect((await post('/rpc', call, { ...bearer, Origin: `http://127.0.0.1:${port}` })).status).toBe(200);
  });

  test('not other methods, and nobody is told who else may ask', async () => {
    const { at, post } = await serve();
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await fetch(at('/rpc'), { method, headers: bearer });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
    }
    const answers = [await post('/rpc', call), await fetch(at('/'))];
    for (const { headers } of answers)
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the session cookie', () => {
  test('is strict, out of reach of scripts, and not the token', async () => {
    const { post, port } = await serve();
    const response = await post('/session', '');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(new RegExp(`^plumbline-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`));
    expect(cookie).not.toContain(token);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('stands in for the token, but cannot make another session', async () => {
    const { post, at } = await serve();
    const Cookie = await openSession(post);
    expect((await post('/rpc', call, { Cookie })).status).toBe(200);
    expect((await fetch(at(`/files/${vaultHash}`), { headers: { Cookie } })).status).toBe(200);
    expect((await post('/session', '', { Cookie })).status).toBe(401);
  });

  test.each(['cross-site', 'same-site'])(
    'does not count in a %s request, whatever port it comes from',
    async (site) => {
      const { post, at } = await serve();
      const headers = { Cookie: await openSession(post), 'Sec-Fetch-Site': site };
      expect((await post('/rpc', call, headers)).status).toBe(403);
      expect((await fetch(at(`/files/${vaultHash}`), { headers })).status).toBe(403);
    },
  );

  test('is another one in every run', async () => {
    const [one, other] = [await serve(), await serve()];
    const cookies = [await openSession(one.post), await openSession(other.post)];
    expect(new Set(cookies.map((cookie) => cookie.split('=')[1])).size).toBe(2);
  });
});

describe('calls', () => {
  test('a refusal of the engine is an answered call', async () => {
    const { post, engine } = await serve();
    engine.answer = async () => ({ ok: false, error: { code: 'not-found', message: 'No.' } });
    const response = await post('/rpc', call);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: false, error: { code: 'not-found', message: 'No.' } });
  });

  test.each(['', '{', '[]', 'null', '{"input":{}}', '{"method":7}', `{"method":"${'x'.repeat(201)}"}`])(
    'what is no call is refused: %s',
    async (body) => {
      const { post, engine } = await serve();
      const response = await post('/rpc', body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      expect(engine.calls).toEqual([]);
    },
  );

  test('4 MB pass, more is refused by its announced length before it is sent', async () => {
    const { post, port, engine } = await serve();
    const frame = JSON.stringify({ method: 'm', input: '' }).length;
    const fits = JSON.stringify({ method: 'm', input: 'x'.repeat(4 * 1024 ** 2 - frame) });
    expect((await post('/rpc', fits)).status).toBe(200);
    const head = `POST /rpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n`;
    const answer = await sendRaw(port, `${head}Content-Length: ${4 * 1024 ** 2 + 1}\r\n\r\n{`);
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(engine.calls).toHaveLength(1);
  });

  test('a body of unknown length is cut off at 4 MB', async () => {
    const { at, engine } = await serve();
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 5) controller.close();
        else controller.enqueue(Buffer.alloc(1024 ** 2, 'x'));
      },
    });
    const response = await fetch(at('/rpc'), { method: 'POST', body, headers: bearer, duplex: 'half' } as RequestInit);
    expect(response.status).toBe(413);
    expect(engine.calls).toEqual([]);
  });

  test('an unexpected error says nothing about itself and goes to the log', async () => {
    const { post, engine, log } = await serve();
    engine.answer = () => Promise.reject(new Error('secret detail'));
    const response = await post('/rpc', call);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret detail');
    expect(log).toHaveBeenCalledOnce();
  });

  test('POST elsewhere is not found', async () => {
    const { post } = await serve();
    expect((await post('/', call)).status).toBe(404);
    expect((await post('/rpc/', call)).status).toBe(404);
  });
});

describe('start and end', () => {
  test('a port that is taken is refused in words', async () => {
    const { port, engine, loopback } = await serve();
    expect(loopback.port).toBe(port);
    const again = serveLoopback({ engine, pageFolder: makePage(), port, log: () => undefined });
    await expect(again).rejects.toThrow(`Port ${port} is used by another program.`);
  });

  test('an answer that is due is still given', async () => {
    const { post, engine, loopback, at } = await serve();
    engine.answer = async () => {
      await sleep(200);
      return { ok: true, value: 'late' };
    };
    const answer = post('/rpc', call);
    await vi.waitFor(() => expect(engine.calls).toHaveLength(1));
    await loopback.close();
    expect(await (await answer).json()).toEqual({ ok: true, value: 'late' });
    await expect(fetch(at('/'))).rejects.toThrow('fetch failed');
  });
});
