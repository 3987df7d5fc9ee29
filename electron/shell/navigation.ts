import { app, type WebContents } from 'electron';
import { isAllowedNavigation } from './request-policy.ts';

function keepInPlace(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAllowedNavigation(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Keeps every window on the page: no other address, no second window, no embedded browser. */
export function forbidNavigation(): void {
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents));
}
