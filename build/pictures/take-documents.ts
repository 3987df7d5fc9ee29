import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Picture } from './contact-sheet.ts';

const run = promisify(execFile);
const resolution = 90;

/** Draws every page of a document: LibreOffice makes a PDF of it and pdftoppm the pictures. */
export async function takeDocument(
  libreOffice: string,
  document: string,
  kind: string,
  folder: string,
): Promise<Picture[]> {
  const profile = pathToFileURL(path.join(folder, '.profile')).href;
  await run(
    libreOffice,
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, document],
    { timeout: 180_000 },
  );
  const pdf = path.join(folder, `${path.basename(document, path.extname(document))}.pdf`);
  await run('pdftoppm', ['-r', String(resolution), '-png', pdf, path.join(folder, kind)], { timeout: 180_000 });
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.png'))
    .toSorted()
    .map((name, index) => ({ file: path.join(folder, name), label: `${kind}, page ${index + 1}` }));
}
