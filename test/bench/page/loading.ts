import type { Page } from 'playwright-core';
import type { Measure } from '../measure.ts';
import { withPage } from './open-page.ts';
import { largeAudit } from './workspace.ts';

/** Milliseconds from the beginning of a load until what a selector names is painted. */
async function measureLoad(page: Page, address: string, selector: string): Promise<number> {
  await page.addInitScript((wanted) => {
    const look = () => {
      if (document.querySelector(wanted) === null) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => Reflect.set(window, 'usableAt', performance.now()));
      port1.start();
      port2.postMessage(0);
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(address);
  const at = await page.waitForFunction(() => Reflect.get(window, 'usableAt') as number | undefined);
  return (await at.jsonValue()) ?? 0;
}

/** The first usable page: the list of 500 audits in a fresh browser, and the large audit by its address. */
export function measureLoading(folder: string): Promise<Measure[]> {
  return withPage(folder, async ({ browser, context, url }) => {
    const fresh = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const list = await measureLoad(await fresh.newPage(), url, '#work a[href*="/a/"]');
    await fresh.close();
    const first = await context.newPage();
    await measureLoad(first, url, '#work a[href*="/a/"]');
    const address = `${new URL(url).origin}/#/a/${largeAudit}/checklist`;
    const audit = await measureLoad(await context.newPage(), address, 'article[data-open]');
    return [
      { name: 'list of 500 audits, nothing in the cache', value: list, unit: 'ms', target: 1_000 },
      { name: 'the large audit by its address', value: audit, unit: 'ms', target: 1_000 },
    ];
  });
}
