import { app, type BrowserWindow, dialog } from 'electron';
import { focusWindow } from './main-window.ts';

/** Takes the place of the one running program. False where another one runs: it shows its window, and this one ends. */
export function isFirst(workspace: string): boolean {
  if (app.requestSingleInstanceLock({ workspace })) return true;
  process.stderr.write('Plumbline is already open; its window was brought to the front.\n');
  app.quit();
  return false;
}

/** Shows the window when Plumbline is started again, and says so where another workspace was asked for. */
export function showOnSecondStart(workspace: string, window: () => BrowserWindow | undefined): void {
  app.on('second-instance', (_event, _args, _folder, data) => {
    const shown = window();
    if (!shown || shown.isDestroyed()) return;
    focusWindow(shown);
    const asked = (data as { workspace?: unknown } | undefined)?.workspace;
    if (typeof asked !== 'string' || asked === workspace) return;
    void dialog.showMessageBox(shown, {
      type: 'info',
      title: 'Plumbline',
      message: 'Plumbline is open with another workspace.',
      detail: `Open: ${workspace}\nAsked for: ${asked}\nClose this window first, then start Plumbline again.`,
    });
  });
}
