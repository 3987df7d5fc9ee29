import type { ExportWarning, ReportModel } from '../report-model.ts';
import type { Sheet } from './cells.ts';
import { fitWidths } from './fit-widths.ts';
import { continueLongTexts } from './long-texts.ts';
import { actionsSheet } from './sheets/actions-sheet.ts';
import { auditSheet } from './sheets/audit-sheet.ts';
import { checklistSheet } from './sheets/checklist-sheet.ts';
import { crosswalksSheet } from './sheets/crosswalks-sheet.ts';
import { decisionsSheet } from './sheets/decisions-sheet.ts';
import { evidenceSheet } from './sheets/evidence-sheet.ts';
import { findingsSheet } from './sheets/findings-sheet.ts';
import { meetingsSheet } from './sheets/meetings-sheet.ts';
import { notesSheet } from './sheets/notes-sheet.ts';
import { planSheet } from './sheets/plan-sheet.ts';
import { requirementsSheet } from './sheets/requirements-sheet.ts';
import { reviewSheet } from './sheets/review-sheet.ts';
import { samplesSheet } from './sheets/samples-sheet.ts';
import { signaturesSheet } from './sheets/signatures-sheet.ts';
import { soaSheet } from './sheets/soa-sheet.ts';
import { summarySheet } from './sheets/summary-sheet.ts';
import { systemsSheet } from './sheets/systems-sheet.ts';
import { teamSheet } from './sheets/team-sheet.ts';
import { versionsSheet } from './sheets/versions-sheet.ts';
import { countLines } from './row-heights.ts';
import { summaryValueWidth } from './summary-page.ts';
import { looks } from './theme.ts';

/** A workbook as plain rows: what the writer writes and the check compares with. */
export interface Workbook {
  title: string;
  subject: string;
  creator: string;
  application: string;
  /** What every page shows at its foot, beside the name of the sheet. */
  footer: string;
  createdAt: string;
  sheets: Sheet[];
  /** Where links go: the cell of a number or id, such as `'Findings'!A5`. */
  places: Map<string, string>;
}

/** Most links that one sheet may hold; beyond it spreadsheet programs drop all of them. */
const mostLinks = 65_000;

/** The workbook of a report, and what its reader should know. */
export function composeWorkbook(model: ReportModel): { workbook: Workbook; warnings: ExportWarning[] } {
  const checklist = checklistSheet(model);
  const sheets = [
    summarySheet(model),
    auditSheet(model),
    teamSheet(model),
    requirementsSheet(model),
    checklist,
    samplesSheet(model),
    soaSheet(model),
    findingsSheet(model),
    decisionsSheet(model),
    actionsSheet(model),
    evidenceSheet(model),
    systemsSheet(model),
    notesSheet(model),
    planSheet(model),
    meetingsSheet(model),
    crosswalksSheet(model),
    reviewSheet(model),
    signaturesSheet(model),
    versionsSheet(model),
  ];
  const warnings = sheets.flatMap(fitWidths);
  warnings.push(...continueLongTexts(sheets));
  // A requirement is found in the checklist; only one without a question is found among the requirements.
  const places = placesOf([checklist, ...sheets]);
  for (const sheet of sheets) warnings.push(...settleLinks(sheet, places));
  const workbook = {
    title: `${model.audit.ref} ${model.audit.title}`.trim(),
    subject: model.organization.name,
    creator: model.generatedBy,
    application: model.product.name,
    footer: model.audit.ref,
    createdAt: model.generatedAt,
    sheets,
    places,
  };
  return { workbook, warnings };
}

function placesOf(sheets: readonly Sheet[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { name, places: rows } of sheets) {
    for (const [target, row] of rows) if (!places.has(target)) places.set(target, `'${name}'!A${row}`);
  }
  return places;
}

/**
 * Takes the link off cells that have nowhere to go, off those beyond what a sheet can hold, and off texts of several
 * lines: LibreOffice shows a linked text as one line and would hide the rest.
 */
function settleLinks(sheet: Sheet, places: ReadonlyMap<string, string>): ExportWarning[] {
  let links = 0;
  let dropped = 0;
  for (const row of sheet.rows) {
    for (const [column, cell] of row.entries()) {
      if (cell.goesTo === undefined) continue;
      const width = sheet.table ? (sheet.widths[column] ?? 0) : summaryValueWidth;
      const linked = places.has(cell.goesTo) && countLines(String(cell.value), width) === 1;
      if (linked && links < mostLinks) {
        links += 1;
        continue;
      }
      if (linked) dropped += 1;
      delete cell.goesTo;
      if (cell.look === looks.link) cell.look = looks.body;
    }
  }
  if (dropped === 0) return [];
  return [{ record: sheet.name, message: `The sheet has more links than it can hold; ${dropped} are plain text.` }];
}
