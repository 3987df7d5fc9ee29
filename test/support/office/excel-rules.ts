// What a schema cannot say about a workbook: places that exist, indexes that are in range, names used once.
import { chartFaults } from './excel-chart-rules.ts';
import { ruleFaults } from './excel-sheet-rules.ts';
import { all, type Element, type OfficePackage, repeated } from './package.ts';
import { areaOf, overlap, placeOf } from './places.ts';

const listed = (root: Element | undefined, list: string) => all(root, list)[0]?.children.length ?? 0;

/** Whether a range or table may be called so: no spaces, and nothing that is a cell. */
const isName = (name: string) =>
  /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !/^([a-z]{1,3}\d+|r\d*c\d*|[rc])$/i.test(name);

/** Everything that is wrong with a workbook. */
export function excelFaults(office: OfficePackage): string[] {
  const faults: string[] = [];
  const unique = (what: string, values: readonly string[]) => {
    for (const twice of repeated(values)) faults.push(`${what} ${twice} stands twice`);
  };
  const book = office.root('xl/workbook.xml');
  const sheets = all(book, 'sheet').map(({ attributes }) => attributes);
  const names = sheets.map((sheet) => sheet['name'] ?? '');
  unique(
    'the sheet',
    names.map((name) => name.toLowerCase()),
  );
  unique(
    'the sheet number',
    sheets.map((sheet) => sheet['sheetId'] ?? ''),
  );
  for (const name of names)
    if (name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name) || name === '')
      faults.push(`${name} is no name for a sheet`);
  const leads = (from: string, to: string) => {
    const [, quoted, plain, cells = ''] = /^(?:'((?:[^']|'')+)'|(\w+))!(.+)$/.exec(to) ?? [];
    const sheet = (quoted ?? plain ?? '').replaceAll("''", "'");
    const isRows = /^\$?\d+:\$?\d+$/.test(cells) || /^\$?[A-Z]+:\$?[A-Z]+$/.test(cells);
    if (!names.includes(sheet) || (!isRows && !areaOf(cells)))
      faults.push(`${from} leads to ${to}, which is not there`);
  };
  const defined = all(book, 'definedName');
  unique(
    'the name',
    defined.map(({ attributes: { name, localSheetId } }) => `${name} ${localSheetId ?? ''}`.toLowerCase()),
  );
  for (const { attributes, text } of defined) {
    const name = attributes['name'] ?? '';
    if (!isName(name)) faults.push(`${name} is no name for a range`);
    for (const part of text.split(',')) leads(`the name ${name}`, part);
  }
  const known = new Set(
    defined.filter(({ attributes }) => !attributes['localSheetId']).map(({ attributes }) => attributes['name'] ?? ''),
  );
  const strings = all(office.root('xl/sharedStrings.xml'), 'si');
  for (const { text } of strings.flatMap((one) => all(one, 't')))
    if (text.length > 32_767) faults.push('a text is too long for a cell');
  const limits = {
    strings: strings.length,
    formats: listed(office.root('xl/styles.xml'), 'cellXfs'),
    dxfs: listed(office.root('xl/styles.xml'), 'dxfs'),
  };
  const tables: Element[] = [];
  for (const sheet of sheets) {
    const part = office.relations('xl/workbook.xml').get(sheet['r:id'] ?? '') ?? '';
    const root = office.root(part);
    if (!root) continue;
    const own = [...office.relations(part).values()].filter((target) => /\/tables\//.test(target));
    tables.push(...own.flatMap((target) => office.root(target) ?? []));
    checkSheet(sheet['name'] ?? '', root, limits, faults);
    faults.push(...ruleFaults(sheet['name'] ?? '', root, known), ...chartFaults(office, part, sheet['name'] ?? ''));
    for (const link of all(root, 'hyperlink'))
      if (link.attributes['location'] !== undefined) leads(`a link on ${sheet['name']}`, link.attributes['location']);
    for (const table of own) checkTable(office.root(table), root, strings, faults);
    if (listed(root, 'tableParts') !== own.length) faults.push(`${sheet['name']} does not use its tables`);
  }
  unique(
    'the table',
    tables.map(({ attributes }) => (attributes['displayName'] ?? '').toLowerCase()),
  );
  for (const { attributes } of tables) {
    const name = attributes['displayName'] ?? '';
    if (!isName(name)) faults.push(`${name} is no name for a table`);
    if ([...known].some((one) => one.toLowerCase() === name.toLowerCase()))
      faults.push(`the table ${name} has the name of a range`);
  }
  unique(
    'the table number',
    tables.map(({ attributes }) => attributes['id'] ?? ''),
  );
  return faults;
}

