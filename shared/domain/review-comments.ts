import { z } from 'zod';
import { instant, line, text } from './fields.ts';
import { keysOf, reviewDispositions, reviewTargets } from './vocabulary.ts';

/**
 * One remark of the independent reviewer and what became of it. `target` is the key of a section or the id of a finding;
 * a remark about the report as a whole has none.
 */
export const reviewCommentFields = z.strictObject({
  noun: z.enum(keysOf(reviewTargets)).default('report'),
  target: line(),
  text: text(),
  writtenAt: instant(),
  writtenBy: line(),
  disposition: z.enum(keysOf(reviewDispositions)).default('open'),
  answer: text(),
  answeredAt: instant(),
  answeredBy: line(),
});
export type ReviewCommentFields = z.output<typeof reviewCommentFields>;
