import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { type Cell, type Sheet, words } from '../../exports/xlsx/cells.ts';
import { countLines, heightOf } from '../../exports/xlsx/row-heights.ts';
import { looks } from '../../exports/xlsx/theme.ts';
import { type Column, emptyOf, facts, type SheetPlan } from './column-kinds.ts';
import { readMeName, sheetKeys, sheets } from './columns.ts';

const widths = [24, 58, 88];
const wholeWidth = widths.reduce((sum, width) => sum + width, 0);

const rules = [
  'This sheet is for people and is not read. Everything else in this file is the catalogue; change it, save it as .xlsx and import it.',
  'Give an own catalogue an id and a version of its own in the sheet Catalogue. It is kept beside those of Plumbline and never replaces them.',
  'Only the sheet Questions is needed, with the columns Requirement and Question. A sheet that is missing is taken from the catalogue named under Made from, or from the newest one that comes with Plumbline. A sheet with its headings alone is empty.',
  'A list has one entry a line (Alt+Enter). A list of ids may also be separated by commas or semicolons. Other texts are kept exactly as they are. Columns may stand in any order; do not merge cells or add columns.',
  'A file with anything wrong is refused as a whole, and every problem is named with its sheet, row and column.',
];

const allPlans: readonly SheetPlan[] = sheetKeys.map((key) => sheets[key]);

/** The columns of a sheet in one line; needed ones carry a star. */
const columnNames = ({ columns }: SheetPlan) =>
  columns.map(({ heading, needed }) => (needed ? `${heading}*` : heading)).join(', ');

const kindWords = {
  text: 'text',
  line: 'one line',
  list: 'list, one entry a line',
  ids: 'list of ids',
  flag: 'yes or no',
  amount: 'whole number',
} as const;

function sayEmpty(column: Column): string {
  const empty = emptyOf(column);
  if (column.needed || empty === '' || empty === undefined) return '';
  if (Array.isArray(empty)) return column.empty === undefined ? '' : 'empty: all';
  return `empty: ${typeof empty === 'boolean' ? (empty ? 'yes' : 'no') : empty}`;
}

function sayColumn(column: Column): string {
  const what =
    column.kind === 'word' || column.kind === 'words'
      ? `${column.kind === 'words' ? 'any of ' : ''}${Object.values(column.choices).join(', ')}`
      : kindWords[column.kind];
  const isPlain = column.kind === 'text' || column.kind === 'line';
  return [isPlain && column.about ? '' : what, column.about ?? '', sayEmpty(column)].filter(Boolean).join('; ');
}

/** Columns that want more than a text, each with the sheets it stands in. */
function columnRows(): [name: string, where: string, what: string][] {
  const rows = new Map<string, { heading: string; what: string; where: string[] }>();
  for (const { name, columns } of allPlans) {
    for (const column of columns) {
      const what = sayColumn(column);
      if (what === kindWords.text || what === kindWords.line) continue;
      const key = `${column.heading}\n${what}`;
      const row = rows.get(key) ?? { heading: column.heading, what, where: [] };
      row.where.push(name);
      rows.set(key, row);
    }
  }
  return [...rows.values()].map(({ heading, what, where }) => [heading, where.join(', '), what]);
}

/** The sheet that tells people what the file is and how it is filled in. */
export function readMe(catalogue: Catalogue): Sheet {
  const { id, version, title, standard } = catalogue;
  const rows: Cell[][] = [];
  const merges: string[] = [];
  const heights = new Map<number, number>();
  const empty = (look = looks.body): Cell => ({ value: null, look });
  const across = (cell: Cell, from: 'A' | 'B', width: number) => {
    rows.push(from === 'A' ? [cell, empty(), empty()] : [...rows.splice(-1)[0]!.slice(0, 1), cell, empty()]);
    merges.push(`${from}${rows.length}:C${rows.length}`);
    heights.set(rows.length, heightOf(countLines(String(cell.value), width)));
  };
  const fact = (label: string, value: string) => {
    rows.push([words(label, looks.label)]);
    across(words(value), 'B', wholeWidth - widths[0]!);
  };
  const section = (text: string) => {
    rows.push([], [words(text, looks.section)]);
    heights.set(rows.length, 20);
  };
  const table = (header: string[], body: string[][]) => {
    rows.push(header.map((text) => words(text, looks.header)));
    for (const row of body) rows.push(row.map((text, index) => words(text, index === 0 ? looks.strong : looks.body)));
  };

  rows.push([words('A catalogue for audits with Plumbline', looks.title)]);
  heights.set(1, 26);
  fact('Title', title || standard.title);
  fact('Standard', `${standard.name}, edition ${standard.edition}`);
  fact('Id and version', `${id}, version ${version}`);
  const { requirements, questions, templates } = catalogue;
  fact(
    'Contents',
    `${requirements.length} requirements, ${questions.length} questions, ${templates.length} templates of audits`,
  );
  section('How to make one of your own');
  for (const rule of rules) across(words(rule), 'A', wholeWidth);
  section('Sheets');
  table(
    ['Sheet', 'What it holds', 'Columns (* needed)'],
    allPlans.map((plan) => [plan.name, plan.about, columnNames(plan)]),
  );
  section('What stands in the columns');
  across(words('Columns not named here hold texts.'), 'A', wholeWidth);
  table(
    ['Column', 'Sheets', 'What stands in it'],
    [
      ...columnRows(),
      [
        sheets.facts.columns[1].heading,
        sheets.facts.name,
        `text; what the field says: ${Object.values(facts).join(', ')}`,
      ],
    ],
  );
  return { name: readMeName, widths, rows, table: false, key: 0, places: new Map(), merges, heights };
}
