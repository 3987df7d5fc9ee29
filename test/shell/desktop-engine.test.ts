import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { projectFolder } from '../../electron/hosts/ensure-built.ts';
import { electronPath } from '../../electron/shell/runtime.ts';
import { lockWorkspace } from '../../electron/store/lock.ts';
import { buildDesktop, type DesktopWindow, engineOf, hasElectron, launchDesktop } from '../support/electron.ts';
import { makeFolder, writeFiles } from '../support/fake-engine.ts';

const canRun = hasElectron('the tests of the engine behind the desktop program');
if (canRun) beforeAll(buildDesktop, 180_000);

describe.skipIf(!canRun)('the engine', () => {
  test('stores every call that comes over the link', async () => {
    const { page, call } = await launchDesktop();
    const created = await call('audits.create', { title: 'Speed', type: 'internal', organization: 'Invented Ltd' });
    expect(created).toMatchObject({ ok: true });
    const { id: audit } = (created as { value: { id: string } }).value;
    const open = (await call('audits.open', { audit })) as { value: { checklist: { id: string }[] } };
    const item = open.value.checklist[0]?.id;
    const measure = () =>
      page.evaluate(
        async (input) => {
          const times: number[] = [];
          for (let count = 0; count < 100; count += 1) {
            const start = performance.now();
            const fields = { notes: `note ${count}` };
            await (window as unknown as DesktopWindow).plumbline.call('checklist.update', { ...input, fields });
            times.push(performance.now() - start);
          }
          return times.toSorted((one, other) => one - other)[94] ?? 0;
        },
        { audit, item },
      );
    const slow = await measure();
    process.stderr.write(`checklist.update in Electron: p95 ${slow.toFixed(1)} ms of 100 calls\n`);
    const after = (await call('audits.open', { audit })) as { value: { checklist: { notes: string }[] } };
    expect(after.value.checklist[0]?.notes).toBe('note 99');
  });

  test('takes a pasted picture that has no path', async () => {
    const { page, call, workspace } = await launchDesktop();
    const { value } = (await call('audits.create', {
      title: 'Paste',
      type: 'internal',
      organization: 'Invented Ltd',
    })) as {
      value: { id: string };
    };
    const staged = await page.evaluate(async () => {
      const answer = await fetch('files', { method: 'POST', body: new Blob(['pasted bytes']) });
      return (await answer.json()) as { value: { path: string } };
    });
    const file = { path: staged.value.path, name: 'Screenshot.txt' };
    expect(await call('evidence.add', { audit: value.id, files: [file] })).toMatchObject({
      ok: true,
      value: [{ number: 'E-001', originalName: 'Screenshot.txt', size: 12 }],
    });
    expect(existsSync(staged.value.path)).toBe(false);
    expect(existsSync(path.join(workspace, 'vault'))).toBe(true);
  });

  test('is started again when it dies; its calls are refused; the page hears of it', async () => {
    const { app, page, call } = await launchDesktop();
    expect(await call('audits.list')).toEqual({ ok: true, value: [] });
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      (window as unknown as DesktopWindow).plumbline.subscribe((event) => {
        if (event.type === 'engine') heard.push(event.state);
      });
    });
    const pid = await engineOf(app);
    process.kill(pid, 'SIGSTOP');
    const pending = call('audits.list');
    await page.waitForTimeout(200);
    process.kill(pid, 'SIGKILL');
    expect(await pending).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await call('audits.list')).toEqual({ ok: true, value: [] });
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
      'restarting',
      'ready',
    ]);
    expect(await engineOf(app)).not.toBe(pid);
  });

  test('that dies twice within a minute is said in words, and can be started again', async () => {
    const { app, page, call } = await launchDesktop();
    const first = await engineOf(app);
    await call('audits.list');
    process.kill(first, 'SIGKILL');
    let second = first;
    await vi.waitFor(async () => expect((second = await engineOf(app))).not.toBe(first), { timeout: 10_000 });
    process.kill(second, 'SIGKILL');
    await page.waitForURL('app://bundle/failure');
    expect(await page.textContent('main')).toContain('stopped twice within a minute');
    await page.click('text=Try again');
    await page.waitForURL((url) => url.pathname === '/');
    expect(await call('audits.list')).toEqual({ ok: true, value: [] });
  });

  test('closes the store with the window', async () => {
    const { app, workspace, call } = await launchDesktop();
    await call('audits.create', { title: 'A', type: 'internal', organization: 'Invented Ltd' });
    const pid = await engineOf(app);
    await app.close();
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 5_000 });
    const wal = path.join(workspace, 'workbench.sqlite-wal');
    expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0);
  });

  test('sends files of the vault and exports as attachments in a sandbox', async () => {
    const { page, call, workspace } = await launchDesktop();
    const folder = makeFolder();
    writeFiles(folder, { 'evil.html': '<script>document.title="run"</script>' });
    const { value } = (await call('audits.create', { title: 'A', type: 'internal', organization: 'Invented Ltd' })) as {
      value: { id: string };
    };
    const added = (await call('evidence.add', {
      audit: value.id,
      files: [{ path: path.join(folder, 'evil.html') }],
    })) as {
      ok: boolean;
      value: { sha256: string }[];
    };
    expect(added).toMatchObject({ ok: true });
    writeFileSync(path.join(workspace, 'exports', 'Report.docx'), 'word');
    const answers = await page.evaluate(
      (addresses) =>
        Promise.all(
          addresses.map(async (address) => {
            const response = await fetch(address, { headers: { Range: 'bytes=0-3' } });
            const { status, headers } = response;
            const names = ['content-security-policy', 'content-disposition', 'content-type', 'content-range'];
            return [status, await response.text(), ...names.map((name) => headers.get(name))];
          }),
        ),
      [`files/${added.value[0]?.sha256}`, 'exports/Report.docx'],
    );
    const policy = "sandbox; default-src 'none'";
    const names = ['evil.html', 'Report.docx'].map(
      (name) => `attachment; filename="${name}"; filename*=UTF-8''${name}`,
    );
    expect(answers[0]).toEqual([206, '<scr', policy, names[0], 'text/html', 'bytes 0-3/37']);
    expect(answers[1]?.slice(0, 4)).toEqual([206, 'word', policy, names[1]]);
  });
});

