import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { roomIds } from '../../renderer/api/addresses.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { readBuiltPage } from '../support/first-view.ts';
import { aTypedAudit } from '../support/nothing-lost.ts';
import { aWorkbench, openPage } from '../support/page.ts';

/** 600 KB, packed. */
const limit = 600_000;

describe('the built page', () => {
  beforeAll(() => ensureBuilt('page', () => undefined), 120_000);

  it('needs at most 600 KB for its first view, with the room of most addresses too', () => {
    const { firstView, rooms, packed } = readBuiltPage();
    expect(firstView.length).toBeGreaterThan(3);
    const checklist = rooms.get('features/checklist/room.tsx') ?? [];
    expect(checklist).not.toEqual([]);
    expect(packed([...firstView, ...checklist])).toBeLessThanOrEqual(limit);
  });

  it('has every room in files of its own', () => {
    const { rooms } = readBuiltPage();
    expect(rooms.size).toBeGreaterThanOrEqual(roomIds.length);
    for (const [room, files] of rooms) expect(files, room).not.toEqual([]);
  });
});

describe.runIf(hasBrowser('the tests of what the page loads'))('what a browser loads', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('for the list of audits is the first view and no room', async () => {
    const workbench = await aWorkbench();
    await aTypedAudit(workbench);
    const loaded = new Set<string>();
    const page = await openPage(browser, workbench, '', {}, (url) => loaded.add(url.pathname.slice(1)));
    await page.getByText('Typed at full speed').first().waitFor();
    const { firstView, rooms } = readBuiltPage();
    const allowed = new Set(firstView);
    expect(firstView.filter((file) => file.endsWith('.js') && loaded.has(file)).length).toBeGreaterThan(1);
    expect([...loaded].filter((file) => file.startsWith('assets/') && !allowed.has(file))).toEqual([]);
    expect([...rooms.values()].flat().some((file) => loaded.has(file))).toBe(false);
  });

  it('comes under a policy that allows no inline script, and none runs', async () => {
    const workbench = await aWorkbench();
    const answer = await fetch(workbench.url);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const scripts = policy.split('; ').find((rule) => rule.startsWith('script-src'));
    expect(scripts).toBe("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await answer.text()).not.toMatch(/<script(?![^>]*\ssrc=)/);
    // Not under the watch over its console, which this test makes speak.
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(workbench.url);
    const hasRun = await page.evaluate(async () => {
      const refused = new Promise<string>((resolve) =>
        addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }),
      );
      const script = document.createElement('script');
      script.textContent = 'window.hasRun = true;';
      document.body.append(script);
      return { refused: await refused, hasRun: 'hasRun' in window };
    });
    expect(hasRun).toEqual({ refused: 'script-src-elem', hasRun: false });
  });
});
