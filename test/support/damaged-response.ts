// Damages a filled corrective-action workbook in the ways that auditees, their programs and attackers do.
// What has to happen then stands in test/fixtures/corrective-actions/damages.json.
import {
  anotherSheetOnly,
  swollen,
  withDocumentType,
  withHiddenSheet,
  withMacros,
  withPassword,
} from './damaged-files.ts';
import { saveByLibreOffice } from './libre-office.ts';
import {
  cellText,
  changePart,
  changeParts,
  changeRows,
  clearCell,
  columnBefore,
  isRightOf,
  partOfSheet,
  type Parts,
  setCell,
  type SheetRow,
} from './sheet-parts.ts';

/** Where things stand in a valid filled workbook. It has at least three rows with an answer. */
export interface ResponseLayout {
  sheetName: string;
  headerRow: number;
  firstDataRow: number;
  lastDataRow: number;
  /** The letter of each column by its key. */
  columns: Readonly<Record<string, string>>;
  /** The cell that says which audit the file belongs to. */
  keyCell: { sheetName: string; cell: string };
  /** Key of the column with the key of the row. */
  rowKey: string;
  /** Key of the column by which a person knows the row, such as the number of the finding. */
  knownBy: string;
  /** Key of a column that the auditee must not change. */
  locked: string;
  /** Keys of the columns that take free text. */
  texts: readonly [string, ...string[]];
  /** Key of a column with a list of values. */
  choice: string;
  /** Key of a column with a day. */
  day: string;
  /** Last day of the audit, as `2026-10-16`. */
  auditEnd: string;
}

/** A damaged file, and what shows that it was treated as it must be. */
export interface Damaged {
  bytes: Uint8Array;
  /** Words that the refusal has to contain, in any case: numbers of rows as the spreadsheet shows them, headings. */
  mustName: string[];
  /** Texts that have to arrive unchanged, by the known name of their row and the key of their column. */
  carried: { row: string; column: string; text: string }[];
}

/** Texts that a spreadsheet, an XML reader or a page could take for something else. */
export const hostileTexts = [
  '=1+1',
  "+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1:A9)',
  '=HYPERLINK("https://example.invalid/?"&A1,"open")',
  ']]> & <b>bold</b> &amp; "quoted"',
  '<script>alert(1)</script>',
  'left \u202Etfel\u202C, עברית, 中文, e\u0301, 👩‍🔬',
  "'; DROP TABLE actions; --",
  '../../etc/passwd and C:\\Windows\\win.ini',
];

/** A day as a spreadsheet stores it. */
const serialOf = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

/** The rows of the response with names for what the damages touch. */
class OpenResponse {
  readonly header: SheetRow;
  readonly answers: SheetRow[];
  readonly parts: Parts;
  readonly rows: SheetRow[];
  readonly layout: ResponseLayout;

  constructor(parts: Parts, rows: SheetRow[], layout: ResponseLayout) {
    const { headerRow, firstDataRow, lastDataRow } = layout;
    const header = rows.find(({ number }) => number === headerRow);
    this.answers = rows.filter(({ number }) => number >= firstDataRow && number <= lastDataRow);
    if (!header || this.answers.length < 3) throw new Error('the layout does not describe this workbook');
    this.header = header;
    this.parts = parts;
    this.rows = rows;
    this.layout = layout;
  }

  /** The row from 0. Damage hits row 1, so that the first and the last are sound. */
  row(at: number): SheetRow {
    return this.answers[at] as SheetRow;
  }

  letters(key: string): string {
    const letters = this.layout.columns[key];
    if (!letters) throw new Error(`the layout has no column ${key}`);
    return letters;
  }

  heading(key: string): string {
    return cellText(this.parts, this.header, this.letters(key));
  }

  nameOf(row: SheetRow): string {
    return cellText(this.parts, row, this.letters(this.layout.knownBy));
  }

  textIn(row: SheetRow, key: string): string {
    return cellText(this.parts, row, this.letters(key));
  }
}

type Outcome = Partial<Omit<Damaged, 'bytes'>> & { rows?: SheetRow[] };

/** Changes the rows of the response. */
function inRows(bytes: Uint8Array, layout: ResponseLayout, change: (response: OpenResponse) => Outcome): Damaged {
  let outcome: Outcome = {};
  const changed = changeParts(bytes, (parts) =>
    changeRows(parts, layout.sheetName, (rows) => {
      outcome = change(new OpenResponse(parts, rows, layout));
      return outcome.rows;
    }),
  );
  return { bytes: changed, mustName: outcome.mustName ?? [], carried: outcome.carried ?? [] };
}

