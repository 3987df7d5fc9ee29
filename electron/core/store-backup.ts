import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Store } from '../store/open.ts';

/**
 * Copies the store as it is into the backups folder before a migration changes it: whole, synced, and only then under
 * its name. Answers with the path. Throws what the disk reports; the migration must not begin then.
 */
export function backUpStore(db: Store, backups: string, version: number, at: string): string {
  const stamp = at.slice(0, 19).replaceAll(':', '-');
  const target = path.join(backups, `workbench version ${version} ${stamp}.sqlite`);
  const part = `${target}.part`;
  try {
    db.prepare('VACUUM INTO ?').run(part);
    const file = openSync(part, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, target);
    return target;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
