import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { aSample, anEmptyAudit, axeFaults, findFaults, soon } from '../support/rooms.ts';

describe.runIf(hasBrowser('the tests of the report on the page'))('the report room', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('exports both documents, gives them with their hash, and remembers them', async () => {
    const { workbench, ref } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/report`);
    await page.getByRole('button', { name: 'Word and Excel' }).click();
    const save = page.getByRole('link', { name: /^Save .*\.docx$/ });
    await save.waitFor({ timeout: 30_000 });
    await page.getByRole('link', { name: /^Save .*\.xlsx$/ }).waitFor();
    const download = page.waitForEvent('download');
    await save.click();
    const file = await (await download).path();
    const sha256 = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    await page.getByText(sha256).waitFor();
    await page.reload();
    await page.getByText(sha256).waitFor();
    await workbench.api.call('notes.add', { audit: ref, text: 'Said afterwards' });
    const stale = page.getByText('The audit has changed since.');
    await stale.first().waitFor();
    expect(await stale.count()).toBe(2);
  }, 60_000);

  it('is previewed by key as it would be printed, and follows its own links', async () => {
    const { workbench, ref } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/report`);
    await page.getByRole('heading', { name: 'Report', exact: true }).waitFor();
    await page.keyboard.press('p');
    const preview = page.getByRole('dialog', { name: 'The report as it would be printed now' });
    await preview.getByRole('heading', { name: 'Stage 2 audit report' }).waitFor({ timeout: 30_000 });
    expect(await preview.getByRole('table').count()).toBeGreaterThan(25);
    const findings = preview.getByRole('link', { name: /^7 Findings$/ });
    await findings.click();
    expect(page.url()).toContain('/report');
    await expect
      .poll(
        () => preview.getByRole('heading', { name: '7 Findings' }).evaluate((e) => e.getBoundingClientRect().top),
        soon,
      )
      .toBeLessThan(200);
    const photo = preview.locator('img').first();
    await photo.scrollIntoViewIfNeeded();
    await expect
      .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth), soon)
      .toBeGreaterThan(0);
    expect(await axeFaults(page, { except: '[class*="paper"]' })).toEqual([]);
    await page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });
  }, 60_000);

  it('leads from every open point to its record', async () => {
    const { workbench, ref } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/report`);
    await page.getByRole('link', { name: 'A.7.2 is excluded without a justification.' }).click();
    await page.getByRole('row', { name: /A\.7\.2/ }).waitFor();
    expect(page.url()).toContain('/applicability/A.7.2');
  });

  it('takes conclusions with the results beside them, and the acceptance of the lead auditor', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/report`);
    await page.getByLabel('Recommendation').fill('Not yet.');
    await expect.poll(async () => (await read()).conclusion.recommendation, soon).toBe('Not yet.');
    await page.getByRole('button', { name: 'Take over this draft' }).first().click();
    await expect
      .poll(async () => (await read()).conclusion.governs, soon)
      .toMatch(/\d+ of \d+ requirements behind this question have no result yet/);
    await page.getByRole('button', { name: 'Accept as lead auditor' }).click();
    await page.getByText(/^Accepted .* by Inga Probe$/).waitFor();
    expect((await read()).conclusion).toMatchObject({ acceptedBy: 'Inga Probe' });
    await page.getByRole('button', { name: 'Take the acceptance back' }).click();
    await expect.poll(async () => (await read()).conclusion.acceptedAt, soon).toBeNull();
    await page.getByText('The conclusions have not been accepted by the lead auditor.').waitFor();
  });

  it('shows the counts that the engine has', async () => {
    const { workbench, ref } = await aSample();
    const { counts } = await workbench.api.call('reports.check', { audit: ref });
    const { requirements, evidence } = counts as { requirements: { audited: number; total: number }; evidence: number };
    const page = await openPage(browser, workbench, `/a/${ref}/report`);
    const figure = (label: string) => page.locator('dl > div', { hasText: label }).locator('dd').innerText();
    expect(await figure(`of ${requirements.total} requirements audited`)).toBe(String(requirements.audited));
    expect(await figure('pieces of evidence')).toBe(String(evidence));
  });

  it('has nothing that axe objects to and fits at 200 % zoom', async () => {
    const { workbench, ref } = await aSample();
    const faults = await findFaults(browser, workbench, `/a/${ref}/report`, (page) =>
      page.getByRole('heading', { name: 'Report', exact: true }).waitFor(),
    );
    expect(faults).toEqual([]);
  }, 120_000);
});