/** Changes one cell of row 1; its row and heading have to be named. */
const inCell =
  (column: (layout: ResponseLayout) => string, content: (before: string, layout: ResponseLayout) => CellContent) =>
  (bytes: Uint8Array, layout: ResponseLayout): Damaged =>
    inRows(bytes, layout, (response) => {
      const row = response.row(1);
      const key = column(layout);
      setCell(row, response.letters(key), content(response.textIn(row, key), layout));
      return { mustName: [String(row.number), response.heading(key)] };
    });
type CellContent = Parameters<typeof setCell>[2];

const asFile = (bytes: Uint8Array, ...mustName: string[]): Damaged => ({ bytes, mustName, carried: [] });

function mergeTwoRows(bytes: Uint8Array, layout: ResponseLayout): Damaged {
  const named = inRows(bytes, layout, (response) => {
    clearCell(response.row(2), response.letters(layout.texts[0]));
    return { mustName: [String(response.row(1).number)] };
  });
  const letters = layout.columns[layout.texts[0]];
  const first = layout.firstDataRow + 1;
  const merge = `<mergeCell ref="${letters}${first}:${letters}${first + 1}"/>`;
  const before = ['sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter'];
  const changed = changeParts(named.bytes, (parts) =>
    changePart(parts, partOfSheet(parts, layout.sheetName), (xml) => {
      if (xml.includes('</mergeCells>')) {
        return xml.replace(/<mergeCells\b[^>]*>/, '<mergeCells>').replace('</mergeCells>', `${merge}</mergeCells>`);
      }
      const ends = [...xml.matchAll(new RegExp(`<(?:${before.join('|')})\\b[^>]*/>|</(?:${before.join('|')})>`, 'g'))];
      const at = Math.max(...ends.map((end) => end.index + end[0].length));
      return `${xml.slice(0, at)}<mergeCells count="1">${merge}</mergeCells>${xml.slice(at)}`;
    }),
  );
  return { ...named, bytes: changed };
}

function fromAnotherAudit(bytes: Uint8Array, { keyCell }: ResponseLayout): Damaged {
  const [, letters = '', number] = /^([A-Z]+)(\d+)$/.exec(keyCell.cell) ?? [];
  const changed = changeParts(bytes, (parts) =>
    changeRows(parts, keyCell.sheetName, (rows) => {
      const row = rows.find((each) => each.number === Number(number));
      if (!row) throw new Error(`no row for ${keyCell.cell}`);
      // Another key of the same form: the last digits differ, as those of another audit would.
      const key = cellText(parts, row, letters);
      const signs = '0123456789abcdef';
      const end = Array.from(key.slice(-6)).map((sign) => signs[(signs.indexOf(sign) + 1) % 16]);
      setCell(row, letters, { text: key.slice(0, -6) + end.join('') });
    }),
  );
  return asFile(changed, 'another audit');
}

function removeColumn(bytes: Uint8Array, layout: ResponseLayout): Damaged {
  return inRows(bytes, layout, (response) => {
    const gone = response.letters(layout.texts[0]);
    const mustName = [response.heading(layout.texts[0])];
    for (const row of [response.header, ...response.answers]) {
      const kept = [...row.cells].filter(([letters]) => letters !== gone);
      row.cells = new Map(
        kept.map(([letters, cell]) => [isRightOf(letters, gone) ? columnBefore(letters) : letters, cell]),
      );
    }
    return { mustName };
  });
}

/** One kind of damage each. The kinds are those of damages.json. */
export const damages: Readonly<
  Record<string, (bytes: Uint8Array, layout: ResponseLayout) => Damaged | Promise<Damaged>>
