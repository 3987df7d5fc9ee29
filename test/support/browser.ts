import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../build/find-programs.ts';
import { reportNotRun } from './not-run.ts';

/** Whether tests in a browser can run; says so in one line if not, and fails where everything has to run. */
export function hasBrowser(tests: string): boolean {
  if (findChromium()) return true;
  reportNotRun(tests, 'no Chromium was found (install one or set CHROMIUM_PATH)');
  return false;
}

/** Starts a Chromium without a window. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. Install one or set CHROMIUM_PATH.');
  // Chromium's own sandbox does not start for root.
  // Without the graphics process, which has no graphics card here and would draw everything by the processor once more.
  return chromium.launch({
    executablePath,
    args: ['--disable-gpu'],
    chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
  });
}
