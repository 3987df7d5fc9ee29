import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { createWhole, disk, onDisk } from '../files.ts';
import type { ExportWarning, ReportModel } from './report-model.ts';
import type { BaseLook } from './docx/base-look.ts';
import { sourceOf } from './docx/zip-read.ts';
import { checkAgainstModel } from './xlsx/check-workbook.ts';
import { compareCells } from './xlsx/compare-cells.ts';
import { composeWorkbook, type Workbook } from './xlsx/compose-workbook.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

/** A finished file: its SHA-256, its size in bytes, and what its reader should know. */
interface ExportedFile {
  sha256: string;
  size: number;
  warnings: ExportWarning[];
}

/** Tells how far the export is: parts done, parts in all, and what is being done. */
type ExportProgress = (done: number, total: number, label: string) => void;

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled', 'The export was cancelled. No file was left behind.');
}

/** Reopens the written file, compares every cell and link, and checks ids and counts against the report. */
async function checkFile(
  file: string,
  model: ReportModel,
  workbook: Workbook,
): Promise<Omit<ExportedFile, 'warnings'>> {
  const bytes = await onDisk(file, () => disk.readFile(file));
  let problems: string[];
  try {
    const read = await readWorkbook(sourceOf(bytes));
    problems = [...compareCells(workbook, read), ...checkAgainstModel(model, read)];
  } catch (error) {
    problems = [error instanceof Error ? error.message : String(error)];
  }
  if (problems.length > 0) {
    const sentence = 'The Excel workbook did not hold what the report says and was thrown away. Try again.';
    throw new AppError('damaged', sentence, { problems: problems.slice(0, 50) });
  }
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

/**
 * Writes the report as an Excel workbook. The file is reopened and checked before it gets its name: a bad one throws
 * AppError `damaged`, a stop by `signal` throws `cancelled`, and neither leaves a file.
 */
export async function exportExcel(
  model: ReportModel,
  target: string,
  signal?: AbortSignal,
  onProgress?: ExportProgress,
  base?: BaseLook,
): Promise<ExportedFile> {
  stopIfCancelled(signal);
  const { workbook, warnings } = composeWorkbook(model, base);
  let total = 1;
  const file = await createWhole(
    target,
    async (handle) => {
      await writeWorkbook(
        workbook,
        (bytes) => handle.writeFile(bytes),
        (done, parts) => {
          stopIfCancelled(signal);
          total = parts + 1;
          onProgress?.(done, total, 'Writing the workbook');
        },
      );
    },
    async (temporary) => {
      stopIfCancelled(signal);
      onProgress?.(total - 1, total, 'Checking the workbook');
      const checked = await checkFile(temporary, model, workbook);
      stopIfCancelled(signal);
      return checked;
    },
  );
  onProgress?.(total, total, 'Excel workbook done');
  return { ...file, warnings };
}
