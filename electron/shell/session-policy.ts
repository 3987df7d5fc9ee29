import { app, type Session } from 'electron';
import { isLocalRequest, isPageUrl } from './request-policy.ts';

/** What Chromium itself must not do. Call before the app is ready. */
export function forbidNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
}

/** What pages of this session may do: load the program's own files, and nothing that asks for a permission. */
export function applySessionPolicy(session: Session): void {
  // Copying a hash to the clipboard is the one thing a page may ask for.
  session.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  // Without a language there is no dictionary that Chromium would fetch at its start, spelling or not.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocalRequest(url, !app.isPackaged) }));
  // Files of the workspace may be saved elsewhere; the dialog asks where.
  session.on('will-download', (event, item) => {
    if (!isPageUrl(item.getURL())) event.preventDefault();
  });
}
