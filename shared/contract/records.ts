// The records as calls answer them: the noun's fields and its id.
import { z } from 'zod';
import { actionFields } from '../domain/actions.ts';
import { aiSystemFields } from '../domain/ai-systems.ts';
import { auditGradeFields } from '../domain/audit-grades.ts';
import { auditFields } from '../domain/audits.ts';
import { checklistItemFields } from '../domain/checklist.ts';
import { conclusionFields } from '../domain/conclusions.ts';
import { evidenceFields } from '../domain/evidence.ts';
import { recordId } from '../domain/fields.ts';
import { findingFields } from '../domain/findings.ts';
import { gradeDecisionFields } from '../domain/grade-decisions.ts';
import { linkFields } from '../domain/links.ts';
import { meetingFields } from '../domain/meetings.ts';
import { noteLinkFields } from '../domain/note-links.ts';
import { noteFields } from '../domain/notes.ts';
import { organizationFields } from '../domain/organizations.ts';
import { planSlotFields } from '../domain/plan-slots.ts';
import { reportIssueFields } from '../domain/report-issues.ts';
import { reviewCommentFields } from '../domain/review-comments.ts';
import { sampleFields } from '../domain/samples.ts';
import { signatureFields } from '../domain/signatures.ts';
import { soaEntryFields, soaFields } from '../domain/soa.ts';
import { switchedRuleFields } from '../domain/switched-rules.ts';
import { teamMemberFields } from '../domain/team-members.ts';

const id = { id: z.string() };

export const organizationRecord = organizationFields.extend(id);
export const auditRecord = auditFields.extend(id);
export const aiSystemRecord = aiSystemFields.extend(id);
export const teamMemberRecord = teamMemberFields.extend(id);
export const soaEntryRecord = soaEntryFields.extend(id);
export const soaRecord = soaFields.extend({ ...id, entries: z.array(soaEntryRecord) });
/** `question` is its wording: `asked`, or else the text that the audit's catalogue has for `questionId`. */
export const checklistItemRecord = checklistItemFields.extend({ ...id, question: z.string() });
export const sampleRecord = sampleFields.extend(id);
export const noteRecord = noteFields.extend(id);
export const noteLinkRecord = noteLinkFields.extend(id);
export const evidenceRecord = evidenceFields.extend(id);
export const linkRecord = linkFields.extend(id);
export const findingRecord = findingFields.extend(id);
export const actionRecord = actionFields.extend(id);
export const conclusionRecord = conclusionFields.extend(id);
export const planSlotRecord = planSlotFields.extend(id);
export const meetingRecord = meetingFields.extend(id);
export const auditGradeRecord = auditGradeFields.extend(id);
export const gradeDecisionRecord = gradeDecisionFields.extend(id);
export const reviewCommentRecord = reviewCommentFields.extend(id);
export const signatureRecord = signatureFields.extend(id);
export const reportIssueRecord = reportIssueFields.extend(id);
export const switchedRuleRecord = switchedRuleFields.extend(id);

export type OrganizationRecord = z.output<typeof organizationRecord>;
export type AuditRecord = z.output<typeof auditRecord>;
export type AiSystemRecord = z.output<typeof aiSystemRecord>;
export type TeamMemberRecord = z.output<typeof teamMemberRecord>;
export type SoaEntryRecord = z.output<typeof soaEntryRecord>;
export type SoaRecord = z.output<typeof soaRecord>;
export type ChecklistItemRecord = z.output<typeof checklistItemRecord>;
export type SampleRecord = z.output<typeof sampleRecord>;
export type NoteRecord = z.output<typeof noteRecord>;
export type NoteLinkRecord = z.output<typeof noteLinkRecord>;
export type EvidenceRecord = z.output<typeof evidenceRecord>;
export type LinkRecord = z.output<typeof linkRecord>;
export type FindingRecord = z.output<typeof findingRecord>;
export type ActionRecord = z.output<typeof actionRecord>;
export type ConclusionRecord = z.output<typeof conclusionRecord>;
export type PlanSlotRecord = z.output<typeof planSlotRecord>;
export type MeetingRecord = z.output<typeof meetingRecord>;
export type AuditGradeRecord = z.output<typeof auditGradeRecord>;
export type GradeDecisionRecord = z.output<typeof gradeDecisionRecord>;
export type ReviewCommentRecord = z.output<typeof reviewCommentRecord>;
export type SignatureRecord = z.output<typeof signatureRecord>;
export type ReportIssueRecord = z.output<typeof reportIssueRecord>;

/** An audit's reference (`2026-001`) or its id. */
export const auditKey = z.string().min(1).max(200);
/** The id of a new record, made by the caller: the same creating call again answers with the stored record. */
export const newId = recordId.optional();
/** Groups several calls into one step of history: one stay in a text field, one gesture. */
export const step = recordId.optional();
/** Per field, the id of the newest change the caller has seen. A field changed since by others is refused. */
export const base = z.record(z.string(), z.string()).optional();

/** The fields of a noun, each optional and without defaults: what an updating call may name. */
export function patchOf<S extends z.ZodRawShape>(schema: z.ZodObject<S>, leaveOut: readonly (keyof S & string)[] = []) {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    if (leaveOut.includes(name)) continue;
    const bare = field instanceof z.ZodDefault ? field.unwrap() : field;
    shape[name] = (bare as z.ZodType).optional();
  }
  return z.strictObject(shape) as unknown as z.ZodType<{ [K in keyof S]?: z.output<S[K]> | undefined }>;
}
