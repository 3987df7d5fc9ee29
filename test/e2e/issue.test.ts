import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { aWorkbench, openPage } from '../support/page.ts';
import { actAs, aReadyAudit, lead, letGo, reviewer } from '../support/ready-audit.ts';
import { findFaults, soon } from '../support/rooms.ts';

async function aReadyWorkbench() {
  const workbench = await aWorkbench({ name: lead, role: 'Lead auditor' });
  await workbench.api.call('settings.write', { tour: 'done' });
  const ready = await aReadyAudit(workbench.api);
  const read = () => workbench.api.call('audits.open', { audit: ready.audit });
  return { workbench, ...ready, read };
}

/** Presses a button by the keyboard. */
async function press(page: Page, name: string, within: Page | Locator = page): Promise<void> {
  const button = within.getByRole('button', { name });
  await button.waitFor();
  await expect.poll(() => button.isEnabled(), soon).toBe(true);
  await button.focus();
  await page.keyboard.press('Enter');
}

describe.runIf(hasBrowser('the tests of issuing on the page'))('review and issue', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('go by keyboard from the review to version 2', async () => {
    const { workbench, audit, ref, finding, read } = await aReadyWorkbench();
    const { api } = workbench;
    const page = await openPage(browser, workbench, `/a/${ref}/report`);
    await press(page, 'Hand over to review');
    await expect.poll(async () => (await read()).audit.status, soon).toBe('in-review');

    await actAs(api, reviewer);
    await page.getByText(`Released by ${reviewer}, at work`).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await page.keyboard.type('Which release was it?');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 comment, 1 open').waitFor();
    await page.getByRole('button', { name: /A comment of the reviewer is open/ }).waitFor();

    await actAs(api, lead);
    await page.getByLabel('Answer to the comment about The whole report').focus();
    await page.keyboard.type('CHG-107 is named now.');
    await page.getByRole('radio', { name: 'Open', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('1 comment, none open').waitFor();
    await expect
      .poll(async () => (await read()).reviewComments, soon)
      .toMatchObject([
        { writtenBy: reviewer, disposition: 'accepted', answer: 'CHG-107 is named now.', answeredBy: lead },
      ]);

    await actAs(api, reviewer);
    await press(page, 'Release the report');
    await page.getByText(new RegExp(`^Released .* by ${reviewer}$`)).waitFor();
    await actAs(api, lead);
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await page.getByRole('form', { name: 'Sign' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: `Take back the signature of ${lead}` }).waitFor();

    await page.getByText('Nothing stands in the way.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('i');
    await page.getByRole('dialog', { name: `Issue version 1 of ${ref}?` }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Issued as version 1').waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: `Word: save ${ref} Invented Ltd audit report v1.docx` }).waitFor();
    expect((await read()).audit.status).toBe('issued');

    expect(await page.getByLabel('Recommendation').isEditable()).toBe(false);
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await page.keyboard.type('Late.');
    await page.keyboard.press('Enter');
    await page
      .getByText(/is kept as it was printed/)
      .first()
      .waitFor();
    expect((await read()).notes.map(({ text }) => text)).not.toContain('Late.');

    await press(page, 'Start a correction');
    await page.getByLabel('Reason', { exact: true }).waitFor();
    await page.keyboard.type('Two changes were meant.');
    await press(page, 'Start a correction', page.getByRole('dialog'));
    await page.getByText('Correction of version 1: Two changes were meant.').waitFor();
    await api.call('findings.update', { audit, finding, fields: { title: 'Assessment not redone' } });
    await letGo(api, audit);
    await page.getByText('Nothing stands in the way.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('i');
    await page.getByRole('dialog', { name: `Issue version 2 of ${ref}?` }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Issued as version 2').waitFor({ timeout: 60_000 });
    await page.getByText('1 difference from the version before').waitFor();
    expect((await read()).reportIssues).toMatchObject([
      { version: 1 },
      { version: 2, reason: 'Two changes were meant.', differences: 'F-001: title is now “Assessment not redone”.' },
    ]);
  }, 180_000);

  it('are read and copied in every room once they are issued, and refuse a change with the way to a correction', async () => {
    const { workbench, audit, ref, item, read } = await aReadyWorkbench();
    const { api } = workbench;
    await letGo(api, audit);
    await api.call('reports.issue', { audit });
    const page = await openPage(browser, workbench, `/a/${ref}/checklist/${item}`);
    const notes = page.getByRole('textbox', { name: 'Notes', exact: true });
    await notes.waitFor();
    expect(await notes.isEditable()).toBe(false);
    await notes.selectText();
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('Not redone [F-001].');
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    const refusal = page.getByText(/is kept as it was printed/).first();
    await refusal.waitFor();
    expect((await read()).checklist.find(({ id }) => id === item)?.verdict).toBe('nonconforming');
    await page.getByRole('button', { name: 'Correct the report' }).first().click();
    await page.getByRole('button', { name: 'Start a correction' }).waitFor();

    const go = (place: string) => page.evaluate((to) => location.assign(to), `#/a/${ref}/${place}`);
    await go('applicability');
    const statement = page.getByLabel('Version', { exact: true });
    await statement.waitFor();
    expect(await statement.isEditable()).toBe(false);
    await go('findings/F-001');
    const nature = page.locator('[data-field="nature"]');
    await nature.waitFor();
    expect(await nature.isEditable()).toBe(false);
    // The response is the auditee's and stays open.
    const comment = page.getByLabel('What the auditee says');
    expect(await comment.isEditable()).toBe(true);
    await comment.fill('Understood.');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await read()).findings[0]?.auditeeComment).toBe('Understood.');
  }, 120_000);

  it('keep a signature that is drawn with the mouse', async () => {
    const { workbench, ref, read } = await aReadyWorkbench();
    const page = await openPage(browser, workbench, `/a/${ref}/report`);
    await page.getByRole('button', { name: /^Sign s$/ }).click();
    const pad = page.getByRole('img', { name: 'Drawn signature' });
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (!box) throw new Error('There is nothing to draw in.');
    for (const [from, to] of [
      [0.1, 0.4],
      [0.5, 0.9],
    ] as const) {
      await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.7, { steps: 8 });
      await page.mouse.up();
    }
    await page.getByRole('button', { name: 'Sign with this' }).click();
    await page.getByRole('img', { name: `Signature of ${lead}` }).waitFor();
    const [signature] = (await read()).signatures;
    expect(signature).toMatchObject({ name: lead, side: 'team', role: 'Lead auditor', version: 1 });
    expect(signature?.drawing).toMatch(/^M\d+ \d+(L\d+ \d+){3,}M\d+ \d+(L\d+ \d+){3,}$/);
  }, 60_000);

  it('stand beside a finding while the report is in review', async () => {
    const { workbench, audit, ref, read } = await aReadyWorkbench();
    await workbench.api.call('audits.update', { audit, fields: { status: 'in-review' } });
    await actAs(workbench.api, reviewer);
    const page = await openPage(browser, workbench, `/a/${ref}/findings/F-001`);
    await page.getByLabel('New comment of the reviewer').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Which release?');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Answer to the comment about F-001').waitFor();
    expect((await read()).reviewComments).toMatchObject([{ noun: 'finding', text: 'Which release?' }]);
  }, 60_000);

  it('have nothing that axe objects to and fit at 200 % zoom, before and after', async () => {
    const { workbench, audit, ref } = await aReadyWorkbench();
    await workbench.api.call('audits.update', { audit, fields: { status: 'in-review' } });
    await workbench.api.call('reviewComments.create', { audit, fields: { text: 'Which release?' } });
    const look = (words: string) =>
      findFaults(browser, workbench, `/a/${ref}/report`, (page) => page.getByText(words).first().waitFor());
    expect(await look('1 comment, 1 open')).toEqual([]);
    const [comment] = (await workbench.api.call('audits.open', { audit })).reviewComments;
    const fields = { disposition: 'declined' as const };
    await workbench.api.call('reviewComments.update', { audit, reviewComment: comment?.id ?? '', fields });
    await letGo(workbench.api, audit);
    await workbench.api.call('reports.issue', { audit });
    expect(await look('Issued versions')).toEqual([]);
  }, 180_000);
});
