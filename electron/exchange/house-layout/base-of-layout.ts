// The base document of a layout when a report is made: what it has, or why the report goes without it.
import { createHash } from 'node:crypto';
import { isAppError } from '../../../shared/errors.ts';
import type { BaseLook } from '../../exports/docx/base-look.ts';
import type { ExportWarning, ReportHouseLayout } from '../../exports/report-model.ts';
import { disk } from '../../files.ts';
import { readBaseDocument } from '../base-document/read-base.ts';

/** What the base of a layout has. One that is missing, changed or unreadable is a warning: the report is made without it. */
export async function baseOf(
  layout: ReportHouseLayout | null,
): Promise<{ base: BaseLook | undefined; warnings: ExportWarning[] }> {
  if (layout === null || layout.base === '') return { base: undefined, warnings: [] };
  const without = (why: string) => ({
    base: undefined,
    warnings: [
      {
        record: 'Layout',
        message: `The base document “${layout.baseName}” of the layout “${layout.name}” ${why}. The report is made without it; choose it again.`,
      },
    ],
  });
  const bytes = layout.baseFile === '' ? undefined : await disk.readFile(layout.baseFile).catch(() => undefined);
  if (!bytes) return without('is missing');
  if (createHash('sha256').update(bytes).digest('hex') !== layout.base) return without('is not as it was taken in');
  try {
    return { base: readBaseDocument({ bytes, name: layout.baseName }).look, warnings: [] };
  } catch (error) {
    return without(`cannot be read (${isAppError(error) ? error.message : 'it is damaged'})`);
  }
}
