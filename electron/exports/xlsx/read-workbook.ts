// Reads a workbook that this product wrote: its cells and everything that refers to cells.
import path from 'node:path';
import { type ByteSource, readDirectory, readEntry } from '../docx/zip-read.ts';
import { readRows } from './read-rows.ts';
import { scanXml } from './scan-xml.ts';
import { readCoded } from './xml-text.ts';

/** One sheet as it stands in a file. */
export interface ReadSheet {
  name: string;
  /** Texts and numbers by row and column, as strings; what is empty is missing. */
  rows: string[][];
  /** Where cells link to, in the order of the file: `L5`, `'Evidence'!A7`. */
  links: [cell: string, place: string][];
  table: ReadTable | undefined;
  charts: ReadChart[];
  /** The ranges in which only some values may be typed, and those whose looks follow their values. */
  validations: string[];
  conditions: string[];
}

/** A table as its part describes it. */
interface ReadTable {
  name: string;
  range: string;
  filter: string;
  columns: string[];
}

/** A chart: the ranges it reads, each with the values that are kept in the chart itself. */
interface ReadChart {
  ranges: Map<string, string[]>;
}

export interface ReadWorkbook {
  sheets: ReadSheet[];
  /** Ranges by their names; names of one sheet have its position before them: `3 _xlnm.Print_Area`. */
  names: Map<string, string>;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  scanXml(xml, {
    open(name) {
      if (name === 'si') text = '';
    },
    text(piece) {
      text += piece;
    },
    close(name) {
      if (name === 'si') strings.push(readCoded(text));
    },
  });
  return strings;
}

/** The cells and rules of a sheet, and the relationships that it uses. */
function readSheet(name: string, xml: string, strings: readonly string[]): ReadSheet & { uses: string[] } {
  const sheet: ReadSheet = {
    name,
    rows: [],
    links: [],
    table: undefined,
    charts: [],
    validations: [],
    conditions: [],
  };
  const uses: string[] = [];
  const start = xml.indexOf('<sheetData>') + '<sheetData>'.length;
  if (start < '<sheetData>'.length) throw new Error(`${name} has no rows.`);
  const end = readRows(xml, start, strings, sheet.rows);
  // The rows have been read; what stands around them is read as any other part.
  scanXml(`${xml.slice(0, start)}</sheetData>${xml.slice(end)}`, {
    open(tag, attribute) {
      if (tag === 'hyperlink') sheet.links.push([attribute('ref'), attribute('location')]);
      else if (tag === 'dataValidation') sheet.validations.push(attribute('sqref'));
      else if (tag === 'conditionalFormatting') sheet.conditions.push(attribute('sqref'));
      else if (tag === 'tablePart' || tag === 'drawing') uses.push(attribute('r:id'));
    },
  });
  return { ...sheet, uses };
}

function readNames(xml: string): { sheets: string[]; names: Map<string, string> } {
  const sheets: string[] = [];
  const names = new Map<string, string>();
  let defined = '';
  let range = '';
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'sheet') sheets.push(attribute('name'));
      if (tag === 'definedName') defined = `${attribute('localSheetId')} ${attribute('name')}`.trim();
      range = '';
    },
    text(piece) {
      range += piece;
    },
    close(tag) {
      if (tag === 'definedName') names.set(defined, range);
    },
  });
  return { sheets, names };
}

function readTable(xml: string): ReadTable {
  const table: ReadTable = { name: '', range: '', filter: '', columns: [] };
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'table') Object.assign(table, { name: attribute('displayName'), range: attribute('ref') });
      if (tag === 'autoFilter') table.filter = attribute('ref');
      if (tag === 'tableColumn') table.columns.push(readCoded(attribute('name')));
    },
  });
  return table;
}

function readChart(xml: string): ReadChart {
  const ranges = new Map<string, string[]>();
  let range = '';
  let values: string[] = [];
  let text = '';
  scanXml(xml, {
    open(tag) {
      text = '';
      if (tag === 'c:f') values = [];
    },
    text(piece) {
      text += piece;
    },
    close(tag) {
      if (tag === 'c:f') range = text;
      if (tag === 'c:v') values.push(text);
      if (tag === 'c:strRef' || tag === 'c:numRef') ranges.set(range, values);
    },
  });
  return { ranges };
}

/** The targets of a part's relationships by their ids, as names of parts. */
function readTargets(owner: string, xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'Relationship')
        targets.set(attribute('Id'), path.posix.join(path.posix.dirname(owner), attribute('Target')));
    },
  });
  return targets;
}

/** Reads a workbook that this product wrote. Throws where a part is missing, damaged or not well-formed. */
export async function readWorkbook(file: ByteSource): Promise<ReadWorkbook> {
  const entries = new Map((await readDirectory(file)).map((entry) => [entry.name, entry]));
  const unread = new Set(entries.keys());
  const part = async (name: string): Promise<string> => {
    const entry = entries.get(name);
    if (!entry) throw new Error(`${name} is missing.`);
    unread.delete(name);
    return decoder.decode(await readEntry(file, entry));
  };
  const targetsOf = async (owner: string) => {
    const name = path.posix.join(path.posix.dirname(owner), '_rels', `${path.posix.basename(owner)}.rels`);
    return entries.has(name) ? readTargets(owner, await part(name)) : new Map<string, string>();
  };
  const strings = readStrings(await part('xl/sharedStrings.xml'));
  const { sheets: sheetNames, names } = readNames(await part('xl/workbook.xml'));
  const sheets: ReadSheet[] = [];
  const partOf = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;
  // The next sheet is unpacked while one is read.
  let next = sheetNames.length > 0 ? part(partOf(0)) : undefined;
  next?.catch(() => undefined);
  for (const [index, name] of sheetNames.entries()) {
    const xml = (await next) ?? '';
    next = index + 1 < sheetNames.length ? part(partOf(index + 1)) : undefined;
    next?.catch(() => undefined);
    const { uses, ...sheet } = readSheet(name, xml, strings);
    const targets = await targetsOf(partOf(index));
    for (const target of uses.map((id) => targets.get(id) ?? '')) {
      if (target.startsWith('xl/tables/')) sheet.table = readTable(await part(target));
      else for (const chart of (await targetsOf(target)).values()) sheet.charts.push(readChart(await part(chart)));
    }
    sheets.push(sheet);
  }
  for (const name of unread) scanXml(await part(name), {});
  return { sheets, names };
}
