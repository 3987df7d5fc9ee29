import type { Handlers } from '../../shared/contract/contract.ts';
import { nextVersion } from '../../shared/domain/report-issues.ts';
import { readRecords } from '../store/tables.ts';
import { alreadyCreated, type Context, requireRecord, writeInAudit } from './context.ts';

/** The calls about signatures. Each stands for one version of the report: a correction is signed anew. */
export function signatureHandlers(context: Context): Pick<Handlers, 'signatures.create' | 'signatures.remove'> {
  return {
    'signatures.create': ({ audit, id, fields, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        const stored = alreadyCreated(context, 'signature', id, auditId);
        if (stored) return stored;
        const version = nextVersion(readRecords(context.db, 'reportIssue', auditId));
        return write.create('signature', { ...fields, version, signedAt: write.at }, id);
      }),
    'signatures.remove': ({ audit, signature, step }) =>
      writeInAudit(context, audit, step, (write, auditId) => {
        requireRecord(context, 'signature', signature, auditId, 'Signature');
        write.remove('signature', signature);
        return { id: signature };
      }),
  };
}
