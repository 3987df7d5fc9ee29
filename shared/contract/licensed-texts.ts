import { z } from 'zod';
import { method } from './method.ts';

/** Longest text of one requirement that the slot takes, in UTF-16 units. */
export const longestLicensedText = 20_000;

/** The texts of a standard that the user of this machine has a licence for, by requirement. */
export const licensedTexts = z.object({
  holder: z.string().describe('Who holds the licence; printed wherever a text is.'),
  texts: z.record(z.string(), z.string()),
});
export type LicensedTexts = z.output<typeof licensedTexts>;

const edition = { standard: z.string().min(1).max(200), edition: z.string().min(1).max(40) };

export const licensedTextsContract = {
  'licensedTexts.read': method(
    'The texts of an edition of a standard that are kept on this machine, outside every workspace.',
    z.strictObject(edition),
    licensedTexts,
  ),
  'licensedTexts.write': method(
    'Keeps the text of a requirement, or who holds the licence, on this machine only. An empty text removes it.',
    z.strictObject({
      ...edition,
      requirement: z.string().min(1).max(40).optional(),
      text: z.string().max(longestLicensedText).optional(),
      holder: z.string().max(300).optional(),
    }),
    licensedTexts,
  ),
} as const;
