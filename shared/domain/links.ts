import { z } from 'zod';

export const linkTargets = ['checklistItem', 'finding', 'note', 'aiSystem'] as const;

/** Evidence belongs to a checklist item, a finding, a note or an AI system. */
export const linkFields = z.strictObject({
  evidence: z.string().min(1).max(200),
  noun: z.enum(linkTargets),
  target: z.string().min(1).max(200),
});
export type LinkFields = z.output<typeof linkFields>;
