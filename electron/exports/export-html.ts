// The report on the screen and on its way to PDF, from the same blocks as Word.
import { AppError } from '../../shared/errors.ts';
import { createWhole } from '../files.ts';
import type { ReportDocument } from './blocks.ts';
import { escapeXml } from './docx/xml-text.ts';
import { documentHtml } from './html/blocks-html.ts';
import { printStyles, reportStyles } from './html/styles.ts';
import type { ExportWarning, ReportModel } from './report-model.ts';
import { type ClosingSheets, composeClosingSheets } from './sections/closing-sheets.ts';
import { composeReport } from './sections/compose.ts';
import { pathToFileURL } from 'node:url';

/** A report as the page shows it. `html` has no script and no style; `styles` are its own. */
export interface Preview {
  title: string;
  language: string;
  html: string;
  styles: string;
}

/** The report of a model for the screen. A picture carries the number of its evidence as `data-evidence`. */
export function previewReport(model: ReportModel): Preview {
  const { document } = composeReport(model);
  const html = documentHtml(document, ({ place }) => `data-evidence="${escapeXml(place.replace(/^figure:/, ''))}"`);
  return { title: document.title, language: document.language, html, styles: reportStyles() };
}

/** Refuses to print a document that lacks a number it has to name. */
function refuseMissing(html: string, records: readonly { number: string }[]): void {
  for (const { number } of records) {
    if (!html.includes(escapeXml(number)))
      throw new AppError('damaged', `${number} is missing in what was to become a PDF, so no file was made.`, {
        number,
      });
  }
}

/** Writes a document as a page to be printed: with its styles, without script, its pictures by path. */
async function writePage(document: ReportDocument, html: string, target: string): Promise<void> {
  const page =
    `<!doctype html><html lang="${escapeXml(document.language)}"><head><meta charset="utf-8"><title>${escapeXml(document.title)}</title>` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src file:; style-src 'unsafe-inline'">` +
    `<style>${reportStyles()}${printStyles(document)}</style></head><body class="report">${html}</body></html>`;
  await createWhole(
    target,
    (handle) => handle.writeFile(page),
    () => Promise.resolve(),
  );
}

const byPath: Parameters<typeof documentHtml>[1] = ({ picture }) =>
  `src="${escapeXml(pathToFileURL(picture.file).href)}"`;

/**
 * Writes the page of a report that is printed to PDF: whole, with its pictures. Errors: AppError `damaged` where a finding
 * or a piece of evidence of the model is missing in it, disk errors; none of them leaves a file.
 */
export async function writePrintPage(model: ReportModel, target: string): Promise<{ warnings: ExportWarning[] }> {
  const { document, warnings } = composeReport(model);
  const html = documentHtml(document, byPath);
  refuseMissing(html, [...model.findings, ...model.evidence]);
  await writePage(document, html, target);
  return { warnings };
}

/** Writes the page of the sheets of a closing meeting that is printed to PDF. Errors as those of `writePrintPage`. */
export async function writeSheetsPage(model: ClosingSheets, target: string): Promise<{ warnings: ExportWarning[] }> {
  const document = composeClosingSheets(model);
  const html = documentHtml(document, byPath);
  refuseMissing(
    html,
    model.sheets.map(({ finding }) => finding),
  );
  await writePage(document, html, target);
  return { warnings: [] };
}
