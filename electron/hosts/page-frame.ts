import { pageOrigin } from './channels.ts';

/** What of a frame says whether it is our page. */
export interface Frame {
  readonly origin: string;
  readonly url: string;
  readonly parent: unknown;
  readonly detached?: boolean;
}

/** Whether a frame is our page itself: the top frame of a window, loaded from the bundle. */
export function isPageFrame(frame: Frame | null | undefined): boolean {
  if (!frame || frame.parent !== null || frame.detached === true) return false;
  return frame.origin === pageOrigin && frame.url.startsWith(`${pageOrigin}/`);
}
