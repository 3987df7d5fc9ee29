import { z } from 'zod';
import { linkFields } from '../domain/links.ts';
import { method } from './method.ts';
import { auditKey, linkRecord, newId, step } from './records.ts';

export const linksContract = {
  'links.create': method(
    'Links evidence to a checklist item, a finding, a note or an AI system. The same link again changes nothing.',
    z.strictObject({ audit: auditKey, id: newId, fields: linkFields, step }),
    linkRecord,
  ),
  'links.remove': method(
    'Removes a link.',
    z.strictObject({ audit: auditKey, link: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
