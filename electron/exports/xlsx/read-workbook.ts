import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { readCoded } from './xml-text.ts';

/** One sheet as it stands in a file. */
export interface ReadSheet {
  name: string;
  /** Texts and numbers by row and column, as strings; what is empty is missing. */
  rows: string[][];
  /** Where cells link to: `L5` → `'Evidence'!A7`. */
  links: Map<string, string>;
  filter: string;
  formulas: number;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Feeds a part to a parser that stops at the first fault. */
function parse(xml: string, watch: (parser: SaxesParser) => void): void {
  const parser = new SaxesParser({ position: false });
  parser.on('error', (error) => {
    throw error;
  });
  watch(parser);
  parser.write(xml).close();
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  parse(xml, (parser) => {
    parser.on('opentag', ({ name }) => {
      if (name === 'si') text = '';
    });
    parser.on('text', (piece) => {
      text += piece;
    });
    parser.on('closetag', ({ name }) => {
      if (name === 'si') strings.push(readCoded(text));
    });
  });
  return strings;
}

/** The column of a cell's place, from 0: `AB12` → 27. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1) break;
    column = column * 26 + value;
  }
  return column - 1;
}

function readSheet(name: string, xml: string, strings: readonly string[]): ReadSheet {
  const sheet: ReadSheet = { name, rows: [], links: new Map(), filter: '', formulas: 0 };
  let row: string[] = [];
  let column = 0;
  let shared = false;
  let text = '';
  parse(xml, (parser) => {
    parser.on('opentag', ({ name: tag, attributes }) => {
      if (tag === 'row') {
        row = [];
        sheet.rows[Number(attributes['r']) - 1] = row;
      } else if (tag === 'c') {
        column = columnOf(attributes['r'] ?? '');
        shared = attributes['t'] === 's';
      } else if (tag === 'v') text = '';
      else if (tag === 'f') sheet.formulas += 1;
      else if (tag === 'hyperlink') sheet.links.set(attributes['ref'] ?? '', attributes['location'] ?? '');
      else if (tag === 'autoFilter') sheet.filter = attributes['ref'] ?? '';
    });
    parser.on('text', (piece) => {
      text += piece;
    });
    parser.on('closetag', ({ name: tag }) => {
      if (tag === 'v') row[column] = shared ? (strings[Number(text)] ?? '') : text;
    });
  });
  return sheet;
}

function readSheetNames(xml: string): string[] {
  const names: string[] = [];
  parse(xml, (parser) => {
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'sheet') names.push(attributes['name'] ?? '');
    });
  });
  return names;
}

/** Reads the cells and links of a workbook that this product wrote. Throws where a part is missing or not well formed. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const parts = unzipSync(bytes);
  const part = (name: string): string => {
    const content = parts[name];
    if (!content) throw new Error(`${name} is missing.`);
    return decoder.decode(content);
  };
  for (const name of Object.keys(parts)) if (!name.includes('sheet')) parse(part(name), () => undefined);
  const strings = readStrings(part('xl/sharedStrings.xml'));
  return readSheetNames(part('xl/workbook.xml')).map((name, index) => {
    return readSheet(name, part(`xl/worksheets/sheet${index + 1}.xml`), strings);
  });
}