/** Rows and cells ascend, indexes are in range, merged cells do not overlap. */
function checkSheet(
  name: string,
  root: Element,
  limits: { strings: number; formats: number; dxfs: number },
  faults: string[],
): void {
  let lastRow = 0;
  for (const row of all(root, 'row')) {
    const number = Number(row.attributes['r']);
    if (number <= lastRow) faults.push(`${name}: row ${number} is out of order`);
    lastRow = number;
    let last = 0;
    for (const cell of row.children) {
      const place = placeOf(cell.attributes['r'] ?? '');
      if (!place || place.row !== number || place.column <= last)
        faults.push(`${name}: cell ${cell.attributes['r']} is out of order`);
      last = place?.column ?? last;
      const value = all(cell, 'v')[0]?.text;
      if (cell.attributes['t'] === 's' && !(Number(value) < limits.strings))
        faults.push(`${name}: ${cell.attributes['r']} has no text`);
      if (Number(cell.attributes['s'] ?? 0) >= limits.formats)
        faults.push(`${name}: ${cell.attributes['r']} has no format`);
    }
  }
  for (const { attributes } of all(root, 'cfRule'))
    if (attributes['dxfId'] !== undefined && Number(attributes['dxfId']) >= limits.dxfs)
      faults.push(`${name}: a rule has no format`);
  const merged = all(root, 'mergeCell').map(({ attributes }) => attributes['ref'] ?? '');
  const areas = merged.map(areaOf);
  for (const [position, area] of areas.entries())
    if (!area || areas.slice(0, position).some((other) => other && overlap(area, other)))
      faults.push(`${name}: merged cells ${merged[position]} overlap`);
}

/** The columns of a table are named as its header cells are, each once. */
function checkTable(table: Element | undefined, sheet: Element, strings: readonly Element[], faults: string[]): void {
  const reference = table?.attributes['ref'] ?? '';
  const area = areaOf(reference);
  const columns = all(table, 'tableColumn').map(({ attributes }) => attributes['name'] ?? '');
  if (!area || columns.length !== area[1].column - area[0].column + 1)
    faults.push(`the table ${reference} has other columns`);
  if (area && area[1].row === area[0].row) faults.push(`the table ${reference} has no row below its header`);
  const filter = all(table, 'autoFilter')[0]?.attributes['ref'];
  if (filter !== reference) faults.push(`the table ${reference} filters ${filter ?? 'nothing'}`);
  for (const { attributes } of [
    ...sheet.children.filter(({ name }) => name === 'autoFilter'),
    ...all(sheet, 'mergeCell'),
  ]) {
    const other = areaOf(attributes['ref'] ?? '');
    if (area && other && overlap(area, other))
      faults.push(`the table ${reference} lies on ${attributes['ref']}, which is filtered or merged`);
  }
  const header = all(sheet, 'row').find(({ attributes }) => Number(attributes['r']) === area?.[0].row);
  const titles = (header?.children ?? []).map((cell) => {
    const text = all(strings[Number(all(cell, 'v')[0]?.text)], 't');
    return text.map((one) => one.text).join('');
  });
  if (columns.join('\n') !== titles.slice(0, columns.length).join('\n'))
    faults.push(`the table ${reference} has other titles than its header`);
  if (repeated(columns.map((name) => name.toLowerCase())).length > 0)
    faults.push(`the table ${reference} has a title twice`);
}
