import {
  auditStages,
  auditTypes,
  confidentialityLevels,
  grades,
  keysOf,
  verdicts,
} from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { countRows, countsTableName, groupTableNames, tallyVerdicts } from '../../sections/counts.ts';
import { reportState, standardName, versionInWords } from '../../sections/cover.ts';
import { crosswalkLines, crosswalkSources, sourceTitle } from '../../sections/crosswalk-rows.ts';
import { gradeNames, verdictNames, weightyFindings } from '../../sections/grading.ts';
import { sectionTitle } from '../../sections/layout.ts';
import { capitalise, licenceLine } from '../../sections/wording.ts';
import { amount, day, instant, references, type Sheet, sheetPlace, words } from '../cells.ts';
import { createSummaryPage, type SummaryPage } from '../summary-page.ts';
import { gradeLooks, type Look, looks, verdictLooks } from '../theme.ts';
import { resultCells, resultHeaders } from './result-cells.ts';
import { summaryCharts, writeChartTables } from './summary-charts.ts';

/** What the audit is, above everything else. */
function writeCover(page: SummaryPage, model: ReportModel): void {
  const { audit } = model;
  page.title(`${audit.ref} ${audit.title}`.trim());
  page.fact('Organisation', words(model.organization.name, looks.strong));
  page.fact('Reference', words(audit.ref));
  page.fact('Type', words(auditTypes[audit.type]));
  page.fact('Standard', words(standardName(model)));
  page.fact('State', words(capitalise(reportState(model))));
  page.fact('Version', words(versionInWords(model)));
}

/** The rest of what the cover of the report says. */
function writeFacts(page: SummaryPage, model: ReportModel): void {
  const { audit, catalogue, soa, product, head } = model;
  page.section('About this audit and this workbook');
  if (model.template.title !== auditTypes[audit.type]) page.fact('Template', words(model.template.title));
  page.fact('First day', day(audit.startsOn));
  page.fact('Last day', day(audit.endsOn));
  page.fact('Stage of the audit', words(auditStages[audit.status]));
  page.fact('Confidentiality', words(confidentialityLevels[audit.confidentiality]));
  page.fact('Statement of Applicability, version', words(soa.version));
  page.fact('Statement of Applicability, date', day(soa.date));
  page.fact('Statement of Applicability, approved by', words(soa.approver));
  if (soa.sourceNumber) page.fact('Statement of Applicability, file', references([soa.sourceNumber]));
  page.fact('Catalogue', words(`${catalogue.id}, version ${catalogue.version}`));
  page.fact('Catalogue, SHA-256', words(catalogue.hash));
  page.fact('Product', words(`${product.name} ${product.version}`));
  page.fact('Made at', instant(model.generatedAt));
  page.fact('Made by', words(model.generatedBy));
  if (model.requirements.some(({ licensedText }) => licensedText !== ''))
    page.fact('Text of the standard', words(licenceLine(model)));
  if (head) {
    page.fact('Newest change, at', instant(head.at));
    page.fact('Newest change, hash', words(head.hash));
  }
}

/** How the label of a count looks: the colour of the verdict or grade it counts; what is counted as a whole is bold. */
function countLooks(model: ReportModel): Map<string, Look> {
  const names = gradeNames(model);
  const called = verdictNames(model);
  return new Map([
    ...keysOf(verdicts).flatMap((key): [string, Look][] => [
      [`Requirements: ${called[key].word.toLowerCase()}`, verdictLooks[key]],
      [`Questions: ${called[key].word.toLowerCase()}`, verdictLooks[key]],
    ]),
    ...keysOf(grades).map((key): [string, Look] => [`Findings: ${names[key].toLowerCase()}`, gradeLooks[key]]),
  ]);
}

/** Every count of the audit, label beside number, in the words and the order of the report. */
function writeCounts(page: SummaryPage, model: ReportModel): void {
  const ownLooks = countLooks(model);
  const rows = countRows(model);
  page.section(countsTableName);
  const { first } = page.table(
    ['What is counted', 'Count'],
    rows.map(([label, count]) => [words(label, ownLooks.get(label) ?? looks.strong), amount(count)]),
  );
  for (const [index, [, , name]] of rows.entries()) page.name(`count_${name}`, `$B$${first + index}`);
}

