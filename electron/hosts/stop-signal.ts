/** Waits for SIGINT, SIGTERM or the end of the terminal. A second signal ends the process at once. */
export function listenForStop(): { readonly requested: Promise<void>; readonly isRequested: boolean } {
  let isRequested = false;
  const requested = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (isRequested) process.exit(1);
        isRequested = true;
        resolve();
      });
    }
  });
  return {
    requested,
    get isRequested() {
      return isRequested;
    },
  };
}
