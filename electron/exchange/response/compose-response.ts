import type { AnswerField } from '../../../shared/domain/response-rows.ts';
import { longestLine } from '../../../shared/domain/fields.ts';
import { type Cell, day, type Sheet, tableSheet, words } from '../../exports/xlsx/cells.ts';
import type { Workbook } from '../../exports/xlsx/compose-workbook.ts';
import { fitWidths } from '../../exports/xlsx/fit-widths.ts';
import type { SheetForm, Validation } from '../../exports/xlsx/form.ts';
import { continueLongTexts } from '../../exports/xlsx/long-texts.ts';
import { gradeLooks, type Look, looks } from '../../exports/xlsx/theme.ts';
import { columnName } from '../../exports/xlsx/places.ts';
import { dateOfSerial } from '../xlsx/number-text.ts';
import { answersName, type ColumnKey, columnOf, columns, isAnswer, type ResponseColumn } from './columns.ts';
import { instructionsSheet } from './instructions.ts';
import { longestCell, mostRows } from './limits.ts';
import { sealRow } from './seals.ts';
import type { ResponseSource, SourceRow } from './source.ts';

/** The look of a cell that was to be filled in and is not any more. */
const settledLook: Look = { ...looks.body, color: looks.label.color };

function answerCell(column: ResponseColumn, field: AnswerField, row: SourceRow): Cell {
  const value = row.answers[field];
  const isSettled = row.settled.includes(field);
  const look = isSettled ? settledLook : column.kind === 'day' ? looks.openDay : looks.open;
  if (column.kind === 'day') return { ...day(value || null), look: isSettled ? looks.date : look };
  return words(column.choices ? (column.choices[value] ?? '') : value, look);
}

function cellOf(column: ResponseColumn, source: ResponseSource, row: SourceRow): Cell {
  const { key } = column;
  if (isAnswer(key)) return answerCell(column, key, row);
  switch (key) {
    case 'finding':
      return words(row.name, looks.strong);
    case 'grade':
      return words(source.gradeNames[row.grade], gradeLooks[row.grade]);
    case 'correctionDue':
    case 'actionDue':
      return day(row[key]);
    case 'key':
      return words(row.key);
    case 'seal':
      return words('');
    case 'requirement':
    case 'nature':
    case 'dueBasis':
    case 'state':
    default:
      return words(row[key]);
  }
}

function validationsOf(source: ResponseSource): Validation[] {
  const last = source.rows.length + 1;
  return columns.flatMap((column, index): Validation[] => {
    const range = `${columnName(index)}2:${columnName(index)}${last}`;
    if (column.kind === 'choice') {
      const choices = Object.values(column.choices ?? {});
      return [{ range, takes: 'one-of', choices, message: `Choose ${choices.join(' or ')}.` }];
    }
    if (column.kind === 'day')
      return [{ range, takes: 'day', from: source.startsOn, message: 'Type a day, not before the audit began.' }];
    const most = column.kind === 'line' ? longestLine : longestCell;
    const isText = column.kind === 'line' || column.kind === 'text';
    return isText ? [{ range, takes: 'text', most, message: `At most ${most} characters.` }] : [];
  });
}

/** The text of a cell as its reader will find it. */
const textOf = ({ value }: Cell): string =>
  typeof value === 'number' ? (dateOfSerial(value, false) ?? '') : (value ?? '');

/** Seals every row as it stands, after long texts have been continued elsewhere. */
function sealRows(sheet: Sheet, auditId: string): void {
  const at = (key: ColumnKey) => columnOf(key).index;
  for (const cells of sheet.rows.slice(1)) {
    const cell = (key: ColumnKey) => textOf(cells[at(key)] ?? words(''));
    cells[at('seal')] = words(sealRow(auditId, cell('key'), cell));
  }
}

const plainForm: SheetForm = { hidden: [], validations: [], pagesWide: 1 };

/** The workbook that the auditee fills in: instructions, and one row per finding that needs action. */
export function composeResponse(source: ResponseSource): Workbook {
  if (source.rows.length > mostRows) throw new RangeError(`${source.rows.length} rows are more than one workbook has.`);
  const answers = tableSheet(
    answersName,
    source.rows,
    columns.map((column) => ({
      title: column.heading,
      width: column.width,
      about: column.about ?? column.heading,
      cell: (row: SourceRow) => cellOf(column, source, row),
    })),
    ({ name }) => name,
  );
  for (const [index, { kind }] of columns.entries()) {
    const heading = answers.rows[0]?.[index];
    if (heading && kind !== 'locked' && kind !== 'hidden') heading.look = looks.openHeader;
  }
  const hidden = columns.flatMap(({ kind }, index) => (kind === 'hidden' ? [index] : []));
  answers.form = { hidden, validations: validationsOf(source), pagesWide: 2 };
  fitWidths(answers);
  const sheets = [instructionsSheet(source), answers];
  continueLongTexts(sheets);
  sealRows(answers, source.auditId);
  for (const sheet of sheets) sheet.form ??= plainForm;
  return {
    title: `${source.ref} corrective actions`,
    subject: source.organization,
    creator: source.madeBy,
    application: source.product,
    footer: `${source.ref} ${source.organization}`.trim(),
    createdAt: source.madeAt,
    sheets,
  };
}
