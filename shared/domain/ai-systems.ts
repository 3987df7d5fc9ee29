import { z } from 'zod';
import { flag, line, text } from './fields.ts';
import { impacts, keysOf, lifecycleStages, systemRoles } from './vocabulary.ts';

/** One AI system of the auditee, seen in one audit. `role` is the auditee's role for it. */
export const aiSystemFields = z.strictObject({
  name: z.string().trim().min(1, 'The AI system needs a name.').max(300),
  purpose: text(),
  role: z.enum(keysOf(systemRoles)).default('provider'),
  lifecycle: z.enum(keysOf(lifecycleStages)).default('operation'),
  impact: z.enum(keysOf(impacts)).default('unknown'),
  owner: line(),
  supplier: line(),
  inScope: flag(true),
  sampled: flag(false),
  samplingReason: text(),
});
export type AiSystemFields = z.output<typeof aiSystemFields>;

/** A name as it is compared: two systems of one audit are the same whatever the case and the spaces. */
export function systemKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
