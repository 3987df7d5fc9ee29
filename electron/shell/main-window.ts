import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from '../../shared/rpc/dispatch.ts';
import { pageOrigin } from '../hosts/channels.ts';
import { isOnScreen, readPlace, writePlace } from './window-place.ts';

export interface WindowOptions {
  preload: string;
  icon: string;
  /** Opened at the failure page instead of the first page. */
  url?: string;
  log: Log;
}

/** Opens the one window, at the place it had. */
export function openMainWindow({ preload, icon, url = `${pageOrigin}/`, log }: WindowOptions): BrowserWindow {
  const placeFile = path.join(app.getPath('userData'), 'window.json');
  const stored = readPlace(placeFile);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { maximized = false, ...bounds } = stored && isOnScreen(stored, screens) ? stored : {};
  const window = new BrowserWindow({
    width: 1366,
    height: 860,
    ...bounds,
    minWidth: 720,
    minHeight: 520,
    show: false,
    icon,
    title: 'Plumbline',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#151618' : '#f7f7f5',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writePlace(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }));
  window.webContents.on('preload-error', (_event, file, error) => log(error, `preload ${path.basename(file)}`));
  void window.loadURL(url).catch((error: unknown) => log(error, 'window'));
  return window;
}

/** Brings the window to the front. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
