import { refusal, type WorkbookRules } from './rules.ts';
import { inspectZip, megabytes, unpackEntry, type Zip } from './zip-limits.ts';

/** An opened container with the rules by which its workbook is read. */
export interface Package extends Zip {
  rules: WorkbookRules;
}

/** A file as it was given, and the rules of what it should be. */
interface Given {
  bytes: Uint8Array;
  name: string;
  rules: WorkbookRules;
}

const notAWorkbook = ({ name, rules }: Given, what: string) =>
  refusal('not-a-workbook', `“${name}” is ${what}, not an Excel workbook. ${rules.says.wanted}`, { entry: name });

function holds(bytes: Uint8Array, text: string, encoding: BufferEncoding): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, encoding));
}

const startsWith = (bytes: Uint8Array, ...values: number[]) => values.every((value, index) => bytes[index] === value);

/** OLE containers keep the names of their streams in UTF-16: they tell an encrypted workbook from an old one. */
function refuseOldOffice(given: Given): never {
  const { name } = given;
  const has = (stream: string) => holds(given.bytes, stream, 'utf16le');
  if (has('EncryptedPackage') || has('EncryptionInfo')) {
    throw refusal(
      'encrypted',
      `“${name}” is encrypted with a password. Remove the password in Excel, save it and import it again.`,
      { entry: name },
    );
  }
  if (has('WordDocument')) throw notAWorkbook(given, 'an old Word document (.doc)');
  if (has('PowerPoint Document')) throw notAWorkbook(given, 'an old PowerPoint file (.ppt)');
  if (has('Workbook') || has('Book')) throw notAWorkbook(given, 'an old Excel file (.xls)');
  throw notAWorkbook(given, 'an old Office or mail file');
}

const textBeginnings: [RegExp, string][] = [
  [/^\{\\rtf/, 'a rich text file (.rtf)'],
  [/urn:schemas-microsoft-com:office:spreadsheet/, 'a spreadsheet in the old XML form (.xml)'],
  [/^<(!doctype html|html|table|head|body|meta)/i, 'a web page (.html)'],
  [/^<\?xml|^</, 'an XML file'],
  [/^[[{]/, 'a text file (.json)'],
];

function describeText(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 4_096);
  const wide = startsWith(start, 0xff, 0xfe) ? 'utf-16le' : startsWith(start, 0xfe, 0xff) ? 'utf-16be' : undefined;
  const text = new TextDecoder(wide ?? 'latin1')
    .decode(start)
    .replace(/^(\uFEFF|ï»¿)/, '')
    .trimStart();
  let odd = 0;
  for (const character of text) if (character < ' ' && !'\t\r\n\f'.includes(character)) odd += 1;
  if (odd > 0) return undefined;
  return textBeginnings.find(([pattern]) => pattern.test(text))?.[1] ?? 'a text file (.csv or .txt)';
}

function refuseByContent(given: Given): never {
  const { bytes } = given;
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw notAWorkbook(given, 'a PDF document (.pdf)');
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && (bytes[2] ?? 99) <= 0x10)
    throw notAWorkbook(given, 'an old Excel file (.xls)');
  const text = describeText(bytes);
  throw notAWorkbook(given, text ?? 'a file of another kind');
}

function refuseOtherZip(zip: Zip, given: Given): never {
  const has = (start: string) => [...zip.entries.keys()].some((key) => key.startsWith(start));
  const type = zip.entries.get('mimetype');
  const mime = type && type.unpacked < 200 ? new TextDecoder().decode(unpackEntry(zip, type)) : '';
  if (mime.includes('opendocument.spreadsheet')) throw notAWorkbook(given, 'an OpenDocument spreadsheet (.ods)');
  if (mime.includes('opendocument')) throw notAWorkbook(given, 'an OpenDocument file');
  if (has('xl/workbook.bin')) throw notAWorkbook(given, 'a binary Excel file (.xlsb)');
  if (has('word/')) throw notAWorkbook(given, 'a Word document (.docx)');
  if (has('ppt/')) throw notAWorkbook(given, 'a PowerPoint file (.pptx)');
  if (has('index/document.iwa') || has('index.zip')) throw notAWorkbook(given, 'an Apple iWork file');
  throw notAWorkbook(given, 'a zip archive');
}

const workbookType =
  /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main\+xml/i;

/** The list of content types says what a package is; the names of its parts are free. */
function isWorkbook(zip: Zip): boolean {
  const types = zip.entries.get('[content_types].xml');
  if (!types || !zip.entries.has('_rels/.rels')) return false;
  return zip.entries.has('xl/workbook.xml') || workbookType.test(new TextDecoder().decode(unpackEntry(zip, types)));
}

/**
 * Opens the container of a workbook after checking sizes, names and kind; the kind is told from the content, never
 * from the name. Throws AppError whose `details.reason` says why a file is refused.
 */
export function openContainer(bytes: Uint8Array, name: string, rules: WorkbookRules): Package {
  const given = { bytes, name, rules };
  if (bytes.length === 0)
    throw refusal('empty', `“${name}” is empty: it has no bytes. Ask for the file again.`, { entry: name });
  if (bytes.length > rules.container.file)
    throw refusal('too-large', `“${name}” is larger than ${megabytes(rules.container.file)}. ${rules.says.smaller}`, {
      entry: name,
    });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseOldOffice(given);
  if (!startsWith(bytes, 0x50, 0x4b)) refuseByContent(given);
  const zip = inspectZip(bytes, rules.container);
  if (!isWorkbook(zip)) refuseOtherZip(zip, given);
  return { ...zip, rules };
}
