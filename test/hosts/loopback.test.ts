import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type LoopbackOptions, serveLoopback } from '../../electron/hosts/loopback.ts';
import { AppError } from '../../shared/errors.ts';
import type { Log } from '../../shared/rpc/dispatch.ts';
import { FakeEngine, makePage, vaultContent, vaultHash } from '../support/fake-engine.ts';
import { sendRaw } from '../support/raw-request.ts';

const token = 'a-token-for-tests';
const bearer = { Authorization: `Bearer ${token}` };

async function serve(options: Partial<LoopbackOptions> = {}) {
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

describe('files from the page', () => {
  test('are staged as a stream', async () => {
    const { post, engine } = await serve();
    const headers = { ...bearer, 'X-File-Name': encodeURIComponent('Prüfliste.pdf') };
    const response = await post('/files', 'x'.repeat(9 * 1024 ** 2), headers);
    expect(response.status).toBe(200);
    const { value } = (await response.json()) as { value: { staging: string } };
    expect(engine.staged()).toEqual([value.staging]);
  });

  test.each([
    [new AppError('too-large', 'Too large.'), 413],
    [new AppError('disk-full', 'Full.'), 507],
    [new AppError('refused', 'Empty.'), 400],
    [new AppError('unavailable', 'Closing.'), 503],
  ])('a refusal comes through while the file is still being sent: %s', async (error, status) => {
    const { post, engine } = await serve();
    engine.uploadError = error;
    const response = await post('/files', 'x'.repeat(3 * 1024 ** 2), bearer);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ ok: false, error: { code: error.code, message: error.message } });
  });

  test('a name that is not encoded is refused', async () => {
    const { post, engine } = await serve();
    expect((await post('/files', 'x', { ...bearer, 'X-File-Name': '%zz' })).status).toBe(400);
    expect(engine.staged()).toEqual([]);
  });

  test('a client that goes away in the middle leaves no file and no noise', async () => {
    const { port, engine, log, at } = await serve();
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /files HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Length: 1000000\r\n\r\nsome bytes`,
    );
    await vi.waitFor(() => expect(engine.staged()).toHaveLength(1));
    socket.destroy();
    await vi.waitFor(() => expect(engine.staged()).toEqual([]));
    expect((await fetch(at('/'))).status).toBe(200);
    expect(log).not.toHaveBeenCalled();
  });
});

describe('files of the workspace', () => {
  test('are attachments in a sandbox, with their own name', async () => {
    const { at } = await serve();
    const response = await fetch(at(`/files/${vaultHash}`), { headers: bearer });
    expect(await response.text()).toBe(vaultContent);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-length': '10',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'content-disposition': `attachment; filename="Model card _ _v3_ (final)__.txt"; filename*=UTF-8''${encodeURIComponent('Model card — “v3” (final)__.txt').replace('(', '%28').replace(')', '%29')}`,
    });
  });

  test.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=5-2', 200, '0123456789', null],
    ['bytes=0-1,3-4', 200, '0123456789', null],
    ['lines=0-1', 200, '0123456789', null],
    ['bytes=-', 200, '0123456789', null],
  ])('in part: %s', async (Range, status, text, contentRange) => {
    const { at } = await serve();
    const response = await fetch(at(`/files/${vaultHash}`), { headers: { ...bearer, Range } });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-range')).toBe(contentRange);
  });

  test('HEAD has the headers only', async () => {
    const { at } = await serve();
    const response = await fetch(at(`/files/${vaultHash}`), { method: 'HEAD', headers: bearer });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '10', '']);
  });

  test('a media type that is none is not passed on', async () => {
    const { at, engine } = await serve();
    engine.mediaType = 'text/html\r\nX: y';
    const response = await fetch(at(`/files/${vaultHash}`), { headers: bearer });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('exports go by their name', async () => {
    const { at } = await serve();
    const response = await fetch(at('/exports/Report.docx'), { headers: bearer });
    expect(response.headers.get('content-type')).toContain('wordprocessingml');
    expect(await response.text()).toBe('word');
  });

  test.each(['/files/', '/files/cd', '/exports/Other.docx', `/files/${vaultHash}/x`])(
    '%s is not there',
    async (path) => {
      const { at } = await serve();
      expect([400, 404]).toContain((await fetch(at(path), { headers: bearer })).status);
    },
  );
});

describe('the page', () => {
  test('has a strict policy with a nonce that is new in every load', async () => {
    const { at, port } = await serve();
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(at('/'));
        const policy = response.headers.get('content-security-policy') ?? '';
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
        expect(policy).toBe(
          `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; ` +
            `connect-src 'self' ws://127.0.0.1:${port}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
        );
        expect(await response.text()).toContain(`<meta name="csp-nonce" content="${nonce}">`);
        expect(response.headers.get('cache-control')).toBe('no-store');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    expect(nonces[0]).toHaveLength(24);
  });

  test('may be kept only where the name has the content in it', async () => {
    const { at } = await serve();
    const script = await fetch(at('/assets/app-AbCd1234.js'));
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(at('/plain.json'))).headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%2e%2e%5csecret.json',
    '/..\\secret.json',
    '//secret.json',
    '/.hidden.json',
    '/%00index.html',
    '/c:/secret.json',
    '/%zz',
    '/program.exe',
    '/assets',
    '/nothing.js',
    'secret.json',
    'http://evil.example/plain.json',
  ])('does not give away %s', async (path) => {
    const { port } = await serve();
    const { status, body } = await sendRaw(
      port,
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
    );
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('secret":');
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
