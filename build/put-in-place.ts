import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** Puts a finished folder where another one is or was, while somebody may be reading it or doing the same. */
export function replaceFolder(finished: string, target: string): void {
  const old = `${finished}-old`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (statSync(target, { throwIfNoEntry: false })) renameSync(target, old);
      renameSync(finished, target);
      break;
    } catch (error) {
      rmSync(old, { recursive: true, force: true });
      if (attempt === 5) throw error;
    }
  }
  rmSync(old, { recursive: true, force: true });
}

/**
 * Puts finished files over those of a folder one by one, the `chunks` that others name first, and takes out chunks that
 * are no longer named.
 */
export function replaceFiles(finished: string, target: string): void {
  const chunks = path.join(target, 'chunks');
  mkdirSync(chunks, { recursive: true });
  const fresh = new Set(readFolder(path.join(finished, 'chunks')));
  for (const name of fresh) renameSync(path.join(finished, 'chunks', name), path.join(chunks, name));
  for (const name of readFolder(finished).filter((one) => one !== 'chunks'))
    renameSync(path.join(finished, name), path.join(target, name));
  for (const name of readFolder(chunks).filter((one) => !fresh.has(one)))
    rmSync(path.join(chunks, name), { force: true });
  rmSync(finished, { recursive: true, force: true });
}

function readFolder(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
}
