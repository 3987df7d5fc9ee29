import { z } from 'zod';
import { method } from './method.ts';
import { auditKey } from './records.ts';

export const searchHit = z.object({
  noun: z.string(),
  id: z.string(),
  ref: z.string().describe('Number, requirement or name by which people know the record.'),
  text: z.string().describe('The line that matched, cut around the first word found.'),
  audit: z.string().nullable(),
});
export type SearchHit = z.output<typeof searchHit>;

export const searchContract = {
  'search.find': method(
    'Finds questions, notes, findings, evidence, people and AI systems that contain all words, newest first.',
    z.strictObject({
      text: z.string().max(500),
      audit: auditKey.optional(),
      limit: z.int().min(1).max(200).optional(),
    }),
    z.array(searchHit),
  ),
} as const;
