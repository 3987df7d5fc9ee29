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
 * frees when the process dies, however it dies. Answers with the function that gives it back.
 */
export function lockWorkspace(folder: string, program: string): () => void {
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
  const holder: Holder = { process: process.pid, host: hostname(), program, since: new Date().toISOString() };
  try {
    writeFileSync(holderFile, JSON.stringify(holder));
  } catch {
    // Only the sentence for a second process becomes less exact.
  }
  const held = db;
  return () => {
    if (held.open) held.close();
  };
}
