// PDF: the same blocks as Word and the preview, printed by a browser engine that the host offers.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { ExportWarning, ReportModel } from '../../exports/report-model.ts';
import { copyWhole, disk, ensureFolder, hashFile, onDisk, removeFile } from '../../files.ts';
import type { Context } from '../context.ts';
import type { ExportedFile } from '../tasks.ts';
import type { Progress } from '../workers.ts';

/** Prints a page of this machine, a file of HTML, to a PDF file. Throws AppError `unavailable` where nothing can. */
export type PrintPdf = (page: string, target: string, signal: AbortSignal) => Promise<void>;

/** Refuses what is not a whole PDF file. */
async function checkPdf(file: string): Promise<void> {
  const bytes = await onDisk(file, () => disk.readFile(file));
  const isWhole = bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-1_024).includes('%%EOF');
  if (!isWhole) throw new AppError('damaged', 'The browser did not write a whole PDF, so no file was made. Try again.');
}

/**
 * Prints what `compose` writes as a page of HTML into a PDF, whole or not at all. Errors: AppError `unavailable` where the
 * host has nothing that prints, with what to do about it; `cancelled` on abort; `damaged` where the file is not whole.
 */
export async function printToPdf(
  context: Context,
  { compose, target }: { compose: (page: string) => Promise<{ warnings: ExportWarning[] }>; target: string },
  signal: AbortSignal,
  onProgress: Progress,
): Promise<ExportedFile> {
  const { staging } = context.folders;
  await ensureFolder(staging);
  const page = path.join(staging, `${randomUUID()}.html`);
  const printed = path.join(staging, `${randomUUID()}.pdf`);
  try {
    onProgress(0, 3, 'Composing the PDF');
    const { warnings } = await compose(page);
    onProgress(1, 3, 'Printing the PDF');
    await context.printPdf(page, printed, signal);
    signal.throwIfAborted();
    onProgress(2, 3, 'Checking the PDF');
    await checkPdf(printed);
    const { sha256 } = await hashFile(printed);
    const size = await copyWhole(printed, target, sha256);
    onProgress(3, 3, 'Done');
    return { sha256, size, warnings };
  } catch (error) {
    if (signal.aborted) throw new AppError('cancelled', 'The export was cancelled. No file was left behind.');
    throw error;
  } finally {
    await removeFile(page);
    await removeFile(printed);
  }
}

/** Writes the report of a model as PDF, as `printToPdf` does. */
export function exportPdf(
  context: Context,
  { model, target }: { model: ReportModel; target: string },
  signal: AbortSignal,
  onProgress: Progress,
): Promise<ExportedFile> {
  const compose = (page: string) => context.workers.run('write-print-page', { model, target: page }, signal);
  return printToPdf(context, { compose, target }, signal, onProgress);
}
