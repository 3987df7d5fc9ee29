// Opens a workbook the way a reader would, with nothing of the writer's own code.
import ExcelJS from 'exceljs';
import { checkSchemasAfterwards, expectSound } from './office/sound.ts';

checkSchemasAfterwards();

/** The texts of every sheet by its name, row by row. Throws where the file is not sound by the rules of the format. */
export async function openExcel(file: string): Promise<Map<string, string[][]>> {
  expectSound(file, 'xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  return new Map(
    book.worksheets.map((sheet) => {
      const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
        Array.from({ length: sheet.columnCount }, (_each, column) => sheet.getRow(row + 1).getCell(column + 1).text),
      );
      return [sheet.name, rows];
    }),
  );
}

/** The texts below a header. */
export function columnOf(sheets: ReadonlyMap<string, string[][]>, sheet: string, title: string): string[] {
  const [header = [], ...rows] = sheets.get(sheet) ?? [];
  const at = header.indexOf(title);
  if (at < 0) throw new Error(`no column ${title} on ${sheet}`);
  return rows.map((row) => row[at] ?? '');
}
