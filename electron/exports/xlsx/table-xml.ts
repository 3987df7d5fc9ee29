// The part that makes a range a table of its own, with a name, a filter and stripes.
import type { Sheet } from './cells.ts';
import { tableRange } from './places.ts';
import { declaration, mainSpace } from './parts.ts';
import { tableStyleName } from './styles.ts';
import { escapeCoded, escapeXml } from './xml-text.ts';

/** The name of the table of a sheet in formulas. Names that could be a cell get a line at the end. */
export function tableName({ name }: Pick<Sheet, 'name'>): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}]+/gu, '_').replace(/^(?=\p{N})/u, '_');
  return /^([a-z]{1,3}\d+|[rc])$/i.test(plain) ? `${plain}_` : plain;
}

/** The content of a table's part; `number` tells tables of a workbook apart, from 1. */
export function tableXml(sheet: Sheet, number: number): string {
  const range = tableRange(sheet);
  const columns = (sheet.rows[0] ?? []).map(({ value }, index) => {
    return `<tableColumn id="${index + 1}" name="${escapeXml(escapeCoded(String(value)))}"/>`;
  });
  const name = tableName(sheet);
  // A table without records shows one empty row, where the first can be typed.
  const empty = sheet.rows.length === 1 ? ' insertRow="1"' : '';
  return [
    `${declaration}<table xmlns="${mainSpace}" id="${number}" name="${name}" displayName="${name}" ref="${range}"${empty}`,
    ` totalsRowShown="0"><autoFilter ref="${range}"/>`,
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`,
    `<tableStyleInfo name="${tableStyleName}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>`,
    '</table>',
  ].join('');
}
