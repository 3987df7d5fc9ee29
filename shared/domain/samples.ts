import { z } from 'zod';
import { count, line, list, text } from './fields.ts';
import { keysOf, sampleMethods } from './vocabulary.ts';

/**
 * One sample that was drawn to answer a question (ISO 19011 A.6): from what population, how many of how many, how they
 * were chosen, which ones, and what was not as it should be. `seed` makes a random draw repeatable.
 */
export const sampleFields = z.strictObject({
  item: z.string().min(1).max(200),
  population: line(),
  populationSize: count(),
  size: count(),
  source: line(),
  method: z.enum(keysOf(sampleMethods)).default('judgement'),
  seed: line(),
  items: list(),
  exceptions: text(),
  position: z.int().min(0).default(0),
});
export type SampleFields = z.output<typeof sampleFields>;
