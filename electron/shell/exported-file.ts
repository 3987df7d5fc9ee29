import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/errors.ts';

/** The real path of a file in the exports folder. Throws an AppError for every other path, also one that a link leads out of it. */
export async function findExported(exportsFolder: string, file: string): Promise<string> {
  const refused = new AppError('refused', 'Only files in the exports folder of this workspace can be shown.');
  if (!path.isAbsolute(file) || file.startsWith('\\\\') || file.startsWith('//')) throw refused;
  const [folder, real] = await Promise.all([realpath(exportsFolder), realpath(file)]).catch(() => {
    throw new AppError('not-found', 'This file is no longer there. Export it again.');
  });
  const inside = path.relative(folder, real);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) throw refused;
  return real;
}
