import { z } from 'zod';
import { count, line, text } from './fields.ts';

/** The organisation that is audited. */
export const organizationFields = z.strictObject({
  name: z.string().trim().min(1, 'The organisation needs a name.').max(300),
  description: text(),
  sector: line(),
  sites: text(),
  peopleInScope: count(),
});
export type OrganizationFields = z.output<typeof organizationFields>;

/** What the name of the sample's organisation ends with. It says of itself what it is, wherever it is read. */
export const sampleMark = '(invented sample organisation)';

/** Whether an organisation is the invented one of the sample audit. */
export function isSampleOrganization(name: string): boolean {
  return name.endsWith(sampleMark);
}
