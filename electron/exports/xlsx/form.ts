// What makes a sheet a form: every cell is locked but those that are to be filled in, and these say what they take.
import { escapeXml } from './xml-text.ts';

/** What the cells of a range take. Days are ISO 8601; `message` says it to who types something else. */
export type Validation = { range: string; message: string } & (
  | { takes: 'one-of'; choices: readonly string[] }
  | { takes: 'day'; from: string | null }
  | { takes: 'text'; most: number }
);

export interface SheetForm {
  /** Columns that nobody sees, from 0. */
  hidden: readonly number[];
  validations: readonly Validation[];
  /** Over how many pages beside each other the sheet is printed. */
  pagesWide: number;
}

const serialOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

/** The protection of a form, without a password: it guards against slips. Rows and columns may be resized and filtered. */
export function protectionXml(form: SheetForm | undefined): string {
  return form
    ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
    : '';
}

function validationXml(validation: Validation): string {
  const { range, message } = validation;
  const says = `allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${escapeXml(message)}" sqref="${range}"`;
  switch (validation.takes) {
    case 'one-of':
      return `<dataValidation type="list" ${says}><formula1>${escapeXml(`"${validation.choices.join(',')}"`)}</formula1></dataValidation>`;
    case 'day': {
      const first = serialOf(validation.from ?? '1980-01-01');
      return `<dataValidation type="date" operator="greaterThanOrEqual" ${says}><formula1>${first}</formula1></dataValidation>`;
    }
    case 'text':
    default:
      return `<dataValidation type="textLength" operator="lessThanOrEqual" ${says}><formula1>${validation.most}</formula1></dataValidation>`;
  }
}

/** What the cells of a form take, one element for each range. */
export const formValidations = (form: SheetForm | undefined): string[] => (form?.validations ?? []).map(validationXml);
