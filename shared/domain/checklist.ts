import { z } from 'zod';
import { line, list, reference, text } from './fields.ts';
import { keysOf, verdicts } from './vocabulary.ts';

/** One question about a requirement in one audit. `questionId` names it in the audit's catalogue. */
export const checklistItemFields = z.strictObject({
  requirement: z.string().min(1).max(40),
  questionId: z.string().min(1).max(80),
  position: z.int().min(0).default(0),
  aiSystem: reference(),
  verdict: z.enum(keysOf(verdicts)).default('not-started'),
  reason: text(),
  notes: text(),
  interviewees: list(),
  sampled: line(),
});
export type ChecklistItemFields = z.output<typeof checklistItemFields>;
