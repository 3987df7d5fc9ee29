import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { explainSqliteError } from './sqlite-errors.ts';

interface Holder {
  process: number;
  host: string;
  program: string;
  since: string;
  /** When it closed the workspace; null while it has it, and for ever where it died. */
  closedAt?: string | null;
}

/** A workspace that is held by this process. */
export interface WorkspaceLock {
  /** Whether the last program that held it ended without closing it. */
  wasLeftOpen: boolean;
  /** Gives the workspace back; `isWhole` says that it was closed as it should be. */
  release(isWhole?: boolean): void;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function sayWhoHolds(holder: Holder | undefined): string {
  if (!holder) return 'This workspace is open in another Plumbline. Close it there, or choose another folder.';
  const since = holder.since.slice(0, 16).replace('T', ' ');
  return (
    `This workspace is open in ${holder.program} (process ${holder.process} on ${holder.host}, since ${since}). ` +
    'Close it there, or choose another folder.'
  );
}

/**
 * Takes the workspace for this process: an open exclusive transaction on `lock.sqlite`, which the operating system
 * frees when the process dies, however it dies.
 */
export function lockWorkspace(folder: string, program: string): WorkspaceLock {
  const holderFile = path.join(folder, 'lock.json');
  let db: Sqlite.Database | undefined;
  try {
    db = new Sqlite(path.join(folder, 'lock.sqlite'), { timeout: 0 });
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    const code = (error as { code?: string }).code ?? '';
    if (!code.startsWith('SQLITE_BUSY')) throw explainSqliteError(error);
    const holder = readHolder(holderFile);
    throw new AppError('locked', sayWhoHolds(holder), holder);
  }
  const before = readHolder(holderFile);
  const holder: Holder = {
    process: process.pid,
    host: hostname(),
    program,
    since: new Date().toISOString(),
    closedAt: null,
  };
  const note = () => {
    try {
      writeFileSync(holderFile, JSON.stringify(holder));
    } catch {
      // Only the sentence for a second process, or about the last one, becomes less exact.
    }
  };
  note();
  const held = db;
  return {
    wasLeftOpen: before?.closedAt === null,
    release(isWhole = true) {
      if (!held.open) return;
      if (isWhole) {
        holder.closedAt = new Date().toISOString();
        note();
      }
      held.close();
    },
  };
}
