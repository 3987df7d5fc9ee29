import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDesktop, hasElectron, launchDesktop } from '../support/electron.ts';

describe.runIf(hasElectron('the tests of the report in the desktop program'))(
  'the report in the desktop program',
  () => {
    beforeAll(buildDesktop, 120_000);

    it('is previewed on the page and printed as PDF by Electron itself', async () => {
      const { page, call, workspace } = await launchDesktop();
      await call('settings.write', { name: 'Inga Probe', tour: 'done' });
      const reply = await call('sample.create');
      if (!reply.ok) throw new Error(reply.error.message);
      const { ref } = reply.value as { ref: string };
      await page.evaluate((hash) => void (location.hash = hash), `/a/${ref}/report`);
      await page.getByRole('heading', { name: 'Report', exact: true }).waitFor();
      await page.keyboard.press('p');
      const preview = page.getByRole('dialog', { name: 'The report as it would be printed now' });
      await preview.getByRole('heading', { name: '7 Findings' }).waitFor({ timeout: 60_000 });
      await page.keyboard.press('Escape');
      const target = path.join(path.dirname(workspace), 'report.pdf');
      const made = await call('reports.export', { audit: ref, pdf: target });
      expect(made).toMatchObject({ ok: true });
      const text = execFileSync('pdftotext', ['-raw', target, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
      expect(text).toContain('F-006');
      expect(text).toMatch(/Page 2 of \d\d/);
      expect(text).toContain('Confidential · draft of version 1');
    }, 180_000);
  },
);
