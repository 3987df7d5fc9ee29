import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOpenedCopies, refuseRunning, safeFileName } from '../../electron/shell/opened-copies.ts';
import { aFolder } from '../support/workspace.ts';

function aVaultFile(content = 'what was collected') {
  const file = path.join(aFolder(), 'a'.repeat(64));
  writeFileSync(file, content);
  return { path: file, name: 'other.txt', mediaType: 'text/plain' };
}

describe('a file of the vault for another program', () => {
  it('is a read-only copy under its own name, and goes with the run', async () => {
    const temporary = aFolder();
    const copies = createOpenedCopies(temporary);
    const file = aVaultFile();
    const copy = await copies.make(file, 'Bericht März.docx');
    expect(path.basename(copy)).toBe('Bericht März.docx');
    expect(readFileSync(copy, 'utf8')).toBe('what was collected');
    expect(statSync(copy).mode & 0o222).toBe(0);
    expect(await copies.make(file, 'Bericht März.docx')).toBe(copy);
    await copies.remove();
    expect(existsSync(copy)).toBe(false);
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(file.path)).toBe(true);
  });

  it('is refused with its name where its type can run, and nothing is copied', async () => {
    const temporary = aFolder();
    const copies = createOpenedCopies(temporary);
    const names = ['setup.exe', 'run.sh', 'a.desktop', 'page.html', 'macros.xlsm', 'link.lnk', 'noending', 'a.pdf.JS'];
    for (const name of names)
      await expect(copies.make(aVaultFile(), name), name).rejects.toThrow(`${name} is not opened`);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('gets a name that leads nowhere and hides nothing', () => {
    expect(safeFileName('../../etc/a.pdf')).toBe('a.pdf');
    expect(safeFileName('C:\\x\\a.pdf')).toBe('a.pdf');
    expect(safeFileName('invoice\u202Efdp.exe')).toBe('invoice_fdp.exe');
    expect(safeFileName('con.txt')).toBe('_con.txt');
    expect(safeFileName(`${'x'.repeat(400)}.pdf`)).toHaveLength(124);
    // Windows would take the dot away and run it.
    expect(() => refuseRunning(safeFileName('a.exe.'))).toThrow('a.exe');
    expect(() => refuseRunning(safeFileName('a.pdf '))).not.toThrow();
  });
});
