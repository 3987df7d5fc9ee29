import { z } from 'zod';
import { instant, line } from './fields.ts';
import { keysOf, signatureSides } from './vocabulary.ts';

/** Longest drawing of a signature, in characters of SVG path data. */
export const longestDrawing = 60_000;

/**
 * Somebody who signs the report. `drawing` is what was drawn on the screen: SVG path data of absolute moves and lines in
 * a field of 600 by 200 units, whole numbers only, or nothing where it is signed on paper.
 */
export const signatureFields = z.strictObject({
  name: line(),
  role: line(),
  side: z.enum(keysOf(signatureSides)).default('team'),
  signedAt: instant(),
  drawing: z
    .string()
    .max(longestDrawing)
    .regex(/^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})*)*$/, 'A drawing is made of moves and lines: M12 40L13 41.')
    .default(''),
});
export type SignatureFields = z.output<typeof signatureFields>;
