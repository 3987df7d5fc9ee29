// What worker threads do for documents that have a layout of the house: its base document is read where it is needed.
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AppError } from '../../shared/errors.ts';
import type { ExportWarning, ReportHouseLayout } from '../exports/report-model.ts';
import { createWhole, hashFile } from '../files.ts';
import type { TaskHandlers } from './tasks.ts';

/** Largest file that a layout is made of, in bytes: longer ones are refused before they are read. */
const largestOfLayout = 12_000_000;

async function readBounded(file: string, name: string): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > largestOfLayout) throw new AppError('too-large', `“${name}” is too large for a layout and was not read.`);
  return readFile(file);
}

/** The base of a layout, loaded only where there is one. */
async function baseOf(
  layout: ReportHouseLayout | null,
): ReturnType<typeof import('../exchange/house-layout/base-of-layout.ts')['baseOf']> {
  if (layout === null || layout.base === '') return { base: undefined, warnings: [] };
  return (await import('../exchange/house-layout/base-of-layout.ts')).baseOf(layout);
}

const withWarnings = <T extends { warnings: ExportWarning[] }>(made: T, more: readonly ExportWarning[]): T => ({
  ...made,
  warnings: [...made.warnings, ...more],
});

type Names =
  | 'preview-report'
  | 'write-print-page'
  | 'export-word'
  | 'export-sheets'
  | 'export-excel'
  | 'read-logo'
  | 'read-base'
  | 'read-layout'
  | 'write-layout'
  | 'preview-layout';

/** The tasks; each loads what it needs when it is first asked. */
export const documentTasks: Pick<TaskHandlers, Names> = {
  'preview-report': async ({ model }) => {
    const { base } = await baseOf(model.houseLayout);
    return (await import('../exports/export-html.ts')).previewReport(model, base);
  },
  'write-print-page': async ({ model, target }) => {
    const { base, warnings } = await baseOf(model.houseLayout);
    const { writePrintPage } = await import('../exports/export-html.ts');
    return withWarnings(await writePrintPage(model, target, base), warnings);
  },
  'export-word': async ({ model, target }, signal, onProgress) => {
    const { base, warnings } = await baseOf(model.houseLayout);
    const { exportWord } = await import('../exports/export-word.ts');
    return withWarnings(await exportWord(model, target, signal, onProgress, base), warnings);
  },
  'export-sheets': async ({ model, target }, signal, onProgress) => {
    const { base } = await baseOf(model.houseLayout);
    return (await import('../exports/export-sheets.ts')).exportSheets(model, target, signal, onProgress, base);
  },
  'export-excel': async ({ model, target }, signal, onProgress) =>
    (await import('../exports/export-excel.ts')).exportExcel(
      model,
      target,
      signal,
      onProgress,
      (await baseOf(model.houseLayout)).base,
    ),
  'read-logo': async ({ file, name }) => {
    const { readLogo } = await import('../exports/pictures/logo.ts');
    return readLogo(await readBounded(file, name), name);
  },
  'read-base': async ({ file, name }) => {
    const { readBaseDocument } = await import('../exchange/base-document/read-base.ts');
    return readBaseDocument({ bytes: await readBounded(file, name), name }).remarks;
  },
  'read-layout': async ({ file, name, staging }) => {
    const { readLayoutFile } = await import('../exchange/house-layout/layout-file.ts');
    const { stageStream } = await import('../vault/vault.ts');
    const { logo, base, ...read } = await readLayoutFile({ bytes: await readBounded(file, name), name });
    const stage = (bytes: Uint8Array | null) => bytes && stageStream(staging, Readable.from([bytes]), name);
    return { ...read, logo: await stage(logo), base: await stage(base) };
  },
  'write-layout': async ({ layout, target }) => {
    const { writeLayoutFile } = await import('../exchange/house-layout/layout-file.ts');
    const bytesOf = (file: string) => (file === '' ? null : readFile(file));
    const [logo, base] = await Promise.all([bytesOf(layout.logoFile), bytesOf(layout.baseFile)]);
    const { id: _id, logoFile: _logo, baseFile: _base, ...fields } = layout;
    return createWhole(
      target,
      (handle) => handle.writeFile(writeLayoutFile(fields, { logo, base })),
      (temporary) => hashFile(temporary),
    );
  },
  'preview-layout': async ({ layout }) => {
    const { base } = await baseOf(layout);
    return (await import('../exports/layout-preview.ts')).previewLayout(layout, base);
  },
};
