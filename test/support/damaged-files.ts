// Damage to a workbook as a file: another kind, cut off, swollen, encrypted, with parts that nobody asked for.
import { constants, crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { strToU8, unzipSync, Zip, type ZipInputFile } from 'fflate';
import { addPart, changePart, changeParts, mainPart, partOfSheet } from './sheet-parts.ts';

const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** A workbook that has nothing of the response but one sheet of notes. */
export async function anotherSheetOnly(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Our notes').addRows([
    ['Who', 'What'],
    ['Quality', 'Answer to the auditors by Friday'],
  ]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Adds a sheet that nobody sees when the file is opened. */
export function withHiddenSheet(bytes: Uint8Array, name: string): Uint8Array {
  return changeParts(bytes, (parts) => {
    const cell = '<c r="A1" t="inlineStr"><is><t>kept aside</t></is></c>';
    const xml = `<worksheet xmlns="${mainSpace}"><sheetData><row r="1">${cell}</row></sheetData></worksheet>`;
    const id = addPart(parts, {
      name: 'xl/worksheets/sheet999.xml',
      content: strToU8(xml),
      type: sheetType,
      relationship: `${officeRelationships}/worksheet`,
    });
    const sheet = `<sheet xmlns:r="${officeRelationships}" name="${name}" sheetId="999" state="hidden" r:id="${id}"/>`;
    changePart(parts, mainPart, (before) => before.replace('</sheets>', `${sheet}</sheets>`));
  });
}

/** A file with macros under the name of a plain workbook. */
export function withMacros(bytes: Uint8Array): Uint8Array {
  return changeParts(bytes, (parts) => {
    addPart(parts, {
      name: 'xl/vbaProject.bin',
      content: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504)]),
      type: 'application/vnd.ms-office.vbaProject',
      relationship: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
    });
    changePart(parts, '[Content_Types].xml', (xml) =>
      xml.replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
    );
  });
}

/** A sheet with a document type of its own, whose entities would grow when they are read. */
export function withDocumentType(bytes: Uint8Array, sheetName: string): Uint8Array {
  const grown = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');
  return changeParts(bytes, (parts) => {
    changePart(parts, partOfSheet(parts, sheetName), (xml) =>
      xml.replace(/<worksheet\b/, `<!DOCTYPE worksheet [<!ENTITY e0 "grow">${grown}]>$&`),
    );
  });
}

/** A file whose sheet unpacks to 600 MB of blanks, all sizes and sums stated truthfully. */
export function swollen(bytes: Uint8Array, sheetName: string): Uint8Array {
  const parts = unzipSync(bytes);
  const target = partOfSheet(parts, sheetName);
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const blanks = new Uint8Array(4_000_000).fill(32);
  const open = { finishFlush: constants.Z_SYNC_FLUSH };
  const packedBlanks = deflateRawSync(blanks, open);
  for (const [filename, content] of Object.entries(parts)) {
    const entry: ZipInputFile = { filename, size: content.length, crc: crc32(content), compression: 8 };
    const packed = [deflateRawSync(content, open)];
    if (filename === target) {
      for (let times = 0; times < 150; times += 1) {
        packed.push(packedBlanks);
        entry.size += blanks.length;
        entry.crc = crc32(blanks, entry.crc);
      }
    }
    zip.add(entry);
    entry.ondata?.(null, Buffer.concat([...packed, deflateRawSync(new Uint8Array())]), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(pieces));
}

/** What a workbook with a password to open begins with: an OLE container that holds the encrypted package. */
export function withPassword(): Uint8Array {
  const bytes = Buffer.alloc(4_096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write('EncryptionInfo', 1_024, 'utf16le');
  bytes.write('EncryptedPackage', 1_152, 'utf16le');
  return new Uint8Array(bytes);
}
