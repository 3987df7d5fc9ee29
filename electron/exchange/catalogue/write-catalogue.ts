import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Catalogue, catalogueSchema } from '../../../shared/domain/catalogue.ts';
import { AppError } from '../../../shared/errors.ts';
import { writeWorkbook } from '../../exports/xlsx/write-workbook.ts';
import { createWhole, disk } from '../../files.ts';
import { megabytes } from '../xlsx/zip-limits.ts';
import { composeSheets } from './compose-sheets.ts';
import { mostBytes, mostRows } from './limits.ts';
import { amount } from './problems.ts';
import { readCatalogueFile } from './read-catalogue.ts';

export type CatalogueFormat = 'xlsx' | 'json';

/** Tells how far the work is: parts done, parts in all, and what is being done. */
type Progress = (done: number, total: number, label: string) => void;

/** Takes the bytes of a file piece by piece; `onPart` may throw to stop. */
type Writer = (
  write: (bytes: Uint8Array) => Promise<void>,
  onPart: (done: number, total: number) => void,
) => Promise<void>;

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled', 'The export was cancelled. No file was left behind.');
}

function sheetWriter(catalogue: Catalogue): Writer {
  const workbook = composeSheets(catalogue);
  const tooLong = workbook.sheets.find(({ rows }) => rows.length > mostRows);
  if (tooLong) {
    const rows = amount(tooLong.rows.length);
    throw new AppError(
      'too-large',
      `The sheet ${tooLong.name} would have ${rows} rows, more than a spreadsheet of a catalogue may have. Export it as JSON.`,
      { sheet: tooLong.name },
    );
  }
  return (write, onPart) => writeWorkbook(workbook, write, onPart);
}

function jsonWriter(catalogue: Catalogue): Writer {
  return async (write, onPart) => {
    onPart(0, 1);
    await write(
      Buffer.from(`${JSON.stringify({ $schema: 'catalogue.schema.json', ...catalogue }, null, 2)}\n`, 'utf8'),
    );
  };
}

/** Reopens the written file as an import would, and compares what it says with what was to be written. */
async function checkFile(file: string, name: string, catalogue: Catalogue): Promise<{ sha256: string; size: number }> {
  const bytes = await disk.readFile(file);
  if (bytes.length > mostBytes) {
    const most = megabytes(mostBytes);
    throw new AppError(
      'too-large',
      `The file would be larger than ${most} and could not be read again. Nothing was written.`,
    );
  }
  let difference: unknown;
  try {
    const { catalogue: read, problems } = readCatalogueFile({ bytes, name }, [], { id: '', version: '' });
    if (canonicalize(read) !== canonicalize(catalogue)) difference = problems.slice(0, 50);
  } catch (error) {
    difference = [error instanceof Error ? error.message : String(error)];
  }
  if (difference !== undefined) {
    const sentence = 'The file did not say what the catalogue says and was thrown away. Try again.';
    throw new AppError('damaged', sentence, { problems: difference });
  }
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

/**
 * Writes a catalogue as a spreadsheet or as JSON. The file is reopened, read and compared before it gets its name: one
 * that differs throws AppError `damaged`, a stop by `signal` throws `cancelled`, and neither leaves a file.
 */
export async function writeCatalogue(
  given: Catalogue,
  format: CatalogueFormat,
  target: string,
  signal?: AbortSignal,
  onProgress?: Progress,
): Promise<{ sha256: string; size: number }> {
  stopIfCancelled(signal);
  // In the order of the schema, whatever the order it was kept in.
  const catalogue = catalogueSchema.parse(given);
  const writer = format === 'xlsx' ? sheetWriter(catalogue) : jsonWriter(catalogue);
  let total = 1;
  const made = await createWhole(
    target,
    (handle) =>
      writer(
        (bytes) => handle.writeFile(bytes),
        (done, parts) => {
          stopIfCancelled(signal);
          total = parts + 1;
          onProgress?.(done, total, 'Writing the catalogue');
        },
      ),
    async (temporary) => {
      stopIfCancelled(signal);
      onProgress?.(total - 1, total, 'Checking the catalogue');
      const checked = await checkFile(temporary, `catalogue.${format}`, catalogue);
      stopIfCancelled(signal);
      return checked;
    },
  );
  onProgress?.(total, total, 'Catalogue done');
  return made;
}
