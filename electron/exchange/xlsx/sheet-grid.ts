import { type Cell, type CellManner, markOf, type OpenCell, textOf } from './cell-text.ts';
import { refusal, type WorkbookRules } from './rules.ts';
import type { Workbook } from './workbook.ts';
import { type Attributes, readXmlPart } from './xml-part.ts';

export interface Row {
  number: number;
  cells: Map<number, Cell>;
}

/** Merged cells, rows and columns counted from 1, both ends included. */
export interface Span {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A sheet as text: rows with content in order; unless read exactly, cells merged downwards stand in every row. */
export interface Sheet {
  name: string;
  hidden: boolean;
  rows: Row[];
  spans: Span[];
  hiddenColumns: Set<number>;
  /** Where content goes on beyond what is read, the first such cell. */
  cutAt: string | undefined;
  /** Formulas without a stored result. */
  uncalculated: number;
}

function readReference(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]), column };
}

function readSpan(reference: string): Span | undefined {
  const [from, to] = reference.split(':').map(readReference);
  if (!from || !to || to.row < from.row || to.column < from.column) return undefined;
  return { top: from.row, bottom: to.row, left: from.column, right: to.column };
}

function fillDownwards(rows: Row[], spans: Span[], name: string, most: number): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const last = rows.at(-1)?.number ?? 0;
  let steps = 0;
  for (const { top, bottom, left } of spans) {
    const anchor = byNumber.get(top)?.cells.get(left);
    if (!anchor) continue;
    for (let number = top + 1; number <= Math.min(bottom, last); number += 1) {
      if (++steps > most)
        throw refusal('too-large', `The sheet “${name}” has too many merged cells. Send a smaller file.`, {
          sheet: name,
        });
      const cells = byNumber.get(number)?.cells;
      if (cells && !cells.has(left)) cells.set(left, { text: anchor.text, from: anchor.from });
    }
  }
}

/** Counts cells over all sheets of a workbook; throws AppError `too-large` when there are too many. */
export function makeCellBudget({ read, says }: WorkbookRules): (sheet: string) => void {
  let seen = 0;
  return (sheet) => {
    if (++seen <= read.cells) return;
    throw refusal('too-large', says.tooManyCells, { sheet });
  };
}

/** Reads one sheet of a workbook as text. Throws AppError `damaged` or `too-large`. */
export function readSheet(
  workbook: Workbook,
  { name, hidden, part }: Workbook['sheets'][number],
  countCell: (sheet: string) => void,
  manner: CellManner,
): Sheet {
  const limits = workbook.zip.rules.read;
  const rows = new Map<number, Row>();
  const sheet: Sheet = {
    name,
    hidden,
    rows: [],
    spans: [],
    hiddenColumns: new Set(),
    cutAt: undefined,
    uncalculated: 0,
  };
  let row = 0;
  let column = 0;
  let cell: OpenCell | undefined;
  let collecting = false;
  let inReading = false;

  function openCell(attributes: Attributes): void {
    countCell(name);
    const place = readReference(attributes.r ?? '');
    column = place?.column ?? column + 1;
    cell = {
      row: place?.row ?? row,
      column,
      type: attributes.t ?? 'n',
      style: Number(attributes.s ?? 0),
      raw: '',
      hasFormula: false,
      hasValue: false,
    };
  }

  function closeCell(closed: OpenCell): 'stop' | undefined {
    const { row: at, column: inColumn, hasFormula } = closed;
    const text = manner.clean(textOf(closed, workbook, name, manner));
    const mark = markOf(closed, workbook.formats);
    if (text === '') {
      if (hasFormula) sheet.uncalculated += 1;
      if (!manner.exact || !mark) return undefined;
    }
    if (text.length > limits.text && !manner.exact) {
      const most = limits.text.toLocaleString('en-GB');
      throw refusal('too-large', `Row ${at} of the sheet “${name}” has a cell with more than ${most} characters.`, {
        sheet: name,
        row: at,
      });
    }
    let target = rows.get(at);
    // Read exactly, a row may stand anywhere; only how many there are is bounded.
    const isBeyond = manner.exact ? !target && rows.size >= limits.rows : at > limits.rows;
    if (isBeyond || inColumn > limits.columns) {
      sheet.cutAt ??= `row ${at}, column ${inColumn}`;
      return isBeyond ? 'stop' : undefined;
    }
    if (!target) rows.set(at, (target = { number: at, cells: new Map() }));
    if (manner.exact && target.cells.has(inColumn))
      throw refusal('damaged', `The workbook is damaged: row ${at} of the sheet “${name}” holds a cell twice.`, {
        sheet: name,
        row: at,
      });
    const read: Cell = { text, from: at };
    if (mark) read.mark = mark;
    if (closed.type === 'n') read.isNumber = true;
    if (hasFormula) read.isFormula = true;
    target.cells.set(inColumn, read);
    return undefined;
  }

  readXmlPart(workbook.zip, part, {
    open(element, attributes) {
      if (element === 'row') {
        row = /^[0-9]{1,7}$/.test(attributes.r ?? '') ? Number(attributes.r) : row + 1;
        column = 0;
      } else if (element === 'c') openCell(attributes);
      else if (element === 'f' && cell) cell.hasFormula = true;
      else if (element === 'rPh') inReading = true;
      else if (cell && (element === 'v' || element === 't')) {
        collecting = !inReading;
        cell.hasValue = true;
      } else if (element === 'col' && ['1', 'true'].includes(attributes.hidden ?? '')) {
        const to = Math.min(Number(attributes.max), limits.columns);
        for (let hiddenColumn = Number(attributes.min); hiddenColumn <= to; hiddenColumn += 1)
          sheet.hiddenColumns.add(hiddenColumn);
      } else if (element === 'mergeCell') {
        const span = readSpan(attributes.ref ?? '');
        if (span) sheet.spans.push(span);
      }
    },
    text(text) {
      if (collecting && cell && cell.raw.length <= limits.text) cell.raw = (cell.raw + text).slice(0, limits.text + 1);
    },
    close(element) {
      if (element === 'v' || element === 't') collecting = false;
      else if (element === 'rPh') inReading = false;
      else if (element === 'c' && cell) {
        const closed = cell;
        cell = undefined;
        return closeCell(closed);
      }
      return undefined;
    },
  });
  sheet.rows = [...rows.values()].toSorted((a, b) => a.number - b.number);
  if (!manner.exact) fillDownwards(sheet.rows, sheet.spans, name, limits.cells);
  return sheet;
}
