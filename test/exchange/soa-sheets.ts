import path from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { loadCatalogue } from '../../electron/core/catalogue-files.ts';
import { readStatement } from '../../electron/exchange/soa/read-statement.ts';
import { isAppError } from '../../shared/errors.ts';

/** The catalogue that the statements of these tests are read against. */
export const catalogue = loadCatalogue(path.resolve(import.meta.dirname, '../../assets/catalogues/iso-42001-2023'));
/** Its controls, in order. */
export const controls = catalogue.requirements.filter(({ kind }) => kind === 'control');

export type CellValue = string | number | boolean | Date | null | ExcelJS.CellFormulaValue | ExcelJS.CellRichTextValue;

export interface SheetPlan {
  name?: string;
  state?: 'visible' | 'hidden' | 'veryHidden';
  rows: CellValue[][];
  merges?: string[];
  finish?: (sheet: ExcelJS.Worksheet) => void;
}

/** A real workbook of these sheets, as its bytes. */
export async function makeWorkbook(...plans: SheetPlan[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  plans.forEach((plan, number) => {
    const sheet = workbook.addWorksheet(plan.name ?? `Sheet${number + 1}`, { state: plan.state ?? 'visible' });
    plan.rows.forEach((cells, at) => {
      cells.forEach((value, column) => {
        if (value !== null && value !== '') sheet.getCell(at + 1, column + 1).value = value;
      });
    });
    for (const range of plan.merges ?? []) sheet.mergeCells(range);
    plan.finish?.(sheet);
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Reads the statement in a workbook of these sheets. */
export const read = async (...plans: SheetPlan[]) =>
  readStatement({ bytes: await makeWorkbook(...plans), name: 'soa.xlsx' }, catalogue);

export const readBytes = (bytes: Uint8Array, name = 'soa.xlsx') => readStatement({ bytes, name }, catalogue);

/** Why a file is refused, with code and sentence; undefined where it is read. */
export async function refusalOf(bytes: Uint8Array, name = 'soa.xlsx') {
  try {
    await readBytes(bytes, name);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { code: error.code, reason: (error.details as { reason: string }).reason, message: error.message };
  }
  return undefined;
}

/** The row of a control in a table: its id first. */
export type ControlRow = [string, ...CellValue[]];

/** One row for each control: id, title, answer, justification, implementation. */
export const fullRows = (change: (id: string) => ControlRow | undefined = () => undefined): ControlRow[] =>
  controls.map(
    ({ id, title }) => change(id) ?? [id, title, 'Yes', `Needed because of our risks (${id}).`, 'Implemented'],
  );

export const headings = ['Control', 'Title', 'Applicable', 'Justification', 'Implementation'];

/** Changes parts of a workbook as text and packs it again. */
export function changeParts(bytes: Uint8Array, change: (name: string, text: string) => string | undefined): Uint8Array {
  const parts = unzipSync(bytes);
  const changed = Object.entries(parts).flatMap(([name, content]) => {
    const text = change(name, strFromU8(content));
    return text === undefined ? [] : [[name, strToU8(text)] as const];
  });
  return zipSync(Object.fromEntries(changed));
}
