/** The page's address inside the desktop program. */
export const pageOrigin = 'app://bundle';

/** The one channel for calls of the page, and the one for events to it. */
export const callChannel = 'plumbline:call';
export const eventChannel = 'plumbline:event';

/** Largest input of a call, in letters of JSON. */
export const maximumInputLength = 4 * 1024 ** 2;
