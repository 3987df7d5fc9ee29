// Reads a filled corrective-action workbook, row by row. Every problem is named; with one, nothing is taken in.
import { type AnswerField, answerFields, type Answers } from '../../../shared/domain/response-rows.ts';
import type { GivenRow } from '../../../shared/domain/response-plan.ts';
import type { Row, Sheet } from '../xlsx/sheet-grid.ts';
import { type ColumnKey, columnOf, columns, lockedFields } from './columns.ts';
import { isBlank, readAnswer } from './read-answer.ts';
import { openForm } from './read-form.ts';
import { quote, refuseRows, type ResponseProblem } from './refusals.ts';
import { markOf, openSeal } from './seals.ts';

/** A row with the marks of what was sent in its cells. */
export interface ReadRow extends GivenRow {
  sent: Partial<Record<ColumnKey, string>>;
}

/** What came back. */
export interface ResponseReading {
  sheet: string;
  /** When the workbook was made. */
  madeAt: string;
  rows: ReadRow[];
  /** What is in the file and not read. */
  unread: string[];
}

const isFilled = (row: Row) => [...row.cells.values()].some((cell) => !isBlank(cell));

/** Collects what is wrong. */
type Report = (row: number | null, heading: string, message: string) => void;

/** The place of each column by its heading; undefined where a heading is missing, doubled or unknown. */
function findColumns(header: Row, report: Report): Map<ColumnKey, number> | undefined {
  const places = new Map<ColumnKey, number>();
  let isSound = true;
  const wrong = (heading: string, message: string) => {
    isSound = false;
    report(header.number, heading, message);
  };
  for (const [place, cell] of header.cells) {
    if (isBlank(cell)) continue;
    const heading = cell.text.trim().toLowerCase();
    const column = columns.find((one) => one.heading.toLowerCase() === heading);
    if (!column)
      wrong(cell.text.trim().slice(0, 60), 'There is no column of this heading in the workbook as it was made.');
    else if (places.has(column.key)) wrong(column.heading, 'The heading stands twice.');
    else places.set(column.key, place);
  }
  for (const { key, heading } of columns) {
    if (!places.has(key)) wrong(heading, `The column with the heading “${heading}” is missing.`);
  }
  return isSound ? places : undefined;
}

/** Merged cells among the answers. */
function refuseMerged(sheet: Sheet, from: number, report: Report): void {
  for (const { top, bottom, left, right } of sheet.spans) {
    if (bottom < from || (top === bottom && left === right)) continue;
    report(Math.max(top, from), '', 'Cells are merged here. Split them, and give every finding its own answer.');
  }
}

/** Reads one row with a key. Its locked cells have to be as they were sent. */
function readRow(row: Row, places: Map<ColumnKey, number>, audit: string, report: Report): ReadRow | undefined {
  const cell = (key: ColumnKey) => row.cells.get(places.get(key) ?? 0);
  const textOf = (key: ColumnKey) => cell(key)?.text.trim() ?? '';
  const key = textOf('key');
  const seal = openSeal(audit, key, textOf('seal'));
  if (!seal) {
    report(row.number, '', 'The hidden key of the row was changed. Take a fresh workbook and copy the answers over.');
    return undefined;
  }
  for (const field of lockedFields) {
    if (markOf(audit, key, field, cell(field)?.text ?? '') === seal.get(field) && !cell(field)?.isFormula) continue;
    report(
      row.number,
      columnOf(field).column.heading,
      'This cell is not to be changed. Put it back as it was, and write what you object to under Comment.',
    );
  }
  const answers: Partial<Answers> = {};
  for (const field of answerFields) {
    const { column } = columnOf(field);
    const given = cell(field);
    // What was not touched need not be read: it may be a text that was too long for its cell.
    if (!given?.isFormula && markOf(audit, key, field, given?.text ?? '') === seal.get(field)) continue;
    const reading = readAnswer(column, given);
    if ('problem' in reading) report(row.number, column.heading, reading.problem);
    else answers[field] = reading.value;
  }
  return { row: row.number, key, name: textOf('finding'), answers, sent: Object.fromEntries(seal) };
}

/** The rows whose key stands in an earlier row already, each named with that row. */
function refuseDoubled(rows: readonly Row[], textOf: (row: Row, key: ColumnKey) => string, report: Report): Set<Row> {
  const seen = new Map<string, Row>();
  const doubled = new Set<Row>();
  for (const row of rows) {
    const key = textOf(row, 'key');
    const first = seen.get(key);
    if (key !== '' && first) {
      report(row.number, '', `The row has the same hidden key as row ${first.number}: one was copied over the other.`);
      doubled.add(row);
    } else seen.set(key, row);
  }
  return doubled;
}

/**
 * Reads a filled workbook of an audit. Throws AppError whose sentence names what is wrong by row and heading, with all
 * problems in `details.problems`; formulas, hidden sheets, macros and changed keys are refused.
 */
export function readResponse(
  file: { bytes: Uint8Array; name: string },
  audit: { id: string; ref: string },
): ResponseReading {
  const { answers: sheet, madeAt, rows: made, unread } = openForm(file, audit);
  const problems: ResponseProblem[] = [];
  const report: Report = (row, heading, message) => problems.push({ row, heading, message });
  const [header, ...body] = sheet.rows.filter(isFilled);
  const places = header && findColumns(header, report);
  if (!header || !places) {
    if (!header) report(null, '', `The sheet “${sheet.name}” is empty.`);
    throw refuseRows(problems);
  }
  refuseMerged(sheet, header.number, report);
  const known = new Set(places.values());
  const textOf = (row: Row, key: ColumnKey) => row.cells.get(places.get(key) ?? 0)?.text.trim() ?? '';
  const doubled = refuseDoubled(body, textOf, report);
  const read: ReadRow[] = [];
  for (const row of body) {
    const beyond = [...row.cells].find(([place, cell]) => !known.has(place) && !isBlank(cell));
    if (beyond)
      report(
        row.number,
        '',
        `${quote(beyond[1].text)} stands beside the table, where nothing is read. Move it into Comment.`,
      );
    if (doubled.has(row)) continue;
    if (textOf(row, 'key') === '') {
      report(
        row.number,
        '',
        'The row has no key, so it belongs to no finding. Remove it, or write the answer into the row of its finding.',
      );
      continue;
    }
    const one = readRow(row, places, audit.id, report);
    if (one) read.push(one);
  }
  // Rows that were named above for their key are not called missing as well.
  const there = new Set(body.map((row) => textOf(row, 'finding')));
  for (const name of made) {
    if (!there.has(name))
      report(null, '', `The row of ${name} is missing. Leave rows in place that you do not answer.`);
  }
  if (problems.length > 0) throw refuseRows(problems);
  return { sheet: sheet.name, madeAt, rows: read, unread };
}

/** Whether a text is what was sent in a cell. */
export const isAsSent = (
  audit: string,
  row: ReadRow,
  field: AnswerField | 'grade' | 'requirement' | 'nature',
  text: string,
) => row.sent[field] === markOf(audit, row.key, field, text);
