import { confidentialityLevels } from '../../../shared/domain/vocabulary.ts';
import type { ExportWarning, ReportModel } from '../report-model.ts';
import type { BaseLook } from '../docx/base-look.ts';
import { factsOf } from '../docx/font-facts.ts';
import { themeOf } from '../docx/house-theme.ts';
import { versionInWords } from '../sections/cover.ts';
import type { Sheet } from './cells.ts';
import { fitWidths } from './fit-widths.ts';
import { type WordList, wordLists } from './lists.ts';
import { continueLongTexts, hasLongText, longTextsSheet } from './long-texts.ts';
import { linksSheet, settleLinks } from './settle-links.ts';
import type { HouseLook } from './theme.ts';
import { actionsSheet } from './sheets/actions-sheet.ts';
import { auditSheet } from './sheets/audit-sheet.ts';
import { checklistSheet } from './sheets/checklist-sheet.ts';
import { columnsSheet } from './sheets/columns-sheet.ts';
import { crosswalksSheet } from './sheets/crosswalks-sheet.ts';
import { decisionsSheet } from './sheets/decisions-sheet.ts';
import { evidenceSheet } from './sheets/evidence-sheet.ts';
import { findingsSheet } from './sheets/findings-sheet.ts';
import { listsSheet } from './sheets/lists-sheet.ts';
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

/** A workbook as plain rows: what the writer writes and the check compares with. */
export interface Workbook {
  title: string;
  subject: string;
  creator: string;
  application: string;
  /** What every page shows at its head, left and right. */
  header?: readonly [left: string, right: string];
  /** What every page shows at its foot, beside the name of the sheet. */
  footer: string;
  createdAt: string;
  /** Words for drop-downs. */
  lists?: readonly WordList[];
  /** The look of the house, where it has one. */
  house?: HouseLook;
  sheets: Sheet[];
}

/** What of the look of a report a workbook has too. */
function houseOf({ houseLayout }: ReportModel, base: BaseLook | undefined): Pick<Workbook, 'house'> {
  if (!houseLayout) return {};
  const { colours, styles, fonts } = themeOf(houseLayout, base);
  const font = styles.Heading1.font ?? fonts.text;
  const titles = styles.Heading1.colour ?? '';
  const house = { accent: colours.accent, titles, font, fitsHeads: factsOf(font).width <= 1.12 };
  return { house: { ...house, accent: house.accent.toUpperCase(), titles: titles.toUpperCase() } };
}

/** The workbook of a report, and what its reader should know. */
export function composeWorkbook(
  model: ReportModel,
  base?: BaseLook,
): { workbook: Workbook; warnings: ExportWarning[] } {
  const { audit, organization } = model;
  const registers = [
    auditSheet(model),
    teamSheet(model),
    requirementsSheet(model),
    checklistSheet(model),
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
  const warnings = registers.flatMap(fitWidths);
  const lists = wordLists(model);
  const closing = [linksSheet([]), columnsSheet([], lists), listsSheet(lists)] as const;
  const longTexts = registers.some(hasLongText) ? [longTextsSheet([])] : [];
  const sheets = [summarySheet(model, [...registers, ...longTexts, ...closing]), ...registers];
  warnings.push(...continueLongTexts(sheets));
  const explained = [columnsSheet([...sheets.slice(1), closing[0]], lists), closing[2]];
  const { links, warnings: aboutLinks } = settleLinks([...sheets, ...explained]);
  sheets.push(links, ...explained);
  warnings.push(...aboutLinks);
  const title = `${audit.ref} ${audit.title}`.trim();
  const state = `${versionInWords(model)}, ${confidentialityLevels[audit.confidentiality].toLowerCase()}`;
  const workbook = {
    title,
    subject: organization.name,
    creator: model.generatedBy,
    application: model.product.name,
    header: [`${title}, ${organization.name}`, state] as const,
    footer: audit.ref,
    createdAt: model.generatedAt,
    lists,
    ...houseOf(model, base),
    sheets,
  };
  return { workbook, warnings };
}
