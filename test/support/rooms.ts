// The sample audit on a page, and what every room of it has to pass.
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { aWorkbench, openPage, type Workbench } from './page.ts';
import { aCopyOfTheSample } from './sample-copy.ts';

/** How long a test waits for what has to be stored, on a busy machine. */
export const soon = { timeout: 8_000 };

/** A workbench with the sample audit, without the offer of the tour over it. */
export async function aSample() {
  const { workspace, configuration, id, ref } = await aCopyOfTheSample();
  const workbench = await aWorkbench(undefined, workspace, configuration);
  await workbench.api.call('settings.write', { tour: 'done' });
  const read = () => workbench.api.call('audits.open', { audit: id });
  return { workbench, id, ref, read };
}

/** An audit of one question, without evidence or findings. */
export async function anEmptyAudit() {
  const workbench = await aWorkbench();
  const { id, ref } = await workbench.api.call('audits.create', {
    title: 'An empty audit',
    type: 'internal',
    organization: 'Invented Ltd',
    questions: ['Q-8.4-01'],
  });
  const read = () => workbench.api.call('audits.open', { audit: id });
  return { workbench, id, ref, read };
}

/**
 * Looks at a room in light and dark. Answers with what axe objects to, in dark in its colours, and with what sticks out to
 * the side on a laptop and at 200 % zoom.
 */
export async function findFaults(
  browser: Browser,
  workbench: Workbench,
  address: string,
  isThere: (page: Page) => Promise<unknown>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openPage(browser, workbench, address, { colorScheme });
    await isThere(page);
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 683, height: 384 },
    ]) {
      await page.setViewportSize(viewport);
      // Two frames: what measures its place has done so by then.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const where = `${colorScheme}, ${viewport.width} px`;
      if (viewport.width === 1366) {
        const axe = new AxeBuilder({ page });
        const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
        for (const { id, nodes } of violations)
          faults.push(`${where}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) faults.push(`${where}: ${overflow} px too wide`);
    }
    await page.context().close();
  }
  return faults;
}