/** The four questions of a board: the facts as one table, then every accepted answer. */
function writeGovernance(page: SummaryPage, model: ReportModel): void {
  page.section('Governance questions, requirements by result');
  page.table(
    ['Question', ...resultHeaders],
    model.governance.map(({ question, byVerdict }) => [words(question), ...resultCells(byVerdict)]),
  );
  for (const entry of model.governance) {
    const { question, answer, notAudited } = entry;
    page.section(question);
    page.prose('Answer', answer || 'The lead auditor has not accepted an answer yet.');
    for (const { title, numbers } of weightyFindings(model, entry))
      page.fact(title, numbers.length > 0 ? references(numbers) : words('None'));
    page.fact('Not audited', notAudited.length > 0 ? references(notAudited) : words('None'));
  }
}

/** Requirements by result per theme, per clause and per control group. */
function writeResults(page: SummaryPage, { themes, catalogue, requirements }: ReportModel): void {
  page.section('Results by theme');
  page.table(
    ['Theme', ...resultHeaders],
    themes.map(({ id, title, byVerdict }) => [words(`${id} ${title}`), ...resultCells(byVerdict)]),
  );
  for (const kind of ['clause', 'control'] as const) {
    const members = requirements.filter((requirement) => requirement.kind === kind);
    const groups = catalogue.groups.filter((group) => group.kind === kind);
    page.section(groupTableNames[kind]);
    page.table(
      [kind === 'clause' ? 'Clause' : 'Control group', ...resultHeaders],
      groups.map(({ id, title }) => [
        words(`${id} ${title}`),
        ...resultCells(tallyVerdicts(members.filter(({ group }) => group === id))),
      ]),
      [words('All', looks.strong), ...resultCells(tallyVerdicts(members), looks.total)],
    );
  }
}

/** What the audit leaves out and why. */
function writeScope(page: SummaryPage, { audit, requirements }: ReportModel): void {
  const leftOut = requirements.filter(({ isLeftOut }) => isLeftOut);
  if (leftOut.length === 0) return;
  page.section('Left out of this audit');
  page.fact('Requirements', references(leftOut.map(({ id }) => id)));
  page.prose('Reason', audit.leftOutReason.trim() || 'The reason is not recorded.');
}

/** What the links to other frameworks rest on, and how the requirements show it. */
function writeSources(page: SummaryPage, model: ReportModel): void {
  if (crosswalkLines(model).length === 0) return;
  page.section(sectionTitle('crosswalks', model));
  page.fact(
    'Asterisk on the sheet Requirements',
    words('A link that is our judgement; links without one are published.'),
  );
  for (const [key, text] of crosswalkSources(model)) page.prose(sourceTitle(key), text);
}

/** Where everything is: every sheet by its name, with what it is for. */
function writeSheets(page: SummaryPage, sheets: readonly Pick<Sheet, 'name' | 'about'>[]): void {
  page.section('Sheets of this workbook');
  for (const { name, about = '' } of sheets) page.fact(references([sheetPlace(name)], [name]), words(about));
}

/** The first sheet: the cover, charts, the other sheets, the counts, the board's questions, themes and groups. */
export function summarySheet(model: ReportModel, sheets: readonly Pick<Sheet, 'name' | 'about'>[]): Sheet {
  const page = createSummaryPage('Summary');
  writeCover(page, model);
  page.section('At a glance');
  const room = page.roomForCharts();
  writeFacts(page, model);
  writeSheets(page, sheets);
  writeCounts(page, model);
  const tables = writeChartTables(page, model);
  writeGovernance(page, model);
  writeResults(page, model);
  writeScope(page, model);
  writeSources(page, model);
  const charts = summaryCharts(model, tables, room);
  return page.sheet(charts);
}
