import { connect } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { vaultContent, vaultHash } from '../support/fake-engine.ts';
import { bearer, serve, token } from '../support/loopback-host.ts';
import { sendRaw } from '../support/raw-request.ts';

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
