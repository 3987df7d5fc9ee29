import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { anEmptyAudit, aSample, findFaults, soon } from '../support/rooms.ts';

describe.runIf(hasBrowser('the tests of findings on the page'))('the findings room', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('raises, writes and completes a finding by keyboard', async () => {
    const { workbench, ref, read } = await aSample();
    const page = await openPage(browser, workbench, `/a/${ref}/findings`);
    await page.getByRole('link', { name: /^F-001/ }).waitFor();
    await page.keyboard.press('f');
    await page.getByText('New finding').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'F-007' }).waitFor();
    await page.getByLabel('Title', { exact: true }).fill('Drift is not watched');
    const evidence = page.getByLabel('Evidence', { exact: true });
    await evidence.focus();
    await page.keyboard.type('Seen in [E-013');
    await page.getByRole('option', { name: /^E-013/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' and asked.');
    await page.keyboard.press('Escape');
    const stored = async () => (await read()).findings.find(({ number }) => number === 'F-007');
    await expect.poll(async () => (await stored())?.evidence, soon).toBe('Seen in [E-013] and asked.');
    expect(await stored()).toMatchObject({ title: 'Drift is not watched', grade: 'minor' });
    await page.getByText('Does not say what is not fulfilled.').waitFor();
    await page.getByText('Gives no reason for its grade.').waitFor();
    const nature = page.getByLabel('Nature', { exact: true });
    await nature.fill('The checks are insufficient.');
    await page.getByText('Is vague: “insufficient”.').waitFor();
    await expect.poll(() => nature.getAttribute('aria-describedby'), soon).toContain('vague-words');
    await page.getByRole('button', { name: 'Why: Is vague: “insufficient”.' }).press('Enter');
    await page.getByText(/^Such words claim more than was seen/).waitFor();
    await nature.fill('Two of nine checks are not on record.');
    await page.getByText('Is vague: “insufficient”.').waitFor({ state: 'detached' });

    await page.getByRole('combobox', { name: 'Requirements' }).fill('A.6.2.6');
    await page.getByRole('option', { name: /^A\.6\.2\.6/ }).click();
    await expect.poll(async () => (await stored())?.requirements, soon).toEqual(['A.6.2.6']);
    await page.keyboard.press('Escape');
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('type') ?? document.activeElement?.tagName);
    await expect.poll(focused, soon).toBe('A');
    await page.keyboard.press('m');
    await expect.poll(focused, soon).toBe('radio');
    await page.keyboard.press('Space');
    const decision = page.getByRole('form', { name: 'Decide the grade' });
    await decision.getByText('Is the failure systemic?').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await decision.getByText('The answers lead to: Major nonconformity.').waitFor();
    await page.reload();
    await decision.getByText('The answers lead to: Major nonconformity.').waitFor();
    await decision.getByLabel('Cases affected').fill('2');
    await decision.getByLabel('Cases examined').fill('3');
    await decision.getByLabel('Reason for the grade').fill('Drift went unseen for months.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stored())?.grade, soon).toBe('major');
    const decisions = page.getByRole('list', { name: 'Decisions on the grade' });
    await decisions.getByText('Minor nonconformity → Major nonconformity').waitFor();
    expect((await read()).gradeDecisions.at(-1)).toMatchObject({
      from: 'minor',
      unfulfilled: 'yes',
      capabilityInDoubt: 'yes',
      affected: 2,
      examined: 3,
      reason: 'Drift went unseen for months.',
    });
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored())?.grade, soon).toBe('minor');
    await decisions.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Withdraw this finding' }).click();
    await expect.poll(stored, soon).toBeUndefined();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await stored())?.title, soon).toBe('Drift is not watched');
  });

  it('keeps actions as rows, and the position of the auditee', async () => {
    const { workbench, id, ref, read } = await anEmptyAudit();
    const { number } = await workbench.api.call('findings.create', { audit: id, fields: { grade: 'minor' } });
    const page = await openPage(browser, workbench, `/a/${ref}/findings/${number}`);
    await page.getByRole('button', { name: 'Add a corrective action' }).click();
    const action = page.getByRole('article', { name: 'Corrective action, F-001' });
    await action.getByLabel('What is done').fill('Watch drift every week');
    await action.getByLabel('Owner').fill('Head of claims');
    await action.getByLabel('Due').fill('2027-03-01');
    await action.getByLabel('Status').selectOption('accepted');
    await expect
      .poll(async () => (await read()).actions, soon)
      .toMatchObject([
        {
          kind: 'corrective-action',
          text: 'Watch drift every week',
          owner: 'Head of claims',
          dueOn: '2027-03-01',
          status: 'accepted',
        },
      ]);
    const me = (await workbench.api.call('settings.read', {})).name;
    await expect.poll(() => action.getByLabel('Accepted by').inputValue(), soon).toBe(me);
    await action.getByLabel('Status').selectOption('verified');
    await action.getByLabel('Verified by').fill('Ines Example');
    await action.getByRole('combobox', { name: 'Effective' }).selectOption('yes');
    await action.getByLabel('Effect checked by').waitFor();
    await action.getByLabel('Status').selectOption('closed');
    await page
      .getByRole('link', { name: /^F-001/ })
      .getByText('Not complete')
      .waitFor();
    await expect
      .poll(async () => (await read()).actions, soon)
      .toMatchObject([{ status: 'closed', verifiedBy: 'Ines Example', effective: 'yes', closedBy: me }]);
    await page.getByText('Disagrees', { exact: true }).click();
    await page.getByLabel('Who took the position').fill('Head of claims');
    await page.getByLabel('Position taken on', { exact: true }).fill('2026-11-18');
    await page.getByLabel('What the auditee says').fill('It is watched.');
    await expect
      .poll(async () => (await read()).findings[0], soon)
      .toMatchObject({
        auditeePosition: 'disagrees',
        auditeeBy: 'Head of claims',
        auditeeOn: '2026-11-18',
        auditeeComment: 'It is watched.',
      });
    await action.getByRole('button', { name: 'Remove this corrective action' }).click();
    await expect.poll(async () => (await read()).actions, soon).toEqual([]);
  });

  it('adds dropped files to the finding that is open', async () => {
    const { workbench, id, ref, read } = await anEmptyAudit();
    await workbench.api.call('findings.create', { audit: id, fields: { grade: 'minor', title: 'Open one' } });
    const page = await openPage(browser, workbench, `/a/${ref}/findings/F-001`);
    await page.getByRole('article', { name: 'F-001' }).waitFor();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['seen'], 'seen.txt', { type: 'text/plain' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.getByRole('button', { name: 'Add 1 file' }).click();
    await page.getByRole('link', { name: 'E-001' }).waitFor();
    const { links, findings } = await read();
    expect(links).toMatchObject([{ noun: 'finding', target: findings[0]?.id }]);
  });

  it('carries over what an earlier audit left open, and asks for its status', async () => {
    const { workbench, ref, read } = await anEmptyAudit();
    const { organization } = await read();
    const earlier = await workbench.api.call('audits.create', {
      title: 'The one before',
      type: 'internal',
      organization: organization.name,
    });
    await workbench.api.call('findings.create', { audit: earlier.ref, fields: { grade: 'minor', title: 'Left open' } });
    const page = await openPage(browser, workbench, `/a/${ref}/findings`);
    await page.getByRole('button', { name: 'Carry over' }).focus();
    await page.keyboard.press('Enter');
    // The menu takes the focus a moment after it is there; a key before that goes to the button.
    await page.getByRole('menuitem', { name: /The one before/ }).press('Enter');
    await page.getByRole('link', { name: /^F-001/ }).click();
    await page.getByText(`Earlier finding ${earlier.ref} F-001`).waitFor();
    await page.getByText('Comes from an earlier audit and has no status in this one.').waitFor();
    await page.getByLabel('Status in this audit', { exact: true }).selectOption('closed');
    await page.getByLabel('Reason for the status', { exact: true }).fill('Seen in three releases.');
    await expect
      .poll(async () => (await read()).findings, soon)
      .toMatchObject([{ title: 'Left open', earlierStatus: 'closed', earlierReason: 'Seen in three releases.' }]);
  });

  it('says what goes here while there is nothing', async () => {
    const { workbench, ref } = await anEmptyAudit();
    const page = await openPage(browser, workbench, `/a/${ref}/findings`);
    await page.getByText('No findings yet').waitFor();
    await page.getByRole('button', { name: 'Raise a finding' }).click();
    await page.getByText('New finding').waitFor();
    expect(await page.getByRole('button', { name: 'Raise the finding' }).isDisabled()).toBe(true);
  });

  it('has nothing that axe objects to and fits at 200 % zoom', async () => {
    const { workbench, ref } = await aSample();
    const faults = await findFaults(browser, workbench, `/a/${ref}/findings/F-001`, (page) =>
      page.getByRole('article', { name: 'F-001', exact: true }).waitFor(),
    );
    expect(faults).toEqual([]);
    const whileDeciding = await findFaults(browser, workbench, `/a/${ref}/findings/F-001`, async (page) => {
      await page.getByRole('button', { name: 'Decide the grade' }).click();
      await page.getByRole('form', { name: 'Decide the grade' }).getByText('Yes', { exact: true }).first().click();
      await page.getByText('Is the failure systemic?').waitFor();
    });
    expect(whileDeciding).toEqual([]);
  }, 120_000);
});
