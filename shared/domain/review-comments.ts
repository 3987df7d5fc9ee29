import { z } from 'zod';
import { instant, line, text } from './fields.ts';
import { dispositions, keysOf } from './vocabulary.ts';

export const reviewTargets = ['report', 'section', 'finding'] as const;

/** What the independent reviewer says about the report, one of its sections or a finding, and what became of it. */
export const reviewCommentFields = z.strictObject({
  noun: z.enum(reviewTargets).default('report'),
  target: line(),
  text: text(),
  writtenAt: instant(),
  writtenBy: line(),
  disposition: z.enum(keysOf(dispositions)).default('open'),
  answer: text(),
  answeredAt: instant(),
  answeredBy: line(),
});
export type ReviewCommentFields = z.output<typeof reviewCommentFields>;
