import path from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { readRecord } from '../../store/tables.ts';
import type { Context } from '../context.ts';

/** A file name that every system accepts, from an audit's reference, its organisation and what the file is. */
function fileNameFor(ref: string, organization: string, what: string, ending: string): string {
  const name = `${ref} ${organization} ${what}`
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, '')
    .replaceAll(/\s+/g, ' ');
  return `${name.slice(0, 100).trim()}.${ending}`;
}

/** Where a document of an audit is written: a path that was given, where paths are allowed, else the exports folder. */
export function exportTarget(
  context: Context,
  auditId: string,
  { what, ending, given }: { what: string; ending: 'docx' | 'xlsx'; given: string | true | undefined },
): string {
  if (given === true || given === undefined) {
    const audit = readRecord(context.db, 'audit', auditId);
    const organization = readRecord(context.db, 'organization', audit?.organization ?? '');
    return path.join(context.folders.exports, fileNameFor(audit?.ref ?? '', organization?.name ?? '', what, ending));
  }
  if (!context.allowsPaths)
    throw new AppError('refused', 'This host exports into the workspace only.', { path: given });
  return path.resolve(given);
}
