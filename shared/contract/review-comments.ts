import { z } from 'zod';
import { reviewCommentFields } from '../domain/review-comments.ts';
import { method } from './method.ts';
import { auditKey, base, newId, patchOf, reviewCommentRecord, step } from './records.ts';

const said = reviewCommentFields.pick({ noun: true, target: true, text: true });
const answered = reviewCommentFields.pick({ text: true, disposition: true, answer: true });

export const reviewCommentsContract = {
  'reviewComments.create': method(
    'Writes a remark of the reviewer about a finding, a section or the whole report, with who and when.',
    z.strictObject({ audit: auditKey, id: newId, fields: said, step }),
    reviewCommentRecord,
  ),
  'reviewComments.update': method(
    'Changes a remark, answers it, or says what became of it. Who answered and when is kept.',
    z.strictObject({ audit: auditKey, reviewComment: z.string(), fields: patchOf(answered), base, step }),
    reviewCommentRecord,
  ),
  'reviewComments.remove': method(
    'Takes a remark back. History keeps it.',
    z.strictObject({ audit: auditKey, reviewComment: z.string(), step }),
    z.object({ id: z.string() }),
  ),
} as const;
