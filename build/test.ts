// npm test: runs what can be run on this machine and says in one line each what was not, and why.
// With CI=true a missing browser or Electron is a failure. Arguments name test files.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { startVitest } from 'vitest/node';
import { findChromium, findElectron, findScreen } from './find-programs.ts';

const screen = findScreen();
const chromium = findChromium();
const electron = findElectron();
const isUnderXvfb = process.env.PLUMBLINE_UNDER_XVFB === '1';

if (electron && screen === 'xvfb' && !isUnderXvfb) {
  const again = spawnSync('xvfb-run', ['-a', process.execPath, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, PLUMBLINE_UNDER_XVFB: '1' },
  });
  process.exit(again.status ?? 1);
}

const missing: { what: string; why: string; pattern: string }[] = [];
if (!chromium) {
  missing.push({
    what: 'the tests of the page (test/e2e)',
    why: 'no Chromium was found; install one or set CHROMIUM_PATH',
    pattern: 'test/e2e/**',
  });
}
if (!electron || !screen) {
  const why = electron
    ? 'there is neither a screen nor xvfb-run'
    : 'Electron has not been fetched; set ELECTRON_OVERRIDE_DIST_PATH';
  missing.push({
    what: 'the tests of the desktop shell (test/shell/desktop-*)',
    why,
    pattern: 'test/shell/desktop-*.test.ts',
  });
}

if (chromium || electron) {
  const { buildAll } = await import('./build.ts');
  await buildAll();
}

const root = path.resolve(import.meta.dirname, '..');
// Hundreds of tests start the program: Node keeps what it compiled, which halves the time of a start.
process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules/.cache/compiled');
const vitest = await startVitest('test', process.argv.slice(2), {
  config: path.join(import.meta.dirname, 'vitest.config.ts'),
  root,
  watch: false,
  exclude: ['**/node_modules/**', ...missing.map(({ pattern }) => pattern)],
});
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
const count = (state: string) => tests.filter((test) => test.result().state === state).length;
const failedFiles = vitest.state.getTestModules().filter((module) => module.state() === 'failed').length;
const errors = vitest.state.getUnhandledErrors().length;
await vitest.close();

for (const { what, why } of missing) console.log(`Not run: ${what}, because ${why}.`);
const isIncomplete = process.env.CI === 'true' && missing.length > 0;
const failed = count('failed') + (isIncomplete ? missing.length : 0);
console.log(`${count('passed')} passed, ${failed} failed`);
process.exit(failed > 0 || failedFiles > 0 || errors > 0 || count('passed') === 0 ? 1 : 0);
