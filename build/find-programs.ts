import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const onPath = (name: string) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

/** A Chromium or Chrome of this machine; `CHROMIUM_PATH` names one. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .map(onPath)
    .find((file) => file !== undefined);
}

/** The Electron binary, without fetching one: the folder of ELECTRON_OVERRIDE_DIST_PATH, or what npm's package has fetched. */
export function findElectron(): string | undefined {
  const home = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const file = override ? path.join(override, 'electron') : path.join(home, 'dist', 'electron');
  return existsSync(file) ? file : undefined;
}

/** Whether windows can be opened, or a virtual screen started. */
export function findScreen(): 'screen' | 'xvfb' | undefined {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform !== 'linux') return 'screen';
  return onPath('xvfb-run') ? 'xvfb' : undefined;
}

/** LibreOffice's command, which draws documents as pictures. */
export function findLibreOffice(): string | undefined {
  return onPath('soffice') ?? onPath('libreoffice');
}
