// The way of a report between review and issue: released by its reviewer, and opened again for a correction.
import type { Output, Parsed } from '../../../shared/contract/contract.ts';
import { isSamePerson } from '../../../shared/domain/gate/people.ts';
import { needsReview, partOfReviewer } from '../../../shared/domain/gate/review.ts';
import { AppError } from '../../../shared/errors.ts';
import { readRecord, readRecords } from '../../store/tables.ts';
import { auditIdOf, type Context, writeInAudit } from '../context.ts';

/** Refuses a release that is not the named reviewer's to give, or not yet. */
function refuseRelease(context: Context, auditId: string): void {
  const { db } = context;
  const audit = readRecord(db, 'audit', auditId);
  if (!audit) throw new AppError('not-found', 'This audit is no longer there.', { audit: auditId });
  const { reviewer, status } = audit;
  if (!needsReview(audit))
    throw new AppError('refused', 'This audit goes without a review, so there is nothing to release.');
  if (status !== 'in-review')
    throw new AppError('refused', 'A report is released while it is in review. Move the audit there first.', {
      status,
    });
  if (reviewer.trim() === '')
    throw new AppError('refused', 'Name the reviewer first: only the reviewer releases a report.');
  if (!isSamePerson(reviewer, context.actor())) {
    const me = context.actor() || 'nobody';
    throw new AppError(
      'refused',
      `Only the reviewer, ${reviewer.trim()}, releases this report. You are at work as ${me}.`,
    );
  }
  const [planSlots, evidence] = [readRecords(db, 'planSlot', auditId), readRecords(db, 'evidence', auditId)];
  const [team, findings] = [readRecords(db, 'teamMember', auditId), readRecords(db, 'finding', auditId)];
  const part = partOfReviewer(reviewer, { team, planSlots, evidence, findings });
  if (part !== undefined)
    throw new AppError('refused', `${reviewer.trim()} ${part} and cannot review it. Name somebody else.`);
  const open = readRecords(db, 'reviewComment', auditId).filter(({ disposition }) => disposition === 'open').length;
  if (open > 0)
    throw new AppError(
      'refused',
      `${open === 1 ? 'One comment is' : `${open} comments are`} still open. Each has to be accepted or declined first.`,
      { open },
    );
}

/** The reviewer lets the report go, or takes that back. */
export function releaseReport(
  context: Context,
  { audit, released, step }: Parsed<'reports.release'>,
): Output<'reports.release'> {
  return writeInAudit(context, audit, step, (write, auditId) => {
    if (!released) return write.set('audit', auditId, { releasedAt: null, releasedBy: '' });
    refuseRelease(context, auditId);
    return write.set('audit', auditId, { releasedAt: write.at, releasedBy: context.actor() });
  });
}

/** Opens an issued report again. Its review begins anew; what was issued stays. */
export function correctReport(
  context: Context,
  { audit, reason, step }: Parsed<'reports.correct'>,
): Output<'reports.correct'> {
  const stored = readRecord(context.db, 'audit', auditIdOf(context, audit));
  if (stored?.status === 'closed')
    throw new AppError('refused', `${stored.ref} is closed. Open it again first, then start the correction.`);
  if (stored?.status !== 'issued')
    throw new AppError('refused', 'Only a report that has been issued is corrected; this one is still open.', {
      status: stored?.status,
    });
  return writeInAudit(context, audit, step, (write, auditId) =>
    write.set('audit', auditId, {
      status: 'reporting',
      correctionReason: reason,
      releasedAt: null,
      releasedBy: '',
    }),
  );
}
