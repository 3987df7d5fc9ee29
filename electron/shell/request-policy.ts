import { pageOrigin } from '../hosts/channels.ts';

/** Parses an address; undefined for what is none. */
function readUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Whether an address lies inside the program. Compared in parts: a text that merely contains ours is not ours. */
export function isPageUrl(text: string): boolean {
  const url = readUrl(text);
  return (
    url !== undefined && `${url.protocol}//${url.host}` === pageOrigin && url.username === '' && url.password === ''
  );
}

/** Whether a request stays inside the program. Everything else, also `file:`, is blocked. */
export function isLocalRequest(text: string, allowsDevTools: boolean): boolean {
  const protocol = readUrl(text)?.protocol;
  if (protocol === 'devtools:') return allowsDevTools;
  if (protocol === 'data:') return true;
  return isPageUrl(protocol === 'blob:' ? text.slice('blob:'.length) : text);
}

/** Whether the window may go to an address by itself: only to the first page, to load it again. */
export function isAllowedNavigation(text: string): boolean {
  return isPageUrl(text) && ['/', '/index.html'].includes(new URL(text).pathname);
}
