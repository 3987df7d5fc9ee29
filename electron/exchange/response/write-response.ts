import { createHash } from 'node:crypto';
import { isAnswered } from '../../../shared/domain/response-plan.ts';
import { AppError } from '../../../shared/errors.ts';
import { sourceOf } from '../../exports/docx/zip-read.ts';
import { compareCells } from '../../exports/xlsx/compare-cells.ts';
import type { Workbook } from '../../exports/xlsx/compose-workbook.ts';
import { readWorkbook } from '../../exports/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../exports/xlsx/write-workbook.ts';
import { createWhole, disk } from '../../files.ts';
import { composeResponse } from './compose-response.ts';
import { readResponse } from './read-response.ts';
import type { ResponseSource } from './source.ts';

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled', 'The export was cancelled. No file was left behind.');
}

/** Reopens the file, compares every cell, and reads it as a response in which nothing was answered yet. */
async function checkFile(
  file: string,
  workbook: Workbook,
  { auditId, ref, rows }: ResponseSource,
): Promise<{ sha256: string; size: number }> {
  const bytes = await disk.readFile(file);
  let problems: string[];
  try {
    problems = compareCells(workbook, await readWorkbook(sourceOf(bytes)));
    const back = readResponse({ bytes, name: `${ref}.xlsx` }, { id: auditId, ref }).rows;
    const untouched = back.filter((row) => !isAnswered(row)).map(({ key }) => key);
    if (untouched.join() !== rows.map(({ key }) => key).join()) problems.push('rows');
  } catch (error) {
    problems = [error instanceof Error ? error.message : String(error)];
  }
  if (problems.length > 0) {
    const sentence = 'The workbook did not hold what the audit says and was thrown away. Try again.';
    throw new AppError('damaged', sentence, { problems: problems.slice(0, 50) });
  }
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

/**
 * Writes the corrective-action workbook of an audit. The file is reopened and read back before it gets its name: one
 * that differs throws AppError `damaged`, a stop by `signal` throws `cancelled`, and neither leaves a file.
 */
export async function writeResponse(
  source: ResponseSource,
  target: string,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number, label: string) => void,
): Promise<{ sha256: string; size: number }> {
  stopIfCancelled(signal);
  const workbook = composeResponse(source);
  let total = 1;
  const made = await createWhole(
    target,
    (handle) =>
      writeWorkbook(
        workbook,
        (bytes) => handle.writeFile(bytes),
        (done, parts) => {
          stopIfCancelled(signal);
          total = parts + 1;
          onProgress?.(done, total, 'Writing the workbook');
        },
      ),
    async (temporary) => {
      stopIfCancelled(signal);
      onProgress?.(total - 1, total, 'Checking the workbook');
      const checked = await checkFile(temporary, workbook, source);
      stopIfCancelled(signal);
      return checked;
    },
  );
  onProgress?.(total, total, 'Workbook done');
  return made;
}
