import { z } from 'zod';
import { count, day, line, list, text, timeOfDay } from './fields.ts';
import { keysOf, meetingKinds } from './vocabulary.ts';

/**
 * One meeting with the auditee (ISO 19011 6.4.3, 6.4.4, 6.4.10; ISO/IEC 17021-1 9.4.2, 9.4.7): what was on the agenda,
 * who was there, and where opinions stayed apart.
 */
export const meetingFields = z.strictObject({
  kind: z.enum(keysOf(meetingKinds)),
  title: line(),
  on: day(),
  startsAt: timeOfDay(),
  minutes: count(),
  actualMinutes: count(),
  place: line(),
  agenda: list(),
  attendees: list(),
  opinions: text(),
  notes: text(),
  position: z.int().min(0).default(0),
});
export type MeetingFields = z.output<typeof meetingFields>;
