import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { projectFolder } from '../../electron/hosts/ensure-built.ts';
import { electronPath } from '../../electron/shell/runtime.ts';
import { openDisplay } from '../support/display.ts';
import { makeFolder } from '../support/fake-engine.ts';
import { buildDesktop, type DesktopWindow, hasElectron, launchDesktop } from '../support/electron.ts';

const preload = path.join(projectFolder, 'dist', 'preload.cjs');
const canRun = hasElectron('the tests of what the page may do in the desktop program');
if (canRun) beforeAll(buildDesktop, 180_000);

/** Runs in the page: what became of a request to each address. */
const tryAll = (list: string[]) =>
  Promise.all(
    list.map((address) =>
      fetch(address, { mode: 'no-cors' }).then(
        () => `reached ${address}`,
        () => 'blocked',
      ),
    ),
  );

/** Runs in the page: the status of the answer to a request. */
const readStatus = ({ address, method }: { address: string; method: string }) =>
  fetch(address, { method }).then(({ status }) => status);

/** A server that counts who comes. */
async function countVisitors(): Promise<{ url: string; visitors: string[] }> {
  const visitors: string[] = [];
  const server = createServer((request, response) => {
    visitors.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, visitors };
}

describe.skipIf(!canRun)('the page in the desktop program', () => {
  test('has no Node, and of ours the three functions only', async () => {
    const { app, page, call } = await launchDesktop();
    expect(page.url()).toMatch(/^app:\/\/bundle\//);
    const seen = await page.evaluate(() => ({
      node: ['process', 'require', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
      functions: Object.keys((window as unknown as DesktopWindow).plumbline).toSorted(),
      isFrozen: Reflect.set((window as unknown as DesktopWindow).plumbline, 'call', null),
    }));
    expect(seen).toEqual({ node: [], functions: ['call', 'pathOfDroppedFile', 'subscribe'], isFrozen: false });
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as
        | { getLastWebPreferences?(): object }
        | undefined;
      return contents?.getLastWebPreferences?.();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(await call('host.info')).toEqual({
      ok: true,
      value: { kind: 'desktop', canReveal: true, canPickFiles: true },
    });
    expect(await call('workspace.info')).toMatchObject({ ok: true, value: { allowsPaths: true } });
  });

  test('gets a refusal for what is no call, too large, or not to be shown', async () => {
    const { call, workspace, page } = await launchDesktop();
    expect(await call('no.such')).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    expect(await call('audits.open', { audit: 'x'.repeat(4 * 1024 ** 2) })).toMatchObject({
      error: { code: 'too-large' },
    });
    const notName = page.evaluate(() =>
      (window as unknown as { plumbline: { call(a: unknown, b: unknown): unknown } }).plumbline.call({}, {}),
    );
    expect(await notName).toMatchObject({ error: { code: 'invalid-input' } });
    const secret = path.join(workspace, 'workbench.sqlite');
    for (const name of ['host.reveal', 'host.openFile']) {
      expect(await call(name, { path: secret })).toMatchObject({ error: { code: 'refused' } });
      expect(await call(name, { path: 'exports/a.docx' })).toMatchObject({ error: { code: 'refused' } });
      expect(await call(name, {})).toMatchObject({ error: { code: 'invalid-input' } });
    }
    const program = path.join(workspace, 'exports', 'run.sh');
    mkdirSync(path.dirname(program), { recursive: true });
    writeFileSync(program, 'echo');
    expect(await call('host.openFile', { path: program })).toMatchObject({ error: { code: 'refused' } });
  });

  test('is the only one that may call: other origins, empty pages and frames are refused', async () => {
    const { app } = await launchDesktop();
    const answers = await app.evaluate(async ({ BrowserWindow }, preloadFile) => {
      const ask = "window.plumbline.call('workspace.info', {})";
      const made = (frames: boolean) =>
        new BrowserWindow({
          show: false,
          webPreferences: { preload: preloadFile, sandbox: true, nodeIntegrationInSubFrames: frames },
        });
      const foreign = made(false);
      await foreign.loadURL('data:text/html,<p>forged');
      const empty = made(false);
      await empty.loadURL('about:blank');
      const framed = made(true);
      await framed.loadURL('app://bundle/');
      const addFrame = `new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.addEventListener('load', () => resolve(1));
        frame.srcdoc = '<p>inner';
        document.body.append(frame);
      })`;
      await framed.webContents.executeJavaScript(addFrame);
      const [inner] = framed.webContents.mainFrame.frames;
      const own = await framed.webContents.executeJavaScript(`${ask}.then(({ ok }) => ok)`);
      return {
        own,
        forged: [
          await foreign.webContents.executeJavaScript(ask),
          await empty.webContents.executeJavaScript(ask),
          await inner?.executeJavaScript(ask),
        ],
      };
    }, preload);
    expect(answers.own).toBe(true);
    const refusal = { ok: false, error: { code: 'unauthorised', message: 'This page may not call Plumbline.' } };
    expect(answers.forged).toEqual([refusal, refusal, refusal]);
  });

  test('goes nowhere else and opens nothing', async () => {
    const { app, page } = await launchDesktop();
    const { url, visitors } = await countVisitors();
    const before = page.url();
    const targets = [url, 'file:///etc/hostname', 'app://bundle.evil/', 'app://bundle/failure', 'data:text/html,x'];
    for (const target of targets) {
      await page.evaluate((address) => {
        const link = document.createElement('a');
        link.href = address;
        document.body.append(link);
        link.click();
        link.remove();
        location.assign(address);
      }, target);
      expect(await page.evaluate((address) => window.open(address), target)).toBeNull();
    }
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    expect(app.windows()).toHaveLength(1);
    expect(visitors).toEqual([]);
  });

  test('is given no permission', async () => {
    const { page } = await launchDesktop();
    const answers = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const states = await Promise.all(
        names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)),
      );
      const asked = await Promise.allSettled([
        navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
        navigator.mediaDevices.getDisplayMedia({ video: true }),
        navigator.clipboard.readText(),
      ]);
      const results = asked.map(({ status }) => (status === 'rejected' ? 'denied' : 'given'));
      return [...states, ...results, await Notification.requestPermission()];
    });
    expect(new Set(answers)).toEqual(new Set(['denied']));
  });

  test('reaches nothing outside, neither by its policy nor by the session behind it', async () => {
    const { app, page } = await launchDesktop();
    const { url, visitors } = await countVisitors();
    const addresses = [url, 'file:///etc/hostname', 'https://example.com/', 'app://bundle.evil/x'];
    expect(new Set(await page.evaluate(tryAll, addresses))).toEqual(new Set(['blocked']));
    const overSocket = await page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const socket = new WebSocket(address.replace('http', 'ws'));
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => resolve('blocked'));
        }),
      url,
    );
    expect(overSocket).toBe('blocked');
    // A page without a policy of its own: what holds now is the session.
    const behind = await app.evaluate(
      async ({ BrowserWindow }, [script, http]) => {
        const bare = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
        await bare.loadURL('data:text/html,<p>no policy');
        const fetched = (await bare.webContents.executeJavaScript(script as string)) as string[];
        const loaded = await Promise.all(
          [http as string, 'file:///etc/hostname'].map((address) =>
            new BrowserWindow({ show: false }).loadURL(address).then(
              () => `loaded ${address}`,
              () => 'blocked',
            ),
          ),
        );
        return [...fetched, ...loaded];
      },
      [`(${String(tryAll)})(${JSON.stringify(addresses)})`, url],
    );
    expect(new Set(behind)).toEqual(new Set(['blocked']));
    expect(visitors).toEqual([]);
  });

  test('is served with a strict policy and without a way out of its folder', async () => {
    const { page } = await launchDesktop();
    const policy = await page.evaluate(async () =>
      (await fetch('app://bundle/')).headers.get('content-security-policy'),
    );
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[^']{24}'; /);
    const names = ['%2e%2e/package.json', '..%2fmain.js', '.hidden', 'assets', 'files/ab', 'exports/x.docx', 'no.js'];
    for (const name of names) {
      const status = await page.evaluate(readStatus, { address: `app://bundle/${name}`, method: 'GET' });
      expect([400, 404]).toContain(status);
    }
    expect(await page.evaluate(readStatus, { address: 'app://bundle/', method: 'POST' })).toBe(405);
  });
});

describe.skipIf(!canRun)('the network', () => {
  test('is never used from start to end', async () => {
    const folder = makeFolder();
    const log = path.join(folder, 'net-log.json');
    const env = { ...process.env, ...(await openDisplay()), PLUMBLINE_CONFIG: path.join(folder, 'settings') };
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [...root, `--log-net-log=${log}`, projectFolder, '--workspace', path.join(folder, 'Work')];
    // By hand: a driver would bring switches of its own that keep Chromium quiet.
    const child = spawn(electronPath() ?? '', args, { env, stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const store = path.join(folder, 'Work', 'workbench.sqlite');
    await vi.waitFor(() => expect(existsSync(store)).toBe(true), { timeout: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const text = readFileSync(log, 'utf8');
    expect(text.includes('"polledData"'), 'the log is whole').toBe(true);
    const addresses = [...text.matchAll(/"url":"((?:https?|wss?|ftp):[^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual([]);
  });
});
