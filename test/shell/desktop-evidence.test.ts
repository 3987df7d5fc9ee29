import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDesktop, hasElectron, launchDesktop } from '../support/electron.ts';

describe.runIf(hasElectron('the tests of evidence in the desktop program'))('evidence in the desktop program', () => {
  beforeAll(buildDesktop, 120_000);

  it('draws a PDF of the vault, whose reader comes from the bundle', async () => {
    const { page, call } = await launchDesktop();
    await call('settings.write', { name: 'Inga Probe', tour: 'done' });
    const reply = await call('sample.create');
    if (!reply.ok) throw new Error(reply.error.message);
    const { ref } = reply.value as { ref: string };
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/evidence/E-001`);
    const first = page.locator('[data-page="1"][data-state="drawn"]');
    await first.waitFor();
    expect(await first.textContent()).toContain('AI system impact assessment');
  }, 120_000);

  it('opens a copy of a file in its own program, and says why it does not open one that can run', async () => {
    const { app, page, call, workspace } = await launchDesktop();
    await call('settings.write', { name: 'Inga Probe', tour: 'done' });
    const reply = await call('sample.create');
    if (!reply.ok) throw new Error(reply.error.message);
    const { id, ref } = reply.value as { id: string; ref: string };
    await app.evaluate(({ shell }) => {
      shell.openPath = async (file) => {
        (globalThis as { opened?: string }).opened = file;
        return '';
      };
    });
    const opened = () => app.evaluate(() => (globalThis as { opened?: string }).opened ?? '');
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/evidence/E-001`);
    await page.getByRole('button', { name: 'Open outside' }).click();
    await expect.poll(opened).toMatch(/\.pdf$/);
    expect((await opened()).startsWith(workspace)).toBe(false);
    const script = path.join(path.dirname(workspace), 'check.sh');
    writeFileSync(script, 'echo');
    await call('evidence.add', { audit: id, files: [{ path: script }] });
    const stored = (await call('audits.open', { audit: id })) as { value: { evidence: { number: string }[] } };
    const { number } = stored.value.evidence.at(-1) ?? { number: '' };
    await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/evidence/${number}`);
    await page.getByRole('article', { name: number }).waitFor();
    await page.keyboard.press('O');
    await page.getByText('check.sh is not opened from here').waitFor();
    expect(await opened()).toMatch(/\.pdf$/);
  }, 120_000);
});
