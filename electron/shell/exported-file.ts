import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/errors.ts';

const outside = () => new AppError('refused', 'Only files in the exports folder of this workspace can be shown.');
const isOutside = (folder: string, file: string) => {
  const inside = path.relative(folder, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside);
};

/** What may be shown in the file manager: the workspace itself, and what lies in its exports and backups. */
export async function findShown(workspace: string, file: string): Promise<string> {
  if (path.isAbsolute(file) && path.resolve(file) === path.resolve(workspace)) return realpath(workspace);
  const backups = path.join(workspace, 'backups');
  return findExported(path.join(workspace, isOutside(backups, file) ? 'exports' : 'backups'), file);
}

/** The real path of a file in the exports folder. Throws an AppError for every other path, also one that a link leads out of it. */
export async function findExported(exportsFolder: string, file: string): Promise<string> {
  if (!path.isAbsolute(file) || file.startsWith('\\\\') || file.startsWith('//')) throw outside();
  const [folder, real] = await Promise.all([realpath(exportsFolder), realpath(file)]).catch(() => {
    throw new AppError('not-found', 'This file is no longer there. Export it again.');
  });
  if (isOutside(folder, real)) throw outside();
  return real;
}
