// Changes single cells and parts of a workbook as they stand in its file, and leaves the rest as it is.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of a workbook by their names. */
export type Parts = Record<string, Uint8Array>;

/** A row as it stands in a sheet: its cells in XML by their column. */
export interface SheetRow {
  number: number;
  attributes: string;
  cells: Map<string, string>;
}

/** What a cell is given. */
export type NewContent = { text: string } | { number: number } | { formula: string; result: string };

export const mainPart = 'xl/workbook.xml';
const relationships = 'xl/_rels/workbook.xml.rels';

const columnNumber = (letters: string) =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** The letters of a column, from 1. */
export function columnLetters(number: number): string {
  const last = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? columnLetters(Math.floor((number - 1) / 26)) + last : last;
}

export const columnBefore = (letters: string) => columnLetters(columnNumber(letters) - 1);
export const isRightOf = (letters: string, other: string) => columnNumber(letters) > columnNumber(other);

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The value of an attribute in the first tag of a piece of XML. */
export function attribute(xml: string, name: string): string | undefined {
  return new RegExp(`^[^>]*?\\s${name}="([^"]*)"`).exec(xml)?.[1];
}

/** Reads a part as text. */
export function textOf(parts: Parts, name: string): string {
  const part = parts[name];
  if (!part) throw new Error(`the workbook has no part ${name}`);
  return strFromU8(part);
}

/** The name of the part that holds a sheet. */
export function partOfSheet(parts: Parts, sheetName: string): string {
  const sheet = [...textOf(parts, mainPart).matchAll(/<sheet\s[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => unescape(attribute(tag, 'name') ?? '') === sheetName);
  const id = sheet && attribute(sheet, 'r:id');
  const tie = [...textOf(parts, relationships).matchAll(/<Relationship\s[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => attribute(tag, 'Id') === id);
  const target = tie && attribute(tie, 'Target');
  if (!target) throw new Error(`the workbook has no sheet ${sheetName}`);
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function readRows(xml: string): SheetRow[] {
  return [...xml.matchAll(/<row\b[^>]*\/>|<row\b[^>]*>[\s\S]*?<\/row>/g)].map(([row]) => {
    const tag = /^<row\b([^>]*?)\/?>/.exec(row)?.[1] ?? '';
    const cells = [...row.matchAll(/<c\b[^>]*\/>|<c\b[^>]*>[\s\S]*?<\/c>/g)].map(
      ([cell]) => [(attribute(cell, 'r') ?? '').replace(/\d+$/, ''), cell] as const,
    );
    return {
      number: Number(attribute(row, 'r')),
      attributes: tag.replace(/\s(r|spans)="[^"]*"/g, ''),
      cells: new Map(cells),
    };
  });
}

const placed = (cell: string, place: string) => cell.replace(/^<c\b([^>]*?)\sr="[^"]*"/, `<c$1 r="${place}"`);

function writeRows(rows: SheetRow[]): string {
  return rows
    .toSorted((one, other) => one.number - other.number)
    .map(({ number, attributes, cells }) => {
      const inOrder = [...cells].toSorted(([one], [other]) => columnNumber(one) - columnNumber(other));
      const xml = inOrder.map(([letters, cell]) => placed(cell, `${letters}${number}`)).join('');
      return `<row r="${number}"${attributes}>${xml}</row>`;
    })
    .join('');
}

const sheetRows = /<sheetData\s*\/>|<sheetData>([\s\S]*)<\/sheetData>/;

/** Changes the rows of a sheet in place. */
export function changeRows(parts: Parts, sheetName: string, change: (rows: SheetRow[]) => SheetRow[] | void): void {
  const name = partOfSheet(parts, sheetName);
  changePart(parts, name, (xml) => {
    const rows = readRows(sheetRows.exec(xml)?.[1] ?? '');
    const changed = change(rows) ?? rows;
    return xml.replace(sheetRows, () => `<sheetData>${writeRows(changed)}</sheetData>`);
  });
}

/** Changes a part as text; throws where nothing changed, so that no damage is left undone unseen. */
export function changePart(parts: Parts, name: string, change: (xml: string) => string): void {
  const before = textOf(parts, name);
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${name}`);
  parts[name] = strToU8(after);
}

/** Gives a cell other content; its style stays. */
export function setCell(row: SheetRow, letters: string, content: NewContent): void {
  const style = attribute(row.cells.get(letters) ?? '<c>', 's');
  const start = `<c r="${letters}${row.number}"${style === undefined ? '' : ` s="${style}"`}`;
  const xml =
    'text' in content
      ? `${start} t="inlineStr"><is><t xml:space="preserve">${escape(content.text)}</t></is></c>`
      : 'number' in content
        ? `${start}><v>${content.number}</v></c>`
        : `${start} t="str"><f>${escape(content.formula)}</f><v>${escape(content.result)}</v></c>`;
  row.cells.set(letters, xml);
}

/** Takes the content of a cell away; its style stays. */
export function clearCell(row: SheetRow, letters: string): void {
  const style = attribute(row.cells.get(letters) ?? '<c>', 's');
  row.cells.set(letters, `<c r="${letters}${row.number}"${style === undefined ? '' : ` s="${style}"`}/>`);
}

/** The text of a cell as it is stored; a number as its digits. */
export function cellText(parts: Parts, row: SheetRow, letters: string): string {
  const cell = row.cells.get(letters) ?? '';
  const join = (xml: string) => [...xml.matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/g)].map(([, text]) => text).join('');
  if (attribute(cell, 't') === 'inlineStr') return unescape(join(cell));
  const value = /<v>([\s\S]*?)<\/v>/.exec(cell)?.[1] ?? '';
  if (attribute(cell, 't') !== 's') return unescape(value);
  const strings = [...textOf(parts, 'xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)];
  return unescape(join(strings[Number(value)]?.[1] ?? ''));
}

/** Adds a part that the workbook refers to. */
export function addPart(
  parts: Parts,
  part: { name: string; content: Uint8Array; type: string; relationship: string },
): string {
  const id = `rIdAdded${Object.keys(parts).length}`;
  const tie = `<Relationship Id="${id}" Type="${part.relationship}" Target="${part.name.replace(/^xl\//, '')}"/>`;
  parts[part.name] = part.content;
  changePart(parts, relationships, (xml) => xml.replace('</Relationships>', `${tie}</Relationships>`));
  const override = `<Override PartName="/${part.name}" ContentType="${part.type}"/>`;
  changePart(parts, '[Content_Types].xml', (xml) => xml.replace('</Types>', `${override}</Types>`));
  return id;
}

/** Opens a workbook, lets its parts be changed, and packs it again. */
export function changeParts(bytes: Uint8Array, change: (parts: Parts) => void): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts);
}
