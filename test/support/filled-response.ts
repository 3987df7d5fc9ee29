// A corrective-action workbook of an invented audit, filled in cell by cell as an auditee does.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { columns, facts, instructionsName, answersName } from '../../electron/exchange/response/columns.ts';
import { columnName } from '../../electron/exports/xlsx/places.ts';
import type { Api } from '../../shared/rpc/client.ts';
import type { AnswerField } from '../../shared/domain/response-rows.ts';
import type { ResponseLayout } from './damaged-response.ts';
import { changeParts, changeRows, clearCell, partOfSheet, setCell } from './sheet-parts.ts';
import { aFolder, anEngine } from './workspace.ts';

/** What stands in the cells of one row, as the spreadsheet shows it; a day as an ISO date. */
export type Filled = Partial<Record<AnswerField, string>>;

export const letters = Object.fromEntries(columns.map(({ key }, index) => [key, columnName(index)]));
const days: readonly string[] = columns.filter(({ kind }) => kind === 'day').map(({ key }) => key);
const serialOf = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

/** Fills the rows of a workbook from the first on. An empty text clears the cell. */
export function fillIn(bytes: Uint8Array, rows: readonly Filled[]): Uint8Array {
  return changeParts(bytes, (parts) =>
    changeRows(parts, answersName, (all) => {
      for (const [at, filled] of rows.entries()) {
        const row = all.find(({ number }) => number === at + 2);
        if (!row) throw new Error(`no row ${at + 2}`);
        for (const [key, text] of Object.entries(filled)) {
          const column = letters[key] ?? '';
          if (text === '') clearCell(row, column);
          else setCell(row, column, days.includes(key) ? { number: serialOf(text) } : { text });
        }
      }
    }),
  );
}

/** Where the instructions say which audit the workbook belongs to. */
function keyCell(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const strings = [...strFromU8(parts['xl/sharedStrings.xml']!).matchAll(/<si>.*?<t[^>]*>([\s\S]*?)<\/t>/g)];
  const label = strings.findIndex(([, text]) => text === facts.audit);
  const xml = strFromU8(parts[partOfSheet(parts, instructionsName)]!);
  const row = new RegExp(`<c r="A(\\d+)"[^>]*t="s"[^>]*><v>${label}</v>`).exec(xml)?.[1];
  return `B${row}`;
}

/** The layout of a workbook with so many rows. */
export const layoutOf = (bytes: Uint8Array, rows: number): ResponseLayout => ({
  sheetName: answersName,
  headerRow: 1,
  firstDataRow: 2,
  lastDataRow: rows + 1,
  columns: letters,
  keyCell: { sheetName: instructionsName, cell: keyCell(bytes) },
  rowKey: 'key',
  knownBy: 'finding',
  locked: 'nature',
  texts: ['correction', 'extent', 'cause', 'action', 'comment'],
  choice: 'correctionStatus',
  day: 'actionPlanned',
  auditEnd: '2026-10-16',
});

/** Three rows with every answer. */
export const answers: readonly Filled[] = [
  {
    correction: 'The assessment was done again for model 3.0.',
    correctionOwner: 'Owner of Claims triage',
    correctionPlanned: '2026-10-30',
    correctionStatus: 'Done',
    extent: 'Both other systems were looked at.\nOne had the same gap.',
    cause: 'The release form has no question about it.',
    action: 'The release form asks for the assessment; release is blocked without it.',
    actionOwner: 'Head of release',
    actionPlanned: '2026-12-15',
    actionStatus: 'Open',
    position: 'Agrees',
    comment: 'Thank you.',
    statedBy: 'Head of quality',
  },
  {
    correction: 'The list was completed.',
    cause: 'Nobody was named to keep it.',
    action: 'A keeper is named.',
    actionPlanned: '2027-01-10',
    correctionStatus: 'Open',
    position: 'Disagrees',
    comment: 'The list was complete on the day before.',
    statedBy: 'Head of quality',
  },
  { correction: 'Under way.', correctionOwner: 'Quality', position: 'Agrees' },
];

/** An audit with four findings, of which three ask for a response, and its workbook as it goes out. */
export async function anAuditWithWorkbook() {
  const { api } = await anEngine();
  await api.call('settings.write', { name: 'Ada Auditor' });
  const { ref, id } = await api.call('audits.create', {
    title: 'Stage 2 of Invented Ltd',
    type: 'stage-2',
    organization: 'Invented Ltd',
    startsOn: '2026-10-12',
    endsOn: '2026-10-16',
    questions: ['Q-8.4-01'],
  });
  const raise = (fields: object) =>
    api.call('findings.create', {
      audit: ref,
      fields: {
        grade: 'minor',
        requirements: ['8.4'],
        requirement: 'Redo on change.',
        nature: 'Not redone.',
        ...fields,
      },
    });
  const findings = [
    await raise({ grade: 'major' }),
    await raise({ nature: 'Not kept & not seen.' }),
    await raise({ grade: 'strength' }),
    await raise({ nature: 'Left out.' }),
  ];
  const sound = await exportedBytes(api, ref);
  return { api, ref, id, findings, ...sound };
}

/** Exports the workbook of an audit and reads its bytes. */
export async function exportedBytes(api: Api, audit: string): Promise<{ bytes: Uint8Array; rows: number }> {
  const made = await api.call('actions.exportWorkbook', { audit, path: path.join(aFolder(), 'workbook.xlsx') });
  return { bytes: new Uint8Array(readFileSync(made.path)), rows: made.rows };
}
