import { z } from 'zod';

export const linkTargets = ['checklistItem', 'finding', 'note', 'aiSystem', 'action'] as const;

/** Evidence belongs to a checklist item, a finding, a note, an AI system, or an action it verifies. */
export const linkFields = z.strictObject({
  evidence: z.string().min(1).max(200),
  noun: z.enum(linkTargets),
  target: z.string().min(1).max(200),
});
export type LinkFields = z.output<typeof linkFields>;
