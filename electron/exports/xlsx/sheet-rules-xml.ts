// What a sheet does with its cells: colours that follow the words in them, and what may be typed.
import { type ColumnNote, firstSafeSerial, type Sheet } from './cells.ts';
import { formValidations } from './form.ts';
import { listRangeName, type WordList } from './lists.ts';
import { columnName, tableRange } from './places.ts';
import type { Styles } from './styles.ts';
import type { Look } from './theme.ts';
import { escapeXml } from './xml-text.ts';

/** Longest text inside a formula, longest message and longest title that spreadsheet programs take. */
const longestLiteral = 255;
const longestMessage = 220;
const longestTitle = 32;

const literal = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The cells of a column below the header. */
function columnRange(sheet: Sheet, column: number): string {
  const letter = columnName(column);
  return `${letter}2:${letter}${tableRange(sheet).replace(/.*\D/, '')}`;
}

/** The words of a column whose looks follow them. */
function lookedAt({ list }: ColumnNote, lists: readonly WordList[]): [word: string, look: Look][] {
  const looks = lists.find(({ name }) => name === list)?.looks;
  return looks ? [...looks].filter(([word]) => word.length <= longestLiteral) : [];
}

/** The content of the conditional formats: words of a list first, then what a formula marks. */
export function conditionsXml(sheet: Sheet, lists: readonly WordList[], styles: Styles): string {
  let xml = '';
  let priority = 0;
  const rule = (kind: string, look: Look, formula: string) => {
    priority += 1;
    const attributes = `${kind} dxfId="${styles.differenceOf(look)}" priority="${priority}"`;
    return `<cfRule ${attributes}><formula>${escapeXml(formula)}</formula></cfRule>`;
  };
  const format = (column: number, rules: string) => {
    xml += `<conditionalFormatting sqref="${columnRange(sheet, column)}">${rules}</conditionalFormatting>`;
  };
  for (const [index, column] of (sheet.columns ?? []).entries()) {
    const rules = lookedAt(column, lists).map(([word, look]) =>
      rule('type="cellIs" operator="equal"', look, literal(word)),
    );
    if (rules.length > 0) format(index, rules.join(''));
  }
  for (const { column, formula, look } of sheet.conditions ?? [])
    format(column, rule('type="expression"', look, formula));
  return xml;
}

/** The ranges of a sheet that have rules, in the order of the file: what may be typed, and looks that follow values. */
export function rulesOf(sheet: Sheet, lists: readonly WordList[]): { validations: string[]; conditions: string[] } {
  const columns = [...(sheet.columns ?? []).entries()];
  const known = new Set<string>(lists.map(({ name }) => name));
  const range = ([index]: readonly [number, ColumnNote]) => columnRange(sheet, index);
  return {
    validations: [
      ...(sheet.form?.validations ?? []).map((one) => one.range),
      ...columns.filter(([, column]) => validationOf(column, known)).map(range),
    ],
    conditions: [
      ...columns.filter(([, column]) => lookedAt(column, lists).length > 0).map(range),
      ...(sheet.conditions ?? []).map(({ column }) => columnRange(sheet, column)),
    ],
  };
}

/** What may be typed into a column, or nothing where anything may. */
function validationOf(
  { list, kind, title }: ColumnNote,
  known: ReadonlySet<string>,
): [rule: string, message: string] | undefined {
  if (list && known.has(list))
    return [
      `type="list" allowBlank="1"|<formula1>${listRangeName(list)}</formula1>`,
      `Choose a word of the list. The sheet Lists shows what may stand in “${title}”.`,
    ];
  if (kind === 'day' || kind === 'moment')
    return [
      `type="date" operator="greaterThanOrEqual" allowBlank="1"|<formula1>${firstSafeSerial}</formula1>`,
      `“${title}” holds a date.`,
    ];
  if (kind === 'amount')
    return [
      'type="whole" operator="greaterThanOrEqual" allowBlank="1"|<formula1>0</formula1>',
      `“${title}” holds a whole number.`,
    ];
  return undefined;
}

/** The content of the data validations of a sheet. */
export function validationsXml(sheet: Sheet, lists: readonly WordList[]): string {
  const known = new Set<string>(lists.map(({ name }) => name));
  const own = (sheet.columns ?? []).flatMap((column, index) => {
    const [rule = '', message = ''] = validationOf(column, known) ?? [];
    if (rule === '') return [];
    const [attributes = '', formulas = ''] = rule.split('|');
    const title = escapeXml(column.title.slice(0, longestTitle).toWellFormed());
    const error = escapeXml(message.slice(0, longestMessage).toWellFormed());
    return [
      `<dataValidation ${attributes} showErrorMessage="1" errorTitle="${title}" error="${error}" sqref="${columnRange(sheet, index)}">${formulas}</dataValidation>`,
    ];
  });
  const all = [...formValidations(sheet.form), ...own];
  return all.length > 0 ? `<dataValidations count="${all.length}">${all.join('')}</dataValidations>` : '';
}
