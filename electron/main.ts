import path from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { createEngineLink } from './hosts/engine-link.ts';
import { answerPageCalls, pushEvent } from './hosts/ipc.ts';
import { createLocalLog } from './hosts/local-log.ts';
import { failureUrl, registerAppScheme, serveBundle } from './shell/app-protocol.ts';
import { catchPageCrashes, catchUncaught } from './shell/crash.ts';
import { forkEngine } from './shell/engine-process.ts';
import { chooseWorkspace, desktopFolder, findWorkspaceArgument } from './shell/folders.ts';
import { withHostCalls } from './shell/host-calls.ts';
import { openMainWindow } from './shell/main-window.ts';
import { setMenus } from './shell/menu.ts';
import { forbidNavigation } from './shell/navigation.ts';
import { createOpenedCopies } from './shell/opened-copies.ts';
import { printPdf } from './shell/printer.ts';
import { quitAfter } from './shell/quit.ts';
import { isFirst, showOnSecondStart } from './shell/second-start.ts';
import { applySessionPolicy, forbidNetwork } from './shell/session-policy.ts';

// The shell: one window on the page, the engine in a process of its own, and everything else forbidden.
const dist = import.meta.dirname;
const workspace = chooseWorkspace(findWorkspaceArgument(process.argv));
app.setName('Plumbline');
app.setPath('userData', desktopFolder(app.getPath('appData')));
const logs = path.join(app.getPath('userData'), 'logs');
const log = createLocalLog(path.join(logs, 'shell.log'));

catchUncaught(log);
// Whoever started us with --no-sandbox, as tests by root must, has windows that are sandboxed all the same.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
forbidNetwork();
registerAppScheme();
forbidNavigation();

function start(): void {
  applySessionPolicy(session.defaultSession);
  let window: BrowserWindow | undefined;
  const link = createEngineLink({
    fork: () => forkEngine(path.join(dist, 'engine.js'), { workspace, log: path.join(logs, 'engine.log') }),
    print: printPdf,
    onStopped: () => void window?.loadURL(failureUrl).catch((error: unknown) => log(error, 'failure page')),
  });
  const copies = createOpenedCopies(app.getPath('temp'));
  link.start();
  link.subscribe((event) => window && !window.isDestroyed() && pushEvent(window.webContents, event));
  serveBundle({ pageFolder: path.join(dist, 'page'), workspace, link, log });
  answerPageCalls(withHostCalls({ workspace, engine: link, copies }), log);
  setMenus();
  window = openMainWindow({
    preload: path.join(dist, 'preload.cjs'),
    icon: path.join(dist, '..', 'assets', 'icon.png'),
    log,
  });
  catchPageCrashes(window, log);
  showOnSecondStart(workspace, () => window);
  quitAfter(async () => {
    await link.close();
    await copies.remove();
  }, log);
}

// Awaiting this at the top level of a module would wait for ever.
if (isFirst(workspace)) void app.whenReady().then(start);
