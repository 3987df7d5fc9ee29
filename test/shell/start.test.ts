import { existsSync, readdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeForLog, redactPaths } from '../../electron/hosts/local-log.ts';
import { canOpenBrowser } from '../../electron/hosts/open-browser.ts';
import { fetchRuntime } from '../../electron/shell/fetch-runtime.ts';
import { chooseWorkspace, desktopFolder, findWorkspaceArgument } from '../../electron/shell/folders.ts';
import { electronPath, whyNoWindow } from '../../electron/shell/runtime.ts';
import { readStartOptions } from '../../electron/shell/start-options.ts';
import { isOnScreen, readPlace, writePlace } from '../../electron/shell/window-place.ts';
import { makeFolder, writeFiles } from '../support/fake-engine.ts';

describe('the workspace', () => {
  test('is the named one, else the one of the environment, else in the documents', () => {
    const env = { PLUMBLINE_WORKSPACE: '/elsewhere' };
    expect(chooseWorkspace('/named', env)).toBe(path.resolve('/named'));
    expect(chooseWorkspace(undefined, env)).toBe(path.resolve('/elsewhere'));
    expect(chooseWorkspace(undefined, {})).toBe(path.join(homedir(), 'Documents', 'Plumbline'));
  });

  test('is found among the arguments of Chromium', () => {
    expect(findWorkspaceArgument(['electron', '--inspect=0', '.', '--workspace', '/w'])).toBe('/w');
    expect(findWorkspaceArgument(['plumbline', '--workspace=/w 2'])).toBe('/w 2');
    expect(findWorkspaceArgument(['plumbline', '--workspace'])).toBeUndefined();
    expect(findWorkspaceArgument(['plumbline'])).toBeUndefined();
  });

  test('is never where the desktop program keeps its own things', () => {
    expect(desktopFolder('/home/x/.config', {}, 'linux')).toBe(path.join('/home/x/.config', 'plumbline', 'desktop'));
    expect(desktopFolder('/a', { PLUMBLINE_CONFIG: '/c' }, 'linux')).toBe(path.resolve('/c', 'desktop'));
  });
});

describe('arguments', () => {
  test('are read', () => {
    expect(readStartOptions([], {})).toEqual({ workspace: undefined, port: undefined, open: true, browser: false });
    expect(readStartOptions(['--no-open', '--port', '8080', '--browser', '--workspace', 'w'], {})).toEqual({
      workspace: 'w',
      port: 8080,
      open: false,
      browser: true,
    });
    expect(readStartOptions([], { PLUMBLINE_HOST: 'browser' }).browser).toBe(true);
  });

  test.each([[['--port', 'x']], [['--port', '65536']], [['--unknown']], [['word']], [['--workspace']]])(
    'are refused: %j',
    (args) => {
      expect(() => readStartOptions(args, {})).toThrow(Error);
    },
  );
});

