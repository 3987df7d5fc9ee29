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

/** The items that were not as they should be: one line each. */
export function exceptionsOf({ exceptions }: Pick<SampleFields, 'exceptions'>): string[] {
  return exceptions.split('\n').flatMap((one) => one.trim() || []);
}

type Drawn = Pick<SampleFields, 'population' | 'populationSize' | 'size' | 'method' | 'seed' | 'items' | 'exceptions'>;

/** How many items a sample has: as stated, else as listed. */
export function sizeOf({ size, items }: Pick<SampleFields, 'size' | 'items'>): number | null {
  return size ?? (items.length > 0 ? items.length : null);
}

/** `3 of 9 model changes`; what is not known is left out. */
export function sampleExtent(sample: Pick<Drawn, 'population' | 'populationSize' | 'size' | 'items'>): string {
  const size = sizeOf(sample);
  const of = sample.populationSize === null ? '' : `of ${sample.populationSize}`;
  return [size === null ? '' : String(size), size === null ? of.replace('of', 'from') : of, sample.population.trim()]
    .filter(Boolean)
    .join(' ');
}

/** `2 of 3 had exceptions`; empty where none is noted. */
export function exceptionCount(sample: Pick<Drawn, 'size' | 'items' | 'exceptions'>): string {
  const found = exceptionsOf(sample).length;
  const size = sizeOf(sample);
  if (found === 0) return '';
  return size === null ? `${found} had exceptions` : `${found} of ${size} had exceptions`;
}

/** A sample in one line: how many of how many of what, how they were chosen, what was found. */
export function sampleLine(sample: Drawn): string {
  const method = sampleMethods[sample.method].toLowerCase();
  const how = sample.seed === '' ? method : `${method}, seed ${sample.seed}`;
  return [sampleExtent(sample), how, exceptionCount(sample)].filter(Boolean).join(' · ');
}
