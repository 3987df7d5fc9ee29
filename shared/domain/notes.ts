import { z } from 'zod';
import { reference } from './fields.ts';

/** One line of the running notes. Never changed: a correction is a new line that names the older one in `corrects`. */
export const noteFields = z.strictObject({
  text: z.string().trim().min(1, 'An empty note was not kept.').max(20_000),
  at: z.iso.datetime({ offset: true }),
  by: z.string().max(300).default(''),
  corrects: reference(),
});
export type NoteFields = z.output<typeof noteFields>;
