import { z } from 'zod';
import { aiSystemFields } from '../domain/ai-systems.ts';
import { auditFields } from '../domain/audits.ts';
import { organizationFields } from '../domain/organizations.ts';
import { progressDay } from '../domain/progress.ts';
import { teamMemberFields } from '../domain/team-members.ts';
import { method } from './method.ts';
import {
  actionRecord,
  aiSystemRecord,
  auditKey,
  auditRecord,
  base,
  checklistItemRecord,
  conclusionRecord,
  evidenceRecord,
  findingRecord,
  gradeDecisionRecord,
  linkRecord,
  meetingRecord,
  newId,
  noteLinkRecord,
  noteRecord,
  organizationRecord,
  patchOf,
  planSlotRecord,
  reportIssueRecord,
  auditGradeRecord,
  reviewCommentRecord,
  sampleRecord,
  signatureRecord,
  soaRecord,
  step,
  switchedRuleRecord,
  teamMemberRecord,
} from './records.ts';

const givenByEngine = [
  'ref',
  'organization',
  'standard',
  'edition',
  'catalogue',
  'template',
  'releasedAt',
  'releasedBy',
  'correctionReason',
] as const;

export const auditRow = z.object({
  id: z.string(),
  ref: z.string(),
  title: z.string(),
  type: auditFields.shape.type,
  status: auditFields.shape.status,
  organization: z.string(),
  startsOn: auditFields.shape.startsOn,
  endsOn: auditFields.shape.endsOn,
  items: z.int(),
  answered: z.int(),
  findings: z.int(),
  evidence: z.int(),
});
export type AuditRow = z.output<typeof auditRow>;

/** A whole audit as one object. `head` is the newest change the object contains, to be used as `base`. */
export const openAudit = z.object({
  audit: auditRecord,
  organization: organizationRecord,
  aiSystems: z.array(aiSystemRecord),
  team: z.array(teamMemberRecord),
  checklist: z.array(checklistItemRecord),
  soa: soaRecord,
  planSlots: z.array(planSlotRecord),
  meetings: z.array(meetingRecord),
  samples: z.array(sampleRecord),
  notes: z.array(noteRecord),
  noteLinks: z.array(noteLinkRecord),
  evidence: z.array(evidenceRecord),
  links: z.array(linkRecord),
  findings: z.array(findingRecord),
  actions: z.array(actionRecord),
  gradeDecisions: z.array(gradeDecisionRecord),
  auditGrades: z.array(auditGradeRecord),
  reviewComments: z.array(reviewCommentRecord),
  signatures: z.array(signatureRecord),
  reportIssues: z.array(reportIssueRecord),
  conclusion: conclusionRecord,
  switchedRules: z.array(switchedRuleRecord),
  head: z.string().nullable(),
});
export type OpenAudit = z.output<typeof openAudit>;

export const auditsContract = {
  'audits.list': method('Lists the audits of the workspace, newest first.', z.strictObject({}), z.array(auditRow)),
  'audits.create': method(
    'Makes an audit from a template with its checklist, plan, AI systems, team and the controls of its Statement of Applicability, as one step.',
    auditFields
      .omit({
        ref: true,
        organization: true,
        standard: true,
        edition: true,
        catalogue: true,
        template: true,
        leftOut: true,
        status: true,
        releasedAt: true,
        releasedBy: true,
        correctionReason: true,
        houseLayout: true,
      })
      .extend({
        id: newId,
        organization: z.union([z.string().trim().min(1).max(300), organizationFields.extend({ id: newId })]),
        catalogue: z
          .string()
          .max(80)
          .optional()
          .describe('Id or content hash of a catalogue; by default the newest that comes with the product.'),
        template: z
          .string()
          .max(80)
          .optional()
          .describe('Id of a template of the catalogue; the one for the type by default.'),
        requirements: z
          .array(z.string().max(40))
          .max(2_000)
          .optional()
          .describe('Ids of the requirements in scope; those of the template by default.'),
        questions: z
          .array(z.string())
          .max(5_000)
          .optional()
          .describe('Question ids, instead of what template, roles and requirements lead to.'),
        aiSystems: z
          .array(aiSystemFields.extend({ id: newId }))
          .max(500)
          .optional()
          .describe('The AI systems of the auditee. Questions put per system are repeated for each sampled one.'),
        team: z
          .array(teamMemberFields.extend({ id: newId }))
          .max(200)
          .optional(),
        houseLayout: z
          .string()
          .max(200)
          .nullable()
          .optional()
          .describe('Id of a layout of the house; that of the newest audit unless said.'),
        proposals: z
          .boolean()
          .optional()
          .describe('Whether the plan slots and meetings that the template proposes are made. Yes unless said.'),
      }),
    z.object({ id: z.string(), ref: z.string() }),
  ),
  'audits.open': method('The whole audit as one object.', z.strictObject({ audit: auditKey }), openAudit),
  'audits.progress': method(
    'What there was of answers, evidence, findings and notes at the end of each day on which something changed.',
    z.strictObject({ audit: auditKey }),
    z.array(progressDay),
  ),
  'audits.update': method(
    'Changes facts of the audit or moves it to another stage.',
    z.strictObject({ audit: auditKey, fields: patchOf(auditFields, givenByEngine), base, step }),
    auditRecord,
  ),
  'audits.updateOrganization': method(
    'Changes facts of the audited organisation.',
    z.strictObject({ audit: auditKey, fields: patchOf(organizationFields), base, step }),
    organizationRecord,
  ),
} as const;
