import { z } from 'zod';
import { conclusionFields } from '../domain/conclusions.ts';
import { method } from './method.ts';
import { auditKey, base, conclusionRecord, patchOf, step } from './records.ts';

export const conclusionsContract = {
  'conclusions.update': method(
    'Changes the conclusions of the audit, or accepts them.',
    z.strictObject({ audit: auditKey, fields: patchOf(conclusionFields), base, step }),
    conclusionRecord,
  ),
} as const;
