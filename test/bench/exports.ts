import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { readWorkbook } from '../../electron/exports/xlsx/read-workbook.ts';
import { largeAuditIn } from './make-large-audit.ts';
import { type Measure, openBenchEngine, peakMemory, time } from './measure.ts';

/** Where the Excel export leaves its time and its cells for the limit. */
export const cellsIn = (folder: string) => path.join(folder, 'cells.json');

/** The cells of a workbook, sheet by sheet. */
export async function cellsOf(file: string): Promise<string[][][]> {
  const handle = await open(file);
  try {
    return (await readWorkbook(handle)).sheets.map((sheet) => sheet.rows);
  } finally {
    await handle.close();
  }
}

const targets = {
  word: { plain: { time: 800 }, photos: { time: 1_700, memory: 250 } },
  excel: { plain: {}, photos: {} },
} as { [K in 'word' | 'excel']: Record<'plain' | 'photos', { time?: number; memory?: number }> };

/** The first export of the large audit in a fresh process: from the call to its answer, and the peak memory by then. */
async function measureExport(folder: string, kind: 'word' | 'excel', withPhotos: boolean): Promise<Measure[]> {
  const engine = await openBenchEngine(largeAuditIn(folder, withPhotos));
  const [audit] = await engine.api.call('audits.list', {});
  const before = peakMemory();
  const { took, worked, result } = await time(() =>
    engine.api.call('reports.export', { audit: audit?.id ?? '', [kind]: true }),
  );
  const memory = peakMemory();
  await engine.close();
  const [file] = result.files;
  if (kind === 'excel' && !withPhotos && file) {
    writeFileSync(cellsIn(folder), JSON.stringify({ took, rows: await cellsOf(file.path) }));
  }
  const target = targets[kind][withPhotos ? 'photos' : 'plain'];
  const size = `${worked.toFixed(0)} ms of processor time; file of ${((file?.size ?? 0) / 1e6).toFixed(1)} MB`;
  return [
    {
      name: 'from call to answer',
      value: took,
      unit: 'ms',
      note: size,
      ...(target.time ? { target: target.time } : {}),
    },
    {
      name: 'peak memory',
      value: memory,
      unit: 'MB',
      note: `${before.toFixed(0)} MB before the call`,
      ...(target.memory ? { target: target.memory } : {}),
    },
  ];
}

/** Word without photos. */
export const measureWord = (folder: string) => measureExport(folder, 'word', false);
/** Word with 300 photos. */
export const measureWordWithPhotos = (folder: string) => measureExport(folder, 'word', true);
/** Excel of the audit without photos; keeps the cells for the limit. */
export const measureExcel = (folder: string) => measureExport(folder, 'excel', false);
/** Excel of the audit with photos. */
export const measureExcelWithPhotos = (folder: string) => measureExport(folder, 'excel', true);
