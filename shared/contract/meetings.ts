import { z } from 'zod';
import { meetingFields } from '../domain/meetings.ts';
import { method } from './method.ts';
import { auditKey, base, meetingRecord, newId, patchOf, step } from './records.ts';

export const meetingsContract = {
  'meetings.create': method(
    'Adds a meeting to the audit.',
    z.strictObject({ audit: auditKey, id: newId, fields: meetingFields, step }),
    meetingRecord,
  ),
  'meetings.update': method(
    'Changes a meeting.',
    z.strictObject({ audit: auditKey, meeting: z.string(), fields: patchOf(meetingFields), base, step }),
    meetingRecord,
  ),
  'meetings.remove': method(
    'Removes a meeting from the audit.',
    z.strictObject({ audit: auditKey, meeting: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
