// Spreadsheet programs do not agree on fitting rows to wrapped text when a file is opened, so every row gets a height.
import type { Cell } from './cells.ts';
import { fontSize } from './theme.ts';

/** Points per unit of a column's width, with the default font of the workbook. */
const pointsPerUnit = 5.25;
/** The room that a cell keeps free beside its text: its margins and indent, with the button of a filter, in points. */
const padding = 12;
const filterButton = 24;
const lineHeight = 1.26;
/** Rows cannot be taller, in points. */
const tallestRow = 409;
/** How many lines the tallest row shows. */
export const mostLines = Math.floor((tallestRow - 3) / (lineHeight * fontSize));

/** How wide the characters from space to `~` are in the font, in hundredths of its size. */
const characterWidths = [
  '23 33 41 50 51 72 69 23 31 31 50 50 25 31 26 39 51 51 51 51 51 51 51 51 51 51 27 27 50 50 50 47',
  '90 58 55 54 62 49 46 64 63 26 32 52 43 86 65 67 52 68 55 46 49 65 57 89 52 49 47 31 39 31 50 50',
  '30 48 53 43 53 50 31 48 53 23 24 46 23 80 53 53 53 53 35 40 34 53 46 72 44 46 40 32 47 32 50',
].flatMap((row) => row.split(' ').map(Number));
const otherWidth = 55;
const widest = 100;
/** Scripts whose characters are as wide as the font is high begin here. */
const wideFrom = 0x2e80;
/** The width of every character; one table, as this is asked for every character of a report. */
const widthOf = new Uint8Array(0x10000).fill(otherWidth).fill(widest, wideFrom);
widthOf.set(characterWidths, 32);

/** How many lines a text takes in a column of the given width (in a spreadsheet's units), wrapped at white space. */
export function countLines(text: string, width: number, { size = fontSize, room = padding } = {}): number {
  return linesIn(text, (width * pointsPerUnit - room) / size);
}

/** How many lines a text takes where each is so many font sizes wide. */
function linesIn(text: string, across: number): number {
  const limit = across * 100;
  const { length } = text;
  if (length * widest <= limit && !text.includes('\n')) return 1;
  let lines = 1;
  let line = 0;
  let word = 0;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10) {
      lines += 1;
      line = 0;
      word = 0;
      continue;
    }
    const advance = widthOf[code] as number;
    line += advance;
    word = code === 32 ? 0 : word + advance;
    if (line <= limit || code === 32) continue;
    lines += 1;
    if (word > limit) word = advance;
    line = word;
  }
  return lines;
}

/** The height in points of a row with so many lines. */
export function heightOf(lines: number, size: number = fontSize): number {
  return Math.min(tallestRow, Math.ceil(lines * lineHeight * size) + 3);
}

/** The height in points that shows every text of a row whole, as far as a row can be tall enough. */
export function fitRow(row: readonly Cell[], widths: readonly number[], filtered: boolean): number {
  let lines = 1;
  const room = filtered ? filterButton : padding;
  for (let index = 0; index < row.length && lines < mostLines; index += 1) {
    const value = row[index]?.value;
    if (typeof value !== 'string' || value === '') continue;
    const count = linesIn(value, ((widths[index] ?? 0) * pointsPerUnit - room) / fontSize);
    if (count > lines) lines = count;
  }
  return heightOf(lines);
}
