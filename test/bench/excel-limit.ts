import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { constants, crc32, createDeflateRaw, inflateRaw } from 'node:zlib';
import { cellsIn } from './exports.ts';
import { type Measure, peakMemory, time } from './measure.ts';

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

/**
 * What the same cells cost at least: rows by hand without styles, links or a table of strings, deflated, synced, read again
 * and inflated. Made for the cells of the workbook that was exported before.
 */
export async function measureExcelLimit(folder: string): Promise<Measure[]> {
  const exported = JSON.parse(readFileSync(cellsIn(folder), 'utf8')) as {
    took: number;
    rows: ((string | null)[] | null)[][];
  };
  const sheets = exported.rows;
  const target = path.join(folder, 'limit');
  const { took } = await time(async () => {
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
  });
  const count = sheets.flat(2).filter((cell) => typeof cell === 'string' && cell !== '').length;
  return [
    { name: 'ratio of the export to it', value: exported.took / took, unit: '×' },
    { name: 'by hand, without styles', value: took, unit: 'ms', note: `${count} cells` },
    { name: 'its peak memory', value: peakMemory(), unit: 'MB' },
  ];
}
