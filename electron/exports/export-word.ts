import { AppError } from '../../shared/errors.ts';
import { createWhole, disk } from '../files.ts';
import { checkDocument, isPicture } from './docx/check.ts';
import type { BaseLook } from './docx/base-look.ts';
import { themeOf } from './docx/house-theme.ts';
import { renderDocument } from './docx/render.ts';
import { writeZip, type ZipPart } from './docx/zip-write.ts';
import type { ExportWarning, ReportEvidence, ReportHouseLayout, ReportModel } from './report-model.ts';
import { composeReport } from './sections/compose.ts';

/** Word opens no larger files, in bytes. */
const largestForWord = 512 * 1024 * 1024;

/**
 * Writes the Word report of a model to `target`: composed, rendered, written under a temporary name, synced, reopened
 * and checked against the model, and only then renamed. `onProgress` hears of steps done; `base` is what the base document of the layout has. Errors: AppError `damaged`
 * where the check finds a fault, `cancelled` on abort, disk errors; none of them leaves a file.
 */
export async function exportWord(
  model: ReportModel,
  target: string,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number, label: string) => void,
  base?: BaseLook,
): Promise<{ sha256: string; size: number; warnings: ExportWarning[] }> {
  try {
    signal?.throwIfAborted();
    const { printable, warnings } = await withReadablePictures(model);
    onProgress?.(0, 1, 'Composing the report');
    const parts = composeParts(printable, warnings, base);
    signal?.throwIfAborted();
    const total = parts.length + 2;
    onProgress?.(1, total, 'Writing the report');
    const { sha256, size } = await createWhole(
      target,
      // Nobody needs the parts once they are written: the check then has their memory.
      (handle) =>
        writeZip(handle, parts.splice(0), signal, (done) => onProgress?.(done + 1, total, 'Writing the report')),
      (temporary) => {
        onProgress?.(total - 1, total, 'Checking the report');
        return checkDocument(temporary, printable, signal);
      },
    );
    onProgress?.(total, total, 'Done');
    if (size > largestForWord) {
      const message = `The report has ${Math.round(size / 1024 / 1024)} MB; Word opens files of up to 512 MB. Leave out photos.`;
      warnings.push({ record: model.audit.ref, message });
    }
    return { sha256, size, warnings };
  } catch (error) {
    if (signal?.aborted) throw new AppError('cancelled', 'The export was cancelled. No file was left behind.');
    throw error;
  }
}

/** The parts of the report; what the reader should know is added to the warnings. Keeps nothing but the parts. */
function composeParts(model: ReportModel, warnings: ExportWarning[], base: BaseLook | undefined): ZipPart[] {
  const composed = composeReport(model);
  warnings.push(...composed.warnings);
  return renderDocument(composed.document, themeOf(model.houseLayout, base));
}

/** The model without pictures that cannot be read as what they claim to be; each is named in a warning. */
async function withReadablePictures(
  model: ReportModel,
): Promise<{ printable: ReportModel; warnings: ExportWarning[] }> {
  const warnings: ExportWarning[] = [];
  const evidence: ReportEvidence[] = [];
  for (const piece of model.evidence) {
    if (!piece.picture || (await isReadable(piece.picture))) {
      evidence.push(piece);
      continue;
    }
    warnings.push({ record: piece.number, message: 'The file of the picture cannot be read, so it is not printed.' });
    evidence.push({ ...piece, picture: null });
  }
  const houseLayout = await withReadableLogo(model.houseLayout, warnings);
  return { printable: warnings.length > 0 ? { ...model, evidence, houseLayout } : model, warnings };
}

/** The layout without a logo that cannot be read: the cover then has the mark of the product. */
export async function withReadableLogo(
  layout: ReportHouseLayout | null,
  warnings: ExportWarning[],
): Promise<ReportHouseLayout | null> {
  if (layout === null || layout.logo === '') return layout;
  const { logoFile: file, logoType, logoPixelsWide: width, logoPixelsHigh: height } = layout;
  const mediaType = logoType === '' ? 'image/png' : logoType;
  if (file !== '' && (await isReadable({ file, mediaType, width, height }))) return layout;
  const message = `The logo of the layout “${layout.name}” cannot be read, so it is not printed. Choose it again.`;
  warnings.push({ record: 'Layout', message });
  return { ...layout, logoFile: '' };
}

async function isReadable({
  file,
  mediaType,
  width,
  height,
}: NonNullable<ReportEvidence['picture']>): Promise<boolean> {
  if (!(width > 0 && height > 0)) return false;
  const handle = await disk.open(file, 'r').catch(() => undefined);
  if (!handle) return false;
  try {
    const start = Buffer.alloc(8);
    await handle.read(start, 0, start.length, 0);
    return isPicture(start, mediaType);
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
