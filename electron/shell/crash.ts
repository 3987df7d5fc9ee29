import { app, type BrowserWindow, clipboard, dialog } from 'electron';
import type { Log } from '../../shared/rpc/dispatch.ts';
import { describeForLog } from '../hosts/local-log.ts';

/** What nobody caught: logged, shown with a way to copy it, and the end. Going on could damage more. */
export function catchUncaught(log: Log): void {
  let isEnding = false;
  const end = (thrown: unknown) => {
    if (isEnding) return;
    isEnding = true;
    log(thrown, 'uncaught');
    void tell(thrown);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

async function tell(thrown: unknown): Promise<void> {
  if (app.isReady()) {
    const answer = dialog.showMessageBoxSync({
      type: 'error',
      title: 'Plumbline',
      message: 'Plumbline has to close.',
      detail: 'Something unexpected happened. What was shown as saved is saved. The log has the detail.',
      buttons: ['Close', 'Copy details and close'],
    });
    if (answer === 1) await clipboard.writeText(describeForLog(thrown));
  }
  app.exit(1);
}

/** A page that crashed or does not answer: the user decides whether to load it again. */
export function catchPageCrashes(window: BrowserWindow, log: Log): void {
  const { webContents } = window;
  let isAsking = false;
  const ask = async (message: string, stay: string) => {
    if (isAsking || window.isDestroyed()) return;
    isAsking = true;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'Plumbline',
      message,
      detail: 'What was shown as saved is saved.',
      buttons: ['Load the page again', stay],
    });
    isAsking = false;
    if (window.isDestroyed()) return;
    if (response === 0) webContents.reload();
    else if (webContents.isCrashed()) app.quit();
  };
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(new Error(`The page ended: ${reason}, ${exitCode}`), 'render-process-gone');
    // Loading a page while this event is dealt with ends Electron itself.
    setTimeout(() => void ask('The page stopped working.', 'Close Plumbline'), 50);
  });
  window.on('unresponsive', () => {
    log(new Error('The page does not answer.'), 'unresponsive');
    void ask('The page does not answer.', 'Wait');
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName }) => {
    if (reason !== 'clean-exit')
      log(new Error(`${serviceName ?? type} ended: ${reason}, ${exitCode}`), 'child-process-gone');
  });
}
