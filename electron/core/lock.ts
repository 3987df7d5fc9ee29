// The lock of an issued report: asked for every single change that is written, whichever call, undo or import makes it.
import { type LockedChange, isIssued, isOpenWhenIssued, lockedSentence } from '../../shared/domain/issue-lock.ts';
import type { AuditStage } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/errors.ts';
import type { Store } from '../store/open.ts';
import { wasThereAtIssue } from '../store/report-issues.ts';
import { readRecord } from '../store/tables.ts';
import type { Guard, GuardedChange } from '../store/writer.ts';

interface Standing {
  ref: string;
  stage: AuditStage;
}

/** The refusal of a change to an audit whose report is issued. */
export function refuseLocked({ ref, stage }: Standing, noun?: string): never {
  throw new AppError('refused', lockedSentence(stage, ref), { audit: ref, status: stage, noun });
}

/** A version that was issued stays for good, and an audit is issued only together with a version. */
function refuseByHand({ noun, kind, fields }: GuardedChange, { stage }: Standing, issues: boolean): void {
  if (noun === 'reportIssue' && kind !== 'create')
    throw new AppError('refused', 'An issued version is never taken back. Start a correction to issue the next one.');
  if (noun === 'signature' && kind === 'set')
    throw new AppError('refused', 'A signature is never changed. Take it back and sign again.');
  if (noun === 'audit' && kind === 'set' && fields.status === 'issued' && stage !== 'closed' && !issues)
    throw new AppError(
      'refused',
      'A report is issued as a version, with its files: use the report room, or the call reports.issue.',
      { status: stage },
    );
  if (noun === 'audit' && kind === 'set' && fields.status === 'closed' && !isIssued(stage))
    throw new AppError('refused', 'An audit is closed after its report has been issued.', { status: stage });
}

/** Looks at every change of a step before it is written. The stage that counts is the one before the step. */
export function createGuard(db: Store): () => Guard {
  return () => {
    const standings = new Map<string, Standing | undefined>();
    const issued = new Set<string>();
    const standingOf = (auditId: string) => {
      if (!standings.has(auditId)) {
        const audit = readRecord(db, 'audit', auditId);
        standings.set(auditId, audit && { ref: audit.ref, stage: audit.status });
      }
      return standings.get(auditId);
    };
    return (change) => {
      const { noun, kind, recordId, auditId, fields } = change;
      const standing = auditId === null ? undefined : standingOf(auditId);
      if (auditId === null || !standing) return;
      if (noun === 'reportIssue' && kind === 'create') issued.add(auditId);
      refuseByHand(change, standing, issued.has(auditId));
      if (!isIssued(standing.stage)) return;
      const before = kind === 'create' ? undefined : readRecord(db, noun, recordId);
      const { evidence } = (before ?? fields) as Readonly<Record<string, unknown>>;
      const looked: LockedChange = {
        noun,
        kind,
        fields,
        before,
        wasPrinted: kind !== 'create' && wasThereAtIssue(db, auditId, recordId),
        isOfNewEvidence: noun === 'link' && !wasThereAtIssue(db, auditId, String(evidence)),
      };
      if (!isOpenWhenIssued(standing.stage, looked)) refuseLocked(standing, noun);
    };
  };
}
