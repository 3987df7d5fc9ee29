// node build/build.ts [page|desktop|all]: makes dist/ as a whole or not at all.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { replaceFiles, replaceFolder } from './put-in-place.ts';
import { desktopConfig, preloadConfig } from './vite-desktop.ts';
import { pageConfig } from './vite-page.ts';

const dist = path.resolve(import.meta.dirname, '..', 'dist');

/** Runs a build into a folder of its own and puts it in place; `marker` gets the time at which the sources were read. */
async function buildInto(marker: string, make: (folder: string) => Promise<void>, put: (folder: string) => void) {
  const started = new Date();
  // A build started by a test inherits NODE_ENV=test and would carry React's development code.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  mkdirSync(dist, { recursive: true });
  const folder = mkdtempSync(path.join(dist, '.building-'));
  try {
    // A temporary folder is for its maker only; what is built may be run by everybody.
    chmodSync(folder, 0o755);
    await make(folder);
    put(folder);
    utimesSync(path.join(dist, marker), started, started);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Builds the page into dist/page. */
export function buildPage(): Promise<void> {
  return buildInto(
    'page/index.html',
    async (folder) => void (await build(pageConfig(folder))),
    (folder) => replaceFolder(folder, path.join(dist, 'page')),
  );
}

/** Builds main process, engine, worker and preload into dist. */
export function buildDesktop(): Promise<void> {
  return buildInto(
    'main.js',
    async (folder) => {
      await build(desktopConfig(folder));
      await build(preloadConfig(folder));
    },
    (folder) => replaceFiles(folder, dist),
  );
}

/** Builds everything. */
export async function buildAll(): Promise<void> {
  await buildPage();
  await buildDesktop();
}

const builds: Record<string, () => Promise<void>> = { page: buildPage, desktop: buildDesktop, all: buildAll };

if (process.argv[1] === import.meta.filename) {
  const make = builds[process.argv[2] ?? 'all'];
  if (!make || process.argv.length > 3) {
    process.stderr.write('Usage: npm run build [-- page|desktop|all]\n');
    process.exit(2);
  }
  try {
    await make();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
