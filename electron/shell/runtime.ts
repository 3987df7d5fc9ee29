// Finds out about Electron's runtime without importing `electron`: outside Electron that import starts a download.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The folder of the npm package, which holds no runtime of its own. */
export function electronPackage(): string {
  return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

/** The path of Electron's program, if it is on this computer. */
export function electronPath(env: NodeJS.ProcessEnv = process.env, home = electronPackage()): string | undefined {
  const pathFile = path.join(home, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : undefined;
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const file = override ? path.join(override, name ?? 'electron') : name && path.join(home, 'dist', name);
  return file && existsSync(file) ? file : undefined;
}

/** Why no window can be opened here, whatever Electron is there; undefined when one can. */
export function whyNoWindow(
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
  userId = process.getuid?.(),
): string | undefined {
  if (platform !== 'linux') return undefined;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  if (userId === 0) return 'Electron does not start as root';
  return undefined;
}
