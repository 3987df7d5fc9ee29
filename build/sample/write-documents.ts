// Prints the client's documents of the sample audit: node build/sample/write-documents.ts
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { composeImpactProcedure } from './documents/impact-procedure.ts';
import { composeModelCard } from './documents/model-card.ts';
import { composeReviewMinutes } from './documents/review-minutes.ts';

const folder = path.resolve(import.meta.dirname, '../../assets/sample/files');

async function printDocument(browser: Browser, html: string, footer: string, name: string): Promise<void> {
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><html lang="en"><meta charset="utf-8"><title>${footer}</title>${html}`);
  const style = 'font:8pt Carlito;color:#757a80;width:100%;padding:0 22mm;display:flex;justify-content:space-between';
  await page.pdf({
    path: path.join(folder, name),
    format: 'A4',
    margin: { top: '26mm', bottom: '24mm', left: '22mm', right: '22mm' },
    displayHeaderFooter: true,
    printBackground: true,
    tagged: true,
    headerTemplate: `<div style="${style}"><span>Brackenfjord Mutual (invented)</span><span>Internal</span></div>`,
    footerTemplate: `<div style="${style}"><span>${footer}</span>
      <span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`,
  });
  await page.close();
}

const browser = await startBrowser();
try {
  await printDocument(
    browser,
    composeImpactProcedure(),
    'IAP-07 version 3.0, 1 October 2025',
    'IAP-07 AI system impact assessment v3.0.pdf',
  );
  await printDocument(
    browser,
    composeModelCard(),
    'Model card Broker assist, version 3',
    'Model card Broker assist v3.pdf',
  );
} finally {
  await browser.close();
}
await writeFile(path.join(folder, 'MR-2026-02 minutes.docx'), await composeReviewMinutes());
