import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { constants, crc32, createDeflateRaw, inflateRaw } from 'node:zlib';
import { cellsIn, cellsOf } from './exports.ts';
import { type Measure, peakMemory, quantile, time } from './measure.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string) => text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign);
const isNumber = (text: string) => /^-?\d{1,15}(\.\d+)?$/.test(text) && !/^-?0\d/.test(text);

function toRow(cells: readonly (string | null)[], position: number): string {
  const written = cells.map((cell) => {
    if (cell === null || cell === '') return '<c/>';
    return isNumber(cell) ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;
  });
  return `<row r="${position + 1}">${written.join('')}</row>`;
}

/** Streams one sheet through deflate into the file; nothing but the row at hand is kept. */
async function writeSheet(file: number, rows: readonly (string | null)[][]): Promise<number> {
  let packed = 0;
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED });
  deflate.on('data', (chunk: Buffer) => {
    packed += writeSync(file, chunk);
  });
  const ended = new Promise((resolve, reject) => deflate.once('end', resolve).once('error', reject));
  let checksum = 0;
  for (let place = 0; place < rows.length; place += 100) {
    const some = Buffer.from(
      rows
        .slice(place, place + 100)
        .map((row, index) => toRow(row, place + index))
        .join(''),
    );
    checksum = crc32(some, checksum);
    if (!deflate.write(some)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await ended;
  return packed;
}

type Cells = readonly ((string | null)[] | null)[][];

/** Rows by hand without styles, links or a table of strings, deflated, synced, read again and inflated. */
async function writeLimit(sheets: Cells, target: string): Promise<void> {
  const file = openSync(target, 'w');
  const sizes: number[] = [];
  for (const rows of sheets)
    sizes.push(
      await writeSheet(
        file,
        rows.map((row) => row ?? []),
      ),
    );
  fsyncSync(file);
  closeSync(file);
  const bytes = readFileSync(target);
  let from = 0;
  for (const [index, size] of sizes.entries()) {
    const sheet = String(await promisify(inflateRaw)(bytes.subarray(from, from + size)));
    const count = sheet.split('<row ').length - 1;
    if (count !== sheets[index]?.length) throw new Error('The limit did not read back what it wrote.');
    from += size;
  }
}

const countCells = (sheets: Cells) => sheets.flat(2).filter((cell) => typeof cell === 'string' && cell !== '').length;

/** What the same cells cost at least. Made for the cells of the workbook that was exported before. */
export async function measureExcelLimit(folder: string): Promise<Measure[]> {
  const exported = JSON.parse(readFileSync(cellsIn(folder), 'utf8')) as { took: number; rows: Cells };
  const { took } = await time(() => writeLimit(exported.rows, path.join(folder, 'limit')));
  return [
    { name: 'ratio of the whole call to it', value: exported.took / took, unit: '×' },
    { name: 'by hand, without styles', value: took, unit: 'ms', note: `${countCells(exported.rows)} cells` },
    { name: 'its peak memory', value: peakMemory(), unit: 'MB' },
  ];
}

const turns = 7;

/**
 * A workbook of that size from its model to the checked file, and its limit, in turn in one process: both meet the same
 * machine. The first turn is told apart, as everything runs for the first time then.
 */
export async function measureExcelInTurn(folder: string): Promise<Measure[]> {
  const { exportExcel } = await import('../../electron/exports/export-excel.ts');
  const { aReportModel, modelSizes } = await import('../support/report-model.ts');
  const model = aReportModel(modelSizes.large);
  const target = path.join(folder, 'in-turn.xlsx');
  const pairs: { own: number; limit: number; worked: number }[] = [];
  let cells: Cells | undefined;
  for (let turn = 0; turn < turns; turn += 1) {
    const own = await time(() => exportExcel(model, target));
    cells ??= await cellsOf(target);
    const rows = cells;
    const limit = await time(() => writeLimit(rows, path.join(folder, 'limit')));
    pairs.push({ own: own.took, limit: limit.took, worked: own.worked / limit.worked });
  }
  const [first, ...later] = pairs;
  const median = (values: number[]) => quantile(values, 0.5);
  return [
    {
      name: 'ratio to the limit',
      value: median(later.map(({ own, limit }) => own / limit)),
      unit: '×',
      target: 3,
      note: `${median(later.map(({ own }) => own)).toFixed(0)} ms to ${median(later.map(({ limit }) => limit)).toFixed(0)} ms, ${countCells(cells ?? [])} cells`,
    },
    { name: 'ratio of processor time', value: median(later.map(({ worked }) => worked)), unit: '×' },
    { name: 'ratio in the first turn', value: (first?.own ?? 0) / (first?.limit ?? 1), unit: '×' },
    { name: 'the first workbook', value: first?.own ?? 0, unit: 'ms' },
  ];
}