describe.skipIf(!canRun)('a workspace that cannot be opened is said in the window', () => {
  test('held by another program, and opened once that is over', async () => {
    const workspace = makeFolder();
    const lock = lockWorkspace(workspace, 'a test of Plumbline');
    const { page, call } = await launchDesktop({ workspace });
    await page.waitForURL('app://bundle/failure');
    expect(await page.textContent('main')).toContain('This workspace is open in a test of Plumbline');
    expect(await page.textContent('main')).toContain(workspace);
    lock.release();
    await page.click('text=Try again');
    await page.waitForURL((url) => url.pathname === '/');
    expect(await call('audits.list')).toEqual({ ok: true, value: [] });
  });

  test.each<[string, (workspace: string) => void, RegExp]>([
    ['a file in its place', (workspace) => writeFileSync(workspace, ''), /is not a folder/],
    [
      'a damaged store',
      (workspace) => {
        mkdirSync(workspace);
        writeFileSync(path.join(workspace, 'workbench.sqlite'), 'not a database, '.repeat(1_000));
      },
      /damaged|not a database|no Plumbline/i,
    ],
    [
      'a newer store',
      (workspace) => {
        mkdirSync(workspace);
        const db = new Sqlite(path.join(workspace, 'workbench.sqlite'));
        db.pragma('user_version = 9999');
        db.close();
      },
      /newer/i,
    ],
  ])('%s', async (_, prepare, sentence) => {
    const workspace = path.join(makeFolder(), 'Work');
    prepare(workspace);
    const { page } = await launchDesktop({ workspace });
    await page.waitForURL('app://bundle/failure');
    expect(await page.textContent('h1')).toBe('Plumbline did not open');
    expect(await page.textContent('main')).toMatch(sentence);
  });
});

describe.skipIf(!canRun)('a page that crashes', () => {
  test('is offered to be loaded again', async () => {
    const { app, workspace } = await launchDesktop();
    await app.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
        Object.assign(globalThis, { message });
        return Promise.resolve({ response: 0, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(), 50);
    });
    const ask = () =>
      app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        const { message } = globalThis as { message?: string };
        if (message === undefined || !contents || contents.isCrashed() || contents.isLoading()) return undefined;
        const asked = contents.executeJavaScript("window.plumbline.call('workspace.info', {})");
        // A page that is about to be loaded again may never answer.
        return { message, reply: await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 2_000))]) };
      });
    const reply = { ok: true, value: { path: workspace } };
    await vi.waitFor(async () => expect(await ask()).toMatchObject({ message: 'The page stopped working.', reply }), {
      timeout: 15_000,
      interval: 200,
    });
  });
});

describe.skipIf(!canRun)('a second start', () => {
  test('shows the window that is there, and ends', async () => {
    const { app, configuration, workspace } = await launchDesktop();
    await app.evaluate(({ dialog }) => {
      const shown: string[] = [];
      Object.assign(globalThis, { shown });
      dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
        shown.push(message);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
    });
    const startAgain = (folder: string) =>
      new Promise<number | null>((resolve) => {
        const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
        const again = spawn(electronPath() ?? '', [...root, projectFolder, '--workspace', folder], {
          env: { ...process.env, PLUMBLINE_CONFIG: configuration },
          stdio: 'ignore',
        });
        again.once('exit', resolve);
      });
    expect(await startAgain(workspace)).toBe(0);
    expect(await startAgain(`${workspace}-other`)).toBe(0);
    const shown = await app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
    expect(shown).toEqual(['Plumbline is open with another workspace.']);
    expect(existsSync(`${workspace}-other`)).toBe(false);
  });
});
