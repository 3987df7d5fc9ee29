import { z } from 'zod';
import { count, day, line, list, timeOfDay } from './fields.ts';

/**
 * One slot of the audit plan (ISO 19011 6.3.2.2): when and where, about which requirements, with whom, by whom.
 * Minutes are planned and actual minutes.
 */
export const planSlotFields = z.strictObject({
  title: line(),
  on: day(),
  startsAt: timeOfDay(),
  minutes: count(),
  actualMinutes: count(),
  place: line(),
  requirements: list(),
  auditee: line(),
  auditor: line(),
  position: z.int().min(0).default(0),
});
export type PlanSlotFields = z.output<typeof planSlotFields>;
