// Types into a workbook with LibreOffice itself and lets it save the file, as an auditee would: by a macro of its own.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { libreOffice } from './libre-office.ts';

/** What is typed into one cell. A text is set as it is; `typed` is read as from the keyboard: days become days. */
export type Edit = { cell: string } & ({ text: string } | { typed: string });

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const library = 'xmlns:library="http://openoffice.org/2000/library"';
const libraries = `${head}<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries ${library} xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>`;
const modules = `${head}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library ${library} library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Filling"/>
</library:library>`;

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** A text of Basic: quotes doubled, line ends as characters. */
const basicText = (text: string) =>
  text
    .split('\n')
    .map((line) => `"${line.replaceAll('"', '""')}"`)
    .join(' & Chr(10) & ');

function macro(sheet: string, edits: readonly Edit[], source: string, target: string): string {
  const lines = edits.map((edit) => {
    const [property, text] = 'text' in edit ? ['String', edit.text] : ['FormulaLocal', edit.typed];
    return `  sheet.getCellRangeByName("${edit.cell}").${property} = ${basicText(text)}`;
  });
  const code = `Sub Fill
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL("${source}", "_blank", 0, hidden())
  sheet = document.Sheets.getByName("${sheet}")
  On Error Resume Next
${lines.join('\n')}
  On Error Goto 0
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  document.storeToURL("${target}", kind())
  document.close(True)
  StarDesktop.terminate()
End Sub`;
  const space = 'xmlns:script="http://openoffice.org/2000/script"';
  return `${head}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module ${space} script:name="Filling" script:language="StarBasic">${escapeXml(code)}</script:module>`;
}

/** Opens a workbook in LibreOffice, types into cells of a sheet, and saves it as .xlsx. Takes some seconds. */
export async function editByLibreOffice(bytes: Uint8Array, sheet: string, edits: readonly Edit[]): Promise<Uint8Array> {
  if (!libreOffice) throw new Error('LibreOffice is not installed.');
  const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-libre-office-'));
  try {
    const [source, target] = ['response.xlsx', 'saved.xlsx'].map((name) => path.join(folder, name)) as [string, string];
    await writeFile(source, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    // A first start makes the profile with macros of its own, which are then written over.
    spawnSync(libreOffice, [profile, '--headless', '--terminate_after_init'], { timeout: 60_000 });
    const basic = path.join(folder, 'profile', 'user', 'basic');
    await mkdir(path.join(basic, 'Standard'), { recursive: true });
    await writeFile(path.join(basic, 'script.xlc'), libraries);
    await writeFile(path.join(basic, 'Standard', 'script.xlb'), modules);
    const code = macro(sheet, edits, pathToFileURL(source).href, pathToFileURL(target).href);
    await writeFile(path.join(basic, 'Standard', 'Filling.xba'), code);
    const run = spawnSync(libreOffice, [profile, '--headless', 'macro:///Standard.Filling.Fill'], { timeout: 90_000 });
    return new Uint8Array(
      await readFile(target).catch(() => {
        throw new Error(`LibreOffice saved nothing: ${String(run.stderr)}`);
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
