import { references, type Sheet, sheetPlace, tableSheet, words } from '../cells.ts';
import type { WordList } from '../lists.ts';
import { looks } from '../theme.ts';

interface Row {
  sheet: string;
  title: string;
  about: string;
  allowed: string;
  from: string;
}

const kinds = {
  day: 'A date',
  moment: 'A date and time, with the offset of the place',
  amount: 'A whole number',
  difference: 'A whole number, also below zero',
} as const;

/** What the columns of the summary hold, which is no table. */
const summaryRows: Omit<Row, 'sheet'>[] = [
  {
    title: 'First column',
    about: 'What a line is about: a fact of the audit, a count, a theme, a clause or a group of controls.',
    allowed: '',
    from: 'The audit and its catalogue',
  },
  {
    title: 'Other columns',
    about: 'The fact, or numbers under the heading of their table; the charts show the same numbers.',
    allowed: '',
    from: 'Counted from the other sheets',
  },
];

/** What every column of every sheet means, what may stand in it and where it comes from. */
export function columnsSheet(sheets: readonly Sheet[], lists: readonly WordList[]): Sheet {
  const rowsOf = ({ name, columns = [], from = '' }: Sheet): Row[] =>
    columns.map((column) => ({
      sheet: name,
      title: column.title,
      about: column.about,
      allowed: column.list
        ? (lists.find((list) => list.name === column.list)?.words ?? []).join(', ')
        : column.kind
          ? kinds[column.kind]
          : 'Text',
      from: column.from ?? from,
    }));
  const make = (rows: readonly Row[]): Sheet =>
    tableSheet(
      'Columns',
      rows,
      [
        {
          title: 'Sheet',
          width: 18,
          about: 'The sheet; leads to it.',
          cell: ({ sheet }) => references([sheetPlace(sheet)], [sheet]),
        },
        {
          title: 'Column',
          width: 28,
          about: 'The heading of the column.',
          cell: ({ title }) => words(title, looks.strong),
        },
        { title: 'Meaning', width: 66, about: 'What it means.', cell: ({ about }) => words(about) },
        {
          title: 'Allowed values',
          width: 56,
          about: 'What may stand in it; a list of words is offered as a drop-down.',
          cell: ({ allowed }) => words(allowed),
        },
        {
          title: 'Where it comes from',
          width: 46,
          about: 'The record that holds the value, or how it is worked out.',
          cell: ({ from }) => words(from),
        },
      ],
      ({ sheet, title }) => `Column ${sheet} ${title}`,
      { about: 'What every column of every sheet means.', from: 'This workbook', key: 1, caption: 2 },
    );
  const summary = summaryRows.map((row) => ({ sheet: 'Summary', ...row }));
  // The sheet speaks of itself as well.
  return make([...summary, ...[...sheets, make([])].flatMap(rowsOf)]);
}
