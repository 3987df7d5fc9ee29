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

/** What axe objects to on a page, or in one part of it. Legacy mode spares a page for results of frames; there are none. */
export async function axeFaults(
  page: Page,
  { rules, only, except }: { rules?: string[]; only?: string; except?: string } = {},
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}),
  });
  if (only !== undefined) axe.include(only);
  if (except !== undefined) axe.exclude(except);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const laptop = { width: 1366, height: 768 };
/** A laptop at 200 % zoom. */
const zoomed = { width: 683, height: 384 };

/**
 * Looks at what a page shows, in light and dark. Answers with what axe objects to, in dark in its colours, and with what
 * sticks out to the side in windows of these sizes.
 */
export async function faultsOn(page: Page, { sizes = [zoomed, laptop], only }: LookOptions = {}): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    for (const viewport of sizes) {
      await page.setViewportSize(viewport);
      // Two frames: what measures its place has done so by then.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) faults.push(`${colorScheme}, ${viewport.width} px: ${overflow} px too wide`);
    }
    const seen = await axeFaults(page, {
      ...(only === undefined ? {} : { only }),
      ...(colorScheme === 'dark' ? { rules: ['color-contrast'] } : {}),
    });
    faults.push(...seen.map((fault) => `${colorScheme}: ${fault}`));
  }
  return faults;
}

interface LookOptions {
  sizes?: readonly { width: number; height: number }[];
  /** The part that axe looks at. */
  only?: string;
}

/** Opens a room and looks at it as `faultsOn` does. */
export async function findFaults(
  browser: Browser,
  workbench: Workbench,
  address: string,
  isThere: (page: Page) => Promise<unknown>,
): Promise<string[]> {
  const page = await openPage(browser, workbench, address, { colorScheme: 'light' });
  await isThere(page);
  const faults = await faultsOn(page);
  await page.context().close();
  return faults;
}
