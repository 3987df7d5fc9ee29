import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { anEmptyAudit, aSample, soon } from '../support/rooms.ts';

type Given = readonly (readonly [name: string, content: string])[];

/** Drops files on the page, on the element that fits the selector where there is one. */
async function drop(page: Page, files: Given, selector = 'body'): Promise<void> {
  await page.evaluate(
    ([given, on]) => {
      const dataTransfer = new DataTransfer();
      for (const [name, content] of given) dataTransfer.items.add(new File([content], name));
      const event = { dataTransfer, bubbles: true, cancelable: true };
      document.querySelector(on)?.dispatchEvent(new DragEvent('dragover', event));
      document.querySelector(on)?.dispatchEvent(new DragEvent('drop', event));
    },
    [files, selector] as const,
  );
}

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

/** Pastes a picture, with a text beside it where one is given; answers whether the page took it. */
function paste(page: Page, selector: string, text?: string): Promise<boolean> {
  return page.evaluate(
    ([on, words, picture]) => {
      const clipboardData = new DataTransfer();
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
      if (words !== undefined) clipboardData.setData('text/plain', words);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector(on)?.dispatchEvent(event);
      return event.defaultPrevented;
    },
    [selector, text, onePixel] as const,
  );
}

describe.runIf(hasBrowser('the tests of taking in many files'))('taking in evidence', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('takes five dropped files at once in any room, refuses one with its reason and names the same content', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/checklist`);
    await page.getByRole('article').first().waitFor();
    await drop(page, [
      ['a.txt', 'one'],
      ['b.txt', 'two'],
      ['again.txt', 'one'],
      ['nothing.txt', ''],
      ['تقرير.txt', 'three'],
    ]);
    await page.getByText('nothing.txt is empty and cannot be evidence.').waitFor();
    await page.getByText('Same content as another file of this list').waitFor();
    await page.getByRole('button', { name: 'Add the other 4 files' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const { evidence, links, checklist } = await read();
    expect(evidence.map(({ number, originalName }) => [number, originalName])).toEqual([
      ['E-001', 'a.txt'],
      ['E-002', 'b.txt'],
      ['E-003', 'again.txt'],
      ['E-004', 'تقرير.txt'],
    ]);
    // The room shows one question; files that are dropped there are for it.
    expect(links.map(({ target }) => target)).toEqual(evidence.map(() => checklist[0]?.id));
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await read()).evidence, soon).toEqual([]);
    await drop(page, [['c.txt', 'four']]);
    await page.getByRole('button', { name: 'Add 1 file' }).press('Enter');
    await expect.poll(async () => (await read()).evidence.map(({ number }) => number), soon).toEqual(['E-005']);
  });

  it('links files to the question or the finding they are dropped on', async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/findings`);
    await page.locator('#finding-row-F-003').waitFor();
    await drop(page, [['seen.txt', 'seen']], '#finding-row-F-003');
    await page.getByRole('dialog').getByText('F-003').waitFor();
    await page.getByRole('button', { name: 'Add 1 file' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const { evidence, findings, links } = await read();
    const added = evidence.at(-1)?.id;
    expect(links.filter((link) => link.evidence === added).map(({ target }) => target)).toEqual([
      findings.find(({ number }) => number === 'F-003')?.id,
    ]);
  });

  it('takes a screenshot from the clipboard, in a field only where there is no text to paste', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/checklist`);
    const note = 'textarea[data-field="notes"]';
    await page.locator(note).waitFor();
    expect(await paste(page, note, 'cells of a sheet')).toBe(false);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await paste(page, note)).toBe(true);
    await page.getByRole('button', { name: 'Add 1 file' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const [evidence] = (await read()).evidence;
    expect(evidence).toMatchObject({ kind: 'screenshot', originalName: expect.stringMatching(/^Screenshot .+\.png$/) });
  });

  it('takes 200 files with progress, keeps the list when it is stopped, and leaves nothing half done', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/evidence`);
    await page.getByText('No evidence yet').waitFor();
    const files = Array.from({ length: 200 }, (_, place) => [`log ${place}.txt`, `line ${place}`] as const);
    await drop(page, files);
    // The tenth upload waits until somebody has stopped the rest.
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    let uploads = 0;
    await page.route('**/files', async (route) => {
      uploads += 1;
      if (uploads === 10) await held;
      await route.continue().catch(() => undefined);
    });
    await page.getByRole('button', { name: 'Add 200 files' }).press('Enter');
    await page.getByText('Sending file 10 of 200').waitFor();
    expect(await page.getByRole('progressbar', { name: 'Progress' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Stop', exact: true }).last().press('Enter');
    await page.getByText('Stopped. None of the files was added; the list is still here.').waitFor();
    letThrough();
    expect((await read()).evidence).toEqual([]);
    await page.getByRole('button', { name: 'Add 200 files' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 60_000 });
    expect((await read()).evidence).toHaveLength(200);
    await page.getByText('200 pieces of evidence').waitFor();
  }, 120_000);

  it('asks before the page is left with files waiting', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/evidence`);
    await page.getByText('No evidence yet').waitFor();
    // Chromium asks only on a page that somebody has used.
    await page.getByText('No evidence yet').click();
    await drop(page, [['a.txt', 'one']]);
    await page.getByRole('button', { name: 'Add 1 file' }).waitFor();
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await page.getByText('Files are waiting to be added.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('walks a dropped folder', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/evidence`);
    await page.getByText('No evidence yet').waitFor();
    const session = await page.context().newCDPSession(page);
    const folder = path.resolve(import.meta.dirname, '../../assets/sample/files');
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    await page.getByLabel('Title of TR-BA-04 test report.txt').waitFor();
    await page.getByRole('button', { name: /^Add 1\d files$/ }).waitFor();
  });
});
