// The page in a Chromium without a window, on a host in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../build/find-programs.ts';
import { ensureBuilt, projectFolder } from '../../../electron/hosts/ensure-built.ts';
import { largeAudit, pageWorkspaceIn } from './workspace.ts';

export interface Bench {
  browser: Browser;
  context: BrowserContext;
  /** The address with the token. */
  url: string;
  /** Opens the large audit at a room or record. */
  open: (place?: string) => Promise<Page>;
}

async function serve(workspace: string): Promise<{ child: ChildProcess; url: string }> {
  const words = ['electron/cli.ts', 'serve', '--workspace', workspace, '--no-open', '--json'];
  const child = spawn(process.execPath, words, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([first]) => String(first)),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`serve ended with ${code}`))),
  ]);
  return { child, url: (JSON.parse(line) as { url: string }).url };
}

/** Runs work on the page and closes everything. A page that has an error fails it. */
export async function withPage<T>(folder: string, work: (bench: Bench) => Promise<T>): Promise<T> {
  await ensureBuilt('page', () => undefined);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. Install one or set CHROMIUM_PATH.');
  const { child, url } = await serve(pageWorkspaceIn(folder));
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
    // Frames are drawn when there is something to draw, not at the next tick of a screen that is not there: what is
    // measured is the work from key to paint, without a wait of up to 16.7 ms that no program can spare.
    args: ['--disable-frame-rate-limit', '--disable-gpu-vsync', '--enable-precise-memory-info'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
    context.setDefaultTimeout(60_000);
    const errors: unknown[] = [];
    context.on('weberror', (error) => errors.push(error.error()));
    const open = async (place = 'checklist') => {
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForFunction(() => !location.hash.includes('token'));
      await page.evaluate((hash) => void (location.hash = hash), `/a/${largeAudit}/${place}`);
      await page.locator('#work h1, #work h2, #work article').first().waitFor();
      await page.waitForFunction(() => document.querySelector('#work [class*="waiting"]') === null);
      return page;
    };
    const result = await work({ browser, context, url, open });
    if (errors.length > 0) throw new Error(`The page had errors: ${errors.map(String).join('\n')}`);
    return result;
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
}
