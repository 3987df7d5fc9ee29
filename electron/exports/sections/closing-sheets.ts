// The sheets of the closing meeting: each finding on a page of its own, to be talked through, answered and signed.
import { auditTypes, confidentialityLevels, earlierStatuses } from '../../../shared/domain/vocabulary.ts';
import type { Block, ReportDocument, Run, TableBlock } from '../blocks.ts';
import type { ReportFinding, ReportModel } from '../report-model.ts';
import { cell, heading, joinRuns, paragraph, row, words } from './composing.ts';
import { languageTag } from './language.ts';
import { gradeNames, shortGrades } from './grading.ts';
import { formatDay, sayPosition } from './wording.ts';

/** By when something has to be done about a finding, and on what basis. */
export interface SheetDue {
  what: string;
  day: string;
  basis: string;
}

/** A finding with what its sheet says beside it. */
export interface ClosingSheet {
  finding: ReportFinding;
  due: SheetDue[];
}

/** What the sheets are made of, as plain objects. */
export interface ClosingSheets
  extends Pick<
    ReportModel,
    'product' | 'generatedAt' | 'generatedBy' | 'template' | 'houseLayout' | 'audit' | 'organization' | 'team'
  > {
  sheets: ClosingSheet[];
}

/** What people write, as paragraphs of plain words: a sheet has no other place that a reference could lead to. */
const written = (text: string): Run[][] =>
  text
    .trim()
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[\t ]*\n\s*/)
    .map((part) => [words(part)]);

/** Room to write by hand. */
const blankLines = (count: number) => '\u00a0\n'.repeat(count - 1) + '\u00a0';

function factsLine(model: ClosingSheets, finding: ReportFinding): Run[] {
  const raised = [formatDay(finding.raisedAt), finding.raisedBy && `by ${finding.raisedBy}`].filter(Boolean).join(' ');
  const part = (label: string, values: readonly string[]) =>
    values.length > 0 ? [words(`${label} ${values.join(', ')}`)] : [];
  return [
    { kind: 'chip', text: shortGrades(model)[finding.grade], tone: finding.grade },
    words('   '),
    ...joinRuns([
      part(finding.systemNames.length > 1 ? 'Systems' : 'System', finding.systemNames),
      part('Evidence', finding.evidenceNumbers),
      raised ? [words(`Raised ${raised}`)] : [],
    ]),
  ];
}

/** The parts of a finding. The header says which one it is and is repeated where the table goes on to another page. */
function statement(model: ClosingSheets, { finding, due }: ClosingSheet): TableBlock {
  const { number, grade } = finding;
  const name = gradeNames(model)[grade];
  const definition = model.template.grades.find((one) => one.grade === grade)?.definition.trim() ?? '';
  const parts: [string, Run[][]][] = [
    ['Requirement', written(finding.requirement || 'Not written yet.')],
    ['Evidence', written(finding.evidence || 'Not written yet.')],
    ['Nature', written(finding.nature || 'Not written yet.')],
    [
      'Grade',
      [[words(name, 'bold'), ...(definition ? [words(`. ${definition}`)] : [])], ...written(finding.gradeReason)],
    ],
  ];
  if (finding.earlierFinding !== null)
    parts.splice(3, 0, [
      'Earlier finding',
      [
        [words(`${finding.earlierReference}. ${earlierStatuses[finding.earlierStatus]}.`)],
        ...written(finding.earlierReason),
      ],
    ]);
  if (due.length > 0) {
    const lines = due.map(({ what, day, basis }) => {
      const days: Run[] = [words(`${what} by ${formatDay(day)}`, 'bold')];
      return basis.trim() ? [...days, words(`: ${basis.trim()}`)] : days;
    });
    parts.push(['Response due', lines]);
  }
  const requirements = finding.requirements.join(', ');
  return {
    kind: 'table',
    name: `${number}, statement`,
    columns: [
      { title: number, width: 30 },
      { title: [name, requirements].filter(Boolean).join(' · '), width: 136 },
    ],
    rows: parts.map(([label, texts]) =>
      row(cell([words(label, 'bold')]), cell(texts.filter((runs) => runs.some(({ text }) => text !== '')))),
    ),
  };
}

function position(finding: ReportFinding): Block[] {
  const isRecorded = finding.auditeePosition !== '';
  const said = isRecorded ? `${sayPosition(finding)}.` : '☐  agrees          ☐  disagrees';
  const comment = finding.auditeeComment.trim();
  return [
    heading(3, "Auditee's position"),
    {
      kind: 'facts',
      name: `${finding.number}, position`,
      labelWidth: 30,
      rows: [
        { label: 'Position', paragraphs: [[words(said)]] },
        { label: 'Comment', paragraphs: comment ? written(comment) : [[words(isRecorded ? 'none' : blankLines(4))]] },
      ],
    },
  ];
}

function acknowledgement(model: ClosingSheets, finding: ReportFinding): Block[] {
  const leads = model.team.filter(({ role }) => role === 'lead-auditor').map(({ name }) => name);
  const room = blankLines(2);
  return [
    heading(3, `Acknowledgement of ${finding.number}`),
    paragraph(
      'The finding was presented at the closing meeting and is understood. To acknowledge it is not to agree with it.',
      'lead',
    ),
    {
      kind: 'table',
      name: `${finding.number}, acknowledgement`,
      columns: [
        { title: 'For', width: 36 },
        { title: 'Name and role', width: 48 },
        { title: 'Date', width: 28 },
        { title: 'Signature', width: 54 },
      ],
      rows: [
        row(cell('the organisation'), cell(finding.auditeeBy.trim() || room), cell(''), cell(room)),
        row(cell('the audit team'), cell(leads.join(', ') || room), cell(''), cell(room)),
      ],
      together: true,
    },
  ];
}

/** The document of the sheets: every finding begins a page, and each further page of it carries its number. */
export function composeClosingSheets(model: ClosingSheets): ReportDocument {
  const { audit, organization, product } = model;
  const short = shortGrades(model);
  return {
    title: `${audit.ref} Findings at the closing meeting`,
    subject: organization.name,
    creator: model.generatedBy,
    company: model.team.find(({ role }) => role === 'lead-auditor')?.organization ?? '',
    keywords: [audit.ref, auditTypes[audit.type]],
    product: `${product.name} ${product.version}`,
    createdAt: model.generatedAt,
    language: languageTag(audit.language),
    properties: [
      ['Reference', audit.ref],
      ['Classification', confidentialityLevels[audit.confidentiality]],
      ['Organisation', organization.name],
      ['Made with', `${product.name} ${product.version}`],
    ],
    header: {
      left: `${audit.ref} · ${organization.name.slice(0, 60)} · closing meeting`,
      right: confidentialityLevels[audit.confidentiality],
    },
    ...(model.houseLayout?.footer.trim() && { footer: model.houseLayout.footer.trim() }),
    blocks: model.sheets.flatMap((sheet): Block[] => {
      const { finding } = sheet;
      const { number, grade } = finding;
      return [
        { kind: 'heading', level: 1, number, text: finding.heading || short[grade], place: number },
        paragraph(factsLine(model, finding), 'lead'),
        statement(model, sheet),
        ...position(finding),
        ...acknowledgement(model, finding),
      ];
    }),
  };
}
