import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, expect, onTestFinished, vi } from 'vitest';
import { ensureBuilt, projectFolder } from '../../electron/hosts/ensure-built.ts';
import { electronPath } from '../../electron/shell/runtime.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/rpc/reply.ts';
import { closeDisplay, hasDisplay, openDisplay } from './display.ts';
import { reportNotRun } from './not-run.ts';

/** The preload's functions, as a test sees them in the page. */
export interface DesktopWindow {
  plumbline: {
    call(method: string, input: unknown): Promise<Reply>;
    subscribe(listener: (event: EngineEvent) => void): () => void;
    pathOfDroppedFile(file: File): string;
  };
}

/**
 * Whether tests in a real Electron can run; says so in one line if not, and fails where everything has to run.
 * For the top of a file of tests: what they start is ended with the file.
 */
export function hasElectron(tests: string): boolean {
  if (!electronPath()) {
    reportNotRun(tests, 'no Electron was found (start Plumbline once or set ELECTRON_OVERRIDE_DIST_PATH)');
    return false;
  }
  if (hasDisplay()) {
    afterAll(closeDisplay);
    return true;
  }
  reportNotRun(tests, 'there is no display (install xvfb)');
  return false;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Builds what the desktop program is made of, if that is needed. For `beforeAll`; give it a minute. */
export async function buildDesktop(): Promise<void> {
  await ensureBuilt('page', say);
  await ensureBuilt('desktop', say);
}

export interface DesktopOptions {
  workspace?: string;
  /** Settings of the person, kept apart for every test. */
  configuration?: string;
}

export interface Desktop {
  app: ElectronApplication;
  page: Page;
  workspace: string;
  configuration: string;
  call: (method: string, input?: unknown) => Promise<Reply>;
}

function makeFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `plumbline-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}

/** Starts the built desktop program, and closes it with the test. Only where `hasElectron` says so. */
export async function launchDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const { configuration = makeFolder('settings'), workspace = path.join(makeFolder('workspace'), 'Work') } = options;
  const display = await openDisplay();
  const app = await _electron.launch({
    // No executablePath: only without it does Playwright hold the program back until it is connected; else one launch
    // in ten hangs. It finds the runtime as `electronPath` does, which `hasElectron` has made sure is there.
    args: [projectFolder, '--workspace', workspace],
    env: { ...(process.env as Record<string, string>), ...display, PLUMBLINE_CONFIG: configuration },
  });
  onTestFinished(() => app.close().catch(() => undefined));
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  const call = (method: string, input: unknown = {}) =>
    page.evaluate(
      ([name, value]) => (window as unknown as DesktopWindow).plumbline.call(name as string, value),
      [method, input],
    );
  return { app, page, workspace, configuration, call };
}

/** The process id of the engine; undefined while there is none. */
function findEngine(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find(({ serviceName, name }) => `${serviceName} ${name}`.includes('Plumbline engine'))
        ?.pid,
  );
}

/** The process id of the engine, once it runs. */
export async function engineOf(app: ElectronApplication): Promise<number> {
  let pid: number | undefined;
  await vi.waitFor(async () => expect((pid = await findEngine(app))).toBeGreaterThan(0), { timeout: 10_000 });
  return pid ?? 0;
}
