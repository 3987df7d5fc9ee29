// The page that comes with a sealed file: offline in a browser it says what the engine says, of every damage there is.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeTools } from '../../electron/exchange/archive/node-tools.ts';
import { checkSealed } from '../../shared/proof/check-sealed.ts';
import { answerOfSeal } from '../../shared/proof/words.ts';
import { aSealedAudit } from '../support/a-sealed-file.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { damageList, damageSealed } from '../support/damaged-sealed.ts';

describe.runIf(hasBrowser('the tests of the page that checks a sealed file'))('the page beside a sealed file', () => {
  let browser: Browser;
  let sealed: Awaited<ReturnType<typeof aSealedAudit>>;
  beforeAll(async () => {
    sealed = await aSealedAudit();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await sealed.close();
  });

  const asked: string[] = [];
  async function openPage(): Promise<Page> {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => asked.push(String(error)));
    await page.goto(`file://${path.join(sealed.folder, 'plumbline-verify.html')}`);
    return page;
  }

  const settled = (page: Page) => page.locator('#result:not([data-state=waiting]):not([data-state=working])').waitFor();

  it('proves it and what was issued, without a network, and can be used by everybody', async () => {
    const page = await openPage();
    const documents = sealed.issued.files.map(({ path: file }) => file);
    await page.getByLabel(/Drop the file here/).setInputFiles([sealed.file, ...documents, sealed.proof]);
    await settled(page);
    expect(await page.locator('#result').getAttribute('data-state')).toBe('unchanged');
    const said = await page.locator('#result').innerText();
    expect(said).toContain(sealed.made.publicKey);
    expect(said).toContain('version 1 of the report, unchanged');
    expect(said).toContain('the file of E-001, unchanged');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    }
    expect(asked.filter((url) => !url.endsWith('/plumbline-verify.html'))).toEqual([]);
    await page.context().close();
  });

  it('finds what the engine finds, whatever the damage', async () => {
    const page = await openPage();
    const file = path.join(sealed.folder, 'damaged.plumb');
    for (const { kind } of damageList) {
      const bytes = damageSealed[kind]!(sealed.sound);
      const source = {
        size: bytes.length,
        read: (at: number, length: number) => Promise.resolve(bytes.subarray(at, at + length)),
      };
      const { ok, problems } = answerOfSeal(await checkSealed(source, nodeTools));
      await page.locator('#result').evaluate((element) => element.setAttribute('data-state', 'waiting'));
      writeFileSync(file, bytes);
      await page.locator('#files').setInputFiles(file);
      await settled(page);
      const found = await page
        .locator('#result li[data-code]')
        .evaluateAll((items) =>
          items.map((item) => [item.getAttribute('data-code'), item.getAttribute('data-record')]),
        );
      expect(found, kind).toEqual(problems.slice(0, 500).map(({ code, record }) => [code, record]));
      expect(ok, kind).toBe(false);
    }
    await page.context().close();
  }, 60_000);
});
