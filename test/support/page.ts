import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { BrowserContextOptions, Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { projectFolder } from '../../electron/hosts/ensure-built.ts';
import { type Api, createApi } from '../../shared/rpc/client.ts';
import type { Reply } from '../../shared/rpc/reply.ts';
import { aFolder } from './workspace.ts';

/** A workbench served on this computer, in a process of its own. */
export interface Workbench {
  url: string;
  workspace: string;
  configuration: string;
  /** Calls as a script makes them. */
  api: Api;
  /** Ends the process at once, without a chance to tidy up. */
  kill(): Promise<void>;
  /** Starts it again at the same port with the same token, as somebody would after it died. */
  start(): Promise<void>;
  /** Starts it again as a person does: without naming a port. */
  startAnew(): Promise<void>;
}

interface Running {
  url: string;
  port: number;
  end(signal: NodeJS.Signals): Promise<void>;
}

const token = 'token-of-a-page-test';

async function serve(workspace: string, configuration: string, port: number | undefined): Promise<Running> {
  const options = ['--workspace', workspace, '--token', token, '--no-open', '--json'];
  const child = spawn(
    process.execPath,
    ['electron/cli.ts', 'serve', ...options, ...(port === undefined ? [] : ['--port', String(port)])],
    {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PLUMBLINE_CONFIG: configuration },
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}`)));
  });
  return {
    ...(JSON.parse(first) as { url: string; port: number }),
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Serves an empty workspace; ends with the test. `person` is who the settings say is at work. */
export async function aWorkbench(
  person = { name: 'Inga Probe', role: 'Lead auditor' },
  workspace = aFolder(),
  configuration = aFolder(),
): Promise<Workbench> {
  let running = await serve(workspace, configuration, undefined);
  onTestFinished(async () => {
    await running.end('SIGTERM');
    await rm(workspace, { recursive: true, force: true });
  });
  const call = async (method: string, input: unknown): Promise<Reply> => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ method, input });
    const response = await fetch(new URL('/rpc', running.url), { method: 'POST', headers, body });
    return (await response.json()) as Reply;
  };
  const api = createApi(call);
  await api.call('settings.write', person);
  return {
    url: running.url,
    workspace,
    configuration,
    api,
    kill: () => running.end('SIGKILL'),
    async start() {
      running = await serve(workspace, configuration, running.port);
    },
    async startAnew() {
      running = await serve(workspace, configuration, undefined);
    },
  };
}

/** Opens the page of a workbench. Errors of the page and broken rules of its policy fail the test; a lost host does not. */
export async function openPage(
  browser: Browser,
  { url }: Pick<Workbench, 'url'>,
  address = '',
  options: BrowserContextOptions = {},
  onRequest: (url: URL) => void = () => undefined,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB', ...options });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(15_000);
  context.on('request', (request) => onRequest(new URL(request.url())));
  return openWindow(await context.newPage(), { url }, address);
}

/** Opens the page of a workbench in another window of the same person, under the same watch. */
export async function openAnother(page: Page, workbench: Pick<Workbench, 'url'>, address = ''): Promise<Page> {
  return openWindow(await page.context().newPage(), workbench, address);
}

/** Opens the page of a workbench in an empty window. */
export async function openWindow(page: Page, { url }: Pick<Workbench, 'url'>, address = ''): Promise<Page> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error.stack)));
  page.on('console', (message) => {
    if (
      message.type() === 'error' &&
      !/WebSocket|ERR_CONNECTION|ERR_SOCKET|ERR_EMPTY_RESPONSE|401/.test(message.text())
    )
      faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(https?|wss?):\/\/127\.0\.0\.1|^(data|blob):/.test(request.url())) faults.push(`asked for ${request.url()}`);
  });
  onTestFinished(() => {
    if (faults.length > 0) throw new Error(`The page had faults:\n${faults.join('\n')}`);
  });
  await page.goto(url);
  await page.waitForFunction(() => !location.hash.includes('token'));
  if (address !== '') await page.evaluate((hash) => void (location.hash = hash), address);
  return page;
}
