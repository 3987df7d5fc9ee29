// The report on the screen and on its way to PDF, from the same blocks as Word.
import { AppError } from '../../shared/errors.ts';
import { createWhole } from '../files.ts';
import type { ReportDocument } from './blocks.ts';
import { escapeXml } from './docx/xml-text.ts';
import type { BaseLook } from './docx/base-look.ts';
import { themeOf } from './docx/house-theme.ts';
import type { Theme } from './docx/theme.ts';
import { withReadableLogo } from './export-word.ts';
import { documentHtml, type PictureSources } from './html/blocks-html.ts';
import { printStyles, reportStyles } from './html/styles.ts';
import type { ExportWarning, ReportModel } from './report-model.ts';
import { type ClosingSheets, composeClosingSheets } from './sections/closing-sheets.ts';
import { composeReport } from './sections/compose.ts';
import { layoutOf, numbersNamedIn } from './sections/layout.ts';
import { pathToFileURL } from 'node:url';

/** A report as the page shows it. `html` has no script and no style; `styles` are its own. */
export interface Preview {
  title: string;
  language: string;
  html: string;
  styles: string;
}

/** On the screen a picture carries the number of its evidence, the logo its hash: the page knows where they are. */
export const onScreen: PictureSources = {
  figure: ({ place }) => `data-evidence="${escapeXml(place.replace(/^figure:/, ''))}"`,
  logo: ({ sha256 }) => `data-content="${escapeXml(sha256)}"`,
};

const fileSource = (file: string) => `src="${escapeXml(pathToFileURL(file).href)}"`;

/** The report of a model for the screen. A picture carries the number of its evidence as `data-evidence`. */
export function previewReport(model: ReportModel, base?: BaseLook): Preview {
  const { document } = composeReport(model);
  const html = documentHtml(document, onScreen);
  const styles = reportStyles(themeOf(model.houseLayout, base));
  return { title: document.title, language: document.language, html, styles };
}

/** Refuses to print a document that lacks a number it has to name. */
function refuseMissing(html: string, numbers: Iterable<string>): void {
  for (const number of numbers) {
    if (!html.includes(escapeXml(number)))
      throw new AppError('damaged', `${number} is missing in what was to become a PDF, so no file was made.`, {
        number,
      });
  }
}

const fromFiles: PictureSources = {
  figure: ({ picture }) => fileSource(picture.file),
  logo: ({ file }) => fileSource(file),
};

/** Writes a document as a page to be printed: with its styles, without script. */
async function writePage(document: ReportDocument, html: string, theme: Theme, target: string): Promise<void> {
  const page =
    `<!doctype html><html lang="${escapeXml(document.language)}"><head><meta charset="utf-8"><title>${escapeXml(document.title)}</title>` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src file:; style-src 'unsafe-inline'">` +
    `<style>${reportStyles(theme)}${printStyles(document, theme)}</style></head><body class="report">${html}</body></html>`;
  await createWhole(
    target,
    (handle) => handle.writeFile(page),
    () => Promise.resolve(),
  );
}

/**
 * Writes the page of a report that is printed to PDF: whole, with its pictures by path. Errors: AppError `damaged` where a
 * finding or a piece of evidence of the model is missing in it, disk errors; none of them leaves a file.
 */
export async function writePrintPage(
  model: ReportModel,
  target: string,
  base?: BaseLook,
): Promise<{ warnings: ExportWarning[] }> {
  const unread: ExportWarning[] = [];
  const houseLayout = await withReadableLogo(model.houseLayout, unread);
  const { document, warnings } = composeReport({ ...model, houseLayout });
  warnings.push(...unread);
  const html = documentHtml(document, fromFiles);
  const layout = layoutOf(model.template, model.reportLayout);
  refuseMissing(html, new Set([...layout.keys()].flatMap((section) => [...numbersNamedIn(section, model)])));
  await writePage(document, html, themeOf(houseLayout, base), target);
  return { warnings };
}

/** Writes the page of the sheets of a closing meeting that is printed to PDF. Errors as those of `writePrintPage`. */
export async function writeSheetsPage(
  model: ClosingSheets,
  target: string,
  base?: BaseLook,
): Promise<{ warnings: ExportWarning[] }> {
  const document = composeClosingSheets(model);
  const html = documentHtml(document, fromFiles);
  refuseMissing(
    html,
    model.sheets.map(({ finding }) => finding.number),
  );
  await writePage(document, html, themeOf(model.houseLayout, base), target);
  return { warnings: [] };
}
