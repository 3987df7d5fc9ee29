// Finds the control on the screen that does what a command does: it says so by its key.
import type { RoomId } from '../../api/addresses.ts';

const isShown = (element: Element) => element.getClientRects().length > 0;

function firstShown(selector: string, fits: (element: Element) => boolean = () => true): Element | undefined {
  return [...document.querySelectorAll(selector)].find((element) => isShown(element) && fits(element));
}

/** The control with one of these keys: by what it says to screen readers, or by the cap that is printed on it. */
export function findControl(shortcuts: readonly string[], printed: readonly string[]): Element | undefined {
  const bySaying = firstShown('[aria-keyshortcuts]', (element) =>
    shortcuts.includes(element.getAttribute('aria-keyshortcuts') ?? ''),
  );
  const found =
    bySaying ??
    firstShown('main button', (element) => printed.includes(element.querySelector('kbd')?.textContent?.trim() ?? ''));
  // Of several answers to one question, all are meant.
  return found?.matches('[aria-pressed]') === true ? (found.closest('[role="group"]') ?? found) : found;
}

/** The field in which lines are captured. */
export const findCapture = () => firstShown('footer :is(input, textarea)');

/** The link to a room of the audit. */
export const findRoomLink = (room: RoomId) => firstShown(`nav a[href$="/${room}"]`);
