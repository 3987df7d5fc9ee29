import { AppError } from '../../shared/errors.ts';
import { createWhole } from '../files.ts';
import { checkSheets } from './docx/check-sheets.ts';
import type { BaseLook } from './docx/base-look.ts';
import { themeOf } from './docx/house-theme.ts';
import { renderDocument } from './docx/render.ts';
import { writeZip } from './docx/zip-write.ts';
import { type ClosingSheets, composeClosingSheets } from './sections/closing-sheets.ts';

/**
 * Writes the sheets of a closing meeting as a Word document: composed, rendered, written under a temporary name, synced,
 * reopened and checked, and only then renamed. Errors: AppError `damaged`, `cancelled`, disk errors; none leaves a file.
 */
export async function exportSheets(
  model: ClosingSheets,
  target: string,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number, label: string) => void,
  base?: BaseLook,
): Promise<{ sha256: string; size: number }> {
  try {
    signal?.throwIfAborted();
    const parts = renderDocument(composeClosingSheets(model), themeOf(model.houseLayout, base));
    const total = parts.length + 1;
    const made = await createWhole(
      target,
      (handle) => writeZip(handle, parts, signal, (done) => onProgress?.(done, total, 'Writing the sheets')),
      (temporary) => {
        onProgress?.(total - 1, total, 'Checking the sheets');
        return checkSheets(temporary, model, signal);
      },
    );
    onProgress?.(total, total, 'Done');
    return made;
  } catch (error) {
    if (signal?.aborted) throw new AppError('cancelled', 'The export was cancelled. No file was left behind.');
    throw error;
  }
}
