import { app } from 'electron';
import type { Log } from '../../shared/rpc/dispatch.ts';

/** Ends with the window, but not before `close` has brought everything to rest. */
export function quitAfter(close: () => Promise<void>, log: Log): void {
  let isAtRest = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isAtRest) return;
    event.preventDefault();
    void close()
      .catch((error: unknown) => log(error, 'quit'))
      .finally(() => {
        isAtRest = true;
        // Asked for within the refusal of the first, a second quit would be ignored.
        setImmediate(() => app.quit());
      });
  });
}
