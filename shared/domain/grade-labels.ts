import { z } from 'zod';
import { flag, line, text } from './fields.ts';
import { grades, keysOf } from './vocabulary.ts';

/** What an audit calls one of the six grades and how it defines it, where that differs from its template. */
export const gradeLabelFields = z.strictObject({
  grade: z.enum(keysOf(grades)),
  label: line(),
  definition: text(),
  used: flag(true),
});
export type GradeLabelFields = z.output<typeof gradeLabelFields>;
