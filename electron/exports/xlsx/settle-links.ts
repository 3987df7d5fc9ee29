import type { ExportWarning } from '../report-model.ts';
import { type Cell, type Sheet, sheetPlace, tableSheet } from './cells.ts';
import { columnName, onSheet } from './places.ts';
import { countLines } from './row-heights.ts';
import { summaryValueWidth } from './summary-page.ts';
import { linkedLooks, looks } from './theme.ts';

/** Most links that one sheet may hold; beyond it spreadsheet programs drop all of them. */
const mostLinks = 65_000;

interface Place {
  at: string;
  sheet: Sheet;
  row: number;
}

/** A record that names several others in one cell, and one of these. */
interface Pair {
  from: string;
  fromAt: string;
  to: Place;
}

const textAt = ({ rows }: Sheet, row: number, column: number) => rows[row - 1]?.[column]?.value ?? '';

const linksName = 'Links';

function placesOf(sheets: readonly Sheet[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const sheet of sheets) {
    places.set(sheetPlace(sheet.name), { at: onSheet(sheet.name, 'A1'), sheet, row: 1 });
    for (const [target, row] of sheet.places)
      if (!places.has(target)) places.set(target, { at: onSheet(sheet.name, `A${row}`), sheet, row });
  }
  return places;
}

/**
 * Makes a link of the targets of every cell: to the record where there is one, to rows of the sheet Links where there
 * are several, none where there is nothing to go to. Texts of several lines get none: LibreOffice shows a linked text as
 * one line and would hide the rest; such a cell has a count beside it that leads on. Answers with the sheet Links.
 */
export function settleLinks(sheets: readonly Sheet[]): { links: Sheet; warnings: ExportWarning[] } {
  const places = placesOf([...sheets, linksSheet([])]);
  const pairs: Pair[] = [];
  const blocks = new Map<readonly string[], string>();
  const warnings: ExportWarning[] = [];

  function leadOn(sheet: Sheet, row: number, column: number, targets: readonly string[]): string | undefined {
    if (targets.length === 1) return places.get(targets[0] ?? '')?.at;
    const found = targets.flatMap((target) => places.get(target) ?? []);
    const [first] = found;
    if (!first || found.length === 1) return first?.at;
    const known = blocks.get(targets);
    if (known !== undefined) return known;
    if ((pairs.length + found.length) * 2 > mostLinks) return first.at;
    const block = onSheet(linksName, `A${pairs.length + 2}`);
    blocks.set(targets, block);
    const from = String(textAt(sheet, row, sheet.key));
    const fromAt = onSheet(sheet.name, `${columnName(column)}${row}`);
    for (const to of found) pairs.push({ from, fromAt, to });
    return block;
  }

  for (const sheet of sheets) {
    let links = 0;
    let dropped = 0;
    for (let index = 0; index < sheet.rows.length; index += 1) {
      const row = sheet.rows[index] ?? [];
      for (let column = 0; column < row.length; column += 1) {
        const { targets, value = null, look = looks.body } = row[column] ?? {};
        if (targets === undefined) continue;
        row[column] = { value, look };
        if (typeof value === 'string') {
          const width = sheet.table || column === 0 ? (sheet.widths[column] ?? 0) : summaryValueWidth;
          if (value === '' || countLines(value, width) > 1) continue;
        }
        const link = leadOn(sheet, index + 1, column, targets);
        if (link === undefined) continue;
        if (links === mostLinks) {
          dropped += 1;
          continue;
        }
        links += 1;
        row[column] = { value, look: linkedLooks.get(look) ?? look, link };
      }
    }
    if (dropped > 0) {
      const message = `The sheet has more links than it can hold; ${dropped} are plain text.`;
      warnings.push({ record: sheet.name, message });
    }
  }
  return { links: linksSheet(pairs), warnings };
}

const linkTo = (value: string | number, link: string): Cell => ({ value, look: looks.link, link });
const plain = (value: string | number): Cell => ({ value, look: looks.body });

/** One row for each record that a cell names among others: a link to it, and one back. */
export function linksSheet(pairs: readonly Pair[]): Sheet {
  return tableSheet(
    linksName,
    pairs,
    [
      {
        title: 'From',
        width: 24,
        about: 'The record that names several others in one cell; leads back to the cell.',
        cell: ({ from, fromAt }) => linkTo(from, fromAt),
      },
      {
        title: 'To',
        width: 24,
        about: 'One of the records that it names; leads to it.',
        cell: ({ to }) => linkTo(textAt(to.sheet, to.row, to.sheet.key), to.at),
      },
      {
        title: 'To sheet',
        width: 18,
        about: 'The sheet that has that record.',
        cell: ({ to }) => plain(to.sheet.name),
      },
      {
        title: 'Title',
        width: 100,
        about: 'What that record is about.',
        cell: ({ to }) => plain(textAt(to.sheet, to.row, to.sheet.caption ?? to.sheet.key)),
      },
    ],
    () => [],
    { about: 'Records that a cell names among others, each with a link.', from: 'The sheets that it leads from' },
  );
}
