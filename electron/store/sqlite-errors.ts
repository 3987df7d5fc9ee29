import { AppError, type ErrorCode } from '../../shared/errors.ts';

const sentences: [RegExp, ErrorCode, string][] = [
  [
    /^SQLITE_CONSTRAINT_FOREIGNKEY/,
    'conflict',
    'Something that was made later belongs to this record. Remove or undo that first; nothing was changed.',
  ],
  [/^SQLITE_FULL/, 'disk-full', 'The disk is full. The last change was not saved; make room and save again.'],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/,
    'read-only',
    'The workspace cannot be written. Check the permissions of its folder.',
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB|FORMAT)/,
    'damaged',
    'The database of the workspace is damaged. Nothing was changed; run verify, then restore a backup.',
  ],
  [
    /^SQLITE_IOERR/,
    'unavailable',
    'The disk reported an error. The last change was not saved; check that the folder is still there.',
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'locked',
    'Another program is using the database of the workspace. Close it and try again.',
  ],
];

/** An error of SQLite as a sentence for people; anything else is passed on as it is. */
export function explainSqliteError(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  const known = sentences.find(([pattern]) => pattern.test(code));
  return known ? new AppError(known[1], known[2], { code }) : error;
}

/** Runs work on the store; its errors become AppErrors. */
export function onStore<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainSqliteError(error);
  }
}
