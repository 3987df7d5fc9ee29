import manifest from '../../package.json' with { type: 'json' };
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder of `assets/`, found from the source tree as well as from a build, which stands one folder deeper or less. */
export function readAssetFolder(name: string): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (let step = 0; step < 5; step += 1) {
    const candidate = path.join(folder, 'assets', name);
    if (existsSync(candidate)) return candidate;
    folder = path.dirname(folder);
  }
  throw new Error(`The folder assets/${name} is missing from this installation.`);
}

/** The version of the product, from package.json. */
export const productVersion = manifest.version;
