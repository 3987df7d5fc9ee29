// Saves a file once more with LibreOffice, as an auditee would who has no other program.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const runs = (program: string) => spawnSync(program, ['--version']).status === 0;
/** The program, where this machine has one. */
export const libreOffice = ['soffice', 'libreoffice'].find(runs);

/** Opens a workbook in LibreOffice and saves it as .xlsx. Takes some seconds. */
export async function saveByLibreOffice(bytes: Uint8Array): Promise<Uint8Array> {
  if (!libreOffice) throw new Error('LibreOffice is not installed.');
  const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-libre-office-'));
  try {
    const source = path.join(folder, 'response.xlsx');
    const saved = path.join(folder, 'saved');
    await writeFile(source, bytes);
    const { status, stderr } = spawnSync(libreOffice, [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      saved,
      source,
    ]);
    if (status !== 0) throw new Error(String(stderr));
    return new Uint8Array(await readFile(path.join(saved, 'response.xlsx')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
