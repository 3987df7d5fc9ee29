import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { anEmptyAudit, aSample, findFaults, soon } from '../support/rooms.ts';

const photo = path.resolve(import.meta.dirname, '../../assets/sample/files/IMG_20261013_152014.jpg');
const textFile = (name: string, content: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

describe.runIf(hasBrowser('the tests of evidence on the page'))('the evidence room', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('takes many files at once, says which are refused and why, and goes on without them', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/evidence`);
    await page.getByText('No evidence yet').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add files' }).click();
    await page.getByText('Drop files here').click();
    await (await chooser).setFiles([textFile('Access_log.txt', 'one line'), textFile('empty.txt', '')]);
    await page.getByText('empty.txt is empty and cannot be evidence.').waitFor();
    await page.getByLabel('Title of Access_log.txt').fill('Log of the gate');
    await page.getByLabel('Place').fill('Ellmouth, room 2');
    await page.getByRole('button', { name: 'Add the other 1 file' }).click();
    await page.getByText('Added as E-001. 1 file not taken in.').waitFor();
    expect((await read()).evidence).toMatchObject([
      { number: 'E-001', title: 'Log of the gate', originalName: 'Access_log.txt', place: 'Ellmouth, room 2' },
    ]);
    await page.getByRole('region', { name: 'Preview' }).getByText('one line').waitFor();

    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await read()).evidence, soon).toEqual([]);
  });

  it('takes pictures from the clipboard, and names the same content', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/evidence`);
    await page.getByText('No evidence yet').waitFor();
    for (const count of [1, 2]) {
      await page.evaluate(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['the same picture'], 'image.png', { type: 'image/png' }));
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
      });
      await page.getByRole('button', { name: 'Add 1 file' }).click();
      await expect.poll(async () => (await read()).evidence.length, soon).toBe(count);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByText('E-002 has the same content as E-001.').waitFor();
    await page.getByText('Same content as E-001', { exact: true }).waitFor();
  });

  it('is filtered, links by typing, edits in place and undoes', async () => {
    const { workbench, ref, read } = await aSample();
    const added = await workbench.api.call('evidence.add', {
      audit: ref,
      files: [await stage(workbench.url, photo)],
      fields: { title: 'Board of the late shift' },
    });
    const number = added[0]?.number ?? '';
    const page = await openPage(browser, workbench, `/a/${ref}/evidence`);
    await page.getByRole('button', { name: /^Not linked/ }).click();
    const rows = page.getByRole('table', { name: 'Register of evidence' }).getByRole('link');
    await expect.poll(() => rows.count(), soon).toBe(1);
    await page.keyboard.press('j');
    await page.getByRole('article', { name: number }).waitFor();
    expect(page.url()).toContain(`/evidence/${number}`);
    await page.getByRole('img', { name: 'Board of the late shift' }).waitFor();
    await page.keyboard.press('l');
    await page.keyboard.type('F-001');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => {
        const { links, evidence, findings } = await read();
        const id = evidence.find((one) => one.number === number)?.id;
        const target = findings.find((one) => one.number === 'F-001')?.id;
        return links.some((link) => link.evidence === id && link.target === target);
      }, soon)
      .toBe(true);
    await page.getByLabel('Source', { exact: true }).fill('Shift lead');
    await page.keyboard.press('Escape');
    const source = async () => (await read()).evidence.find((one) => one.number === number)?.source;
    await expect.poll(source, soon).toBe('Shift lead');
    await page.keyboard.press('Control+z');
    await expect.poll(source, soon).toBe('');
    await page.getByRole('button', { name: 'Take out of the register' }).click();
    await page.getByText(`${number} was taken out of the register.`).waitFor();
    await expect.poll(async () => (await read()).evidence.some((one) => one.number === number), soon).toBe(false);
  });

  it('shows its rows when it is opened with nothing chosen', async () => {
    const { workbench, ref } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/evidence`);
    await page.getByRole('row', { name: /E-001/ }).waitFor();
    await page.getByText('No evidence chosen').waitFor();
  });

  it('marks several by key, links and describes and removes them as one step each, and undoes', async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/evidence`);
    await page.getByRole('row', { name: /E-001/ }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('article', { name: 'E-001' }).waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('J');
    await page.getByRole('article', { name: '2 pieces of evidence' }).waitFor();
    await page.keyboard.press('J');
    await page.getByRole('article', { name: '3 pieces of evidence' }).waitFor();
    const before = await read();
    const target = before.findings.find(({ number }) => number === 'F-006')?.id;
    const linked = async () => {
      const { evidence, links } = await read();
      const ids = new Set(links.filter((link) => link.target === target).map((link) => link.evidence));
      return evidence.filter(({ id }) => ids.has(id)).map(({ number }) => number);
    };
    const linkedBefore = await linked();
    await page.keyboard.press('l');
    await page.keyboard.type('F-006');
    await page.keyboard.press('Enter');
    await expect.poll(linked, soon).toEqual(expect.arrayContaining(['E-001', 'E-002', 'E-003']));
    await page.getByLabel('Kind', { exact: true }).selectOption('Record');
    const kindsOf = ({ evidence }: Awaited<ReturnType<typeof read>>) =>
      ['E-001', 'E-002', 'E-003'].map((number) => evidence.find((one) => one.number === number)?.kind);
    const kinds = async () => kindsOf(await read());
    await expect.poll(kinds, soon).toEqual(['record', 'record', 'record']);
    await page.getByRole('button', { name: 'Take 3 out of the register' }).click();
    await expect.poll(kinds, soon).toEqual([undefined, undefined, undefined]);
    await page.getByText('No evidence chosen').or(page.getByText('is not in the register')).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(kinds, soon).toEqual(['record', 'record', 'record']);
    await page.keyboard.press('Control+z');
    await expect.poll(kinds, soon).toEqual(kindsOf(before));
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await linked()).toSorted(), soon).toEqual(linkedBefore.toSorted());
  });

  it('sorts by a column, filters by who collected it and by method', async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/evidence`);
    const rows = page.getByRole('table', { name: 'Register of evidence' }).getByRole('link');
    await rows.first().waitFor();
    const size = page.getByRole('columnheader', { name: 'Size' });
    await size.getByRole('button').press('Enter');
    await size.getByRole('button').press('Enter');
    await expect.poll(() => size.getAttribute('aria-sort')).toBe('descending');
    const { evidence } = await read();
    const largest = evidence.toSorted((one, other) => (other.size ?? 0) - (one.size ?? 0));
    await expect.poll(() => rows.first().textContent()).toBe(largest[0]?.number);
    await page.getByRole('button', { name: 'More filters' }).press('Enter');
    await page.getByRole('combobox', { name: 'Method' }).click();
    await page.getByRole('option', { name: 'Interview' }).click();
    await expect.poll(() => rows.count()).toBe(evidence.filter(({ method }) => method === 'interview').length);
  });

  it('keeps filters under a name and takes them from the menu and from the palette', async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/evidence`);
    const rows = page.getByRole('table', { name: 'Register of evidence' }).getByRole('link');
    await rows.first().waitFor();
    const { evidence } = await read();
    const heard = evidence.filter(({ method }) => method === 'interview').length;
    await page.getByRole('button', { name: 'More filters' }).press('Enter');
    await page.getByRole('combobox', { name: 'Method' }).click();
    await page.getByRole('option', { name: 'Interview' }).click();
    await expect.poll(() => rows.count()).toBe(heard);
    await rows.first().focus();
    await page.keyboard.press('v');
    await page.getByRole('textbox', { name: 'Name for this filter' }).waitFor();
    await page.keyboard.type('What was heard');
    await page.keyboard.press('Enter');
    const saved = async () => (await workbench.api.call('settings.read', {})).savedFilters;
    await expect
      .poll(saved, soon)
      .toMatchObject([{ room: 'evidence', name: 'What was heard', filter: { method: 'interview' } }]);
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/checklist`);
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByText('No filter is saved yet.').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/evidence`);
    await page.getByRole('searchbox', { name: 'Search evidence' }).fill('nothing has these words');
    await page.getByRole('button', { name: 'Show all evidence' }).click();
    await expect.poll(() => rows.count()).toBe(evidence.length);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('evidence filter heard');
    await page.getByRole('button', { name: /What was heard/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(heard);
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Delete “What was heard”' }).click();
    await expect.poll(saved, soon).toEqual([]);
  });

  it('gives the focus back to where it was, and a removed number to nobody', async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/evidence/E-015`);
    await page.getByRole('article', { name: 'E-015' }).waitFor();
    await page.getByRole('button', { name: 'Add files' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add files');
    await page.getByRole('button', { name: 'Take out of the register' }).click();
    await page.getByText('E-015 was taken out of the register.').waitFor();
    await workbench.api.call('evidence.add', { audit: ref, files: [await stage(workbench.url, photo)] });
    expect((await read()).evidence.map(({ number }) => number)).not.toContain('E-015');
    expect((await read()).evidence.at(-1)?.number).toBe('E-017');
  });

  it('has nothing that axe objects to and fits at 200 % zoom', async () => {
    const { workbench, ref } = await aSample();
    const faults = await findFaults(browser, workbench, `/a/${ref}/evidence/E-002`, (page) =>
      page.getByRole('article', { name: 'E-002' }).waitFor(),
    );
    expect(faults).toEqual([]);
  }, 120_000);
});

/** Uploads a file as the page does. */
async function stage(url: string, file: string): Promise<{ staging: string; name: string }> {
  const { readFile } = await import('node:fs/promises');
  const { origin, hash } = new URL(url);
  const name = path.basename(file);
  const response = await fetch(`${origin}/files`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${new URLSearchParams(hash.slice(1)).get('token')}`, 'X-File-Name': name },
    body: await readFile(file),
  });
  const reply = (await response.json()) as { value: { staging: string } };
  return { staging: reply.value.staging, name };
}
