// Prints a page to PDF with a browser that is installed: Chromium, Chrome or Edge, without a window and without network.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '../../shared/errors.ts';

/** Longest time that printing may take, in milliseconds. */
const patience = 180_000;

const onPath = (name: string) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name));

/** Where browsers that can print are on each system. */
function places(): string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return folders.flatMap((folder) =>
      folder === undefined
        ? []
        : [
            'Google\\Chrome\\Application\\chrome.exe',
            'Microsoft\\Edge\\Application\\msedge.exe',
            'Chromium\\Application\\chrome.exe',
          ].map((file) => path.join(folder, file)),
    );
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap(onPath);
}

/** A browser of this machine that can print; `CHROMIUM_PATH` names one. */
export function findPrinter(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return (named ? [named] : places()).find((file) => existsSync(file));
}

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

function run(program: string, words: readonly string[], signal: AbortSignal): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: 'ignore', signal, timeout: patience });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/** Prints a file of HTML to `target`. Throws AppError `unavailable` where no browser is there or it fails. */
export async function printByChromium(page: string, target: string, signal: AbortSignal): Promise<void> {
  const program = findPrinter();
  if (program === undefined) {
    throw new AppError(
      'unavailable',
      'A PDF needs Chromium, Chrome or Edge on this computer, and none was found. Word and Excel need nothing.',
    );
  }
  const profile = await mkdtemp(path.join(tmpdir(), 'plumbline-print-'));
  try {
    const code = await run(
      program,
      [
        '--headless',
        '--disable-gpu',
        '--disable-extensions',
        '--disable-background-networking',
        '--no-first-run',
        '--no-default-browser-check',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        `--user-data-dir=${profile}`,
        // Chromium refuses to start for root otherwise; the page has no script.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--no-pdf-header-footer',
        `--print-to-pdf=${target}`,
        pathToFileURL(page).href,
      ],
      signal,
    );
    if (code !== 0 || !existsSync(target)) {
      throw new AppError('unavailable', `The browser that prints the PDF stopped (${code ?? 'ended by force'}).`, {
        program,
      });
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