> = {
  'other-audit': fromAnotherAudit,
  'row-key-changed': (bytes, layout) =>
    inRows(bytes, layout, (response) => {
      const row = response.row(1);
      setCell(row, response.letters(layout.rowKey), { text: `${response.textIn(row, layout.rowKey)}9` });
      return { mustName: [String(row.number)] };
    }),
  'row-key-emptied': (bytes, layout) =>
    inRows(bytes, layout, (response) => {
      clearCell(response.row(1), response.letters(layout.rowKey));
      return { mustName: [String(response.row(1).number)] };
    }),
  'row-key-doubled': (bytes, layout) =>
    inRows(bytes, layout, (response) => {
      const letters = response.letters(layout.rowKey);
      setCell(response.row(1), letters, { text: response.textIn(response.row(0), layout.rowKey) });
      return { mustName: [String(response.row(0).number), String(response.row(1).number)] };
    }),
  'row-removed': (bytes, layout) =>
    inRows(bytes, layout, (response) => {
      const gone = response.row(1);
      const rows = response.rows.filter((row) => row !== gone);
      const mustName = [response.nameOf(gone)];
      for (const row of rows) if (row.number > gone.number) row.number -= 1;
      return { rows, mustName };
    }),
  'row-added': (bytes, layout) =>
    inRows(bytes, layout, (response) => {
      const last = response.row(response.answers.length - 1);
      const added: SheetRow = { number: layout.lastDataRow + 1, attributes: last.attributes, cells: new Map() };
      setCell(added, response.letters(layout.texts[0]), { text: 'We found one more case at the second site.' });
      const rows = response.rows.filter(({ number }) => number !== added.number);
      return { rows: [...rows, added], mustName: [String(added.number)] };
    }),
  'locked-cell-edited': inCell(
    (layout) => layout.locked,
    (before) => ({ text: `${before} (not agreed)` }),
  ),
  'rows-merged': mergeTwoRows,
  'choice-outside-list': inCell(
    (layout) => layout.choice,
    () => ({ text: 'Nearly done' }),
  ),
  'day-that-is-none': inCell(
    (layout) => layout.day,
    () => ({ text: '31.02.2027' }),
  ),
  'day-before-audit': inCell(
    (layout) => layout.day,
    (_before, layout) => ({ number: serialOf(layout.auditEnd) - 400 }),
  ),
  'column-removed': removeColumn,
  'column-renamed': (bytes, layout) =>
    inRows(bytes, layout, (response) => {
      const heading = response.heading(layout.texts[0]);
      setCell(response.header, response.letters(layout.texts[0]), { text: 'Remarks of the works council' });
      return { mustName: [heading] };
    }),
  'other-sheet-only': async (_bytes, layout) => asFile(await anotherSheetOnly(), layout.sheetName),
  'overlong-cell': inCell(
    (layout) => layout.texts[0],
    () => ({ text: 'word '.repeat(40_000) }),
  ),
  'formula-for-value': inCell(
    (layout) => layout.texts[0],
    () => ({ formula: 'CONCATENATE("done in ","May")', result: 'done in May' }),
  ),
  'hidden-sheet': (bytes) => asFile(withHiddenSheet(bytes, 'Kept aside'), 'Kept aside'),
  macros: (bytes) => asFile(withMacros(bytes), 'macro'),
  truncated: (bytes) => asFile(bytes.slice(0, Math.floor(bytes.length * 0.6))),
  'zip-bomb': (bytes, layout) => asFile(swollen(bytes, layout.sheetName)),
  'document-type': (bytes, layout) => asFile(withDocumentType(bytes, layout.sheetName)),
  password: () => asFile(withPassword(), 'password'),
  'hostile-texts': (bytes, layout) =>
    inRows(bytes, layout, (response) => {
      const places = response.answers.flatMap((row) => layout.texts.map((column) => ({ row, column })));
      const carried = places.slice(0, hostileTexts.length).map(({ row, column }, at) => {
        // Where there are fewer places than texts, the last place takes all that are left.
        const last = at === places.length - 1;
        const text = last ? hostileTexts.slice(at).join('\n') : (hostileTexts[at] as string);
        setCell(row, response.letters(column), { text });
        return { row: response.nameOf(row), column, text };
      });
      return { carried };
    }),
  'rows-sorted': (bytes, layout) =>
    inRows(bytes, layout, (response) => {
      const numbers = response.answers.map(({ number }) => number).toReversed();
      response.answers.forEach((row, at) => {
        row.number = numbers[at] as number;
      });
      return {};
    }),
  'empty-rows-below': (bytes, layout) =>
    inRows(bytes, layout, (response) => {
      const last = response.row(response.answers.length - 1);
      const added = Array.from({ length: 20 }, (_, at) => {
        const row: SheetRow = {
          number: layout.lastDataRow + 1 + at,
          attributes: last.attributes,
          cells: new Map(last.cells),
        };
        for (const letters of last.cells.keys()) clearCell(row, letters);
        return row;
      });
      const taken = new Set(response.rows.map(({ number }) => number));
      return { rows: [...response.rows, ...added.filter(({ number }) => !taken.has(number))] };
    }),
  'widths-changed': (bytes, layout) =>
    asFile(
      changeParts(bytes, (parts) =>
        changePart(parts, partOfSheet(parts, layout.sheetName), (xml) =>
          xml.includes('<cols>')
            ? xml.replaceAll(/(?<=<col\b[^>]*?\swidth=")[^"]*/g, '61.5')
            : xml.replace('<sheetData', '<cols><col min="1" max="40" width="61.5" customWidth="1"/></cols><sheetData'),
        ),
      ),
    ),
  'saved-by-libreoffice': async (bytes) => asFile(await saveByLibreOffice(bytes)),
};
