import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import { findFaults } from '../support/rooms.ts';

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const results = (page: Page) => page.getByRole('status').filter({ hasText: 'questions about' });

/** Fills what every audit needs, by keyboard, with the template so many steps down from the first. */
async function begin(page: Page, template: number) {
  await results(page).waitFor();
  await page.keyboard.type('Stage 2 at Invented Ltd');
  await press(page, 'Tab', ...Array.from({ length: template }, () => 'ArrowDown'), 'Tab');
  await page.keyboard.type('Invented Ltd');
}

async function addSystem(page: Page, name: string, isSampled: boolean) {
  await page.getByRole('button', { name: 'Add an AI system' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(name);
  if (!isSampled) await press(page, 'Tab', 'Tab', 'Tab', 'Tab', 'Space');
}

describe.runIf(hasBrowser('the tests of the form for a new audit'))('a new audit', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is cut by keyboard to template, systems and scope, and made as the form says, as one step', async () => {
    const workbench = await aWorkbench();
    const page = await openPage(browser, workbench, '/new');
    await begin(page, 3);
    await addSystem(page, 'Claims triage', true);
    await addSystem(page, 'Fraud flag', false);
    await addSystem(page, 'Chat assist', true);
    await page.getByText(/^2 systems sampled: /).waitFor();

    await page.getByRole('treeitem', { name: /Context of the organization/ }).focus();
    await press(page, ...Array.from({ length: 6 }, () => 'ArrowDown'), 'Space');
    await press(page, 'Control+Enter');
    await page.getByText('More is left out than the template does: say why.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('Improvement was looked at in May.');
    const said = (await results(page).textContent()) ?? '';
    const [, questions, requirements, perSystem] =
      /(\d+) questions about (\d+) requirements, (\d+) of them per AI system/.exec(said) ?? [];
    expect(said).toContain('outside the scope');
    await press(page, 'Control+Enter');

    await page.waitForURL(/#\/a\/\d{4}-001\/checklist/);
    const [made] = await workbench.api.call('audits.list', {});
    const audit = made?.id ?? '';
    const open = await workbench.api.call('audits.open', { audit });
    expect(open.audit).toMatchObject({
      type: 'stage-2',
      template: 'stage-2',
      aiRoles: [],
      leftOut: ['10.1', '10.2'],
      leftOutReason: 'Improvement was looked at in May.',
    });
    expect(open.audit.guideline).not.toBe('');
    expect(open.checklist).toHaveLength(Number(questions));
    expect(new Set(open.checklist.map(({ requirement }) => requirement)).size).toBe(Number(requirements));
    expect(open.checklist.filter(({ aiSystem }) => aiSystem !== null)).toHaveLength(Number(perSystem));
    expect(open.aiSystems.map(({ name, sampled }) => [name, sampled])).toEqual([
      ['Claims triage', true],
      ['Fraud flag', false],
      ['Chat assist', true],
    ]);
    expect(open.team).toHaveLength(1);
    expect(open.planSlots.length).toBeGreaterThan(0);

    const changes = await workbench.api.call('changes.list', { audit, limit: 10_000 });
    expect(new Set(changes.map(({ step }) => step)).size).toBe(1);
    await workbench.api.call('changes.undo', { audit, change: changes[0]?.id ?? '' });
    expect(await workbench.api.call('audits.list', {})).toEqual([]);
  });

  it('keeps a choice made by hand when the template changes, over a reload, until the template’s is taken', async () => {
    const workbench = await aWorkbench();
    const page = await openPage(browser, workbench, '/new');
    await begin(page, 0);
    await page.getByText(/^Propose 3 meetings and \d+ plan slots over 3 days/).waitFor();
    await page.getByRole('treeitem', { name: /Context of the organization/ }).focus();
    await press(page, 'ArrowRight', 'ArrowDown', 'Space');
    await page.getByText('69 of 70 in').waitFor();
    await page.getByRole('radio', { name: 'Surveillance audit' }).check();
    await page.getByText(/Your own choice is kept/).waitFor();
    await page.getByText('69 of 70 in').waitFor();

    await page.reload();
    await page.getByText(/Your own choice is kept/).waitFor();
    expect(await page.getByLabel(/^Title/).inputValue()).toBe('Stage 2 at Invented Ltd');
    await page.getByRole('button', { name: 'Use the template’s' }).focus();
    await press(page, 'Enter');
    await page.getByText('27 of 70 in').waitFor();
    await page.getByText('What is left out, and why').click();
    await page.getByRole('listitem').filter({ hasText: 'outside the scope' }).first().waitFor();
    expect(await page.getByLabel(/^Why these are left out/).inputValue()).toMatch(/^Not looked at this year/);
  });

  it('leaves out roles, says which systems they do not fit, and makes no proposals if not wanted', async () => {
    const workbench = await aWorkbench();
    const page = await openPage(browser, workbench, '/new');
    await begin(page, 0);
    await addSystem(page, 'Claims triage', true);
    for (const role of ['Producer', 'Provider', 'Partner']) {
      await page.getByRole('checkbox', { name: role, exact: true }).focus();
      await press(page, 'Space');
    }
    await page.getByText('Claims triage: the client is its provider, and that role is not in scope.').waitFor();
    await expect.poll(() => results(page).textContent()).toContain('for other roles');
    await page.getByLabel(/^Auditing guidance/).selectOption({ index: 1 });
    await page.getByText('This edition is withdrawn.').waitFor();
    await page.getByRole('checkbox', { name: /^Propose / }).uncheck();
    await press(page, 'Control+Enter');
    await page.waitForURL(/-001\/checklist/);
    const open = await workbench.api.call('audits.open', { audit: `${new Date().getFullYear()}-001` });
    expect(open.audit).toMatchObject({ aiRoles: ['customer'], leftOut: [], leftOutReason: '' });
    expect([...open.planSlots, ...open.meetings]).toEqual([]);
  });

  it('says in words that the catalogue could not be read, and reads it again', async () => {
    const workbench = await aWorkbench();
    const page = await openPage(browser, workbench);
    let isAway = true;
    await page.routeWebSocket('**/socket', (socket) => {
      const host = socket.connectToServer();
      socket.onMessage((text) => {
        const { id, method } = JSON.parse(String(text)) as { id: number; method: string };
        const reply = { ok: false, error: { code: 'internal', message: 'It is away.' } };
        if (isAway && method === 'catalogues.list') socket.send(JSON.stringify({ id, reply }));
        else host.send(text);
      });
    });
    await page.reload();
    await page.evaluate(() => void (location.hash = '/new'));
    await page.getByText('The catalogue could not be read: It is away. What you typed is kept.').waitFor();
    isAway = false;
    await page.getByRole('button', { name: 'Read it again' }).click();
    await results(page).waitFor();
  });

  it('never hides what has the focus behind the end of the form', async () => {
    const workbench = await aWorkbench();
    const page = await openPage(browser, workbench, '/new', { viewport: { width: 1024, height: 700 } });
    await begin(page, 4);
    await page.getByText('What is left out, and why').click();
    await page.getByRole('treeitem', { name: /Context of the organization/ }).focus();
    const isSeen = () =>
      page.evaluate(() => {
        const { left, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
        return document.activeElement?.contains(document.elementFromPoint(left + 40, bottom - 4)) === true;
      });
    for (let row = 0; row < 16; row += 1) {
      expect(await isSeen(), `row ${row}`).toBe(true);
      await press(page, 'ArrowDown');
    }
  });

  it('has nothing that axe objects to and fits at 200 % zoom', async () => {
    const workbench = await aWorkbench();
    const faults = await findFaults(browser, workbench, '/new', async (page) => {
      await results(page).waitFor();
      await page.getByRole('treeitem').first().focus();
      await press(page, 'ArrowRight', 'ArrowDown', 'Space');
      await page.getByText('What is left out, and why').click();
    });
    expect(faults).toEqual([]);
  }, 120_000);
});
