// Everything that is recorded about the audit, the organisation, the SoA as a whole and the conclusions, one row each.
import { auditStages, auditTypes, confidentialityLevels, systemRoles } from '../../../../shared/domain/vocabulary.ts';
import { whatHeadsProve } from '../../../../shared/proof/signed-heads.ts';
import type { ReportModel } from '../../report-model.ts';
import { amount, type Cell, day, instant, references, type Sheet, tableSheet, words } from '../cells.ts';
import { looks } from '../theme.ts';
import { scaleRows } from './scale-rows.ts';

type Row = [subject: string, field: string, value: Cell];

/** The fields of the records that a workbook has once. */
export function auditSheet(model: ReportModel): Sheet {
  const rows = [
    ...auditRows(model),
    ...organizationRows(model),
    ...scaleRows(model),
    ...soaRows(model),
    ...conclusionRows(model),
    ...historyRows(model),
    ...model.switchedRules.map(({ title, reason }): Row => ['Rules switched off', title, words(reason)]),
  ];
  return tableSheet(
    'Audit',
    rows,
    [
      {
        title: 'About',
        width: 26,
        about:
          'The record that the field belongs to: audit, organisation, Statement of Applicability, conclusions, signed history, rules that are switched off.',
        cell: ([subject]) => words(subject),
      },
      { title: 'Field', width: 32, about: 'The name of the field.', cell: ([, field]) => words(field, looks.strong) },
      { title: 'Value', width: 90, about: 'What is recorded in the field.', cell: ([, , value]) => value },
    ],
    ([subject, field]) => `${subject}, ${field}`,
    {
      about: 'Everything that is recorded once: audit, organisation, Statement of Applicability, conclusions.',
      from: 'The record that the first column names',
      key: 1,
    },
  );
}

function auditRows({ audit, template, guideline, houseLayout }: ReportModel): Row[] {
  const rows: [string, Cell][] = [
    ['Reference', words(audit.ref)],
    ['Title', words(audit.title)],
    ['Type', words(auditTypes[audit.type])],
    ['Stage', words(auditStages[audit.status])],
    ['Standard', words(audit.standard)],
    ['Edition', words(audit.edition)],
    ['Catalogue', words(audit.catalogue)],
    ['Template', words(`${template.title} (${audit.template})`)],
    ['Guidance on auditing', words(guideline?.title ?? audit.guideline)],
    ['Roles for AI in scope', words(audit.aiRoles.map((role) => systemRoles[role]).join(', '))],
    ['Objectives', words(audit.objectives)],
    ['Scope', words(audit.scope)],
    ['Criteria', words(audit.criteria)],
    ['Left out', references(audit.leftOut)],
    ['Reason for leaving out', words(audit.leftOutReason)],
    ['First day', day(audit.startsOn)],
    ['Last day', day(audit.endsOn)],
    ['Sites', words(audit.sites)],
    ['Remote share, per cent', amount(audit.remoteShare, looks.body)],
    ['Language', words(audit.language)],
    ['People in scope', amount(audit.peopleInScope, looks.body)],
    ['Confidentiality', words(confidentialityLevels[audit.confidentiality])],
    ['Distribution list', words(audit.distribution)],
    ['Limits', words(audit.limits)],
    ['Changes since last audit', words(audit.changesSinceLast)],
    ['Representative of the client', words(audit.representative)],
    ['Combined, joint or integrated audit', words(audit.combined)],
    ['Legal context', words(audit.legalContext)],
    ['Evidence withheld', words(audit.withheld)],
    ['Deviations from the plan', words(audit.deviations)],
    ['Kept until', day(audit.retainUntil)],
    ['Reviewed before issue', words(audit.reviewStep ? 'Yes' : 'No')],
    ['Reviewer', words(audit.reviewer)],
    ['Released at', instant(audit.releasedAt)],
    ['Released by', words(audit.releasedBy)],
    ['Reason for the correction', words(audit.correctionReason)],
    ['Pattern of file names', words(audit.fileNamePattern)],
    ['Layout of the report', words(houseLayout?.name ?? 'The usual one')],
  ];
  return rows.map(([field, value]) => ['Audit', field, value]);
}

function organizationRows({ organization }: ReportModel): Row[] {
  const { name, sector, description, sites, peopleInScope } = organization;
  return [
    ['Organisation', 'Name', words(name)],
    ['Organisation', 'Sector', words(sector)],
    ['Organisation', 'Description', words(description)],
    ['Organisation', 'Sites', words(sites)],
    ['Organisation', 'People in scope', amount(peopleInScope, looks.body)],
  ];
}

function soaRows({ soa }: ReportModel): Row[] {
  const subject = 'Statement of Applicability';
  return [
    [subject, 'Version', words(soa.version)],
    [subject, 'Date', day(soa.date)],
    [subject, 'Approved by', words(soa.approver)],
    [subject, 'File', references(soa.sourceNumber ? [soa.sourceNumber] : [])],
    [subject, 'Sheet of the file', words(soa.sourceSheet)],
  ];
}

/** Where the chains of changes end, signed by the device that issued the version. Drafts have none. */
function historyRows({ signedHeads }: ReportModel): Row[] {
  const subject = 'Signed history';
  if (!signedHeads) return [];
  const { heads, signedAt, device, publicKey, signature } = signedHeads;
  return [
    ...heads.flatMap((head, place): Row[] => {
      const which = heads.length === 1 ? '' : ` ${place + 1}`;
      return [
        [subject, `Newest change${which}`, words(head.change)],
        [subject, `Hash of the newest change${which}`, words(head.hash)],
        [subject, `Number of changes${which}`, amount(head.length, looks.body)],
        [subject, `Written on device${which}`, words(head.device)],
      ];
    }),
    [subject, 'Signed at', instant(signedAt)],
    [subject, 'Signed on device', words(device)],
    [subject, 'Ed25519 key of the device', words(publicKey)],
    [subject, 'Signature', words(signature)],
    [subject, 'What it proves', words(whatHeadsProve)],
  ];
}

/** The conclusions, once the lead auditor has accepted them: a draft is nobody's word. */
function conclusionRows({ conclusion, governance }: ReportModel): Row[] {
  const subject = 'Conclusions';
  if (!conclusion.acceptedAt) return [[subject, 'Accepted at', words('Not accepted yet')]];
  const question = (id: string) => governance.find((entry) => entry.id === id)?.question ?? id;
  return [
    [subject, 'Objectives met', words(conclusion.objectivesMet)],
    [subject, 'Conformity', words(conclusion.conformity)],
    [subject, 'Effectiveness', words(conclusion.effectiveness)],
    [subject, 'Recommendation', words(conclusion.recommendation)],
    [subject, 'Unresolved differing opinions', words(conclusion.differences)],
    [subject, 'Limits', words(conclusion.limits)],
    [subject, 'Not audited', words(conclusion.notAudited)],
    [subject, 'Fitness of the scope', words(conclusion.scopeFit)],
    [subject, 'Actions on earlier findings', words(conclusion.earlierActions)],
    [subject, 'Matters for the audit programme', words(conclusion.programme)],
    [subject, 'Use of certificate and marks', words(conclusion.marks)],
    ...(['governs', 'accountable', 'risks', 'oversight'] as const).map(
      (id): Row => [subject, question(id), words(conclusion[id])],
    ),
    [subject, 'Accepted at', instant(conclusion.acceptedAt)],
    [subject, 'Accepted by', words(conclusion.acceptedBy)],
  ];
}
