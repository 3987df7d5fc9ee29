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
  'links.createMany': method(
    'Links several pieces of evidence, as one step. Links that are there already stay as they are.',
    z.strictObject({ audit: auditKey, links: z.array(linkFields).min(1).max(5_000), step }),
    z.array(linkRecord),
  ),
  'links.remove': method(
    'Removes a link.',
    z.strictObject({ audit: auditKey, link: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
