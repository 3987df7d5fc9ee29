// Editions of the guidance on auditing. Which edition an audit follows is data: a later one is one more file.
import { z } from 'zod';
import { keptList } from './fields.ts';
import { keysOf, meetingKinds } from './vocabulary.ts';

/** What the product cites the guidance for. */
export const guidelineTopics = {
  principles: 'Principles of auditing',
  programme: 'Audit programme',
  plan: 'Audit plan',
  'opening-meeting': 'Opening meeting',
  communication: 'Communication during the audit',
  evidence: 'Collecting and verifying information',
  sampling: 'Sampling',
  findings: 'Audit findings',
  conclusions: 'Audit conclusions',
  'closing-meeting': 'Closing meeting',
  report: 'Audit report',
  'follow-up': 'Follow-up',
  remote: 'Remote auditing methods',
} as const;
export type GuidelineTopic = keyof typeof guidelineTopics;

/**
 * One edition: where it speaks of each topic. `status` says whether it is in force; `note` what reports say of it,
 * `provenance` where the product has its numbers from. `agendas` are proposals for meetings, in words of our own, for audits whose template has none.
 */
export const guidelineSchema = z.strictObject({
  id: z.string().min(1).max(80),
  name: z.string().min(1).max(80),
  edition: z.string().min(1).max(40),
  title: z.string().max(300),
  status: z.enum(['current', 'withdrawn']),
  note: z.string().max(1_000),
  provenance: z.string().max(1_000).default(''),
  topics: z.partialRecord(
    z.enum(Object.keys(guidelineTopics) as [GuidelineTopic, ...GuidelineTopic[]]),
    z.string().min(1).max(40),
  ),
  agendas: z.partialRecord(z.enum(keysOf(meetingKinds)), keptList()).default({}),
});
export type Guideline = z.output<typeof guidelineSchema>;
