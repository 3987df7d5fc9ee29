import { z } from 'zod';
import { noteLinkFields } from '../domain/note-links.ts';
import { method } from './method.ts';
import { auditKey, newId, noteLinkRecord, step } from './records.ts';

export const noteLinksContract = {
  'noteLinks.create': method(
    'Says that a line of the running notes became part of an answer or a finding. The same again changes nothing.',
    z.strictObject({ audit: auditKey, id: newId, fields: noteLinkFields, step }),
    noteLinkRecord,
  ),
  'noteLinks.remove': method(
    'Takes that back.',
    z.strictObject({ audit: auditKey, noteLink: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
