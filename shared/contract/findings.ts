import { z } from 'zod';
import { findingFields } from '../domain/findings.ts';
import { gradeDecisionFields } from '../domain/grade-decisions.ts';
import { method } from './method.ts';
import { auditKey, base, findingRecord, gradeDecisionRecord, newId, patchOf, step } from './records.ts';

export const findingsContract = {
  'findings.create': method(
    'Raises a finding and gives it a number. `evidenceIds` are linked to it in the same step; `notes` are the lines of the running notes it was made of, and the evidence made of them is linked, too.',
    z.strictObject({
      audit: auditKey,
      id: newId,
      fields: findingFields.omit({ number: true }),
      evidenceIds: z.array(z.string()).max(500).optional(),
      notes: z.array(z.string()).max(500).optional(),
      step,
    }),
    findingRecord,
  ),
  'findings.update': method(
    'Changes a finding. Another grade is a decision, which is recorded in the same step.',
    z.strictObject({ audit: auditKey, finding: z.string(), fields: patchOf(findingFields, ['number']), base, step }),
    findingRecord,
  ),
  'findings.grade': method(
    'Decides the grade of a finding by the answers to the questions of the decision, with its reason. The decision is kept for good; the finding gets the grade and the reason in the same step.',
    z.strictObject({
      audit: auditKey,
      finding: z.string(),
      id: newId,
      decision: gradeDecisionFields.omit({ finding: true, from: true, decidedAt: true, decidedBy: true }),
      base,
      step,
    }),
    z.object({ finding: findingRecord, decision: gradeDecisionRecord }),
  ),
  'findings.carryOver': method(
    'Carries the open findings of an earlier audit of the same organisation over into this one, to be given a status here. Findings that came before are not carried twice.',
    z.strictObject({ audit: auditKey, from: auditKey, step }),
    z.array(findingRecord),
  ),
  'findings.remove': method(
    'Withdraws a finding. Its number is not used again; history keeps it.',
    z.strictObject({ audit: auditKey, finding: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
