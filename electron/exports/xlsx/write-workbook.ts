import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import type { Workbook } from './compose-workbook.ts';
import { packageParts } from './package-xml.ts';
import { createStyles } from './styles.ts';
import { createSharedStrings, worksheetXml } from './worksheet-xml.ts';

/** Every part carries the same time, so that the same report gives the same bytes. */
const fixedTime = new Date(1980, 0, 1);

/** The parts of a workbook in the order in which they are made. Texts and styles come last: the sheets fill them. */
function* partsOf(workbook: Workbook): Generator<[name: string, xml: string]> {
  yield* packageParts(workbook);
  const styles = createStyles();
  const strings = createSharedStrings();
  for (const [index, sheet] of workbook.sheets.entries()) {
    yield [`xl/worksheets/sheet${index + 1}.xml`, worksheetXml(sheet, index, workbook, styles, strings)];
  }
  yield ['xl/sharedStrings.xml', strings.xml()];
  yield ['xl/styles.xml', styles.xml()];
}

/**
 * Writes a workbook part by part; `write` takes the bytes of the file in order. `onPart` is called before every part,
 * with its number from 0 and how many there are, and may throw to stop.
 */
export async function writeWorkbook(
  workbook: Workbook,
  write: (bytes: Uint8Array) => Promise<void>,
  onPart: (done: number, total: number) => void,
): Promise<void> {
  let pending: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    pending.push(bytes);
  });
  const flush = async () => {
    const bytes = Buffer.concat(pending);
    pending = [];
    await write(bytes);
  };
  const total = workbook.sheets.length + 8;
  let done = 0;
  for (const [filename, xml] of partsOf(workbook)) {
    onPart(done, total);
    done += 1;
    // Node's own deflate is several times faster than one in JavaScript; the zip only wraps what it made.
    const bytes = Buffer.from(xml, 'utf8');
    const entry: ZipInputFile = { filename, size: bytes.length, crc: crc32(bytes), compression: 8, mtime: fixedTime };
    zip.add(entry);
    entry.ondata?.(null, deflateRawSync(bytes, { level: 4 }), true);
    await flush();
  }
  zip.end();
  await flush();
}
