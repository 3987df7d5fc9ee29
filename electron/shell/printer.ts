// Prints a page to PDF in a window that nobody sees: no script, no network, nothing but files of this machine.
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, session } from 'electron';

/** Prints a file of HTML to a PDF file. Throws where Electron cannot. */
export async function printPdf(page: string, target: string): Promise<void> {
  const own = session.fromPartition('print');
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !url.startsWith('file:') }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false },
  });
  try {
    await window.loadURL(pathToFileURL(page).href);
    await writeFile(target, await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
  } finally {
    window.destroy();
  }
}
