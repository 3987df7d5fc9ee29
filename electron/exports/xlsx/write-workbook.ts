import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import type { Workbook } from './compose-workbook.ts';
import { packageParts } from './package-xml.ts';
import { createStyles } from './styles.ts';
import { createTextPart, type TextPart } from './text-part.ts';
import { createSharedStrings, writeWorksheet } from './worksheet-xml.ts';

/** Every part carries the same time, so that the same report gives the same bytes. */
const fixedTime = new Date(1980, 0, 1);
/** How hard parts are packed, from 1 to 9: more makes files little smaller and takes much longer. */
const level = 2;
const deflate = promisify(deflateRaw);
/** Parts up to this size are packed at once: handing them to another thread takes longer. */
const smallPart = 1 << 15;
const packedAtOnce = 1 << 18;
const writtenAtOnce = 1 << 18;

function pack(bytes: Buffer): Promise<Buffer> {
  if (bytes.length <= smallPart) return Promise.resolve(deflateRawSync(bytes, { level }));
  return deflate(bytes, { level, chunkSize: Math.min(packedAtOnce, bytes.length >> 2) });
}

type Part = [name: string, write: (part: TextPart) => void];

/** The parts of a workbook in the order in which they are made. Texts and styles come last: the sheets fill them. */
function partsOf(workbook: Workbook): Part[] {
  const styles = createStyles(workbook.house);
  const strings = createSharedStrings();
  return [
    ...packageParts(workbook).map(([name, xml]): Part => [name, (part) => part.add(xml)]),
    ...workbook.sheets.map((sheet, index): Part => {
      const write = (part: TextPart) => writeWorksheet(part, sheet, index, workbook, styles, strings);
      return [`xl/worksheets/sheet${index + 1}.xml`, write];
    }),
    ['xl/sharedStrings.xml', (part) => strings.write(part)],
    ['xl/styles.xml', (part) => part.add(styles.xml())],
  ];
}

/**
 * Writes a workbook part by part; `write` takes the bytes of the file in order. One part is packed while the next is
 * made, so that two are in memory at most. `onPart` is called before every part, with its number from 0 and how many
 * there are, and may throw to stop.
 */
export async function writeWorkbook(
  workbook: Workbook,
  write: (bytes: Uint8Array) => Promise<void>,
  onPart: (done: number, total: number) => void,
): Promise<void> {
  let pending: Uint8Array[] = [];
  let waiting = 0;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    pending.push(bytes);
    waiting += bytes.length;
  });
  const flush = async () => {
    const bytes = Buffer.concat(pending);
    pending = [];
    waiting = 0;
    await write(bytes);
  };
  /** Puts a packed part into the file; the zip only wraps what was packed on another thread. */
  const store = async (filename: string, size: number, crc: number, packing: Promise<Buffer>) => {
    const entry: ZipInputFile = { filename, size, crc, compression: 8, mtime: fixedTime };
    const packed = (await packing) as Buffer<ArrayBuffer>;
    zip.add(entry);
    entry.ondata?.(null, packed, true);
    if (waiting >= writtenAtOnce) await flush();
  };
  const buffers = [createTextPart(), createTextPart()] as const;
  const parts = partsOf(workbook);
  let storing: Promise<void> = Promise.resolve();
  try {
    for (const [index, [name, fill]] of parts.entries()) {
      onPart(index, parts.length);
      const part = buffers[index % 2 === 0 ? 0 : 1];
      part.clear();
      fill(part);
      const bytes = part.bytes();
      const packing = pack(bytes);
      packing.catch(() => undefined);
      await storing;
      storing = store(name, bytes.length, crc32(bytes), packing);
    }
  } finally {
    // Nothing may write on after the caller has closed the file.
    await storing;
  }
  zip.end();
  await flush();
}
