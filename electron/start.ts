import { isAppError } from '../shared/errors.ts';
import { ensureBuilt, projectFolder } from './hosts/ensure-built.ts';
import { chooseWorkspace } from './shell/folders.ts';
import { getRuntime } from './shell/get-runtime.ts';
import { runWindow } from './shell/run-window.ts';
import { readStartOptions, type StartOptions, startUsage } from './shell/start-options.ts';

// `npm start`: the window where Electron can be had, else the same workbench in the default browser.
const say = (line: string) => process.stderr.write(`${line}\n`);

function readOptions(): StartOptions {
  try {
    return readStartOptions(process.argv.slice(2));
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\nUsage: ${startUsage}`);
    return process.exit(2);
  }
}

/** Opens the window and waits for its end. Answers why there is none, in words that follow "because". */
async function openWindow(workspace: string): Promise<string> {
  const runtime = await getRuntime(say);
  if ('reason' in runtime) return runtime.reason;
  say(`Plumbline: opening the window on ${workspace}`);
  await ensureBuilt('page', say);
  await ensureBuilt('desktop', say);
  const end = await runWindow(runtime.path, projectFolder, workspace);
  if ('reason' in end) return end.reason;
  return process.exit(end.code);
}

async function start({ workspace: named, port, open, browser }: StartOptions): Promise<void> {
  const workspace = chooseWorkspace(named);
  const reason = browser ? 'you asked for it' : await openWindow(workspace);
  say(`Plumbline: serving ${workspace} in the browser, because ${reason}.`);
  const { runLoopback } = await import('./loopback.ts');
  await runLoopback({ workspace, open, json: false, ...(port === undefined ? {} : { port }) });
}

try {
  await start(readOptions());
} catch (error) {
  say(isAppError(error) ? error.message : String(error));
  process.exit(1);
}
