import { pageOrigin } from './channels.ts';

/** What of a frame says whether it is our page. */
export interface Frame {
  readonly origin: string;
  readonly url: string;
  readonly parent: unknown;
}

/**
 * Whether a frame is our page itself: the top frame of a window, loaded from the bundle. Its `detached` is not asked:
 * Electron leaves it true for a page that was loaded again after a crash.
 */
export function isPageFrame(frame: Frame | null | undefined): boolean {
  if (!frame || frame.parent !== null) return false;
  return frame.origin === pageOrigin && frame.url.startsWith(`${pageOrigin}/`);
}
