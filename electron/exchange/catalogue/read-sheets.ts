import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import type { CellManner } from '../xlsx/cell-text.ts';
import { openContainer } from '../xlsx/container.ts';
import { dateOfSerial } from '../xlsx/number-text.ts';
import { refusal } from '../xlsx/rules.ts';
import { makeCellBudget, readSheet, type Sheet } from '../xlsx/sheet-grid.ts';
import { readWorkbook } from '../xlsx/workbook.ts';
import { assemble, takenRows } from './assemble.ts';
import { checkDraft } from './check-draft.ts';
import { completeRows } from './complete-rows.ts';
import { readMeName, type SheetKey, sheetKeys, sheets, type Tables } from './columns.ts';
import { catalogueRules } from './limits.ts';
import { amount, type Problems, quote } from './problems.ts';
import { filledRows, holdsHeadings, nameOf, readTable, type SourceRow } from './read-table.ts';

/** A catalogue that missing sheets may be taken from, by its id. */
export interface Base {
  id: string;
  catalogue: Catalogue;
}

/**
 * The digits of a number as they stand in the file. Programs write some decimals with the noise of the binary form,
 * `4.0999999999999996`; the shortest digits of the very same number are what was typed.
 */
function writtenNumber(raw: string): string {
  const isNoisy = /^-?\d*\.\d+(e[+-]?\d+)?$/i.test(raw) && raw.replace(/e.*$|\D/gi, '').replace(/^0+/, '').length > 15;
  return isNoisy ? String(Number(raw)) : raw;
}

const asWritten: CellManner = {
  number: (raw, format, from1904) =>
    (format.kind === 'date' ? dateOfSerial(Number(raw), from1904) : undefined) ?? writtenNumber(raw.trim()),
  // A carriage return cannot be kept; it ends a line here as it did where it comes from.
  clean: (text) => text.replaceAll(/\r\n?/g, '\n'),
  exact: true,
};

const planOf = new Map(sheetKeys.map((key) => [nameOf(sheets[key].name), key]));

/** The sheets of the workbook by what they are. A single sheet of questions may have any name. */
function sortSheets(all: readonly Sheet[], problems: Problems): Map<SheetKey, Sheet> {
  const filled = all.filter((sheet) => filledRows(sheet).length > 0);
  const [only] = filled;
  const header = only && filled.length === 1 ? filledRows(only)[0] : undefined;
  const questions = header && holdsHeadings(header, sheets.questions) ? only : undefined;
  const sorted = new Map<SheetKey, Sheet>();
  for (const sheet of all) {
    const key = sheet === questions ? 'questions' : planOf.get(nameOf(sheet.name));
    if (key === undefined) {
      if (!filled.includes(sheet)) continue;
      const names = sheetKeys.map((one) => sheets[one].name).join(', ');
      const message = `The sheet ${quote(sheet.name)} is no part of a catalogue. Remove it, or call it ${readMeName}. The sheets are ${names}.`;
      problems.add(sheet.name, null, '', message);
    } else if (sorted.has(key)) {
      problems.add(sheets[key].name, null, '', 'There are two sheets of this name. Leave one.');
    } else sorted.set(key, sheet);
  }
  if (!sorted.has('questions'))
    problems.add(sheets.questions.name, null, '', 'The sheet Questions is missing. It is the one that is needed.');
  return sorted;
}

function refuseCut({ name, cutAt }: Sheet): void {
  if (cutAt === undefined) return;
  const { rows, columns } = catalogueRules.read;
  const bounds = `${amount(rows)} rows or ${amount(columns)} columns`;
  throw refusal('too-large', `The sheet “${name}” has content beyond ${bounds} (${cutAt}). Remove it and try again.`, {
    sheet: name,
  });
}

function readAll(bytes: Uint8Array, name: string): Sheet[] {
  const workbook = readWorkbook(openContainer(bytes, name, catalogueRules));
  const countCell = makeCellBudget(catalogueRules);
  const read = workbook.sheets.filter((sheet) => nameOf(sheet.name) !== nameOf(readMeName));
  const all = read.map((sheet) => readSheet(workbook, sheet, countCell, asWritten));
  for (const sheet of all) refuseCut(sheet);
  return all;
}

/** The catalogue that missing sheets come from: the named one, else the first. */
function findBase(tables: Partial<Tables<SourceRow>>, bases: readonly Base[], problems: Problems): Base | undefined {
  const source = tables.facts?.find(({ fields }) => fields['field'] === 'madeFrom');
  const name = typeof source?.fields['value'] === 'string' ? source.fields['value'].trim() : '';
  if (name === '') return bases[0];
  const base = bases.find(({ id }) => id === name);
  if (!base) {
    const ids = [...new Set(bases.map(({ id }) => id))].join(', ');
    problems.add(
      sheets.facts.name,
      source?.row ?? null,
      'Value',
      `There is no catalogue ${quote(name)} here. There are ${ids || 'none'}.`,
    );
  }
  return base;
}

/** Reads a catalogue from a workbook. Every problem is named; with one, there is no catalogue. */
export function readSheets(
  file: { bytes: Uint8Array; name: string },
  bases: readonly Base[],
  as: { id: string; version: string },
  problems: Problems,
): { catalogue: Catalogue | null; base: string | null } {
  const found = sortSheets(readAll(file.bytes, file.name), problems);
  const tables: Partial<Tables<SourceRow>> = {};
  let isWhole = problems.isEmpty;
  for (const key of sheetKeys) {
    const sheet = found.get(key);
    if (!sheet) continue;
    const rows = readTable(sheet, sheets[key], problems);
    if (rows) tables[key] = rows;
    else isWhole = false;
  }
  const base = findBase(tables, bases, problems);
  const missing = sheetKeys.filter((key) => key !== 'facts' && !found.has(key));
  if (!base && missing.length > 0 && problems.isEmpty)
    problems.add(
      sheets[missing[0]!].name,
      null,
      '',
      'The sheet is missing, and there is no catalogue to take it from.',
    );
  if (!isWhole || (!base && missing.length > 0)) return { catalogue: null, base: null };
  const taken = base ? takenRows(base.catalogue) : {};
  const whole = completeRows(
    { ...taken, ...tables } as Tables<SourceRow>,
    { hasFacts: tables.facts !== undefined, base: base?.catalogue, as },
    problems,
  );
  const catalogue = checkDraft(assemble(whole), base?.id ?? '', problems);
  return { catalogue, base: base && missing.length > 0 ? base.id : null };
}
