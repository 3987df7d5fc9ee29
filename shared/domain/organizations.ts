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
