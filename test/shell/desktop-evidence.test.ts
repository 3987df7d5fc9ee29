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
});
