import { z } from 'zod';

export const noteLinkTargets = ['checklistItem', 'finding'] as const;

/**
 * What a line of the running notes became besides evidence: part of an answer, or a finding. That a line became
 * evidence is a link of the evidence.
 */
export const noteLinkFields = z.strictObject({
  note: z.string().min(1).max(200),
  noun: z.enum(noteLinkTargets),
  target: z.string().min(1).max(200),
});
export type NoteLinkFields = z.output<typeof noteLinkFields>;