describe('whether a window can be opened', () => {
  test('Electron is looked for without a download', () => {
    const home = makeFolder();
    expect(electronPath({}, home)).toBeUndefined();
    writeFiles(home, { 'path.txt': 'electron' });
    expect(electronPath({}, home)).toBeUndefined();
    writeFiles(home, { 'dist/electron': '', 'other/electron': '' });
    expect(electronPath({}, home)).toBe(path.join(home, 'dist', 'electron'));
    const override = { ELECTRON_OVERRIDE_DIST_PATH: path.join(home, 'other') };
    expect(electronPath(override, home)).toBe(path.join(home, 'other', 'electron'));
    expect(electronPath({ ELECTRON_OVERRIDE_DIST_PATH: path.join(home, 'nowhere') }, home)).toBeUndefined();
  });

  test('on Linux it takes a display and somebody other than root', () => {
    expect(whyNoWindow({}, 'linux', 1000)).toBe('there is no display');
    expect(whyNoWindow({ DISPLAY: ':0' }, 'linux', 0)).toBe('Electron does not start as root');
    expect(whyNoWindow({ DISPLAY: ':0' }, 'linux', 1000)).toBeUndefined();
    expect(whyNoWindow({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 1000)).toBeUndefined();
    expect(whyNoWindow({}, 'win32', undefined)).toBeUndefined();
  });

  test('a browser is not opened where it would be one of text', () => {
    expect(canOpenBrowser({}, 'linux')).toBe(false);
    expect(canOpenBrowser({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(canOpenBrowser({}, 'darwin')).toBe(true);
  });
});

/** An installer that does what the script says; its temporary files go where Electron's would. */
function installer(script: string) {
  const folder = makeFolder();
  writeFiles(folder, { 'install.cjs': `const fs = require('fs'), os = require('os');\n${script}` });
  const target = path.join(folder, 'dist');
  const progress: number[] = [];
  const onProgress = (bytes: number) => void progress.push(bytes);
  return { installer: path.join(folder, 'install.cjs'), target, onProgress, progress, silenceMs: 700 };
}
const own = () => readdirSync(tmpdir()).filter((name) => name.startsWith('plumbline-electron-'));

describe('fetching Electron', () => {
  test('tells how far it is and says when it is there', async () => {
    const options = installer(`
      const file = os.tmpdir() + '/electron.zip';
      let count = 0;
      const timer = setInterval(() => { fs.appendFileSync(file, Buffer.alloc(1000)); if (++count === 12) clearInterval(timer); }, 100);`);
    expect(await fetchRuntime({ ...options, skip: new AbortController().signal })).toEqual({ done: true });
    expect(options.progress.at(-1)).toBeGreaterThan(3_000);
    expect(own()).toEqual([]);
  });

  test('is given up when nothing comes', async () => {
    const options = installer(`
      fs.writeFileSync(os.tmpdir() + '/electron.zip', 'first bytes');
      setInterval(() => undefined, 1000);`);
    const fetched = await fetchRuntime({ ...options, skip: new AbortController().signal });
    expect(fetched).toEqual({ done: false, reason: 'nothing came for 0.7 seconds' });
    expect(own()).toEqual([]);
  });

  test('is given up when the user wants to go on', async () => {
    const skip = new AbortController();
    setTimeout(() => skip.abort(), 100);
    const fetched = await fetchRuntime({ ...installer('setInterval(() => undefined, 1000);'), skip: skip.signal });
    expect(fetched).toEqual({ done: false, reason: 'you skipped the download' });
  });

  test('says why it failed', async () => {
    const options = installer(
      `console.error('TypeError: fetch failed\\n cause: Error: getaddrinfo ENOTFOUND github.com'); process.exit(1);`,
    );
    const fetched = await fetchRuntime({ ...options, skip: new AbortController().signal });
    expect(fetched).toEqual({ done: false, reason: 'the download failed (getaddrinfo ENOTFOUND github.com)' });
    expect(existsSync(options.target)).toBe(false);
  });
});

describe('the place of the window', () => {
  const screens = [{ x: 0, y: 0, width: 1366, height: 728 }];
  test('counts only where it can be seen', () => {
    expect(isOnScreen({ x: 100, y: 100, width: 800, height: 600 }, screens)).toBe(true);
    expect(isOnScreen({ x: 1300, y: 100, width: 800, height: 600 }, screens)).toBe(false);
    expect(isOnScreen({ x: 100, y: -300, width: 800, height: 600 }, screens)).toBe(false);
    expect(isOnScreen({ x: 100, y: 100, width: 800, height: 600 }, [])).toBe(false);
  });

  test('is remembered, and nonsense is not', () => {
    const file = path.join(makeFolder(), 'window.json');
    expect(readPlace(file)).toBeUndefined();
    const place = { x: 1, y: 2, width: 800, height: 600, maximized: true };
    writePlace(file, place);
    expect(readPlace(file)).toEqual(place);
    writeFiles(path.dirname(file), { 'window.json': '{"x":"left"}' });
    expect(readPlace(file)).toBeUndefined();
    writePlace(path.join(file, 'no', 'folder'), place);
  });
});

describe('the log', () => {
  test('has no names of folders and files of people', () => {
    const text = redactPaths(
      `Error: ENOENT: no such file, open '${homedir()}/Clients/Acme Ltd/minutes.docx' in C:\\Users\\Ann\\x.txt or /srv/data/y\n` +
        '    at readFile (file:///opt/app/electron/files.ts:12:3)\n    at async /opt/app/electron/core/engine.ts:7:1',
    );
    expect(text).not.toMatch(/Acme|Ann|minutes|srv|opt/);
    expect(text).toContain('ENOENT');
    expect(text).toContain('at readFile (files.ts:12:3)');
    expect(text).toContain('engine.ts:7:1');
  });

  test('takes what was thrown, whatever it is', () => {
    expect(describeForLog('plain')).toBe('plain');
    expect(describeForLog(new TypeError('x'))).toContain('TypeError: x');
  });
});
