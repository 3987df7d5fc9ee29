import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aCuttableLine } from '../support/cuttable-line.ts';
import {
  aTypedAudit,
  captureBarOf,
  during,
  notesOf,
  typeLinesUntil,
  sampledOf,
  typeThrough,
  typeUntil,
  waitUntilSaved,
} from '../support/nothing-lost.ts';
import { aWorkbench, openAnother, openPage, openWindow } from '../support/page.ts';
import { aFolder } from '../support/workspace.ts';

const soon = { timeout: 20_000 };
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A file system of a few megabytes in a folder; undefined where none can be made. */
function aSmallDisk(): string | undefined {
  const folder = aFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

describe.runIf(hasBrowser('the tests that nothing is lost'))('nothing is lost', { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('while the engine is killed and started again, and the page claims nothing that is not so', async () => {
    const workbench = await aWorkbench();
    const { place, stored } = await aTypedAudit(workbench);
    const page = await openPage(browser, workbench, place);
    const typed = await typeThrough(page, stored, async () => {
      for (let round = 0; round < 3; round += 1) {
        await pause(1_000);
        await workbench.kill();
        await pause(150 + 400 * round);
        await workbench.start();
        await pause(1_300);
      }
    });
    await expect.poll(() => stored().notes, soon).toBe(typed);
    await waitUntilSaved(page);
    expect(await notesOf(page).inputValue()).toBe(typed);
  });

  it('of lines in the capture bar, each once and in order', async () => {
    const workbench = await aWorkbench();
    const { place, stored } = await aTypedAudit(workbench);
    const page = await openPage(browser, workbench, place);
    await captureBarOf(page).focus();
    const trouble = async () => {
      for (let round = 0; round < 3; round += 1) {
        await pause(300);
        await workbench.kill();
        await pause(200);
        await workbench.start();
        await pause(500);
      }
    };
    const lines = await during(trouble, (isOver) => typeLinesUntil(page, isOver));
    await expect.poll(() => stored().lines, soon).toEqual(lines);
    await waitUntilSaved(page);
    await page.getByRole('button', { name: `${lines.length} lines` }).waitFor();
  });

  it('while the connection is cut in the middle of calls, also of calls that arrived and whose answer did not', async () => {
    const workbench = await aWorkbench();
    const line = await aCuttableLine(workbench.url);
    const { id, item, place, stored } = await aTypedAudit(workbench);
    const page = await openPage(browser, line, place);
    const typed = await typeThrough(page, stored, async () => {
      for (let round = 0; round < 4; round += 1) {
        await pause(800);
        // Something arrives that the page never hears of.
        await line.swallowAnswers();
        line.cut();
        await pause(100 + 250 * round);
        const atMend = stored().notes.length;
        line.mend();
        await expect.poll(() => stored().notes.length, soon).toBeGreaterThan(atMend);
      }
    });
    await expect.poll(() => stored().notes, soon).toBe(typed);
    await waitUntilSaved(page);
    expect(await page.getByRole('dialog').count()).toBe(0);

    await captureBarOf(page).focus();
    const lines = await during(
      async () => {
        for (let round = 0; round < 3; round += 1) {
          await line.swallowAnswers();
          line.cut();
          await pause(200);
          const atMend = stored().lines.length;
          line.mend();
          await expect.poll(() => stored().lines.length, soon).toBeGreaterThan(atMend);
        }
      },
      (isOver) => typeLinesUntil(page, isOver),
    );
    await expect.poll(() => stored().lines, soon).toEqual(lines);
    await waitUntilSaved(page);
    // One stay in the field is still one step, and undo takes back the whole of it.
    const changes = await workbench.api.call('changes.list', { audit: id, record: item, limit: 500 });
    expect(new Set(changes.filter(({ kind }) => kind === 'set').map(({ step }) => step)).size).toBe(1);
  });

  it('while the disk is full, and saves again once there is room', async () => {
    const disk = aSmallDisk();
    if (disk === undefined) {
      process.stderr.write('Not run: typing while the disk is full, because no small disk can be mounted here.\n');
      return;
    }
    const workbench = await aWorkbench(undefined, path.join(disk, 'Work'));
    const { place, stored } = await aTypedAudit(workbench);
    const page = await openPage(browser, workbench, place);
    const filler = path.join(disk, 'filler');
    const typed = await typeThrough(page, stored, async () => {
      await pause(1_500);
      const { bsize, bavail } = statfsSync(disk);
      appendFileSync(filler, Buffer.alloc(bsize * bavail));
      await page.getByText('Not saved').first().waitFor({ timeout: 60_000 });
      await page.getByText(/disk is full/i).waitFor();
      await page.getByText('What you typed is kept on this page.').waitFor();
      await pause(1_000);
      rmSync(filler);
      await pause(2_500);
    });
    await expect.poll(() => stored().notes, soon).toBe(typed);
    await waitUntilSaved(page);
  });

  it('with two windows on one audit that type into different fields', async () => {
    const workbench = await aWorkbench();
    const { place, stored } = await aTypedAudit(workbench);
    const one = await openPage(browser, workbench, place);
    const other = await openAnother(one, workbench, place);
    await notesOf(one).focus();
    await sampledOf(other).focus();
    const trouble = async () => {
      await pause(600);
      await workbench.kill();
      await pause(400);
      await workbench.start();
      await pause(1_000);
    };
    const [notes, sampled] = await during(trouble, (isOver) =>
      Promise.all([typeUntil(one, isOver), typeUntil(other, isOver)]),
    );
    await expect.poll(() => stored(), soon).toMatchObject({ notes, sampled });
    for (const page of [one, other]) await waitUntilSaved(page);
    expect(await notesOf(other).inputValue()).toBe(notes);
  });

  it('with two windows that type into the same field: both texts are kept, and nobody is asked in the middle of a word', async () => {
    const workbench = await aWorkbench();
    const { place, stored } = await aTypedAudit(workbench);
    const one = await openPage(browser, workbench, place);
    const other = await openAnother(one, workbench, place);
    for (const page of [one, other]) await notesOf(page).focus();
    const texts = await during(
      () => pause(4_000),
      (isOver) => Promise.all([typeUntil(one, isOver, 'one-'), typeUntil(other, isOver, 'other-')]),
    );
    // Whoever stored second is asked. Until then nothing claims that their text is saved.
    const asked = await Promise.any(
      [one, other].map(async (page) => {
        await page.getByRole('dialog', { name: 'Two versions of one text' }).waitFor();
        return page;
      }),
    );
    expect(await asked.locator('header [data-state]').textContent()).toBe('Not saved');
    expect(await notesOf(asked).inputValue()).toBe(texts[asked === one ? 0 : 1]);
    await asked.getByRole('button', { name: 'Keep both, one after the other' }).click();
    const both = (await Promise.all([waitUntilSaved(one), waitUntilSaved(other)]), stored().notes);
    expect(both.split('\n\n').toSorted()).toEqual(texts.toSorted());
    for (const page of [one, other]) await expect.poll(() => notesOf(page).inputValue(), soon).toBe(both);
  });

  it('when the tab is closed in the middle of a word and opened again, the engine alive or dead', async () => {
    const workbench = await aWorkbench();
    const { place, stored } = await aTypedAudit(workbench);
    const first = await openPage(browser, workbench, place);
    await notesOf(first).focus();
    const second = await first.context().newPage();
    await first.keyboard.type('Typed and gone in the same inst');
    await first.close({ runBeforeUnload: true });
    await openWindow(second, workbench, place);
    await expect.poll(() => notesOf(second).inputValue(), soon).toBe('Typed and gone in the same inst');
    await notesOf(second).press('End');
    await second.keyboard.type('ant. ');
    await waitUntilSaved(second);

    const third = await first.context().newPage();
    await workbench.kill();
    await second.keyboard.type('And while it was dead. Half a wo');
    await captureBarOf(second).focus();
    await second.keyboard.type('A line');
    await second.keyboard.press('Enter');
    await second.keyboard.type('Half a li');
    await second.close();
    // Text that the browser keeps belongs to the address: it is found because Plumbline comes back to its port.
    await workbench.startAnew();
    await openWindow(third, workbench, place);
    const notes = 'Typed and gone in the same instant. And while it was dead. Half a wo';
    await expect.poll(() => notesOf(third).inputValue(), soon).toBe(notes);
    await expect.poll(() => captureBarOf(third).inputValue(), soon).toBe('Half a li');
    await expect.poll(() => stored(), soon).toMatchObject({ notes, lines: ['A line'] });
    await waitUntilSaved(third);
  });
});
