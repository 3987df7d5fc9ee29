import path from 'node:path';
import { fileNameOf, type NamedReport } from '../../../shared/domain/file-names.ts';
import { isIssued } from '../../../shared/domain/issue-lock.ts';
import { newestIssue, nextVersion } from '../../../shared/domain/report-issues.ts';
import { auditTypes } from '../../../shared/domain/vocabulary.ts';
import { AppError } from '../../../shared/errors.ts';
import { readRecord, readRecords } from '../../store/tables.ts';
import { localTime } from '../../store/writer.ts';
import type { Context } from '../context.ts';

/** What a file name of an audit is filled with, on the day it is made. */
function namedNow(context: Context, auditId: string, version: number): NamedReport {
  const audit = readRecord(context.db, 'audit', auditId);
  return {
    ref: audit?.ref ?? '',
    org: readRecord(context.db, 'organization', audit?.organization ?? '')?.name ?? '',
    type: audit ? auditTypes[audit.type] : '',
    version,
    date: localTime(new Date()).slice(0, 10),
  };
}

/** The name of an exported report: that of the next version as a draft, or of a later print of the issued one. */
export function draftName(context: Context, auditId: string): string {
  const audit = readRecord(context.db, 'audit', auditId);
  const issues = readRecords(context.db, 'reportIssue', auditId);
  const isPrint = audit !== undefined && isIssued(audit.status);
  const version = isPrint ? (newestIssue(issues)?.version ?? 1) : nextVersion(issues);
  const name = fileNameOf(audit?.fileNamePattern ?? '', namedNow(context, auditId, version));
  return `${name} ${isPrint ? 'later print' : 'draft'}`;
}

/** The name of another document of an audit. */
export function documentName(context: Context, auditId: string, what: string): string {
  return fileNameOf(`{ref} {org} ${what}`, namedNow(context, auditId, 0));
}

/** Where a document of an audit is written: a path that was given, where paths are allowed, else the exports folder. */
export function exportTarget(
  context: Context,
  { name, ending, given }: { name: string; ending: 'docx' | 'xlsx' | 'pdf'; given: string | true | undefined },
): string {
  if (given === true || given === undefined) return path.join(context.folders.exports, `${name}.${ending}`);
  if (!context.allowsPaths)
    throw new AppError('refused', 'This host exports into the workspace only.', { path: given });
  return path.resolve(given);
}
