import type { SoaReading } from '../../../shared/contract/soa.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { openContainer } from '../xlsx/container.ts';
import { type ControlIndex, indexCatalogue } from './control-index.ts';
import { asShown } from '../xlsx/as-shown.ts';
import { findFacts, type FactSource } from './facts.ts';
import { refuseStatement, statementRules } from './limits.ts';
import { refusal } from '../xlsx/rules.ts';
import { readRows } from './read-rows.ts';
import { makeCellBudget, readSheet, type Sheet } from '../xlsx/sheet-grid.ts';
import { findOtherStandard, mentions, type OtherStandard } from './standards.ts';
import { findTable, isStatement, type Table } from './table.ts';
import { holdsPhrase, plain } from '../plain-words.ts';
import { sheetNameWords } from './words.ts';
import { readWorkbook } from '../xlsx/workbook.ts';

const isNamed = (sheet: Sheet, names: readonly string[]) =>
  names.some((name) => holdsPhrase(plain(sheet.name).replace(/\d+/g, ' '), name));

const answersWorth = { heading: 2, content: 1, reasons: 1, nothing: 0 };

const stemOf = (name: string) => plain(name).replace(/\d+/g, '').replace(/\s+/g, ' ').trim();

/** How many sheets have the same name with a lower number: `SoA 2026` comes after `SoA 2025`. */
function countOlder({ sheet }: Table, tables: Table[]): number {
  const stem = stemOf(sheet.name);
  return tables.filter(
    ({ sheet: { name } }) => stemOf(name) === stem && name.localeCompare(sheet.name, 'en', { numeric: true }) < 0,
  ).length;
}

/** Tables in the order in which they are taken for the statement. Ones with far fewer controls come last. */
function rankTables(tables: Table[]): Table[] {
  const most = Math.max(0, ...tables.map(({ controls }) => controls));
  const worth = (table: Table) => {
    const { sheet, controls, columns } = table;
    return [
      Number(controls * 2 >= most),
      Number(!isNamed(sheet, sheetNameWords.old)),
      Number(!sheet.hidden),
      answersWorth[columns.answersBy],
      countOlder(table, tables),
      controls,
      Number(isNamed(sheet, sheetNameWords.statement)),
    ];
  };
  return tables.toSorted((a, b) => {
    const [ofA, ofB] = [worth(a), worth(b)];
    return ofB.map((value, at) => value - (ofA[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}

function refuseOther(sheet: Sheet, { name, ours, theirs, example }: OtherStandard, index: ControlIndex): never {
  const wanted = `Import the Statement of Applicability for ${index.standard} instead.`;
  const sentence =
    name === undefined
      ? `Most ids on the sheet “${sheet.name}”, such as ${example}, are no controls of ${index.standard}. ${wanted}`
      : `The sheet “${sheet.name}” is about ${name}${theirs > 0 ? `: ${theirs} of its ids fit, ${ours} fit ${index.standard}` : ''}. ${wanted}`;
  throw refuseStatement('other-standard', sentence, { sheet: sheet.name, standard: name ?? null });
}

function refuseWithoutTable(sheets: Sheet[], tables: Table[], index: ControlIndex): never {
  const named = sheets.find((sheet) =>
    index.others.some(({ name }) => mentions(sheet, name, 0) && !mentions(sheet, index.standard, 0)),
  );
  const unread = sheets.reduce((sum, { uncalculated }) => sum + uncalculated, 0);
  const [best] = rankTables(tables);
  if (best && best.controls >= 3) {
    throw refuseStatement(
      'no-table',
      `The sheet “${best.sheet.name}” lists controls, but no column tells which apply. Ask for the statement with its answers.`,
      { sheet: best.sheet.name },
    );
  }
  if (named) {
    const other = index.others.find(({ name }) => mentions(named, name, 0))!;
    refuseOther(named, { name: other.name, ours: best?.controls ?? 0, theirs: 0, example: '' }, index);
  }
  const hint =
    unread > 0
      ? `${unread} formulas have no stored result: open it in Excel, save it and import it again.`
      : 'Ask for the statement with one row for each control and a column that tells whether it applies.';
  throw refuseStatement('no-table', `No sheet of the workbook lists controls of ${index.standard}. ${hint}`);
}

function refuseIfCut({ name, cutAt }: Sheet): void {
  if (cutAt === undefined) return;
  throw refusal(
    'too-large',
    `The sheet “${name}” has content beyond 20,000 rows or 200 columns (${cutAt}). Remove it and import again.`,
    { sheet: name },
  );
}

function chooseTable(sheets: Sheet[], tables: Table[], index: ControlIndex): Table {
  const judged = tables.map((table) => ({ table, other: findOtherStandard(table, index) }));
  const [chosen] = rankTables(judged.flatMap(({ table, other }) => (!other && isStatement(table) ? [table] : [])));
  if (chosen) return chosen;
  for (const { sheet } of tables) refuseIfCut(sheet);
  const foreign = judged.find(({ other }) => other !== undefined);
  if (foreign?.other) refuseOther(foreign.table.sheet, foreign.other, index);
  return refuseWithoutTable(sheets, tables, index);
}

/** What may speak of the statement: the rows around its table, then sheets that hold no table of controls. */
function collectSources(table: Table, sheets: Sheet[], tables: Table[]): FactSource[] {
  const last = table.rows.findLast(({ number }) => table.ids.rows.has(number))?.number ?? 0;
  const first = table.headerRow || (table.rows[0]?.number ?? 0);
  const around = table.sheet.rows.filter(({ number }) => number < first || number > last);
  // A cover may name a few controls too, in its history of changes.
  const listing = new Set(tables.filter(({ controls }) => controls * 4 >= table.controls).map(({ sheet }) => sheet));
  const covers = sheets.filter((sheet) => !listing.has(sheet) && !isNamed(sheet, sheetNameWords.old));
  const visibleFirst = covers.toSorted((a, b) => Number(a.hidden) - Number(b.hidden));
  return [{ sheet: table.sheet, rows: around }, ...visibleFirst.map((sheet) => ({ sheet, rows: sheet.rows }))];
}

/**
 * Reads a client's Statement of Applicability from a workbook, against a catalogue; writes nothing. Throws AppError
 * `unsupported-file`, `too-large`, `damaged` or `refused`, whose `details.reason` tells why, and reads nothing in part.
 */
export async function readStatement(
  file: { bytes: Uint8Array; name: string },
  catalogue: Catalogue,
): Promise<SoaReading> {
  const workbook = readWorkbook(openContainer(file.bytes, file.name, statementRules));
  const countCell = makeCellBudget(statementRules);
  const sheets = workbook.sheets.map((sheet) => readSheet(workbook, sheet, countCell, asShown));
  if (sheets.every(({ rows, uncalculated }) => rows.length === 0 && uncalculated === 0))
    throw refuseStatement('empty', `“${file.name}” has no content in any sheet. Ask for the filled-in statement.`);
  const index = indexCatalogue(catalogue);
  const tables = sheets.flatMap((sheet) => findTable(sheet, index) ?? []);
  const table = chooseTable(sheets, tables, index);
  refuseIfCut(table.sheet);
  const { read, entries, issues } = readRows(table, index);
  const facts = findFacts(collectSources(table, sheets, tables));
  const ours = entries.filter(({ additional }) => !additional);
  return {
    sheet: table.sheet.name,
    headerRow: table.headerRow,
    ...facts,
    read,
    matched: ours.length,
    applicable: ours.filter(({ applicable }) => applicable === true).length,
    excluded: ours.filter(({ applicable }) => applicable === false).length,
    entries,
    issues,
  };
}
