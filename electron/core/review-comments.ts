import type { Handlers } from '../../shared/contract/contract.ts';
import type { ReviewCommentFields } from '../../shared/domain/review-comments.ts';
import { reportSections } from '../../shared/domain/templates.ts';
import { AppError } from '../../shared/errors.ts';
import { readRecord } from '../store/tables.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

/** Refuses a remark about something that the audit or the report does not have. */
function checkTarget(
  context: Context,
  auditId: string,
  { noun, target }: Pick<ReviewCommentFields, 'noun' | 'target'>,
): void {
  if (noun === 'finding') requireRecord(context, 'finding', target, auditId, 'Finding');
  if (noun === 'section' && !Object.hasOwn(reportSections, target))
    throw new AppError('invalid-input', `target: a report has no section ${target.slice(0, 60)}.`, { target });
  if (noun === 'report' && target !== '')
    throw new AppError('invalid-input', 'target: a remark about the whole report names nothing.', { target });
}

type Names = 'reviewComments.create' | 'reviewComments.update' | 'reviewComments.remove';

/** The calls about the remarks of the independent reviewer. */
export function reviewCommentHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'reviewComments.create': ({ audit, id, fields, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        const stored = alreadyCreated(context, 'reviewComment', id, auditId);
        if (stored) return stored;
        checkTarget(context, auditId, fields);
        return write.create('reviewComment', { ...fields, writtenAt: write.at, writtenBy: context.actor() }, id);
      }),
    'reviewComments.update': ({ audit, reviewComment, fields, base, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'reviewComment', reviewComment, auditId, 'Comment');
        const before = readRecord(context.db, 'reviewComment', reviewComment);
        const { disposition = before?.disposition, answer = before?.answer } = fields;
        const isAnswered = disposition !== before?.disposition || answer !== before?.answer;
        const isOpen = disposition === 'open' && answer === '';
        const who = isOpen
          ? { answeredAt: null, answeredBy: '' }
          : { answeredAt: write.at, answeredBy: context.actor() };
        return write.set('reviewComment', reviewComment, isAnswered ? { ...fields, ...who } : fields, base);
      }),
    'reviewComments.remove': ({ audit, reviewComment, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'reviewComment', reviewComment, auditId, 'Comment');
        write.remove('reviewComment', reviewComment);
        return { id: reviewComment };
      }),
  };
}
