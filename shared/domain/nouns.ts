import type { z } from 'zod';
import { actionFields } from './actions.ts';
import { aiSystemFields } from './ai-systems.ts';
import { auditGradeFields } from './audit-grades.ts';
import { auditFields } from './audits.ts';
import { checklistItemFields } from './checklist.ts';
import { conclusionFields } from './conclusions.ts';
import { dueRuleFields } from './due-rules.ts';
import { evidenceFields } from './evidence.ts';
import { findingFields } from './findings.ts';
import { gradeDecisionFields } from './grade-decisions.ts';
import { houseLayoutFields } from './house-layouts.ts';
import { linkFields } from './links.ts';
import { meetingFields } from './meetings.ts';
import { noteLinkFields } from './note-links.ts';
import { noteFields } from './notes.ts';
import { organizationFields } from './organizations.ts';
import { planSlotFields } from './plan-slots.ts';
import { reportIssueFields } from './report-issues.ts';
import { reviewCommentFields } from './review-comments.ts';
import { sampleFields } from './samples.ts';
import { signatureFields } from './signatures.ts';
import { soaEntryFields, soaFields } from './soa.ts';
import { switchedRuleFields } from './switched-rules.ts';
import { teamMemberFields } from './team-members.ts';

/** Every noun that is written as changes, with the fields a change may carry. */
export const nouns = {
  organization: organizationFields,
  audit: auditFields,
  aiSystem: aiSystemFields,
  teamMember: teamMemberFields,
  soa: soaFields,
  soaEntry: soaEntryFields,
  checklistItem: checklistItemFields,
  sample: sampleFields,
  note: noteFields,
  noteLink: noteLinkFields,
  evidence: evidenceFields,
  link: linkFields,
  finding: findingFields,
  action: actionFields,
  conclusion: conclusionFields,
  planSlot: planSlotFields,
  meeting: meetingFields,
  auditGrade: auditGradeFields,
  gradeDecision: gradeDecisionFields,
  dueRule: dueRuleFields,
  houseLayout: houseLayoutFields,
  switchedRule: switchedRuleFields,
  reviewComment: reviewCommentFields,
  signature: signatureFields,
  reportIssue: reportIssueFields,
} as const;

export type Noun = keyof typeof nouns;
export type FieldsOf<N extends Noun> = z.output<(typeof nouns)[N]>;
/** What a creating or setting change may name. */
export type PartialFieldsOf<N extends Noun> = { [K in keyof FieldsOf<N>]?: FieldsOf<N>[K] | undefined };
export type RecordOf<N extends Noun> = FieldsOf<N> & { id: string };

/** Nouns that belong to the workspace, not to one audit. */
export const workspaceNouns: readonly Noun[] = ['organization', 'dueRule', 'switchedRule', 'houseLayout'];

export const nounNames = Object.keys(nouns) as Noun[];

/** The value a field has before anybody said anything about it; undefined where a creating change must name it. */
export function defaultOf(noun: Noun, field: string): unknown {
  const shape = nouns[noun].shape as Record<string, z.ZodType>;
  return shape[field]?.safeParse(undefined).data;
}
