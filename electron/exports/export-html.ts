// The report on the screen and on its way to PDF, from the same blocks as Word.
import { AppError } from '../../shared/errors.ts';
import { createWhole } from '../files.ts';
import { escapeXml } from './docx/xml-text.ts';
import type { BaseLook } from './docx/base-look.ts';
import { themeOf } from './docx/house-theme.ts';
import { withReadableLogo } from './export-word.ts';
import { documentHtml, type PictureSources } from './html/blocks-html.ts';
import { printStyles, reportStyles } from './html/styles.ts';
import type { ExportWarning, ReportModel } from './report-model.ts';
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

/**
 * Writes the page that is printed to PDF: whole, with its pictures by path. Errors: AppError `damaged` where a finding or
 * a piece of evidence of the model is missing in it, disk errors; none of them leaves a file.
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
  const theme = themeOf(houseLayout, base);
  const html = documentHtml(document, {
    figure: ({ picture }) => fileSource(picture.file),
    logo: ({ file }) => fileSource(file),
  });
  const layout = layoutOf(model.template, model.reportLayout);
  for (const number of new Set([...layout.keys()].flatMap((section) => [...numbersNamedIn(section, model)]))) {
    if (!html.includes(escapeXml(number)))
      throw new AppError('damaged', `${number} is missing in the report for PDF, so no file was made.`, { number });
  }
  const page =
    `<!doctype html><html lang="${escapeXml(document.language)}"><head><meta charset="utf-8"><title>${escapeXml(document.title)}</title>` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src file:; style-src 'unsafe-inline'">` +
    `<style>${reportStyles(theme)}${printStyles(document, theme)}</style></head><body class="report">${html}</body></html>`;
  await createWhole(
    target,
    (handle) => handle.writeFile(page),
    () => Promise.resolve(),
  );
  return { warnings };
}
