import { beforeAll, describe, expect, test } from 'vitest';
import { type Api, createApi } from '../../shared/rpc/client.ts';
import { buildDesktop, engineOf, hasElectron, launchDesktop } from '../support/electron.ts';
import {
  aTypedAudit,
  captureBarOf,
  during,
  notesOf,
  typeLinesUntil,
  typeThrough,
  waitUntilSaved,
} from '../support/nothing-lost.ts';

const canRun = hasElectron('the tests that nothing is lost in the desktop program');
if (canRun) beforeAll(buildDesktop, 180_000);

const soon = { timeout: 20_000 };
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe.skipIf(!canRun)('nothing is lost in the desktop program', { timeout: 120_000 }, () => {
  const start = async () => {
    const { app, page, workspace, call } = await launchDesktop();
    const api: Api = createApi(call);
    await api.call('settings.write', { name: 'Inga Probe', role: 'Lead auditor' });
    const { place, stored } = await aTypedAudit({ api, workspace });
    await page.evaluate((hash) => void (location.hash = hash), place);
    await notesOf(page).waitFor();
    /** Ends the engine in the middle of what it does. A second time within a minute would be said on a page of its own. */
    const killEngine = async () => {
      await pause(900);
      process.kill(await engineOf(app), 'SIGKILL');
      await pause(2_500);
    };
    return { page, stored, killEngine };
  };

  test('of notes that are typed while the engine is killed, and the page claims nothing that is not so', async () => {
    const { page, stored, killEngine } = await start();
    const typed = await typeThrough(page, stored, killEngine);
    await expect.poll(() => stored().notes, soon).toBe(typed);
    await waitUntilSaved(page);
    expect(await notesOf(page).inputValue()).toBe(typed);
  });

  test('of lines in the capture bar, each once and in order', async () => {
    const { page, stored, killEngine } = await start();
    await captureBarOf(page).focus();
    const lines = await during(killEngine, (isOver) => typeLinesUntil(page, isOver));
    await expect.poll(() => stored().lines, soon).toEqual(lines);
    await waitUntilSaved(page);
  });

  test('when the page is loaded again in the middle of a word', async () => {
    const { page, stored } = await start();
    await notesOf(page).focus();
    await page.keyboard.type('Typed and gone in the same inst');
    await captureBarOf(page).focus();
    await page.keyboard.type('Half a li');
    await page.reload();
    await expect.poll(() => notesOf(page).inputValue(), soon).toBe('Typed and gone in the same inst');
    await expect.poll(() => captureBarOf(page).inputValue(), soon).toBe('Half a li');
    await expect.poll(() => stored().notes, soon).toBe('Typed and gone in the same inst');
  });
});
