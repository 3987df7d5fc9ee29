import { z } from 'zod';
import { instant, line, text } from './fields.ts';

/**
 * The conclusions of an audit, one record per audit (ISO 19011 6.4.9, ISO/IEC 17021-1 9.4.8). `scopeFit` says whether
 * the scope suits, `earlierActions` whether actions on earlier findings worked, `programme` what matters for the audits
 * to come, `marks` how certificate and marks are used. Four fields answer the governance questions; they print once `acceptedAt` is set, until then the report says what is open.
 */
export const conclusionFields = z.strictObject({
  objectivesMet: text(),
  conformity: text(),
  effectiveness: text(),
  recommendation: text(),
  differences: text(),
  limits: text(),
  notAudited: text(),
  scopeFit: text(),
  earlierActions: text(),
  programme: text(),
  marks: text(),
  governs: text(),
  accountable: text(),
  risks: text(),
  oversight: text(),
  acceptedAt: instant(),
  acceptedBy: line(),
});
export type ConclusionFields = z.output<typeof conclusionFields>;
