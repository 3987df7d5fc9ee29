import {
  auditStages,
  auditTypes,
  confidentialityLevels,
  type Grade,
  grades,
  type Verdict,
  verdicts,
} from '../../../../shared/domain/vocabulary.ts';
import type { ReportModel } from '../../report-model.ts';
import { amount, type Cell, day, instant, references, type Sheet, words } from '../cells.ts';
import { createSummaryPage, type SummaryPage } from '../summary-page.ts';
import { gradeLooks, looks, verdictLooks } from '../theme.ts';

/** Verdicts in reading order: results first, open ones last. */
const verdictOrder: Verdict[] = [
  'conforms',
  'improvement',
  'nonconforming',
  'not-applicable',
  'not-audited',
  'in-progress',
  'not-started',
];

/** The names of the tables of counts, by which they are found again when the file is checked. */
export const countTables = {
  requirements: 'Requirements by result',
  questions: 'Questions by verdict',
  findings: 'Findings by grade',
  controls: 'Controls in the Statement of Applicability',
  records: 'Records',
} as const;

const verdictHeaders = verdictOrder.map((verdict) => verdicts[verdict]);
const verdictCounts = (tally: Record<Verdict, number>): Cell[] => verdictOrder.map((verdict) => amount(tally[verdict]));
const verdictRows = (tally: Record<Verdict, number>) =>
  verdictOrder.map((verdict) => ({ label: verdicts[verdict], look: verdictLooks[verdict], count: tally[verdict] }));

/** What the cover of the report says. */
function writeCover(page: SummaryPage, model: ReportModel): void {
  const { audit, catalogue, soa, product, head } = model;
  const standard = [audit.standard || catalogue.standard.name, audit.edition || catalogue.standard.edition];
  page.title(`${audit.ref} ${audit.title}`.trim());
  page.fact('Organisation', words(model.organization.name, looks.strong));
  page.fact('Reference', words(audit.ref));
  page.fact('Type', words(auditTypes[audit.type]));
  page.fact('Standard', words(standard.filter(Boolean).join(':')));
  page.fact('From', day(audit.startsOn));
  page.fact('To', day(audit.endsOn));
  page.fact('State', words(auditStages[audit.status]));
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
  if (head) {
    page.fact('Newest change, at', instant(head.at));
    page.fact('Newest change, hash', words(head.hash));
  }
}

/** The counts of the audit. Every table says what it counts. */
function writeCounts(page: SummaryPage, { counts }: ReportModel): void {
  page.section(countTables.requirements);
  page.counts(['Result', 'Requirements'], verdictRows(counts.requirements.byVerdict), counts.requirements.total);
  page.section(countTables.questions);
  page.counts(['Verdict', 'Questions'], verdictRows(counts.questions.byVerdict), counts.questions.total);
  page.section(countTables.findings);
  const gradeRows = (Object.keys(grades) as Grade[]).map((grade) => {
    return { label: grades[grade], look: gradeLooks[grade], count: counts.findings.byGrade[grade] };
  });
  page.counts(['Grade', 'Findings'], gradeRows, counts.findings.total);
  const plain = (label: string, count: number) => ({ label, look: looks.body, count });
  page.section(countTables.controls);
  const { applicable, excluded, additional } = counts.controls;
  const controls = [plain('Applicable', applicable), plain('Excluded', excluded), plain('Additional', additional)];
  page.counts(['Controls', 'Number'], controls, null);
  page.section(countTables.records);
  page.counts(
    ['Records', 'Number'],
    [
      plain('Requirements audited', counts.requirements.audited),
      plain('Questions answered', counts.questions.answered),
      plain('Evidence', counts.evidence),
      plain('Notes', counts.notes),
      plain('Actions', counts.actions.total),
      plain('Actions open', counts.actions.open),
    ],
    null,
  );
}

/** The four questions of a board: the facts as one table, then every accepted answer. */
function writeGovernance(page: SummaryPage, model: ReportModel): void {
  page.section('Governance questions, requirements by result');
  page.table(
    ['Question', 'Requirements', ...verdictHeaders],
    model.governance.map(({ question, requirements, byVerdict }) => [
      words(question),
      amount(requirements),
      ...verdictCounts(byVerdict),
    ]),
  );
  for (const { question, answer, nonconformities, notAudited } of model.governance) {
    page.section(question);
    page.prose('Answer', answer || 'The lead auditor has not accepted an answer yet.');
    page.fact('Nonconformities', nonconformities.length > 0 ? references(nonconformities) : words('None'));
    page.fact('Not audited', notAudited.length > 0 ? references(notAudited) : words('None'));
  }
}

/** Requirements by result per theme and per group. */
function writeCoverage(page: SummaryPage, model: ReportModel): void {
  page.section('Themes, requirements by result');
  page.table(
    ['Theme', 'Requirements', ...verdictHeaders],
    model.themes.map(({ id, title, total, byVerdict }) => [
      words(`${id} ${title}`),
      amount(total),
      ...verdictCounts(byVerdict),
    ]),
  );
  page.section('Clauses and control groups, requirements by result');
  page.table(
    ['Group', 'Requirements', ...verdictHeaders],
    model.catalogue.groups.map(({ id, title }) => {
      const members = model.requirements.filter(({ group }) => group === id);
      const having = (verdict: Verdict) => members.filter(({ result }) => result.verdict === verdict).length;
      return [
        words(`${id} ${title}`),
        amount(members.length),
        ...verdictOrder.map((verdict) => amount(having(verdict))),
      ];
    }),
  );
}

/** The first sheet: the cover, the counts, the board's questions, themes and groups. */
export function summarySheet(model: ReportModel): Sheet {
  const page = createSummaryPage('Summary');
  writeCover(page, model);
  writeCounts(page, model);
  writeGovernance(page, model);
  writeCoverage(page, model);
  return page.sheet();
}
